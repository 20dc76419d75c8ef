/**
 * Web servers that are measured, each in a process of its own: the product as it starts from an environment, and bare handlers of the same
 * frameworks. `forkServer` starts one.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { App, HTTPReceiver } from '@slack/bolt'
import { Bot, webhookCallback } from 'grammy'
import pg from 'pg'
import { pino } from 'pino'
import { readConfig } from '../src/config.js'
import { start } from '../src/main.js'
import { type RecordedRequest, recordRequests, replayRequest } from './recorded-sql.js'
import { SIGNING_SECRET, WEBHOOK_SECRET } from './talk.js'

export type Wanted =
  | { readonly kind: 'product'; readonly env: Readonly<Record<string, string>>; readonly statements: 'recorded' | 'not recorded' }
  /** Acknowledges at once what is no check-in; a check-in once the next of the recorded requests has been sent to the database. */
  | {
      readonly kind: 'bare'
      readonly platform: 'slack' | 'telegram'
      readonly databaseUrl: string
      readonly requests: readonly RecordedRequest[]
    }

export interface ServerProcess {
  readonly port: number
  /** What was sent to the database since the last call. */
  takeRecorded(): Promise<RecordedRequest>
  stop(): Promise<void>
}

export async function forkServer(wanted: Wanted): Promise<ServerProcess> {
  const modules = [...(wanted.kind === 'product' ? ['../src/engine.mjs'] : []), 'typescript.mjs']
  const child = fork(fileURLToPath(import.meta.url), ['serve'], {
    execArgv: modules.flatMap((module) => ['--import', new URL(module, import.meta.url).href]),
    serialization: 'advanced',
  })
  const ended = once(child, 'exit')
  const broken = ended.then(([code]) => Promise.reject(new Error(`A server ended with ${code}`)))
  broken.catch(() => {})
  const answered = () => Promise.race([once(child, 'message'), broken])
  child.send(wanted)
  const [port] = await answered()
  return {
    port: Number(port),
    async takeRecorded() {
      child.send('take')
      const [recorded] = await answered()
      return recorded as RecordedRequest
    },
    async stop() {
      child.send('stop')
      await ended
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('disconnect', () => process.exit(1))
  const [wanted] = (await once(process, 'message')) as [Wanted]
  await (wanted.kind === 'product' ? serveProduct(wanted) : serveBare(wanted))
}

async function serveProduct({ env, statements }: Extract<Wanted, { kind: 'product' }>): Promise<void> {
  const recorder = statements === 'recorded' ? recordRequests() : undefined
  const read = readConfig({ ...env, PORT: '0', HOST: '127.0.0.1' })
  if (!read.ok) throw new Error(read.problems.map(({ variable, problem }) => `${variable} ${problem}`).join('\n'))
  const running = await start(read.config, pino({ level: process.env.BENCH_LOG ?? 'silent' }))
  await running.connected
  process.on('message', async (message) => {
    if (message === 'take') process.send?.(recorder?.take() ?? [])
    if (message === 'stop') await running.stop().finally(() => process.exit(0))
  })
  process.send?.(running.port)
}

async function serveBare({ platform, databaseUrl, requests }: Extract<Wanted, { kind: 'bare' }>): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
  const left = requests.values()
  const workFirst = async () => {
    const next = left.next()
    if (next.done === true) throw new Error('More check-ins came than were recorded')
    await replayRequest(pool, next.value)
  }
  const server = createServer(platform === 'slack' ? slackListener(workFirst) : telegramListener(workFirst))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.on('message', () => process.exit(0))
  const address = server.address()
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
}

function slackListener(workFirst: () => Promise<void>) {
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET })
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-bench', botUserId: 'UBOT', botId: 'BBOT', teamId: 'T1' }),
    convoStore: false,
  })
  app.command('/target', ({ ack }) => ack())
  app.view(/./, async ({ ack }) => {
    await workFirst()
    await ack()
  })
  return receiver.requestListener
}

function telegramListener(workFirst: () => Promise<void>) {
  const bot = new Bot('123456:bench', {
    botInfo: {
      id: 123456,
      is_bot: true,
      first_name: 'Pacesetter',
      username: 'pacesetter_bot',
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
    } as Bot['botInfo'],
  })
  bot.command('target', () => {})
  bot.on('callback_query', workFirst)
  const handle = webhookCallback(bot, 'http', { secretToken: WEBHOOK_SECRET })
  return handle
}
