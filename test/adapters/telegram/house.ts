import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { type TelegramAdapter, telegramAdapter } from '../../../src/adapters/telegram/telegram.js'
import type { Card, Language, Outgoing } from '../../../src/chat/model.js'
import { sayIn } from '../../../src/chat/say.js'
import { type FakeTelegram, fakeTelegram } from '../../support/fake-telegram/fake-telegram.js'
import type { FloodLimits } from '../../support/fake-telegram/flood.js'
import { memoryDialogues } from '../../support/fake-telegram/memory-dialogues.js'
import { card, type House, house } from '../slack/house.js'

export { card, house }

export const MODES = ['polling', 'webhook'] as const

export const SECRET = 'a-secret-that-telegram-sends-along'

export interface World {
  readonly telegram: FakeTelegram
  readonly adapter: TelegramAdapter
  readonly house: House
  readonly dialogues: ReturnType<typeof memoryDialogues>
  /** Where Telegram sends updates to, by webhook. */
  readonly webhookUrl: string
  outgoing(card: Card, more?: Partial<Outgoing>): Outgoing
  /** Everything the adapter has logged, at every level. */
  logged(): string
  /** The adapter's process dies and another takes its place: what is kept, is kept in the dialogues. */
  restart(): Promise<void>
  close(): Promise<void>
}

export interface WorldOptions {
  readonly mode: (typeof MODES)[number]
  readonly flood?: FloodLimits
  /** Of the house's answers. */
  readonly language?: Language
}

/** The real adapter, with the real grammY in it, started against a fake Telegram. */
export async function world({ mode, flood, language = 'en' }: WorldOptions): Promise<World> {
  const telegram = await fakeTelegram(flood === undefined ? {} : { flood })
  const built = house()
  const intake = {
    handle: async (...given: Parameters<House['handle']>) => ({ ...(await built.handle(...given)), say: sayIn(language), language }),
    accept: built.accept,
  }
  const dialogues = memoryDialogues()
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  let adapter: TelegramAdapter
  const { server, url } = await served((req, res) => adapter.handleWebhook(req, res))
  const webhookUrl = `${url}/telegram`

  async function started(): Promise<TelegramAdapter> {
    adapter = telegramAdapter({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      ...(mode === 'webhook' ? { webhook: { url: webhookUrl, secret: SECRET } } : {}),
      dialogues,
      log,
    })
    await adapter.start(intake)
    return adapter
  }
  adapter = await started()

  return {
    telegram,
    get adapter() {
      return adapter
    },
    house: built,
    dialogues,
    webhookUrl,
    logged: () => lines.join(''),
    outgoing: (card, more = {}) => ({
      key: 'post-1',
      to: { kind: 'conversation', workspace: '-1', conversation: '-1' },
      card,
      say: sayIn(language),
      mayHaveArrived: false,
      firstTriedAt: new Date().toISOString(),
      ...more,
    }),
    async restart() {
      await adapter.stop()
      await started()
    },
    async close() {
      await adapter.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await telegram.close()
    },
  }
}

/** What must hold after every test: the platform's rules were kept, and nothing secret was logged. */
export function problems({ telegram, logged }: World): string[] {
  const secrets = [telegram.token, SECRET].filter((secret) => logged().includes(secret))
  return [...telegram.violations(), ...secrets.map((secret) => `The log has "${secret}"`)]
}

async function served(listener: Parameters<typeof createServer>[1]): Promise<{ server: Server; url: string }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { server, url: `http://127.0.0.1:${port}` }
}
