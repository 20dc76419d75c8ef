import { createServer, type Server } from 'node:http'
import pino from 'pino'
import { type SlackAdapter, type SlackConnection, slackAdapter } from '../../../src/adapters/slack/adapter.js'
import type { Card, Intake, Interaction, Outgoing, Reply } from '../../../src/chat/model.js'
import { sayIn } from '../../../src/chat/say.js'
import { asTyped } from '../../../src/chat/text.js'
import { type FakeSlack, type FakeSlackOptions, fakeSlack } from '../../support/fake-slack/fake-slack.js'

/** Stands for the house behind the adapter: it answers as told, and remembers what it was told. */
export interface House extends Intake {
  readonly handled: Interaction[]
  /** By delivery id, as the inbox keeps them. */
  readonly accepted: Map<string, Interaction>
  answerWith: (interaction: Interaction) => readonly Reply[] | Promise<readonly Reply[]>
  /** How many more times storing fails. */
  failures: number
  attempts: number
}

export function house(): House {
  const built: House = {
    handled: [],
    accepted: new Map(),
    answerWith: () => [],
    failures: 0,
    attempts: 0,
    async handle(interaction) {
      built.handled.push(interaction)
      return { replies: await built.answerWith(interaction), say: sayIn('en'), language: 'en' }
    },
    async accept(interaction) {
      built.attempts += 1
      if (built.failures > 0) {
        built.failures -= 1
        throw new Error('The database is away')
      }
      built.accepted.set(interaction.deliveryId, interaction)
    },
  }
  return built
}

export interface World {
  readonly slack: FakeSlack
  readonly adapter: SlackAdapter
  readonly house: House
  /** Where the adapter's requests arrive in HTTP modes. */
  readonly productUrl: string
  outgoing(card: Card, more?: Partial<Outgoing>): Outgoing
  close(): Promise<void>
}

/** The real adapter, started against a fake Slack. */
export async function world(options: FakeSlackOptions & { connection?: (slack: FakeSlack) => SlackConnection }): Promise<World> {
  const slack = await fakeSlack(options)
  const connection = options.connection?.(slack) ?? connectionOf(options.mode, slack)
  const adapter = slackAdapter({ connection, apiUrl: slack.apiUrl, log: pino({ level: process.env.LOG ?? 'silent' }) })
  const built = house()
  const { server, url } = await served(adapter)
  slack.connectTo(url)
  await adapter.start(built)
  return {
    slack,
    adapter,
    house: built,
    productUrl: url,
    outgoing: (card, more = {}) => ({
      key: 'post-1',
      to: { kind: 'conversation', workspace: slack.team, conversation: 'C0' },
      card,
      say: sayIn('en'),
      mayHaveArrived: false,
      firstTriedAt: new Date().toISOString(),
      ...more,
    }),
    async close() {
      await adapter.stop()
      server?.closeAllConnections()
      await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)))
      await slack.close()
    },
  }
}

export function card(...lines: string[]): Card {
  return { lines: lines.map((line) => ({ kind: 'text', text: asTyped(line) })) }
}

function connectionOf(mode: 'socket' | 'http', { appToken, botToken, signingSecret }: FakeSlack): SlackConnection {
  return mode === 'socket' ? { mode, appToken, botToken } : { mode, signingSecret, botToken }
}

async function served({ requests }: SlackAdapter): Promise<{ server?: Server; url: string }> {
  if (requests === undefined) return { url: '' }
  const server = createServer(requests.listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { server, url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}` }
}
