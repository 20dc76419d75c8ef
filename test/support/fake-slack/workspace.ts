import { randomUUID } from 'node:crypto'
import type { ChosenFile } from '../harness.js'
import type { Json } from './json.js'

/** The fake's memory: people, channels, messages, open forms. */
export interface Workspace {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string }
  readonly bot: { readonly user: string; readonly id: string; readonly name: string }
  readonly users: Map<string, FakeUser>
  readonly channels: Map<string, FakeChannel>
  readonly messages: FakeMessage[]
  readonly homes: Map<string, Json>
  /** The modals open before a person, the top one last. */
  readonly modals: Map<string, FakeModal[]>
  readonly triggers: Map<string, { user: string; madeAt: number; isUsed: boolean }>
  readonly responseUrls: Map<string, { channel: string; user: string; message?: FakeMessage; uses: number }>
  /** What was uploaded by people and by the bot, by file id. */
  readonly files: Map<string, ChosenFile>
  readonly violations: string[]
  nextTs(): string
  newId(prefix: string): string
  newTrigger(user: string): string
  directChat(user: string): FakeChannel
  /** Tells those who wait that something has changed. */
  changed(): void
  /** @throws Error when the check gives nothing within the time */
  waitFor<Found>(what: string, check: () => Found | undefined, timeoutMs: number): Promise<Found>
}

export interface FakeUser {
  readonly id: string
  readonly name: string
  readonly locale: string
  readonly zone: string
  readonly isBot: boolean
  /** Deactivated: Slack tells little more of it than the name. */
  readonly isClosed?: boolean
}

export interface FakeChannel {
  readonly id: string
  readonly name: string
  readonly members: Set<string>
  readonly isDirect: boolean
  /** What commands and presses call a channel: a private one by no name of its own. */
  readonly isPrivate?: boolean
}

export interface FakeMessage {
  readonly ts: string
  readonly channel: string
  readonly user: string
  readonly thread?: string
  /** The only person who sees it. */
  readonly ephemeralFor?: string
  /** Shared by it; their bytes are the workspace's. */
  readonly files?: readonly {
    readonly id: string
    readonly name: string
    readonly title: string
    readonly size: number
    readonly user: string
  }[]
  text: string
  blocks: readonly Json[]
  metadata?: Json
  edits: number
}

/** A file as a submission names it. */
export interface UploadedFile {
  readonly id: string
  readonly name: string
  readonly filetype: string
  readonly size: number
  readonly url_private: string
  readonly url_private_download: string
}

export interface FakeModal {
  readonly id: string
  hash: string
  view: Json
  /** What is typed and chosen, as a view's state carries it: block id → action id → element. */
  state: Record<string, Record<string, Json>>
  errors: Record<string, string>
}

export function workspace(): Workspace {
  const users = new Map<string, FakeUser>()
  const channels = new Map<string, FakeChannel>()
  const waiting = new Set<() => void>()
  const triggers: Workspace['triggers'] = new Map()
  const bot = { user: 'UBOT00001', id: 'BBOT00001', name: 'Pacesetter' }
  users.set(bot.user, { id: bot.user, name: bot.name, locale: 'en-US', zone: 'Etc/UTC', isBot: true })
  let lastMicros = 0
  let lastId = 0

  const newId = (prefix: string) => {
    lastId += 1
    return `${prefix}${String(lastId).padStart(8, '0')}`
  }
  return {
    team: { id: 'T00000001', name: 'Acme Sales', domain: 'acme' },
    bot,
    users,
    channels,
    messages: [],
    homes: new Map(),
    modals: new Map(),
    triggers,
    responseUrls: new Map(),
    files: new Map(),
    violations: [],
    nextTs() {
      lastMicros = Math.max(Date.now() * 1000, lastMicros + 1)
      return `${Math.floor(lastMicros / 1_000_000)}.${String(lastMicros % 1_000_000).padStart(6, '0')}`
    },
    newId,
    newTrigger(user) {
      const id = `${newId('')}.${randomUUID().slice(0, 8)}`
      triggers.set(id, { user, madeAt: Date.now(), isUsed: false })
      return id
    },
    directChat(user) {
      const known = [...channels.values()].find(({ isDirect, members }) => isDirect && members.has(user))
      if (known !== undefined) return known
      const chat = { id: newId('D'), name: 'directmessage', members: new Set([user, bot.user]), isDirect: true }
      channels.set(chat.id, chat)
      return chat
    },
    changed() {
      for (const check of [...waiting]) check()
    },
    waitFor(what, check, timeoutMs) {
      return new Promise((resolve, reject) => {
        const attempt = () => {
          const found = check()
          if (found === undefined) return
          settle()
          resolve(found)
        }
        const settle = () => {
          clearTimeout(timer)
          waiting.delete(attempt)
        }
        const timer = setTimeout(() => {
          settle()
          reject(new Error(`Slack: ${what} did not come within ${timeoutMs} ms`))
        }, timeoutMs)
        waiting.add(attempt)
        attempt()
      })
    },
  }
}
