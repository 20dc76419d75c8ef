import type { Channel, Harness } from '../harness.js'
import type { FloodLimits } from './flood.js'
import { methods } from './methods.js'
import { asApiUser, channelOf, memberChange, personaOf, type TelegramPersona } from './people.js'
import { apiServer } from './server.js'
import { updates } from './updates.js'
import { asApiChat, type Chat, documentBy, type User, type World, world } from './world.js'

export interface FakeTelegram extends Harness {
  readonly token: string
  readonly apiRoot: string
  readonly botId: string
  person(
    name: string,
    options?: {
      language?: string
      zone?: string /** Has pressed Start, so that the bot may write to them; true unless said. */
      hasStarted?: boolean
    },
  ): Promise<TelegramPersona>
  group(name: string, options: { forum?: boolean; botIsAdmin?: boolean; basic?: boolean }): Promise<Channel>
  /** A basic group becomes a supergroup under a new id, and the bot is told. @returns the new id */
  migrate(channel: Channel): Promise<string>
  join(person: TelegramPersona, channel: Channel): Promise<void>
  removeBot(channel: Channel): Promise<void>
  /** The person blocks the bot. */
  block(person: TelegramPersona): Promise<void>
  webhookAttempts(): readonly { readonly id: number; readonly status: number }[]
}

export interface FakeTelegramOptions {
  /** By default only the 30 a second over all chats. */
  readonly flood?: FloodLimits
}

/** Telegram as the bot and its people see it: the Bot API over real HTTP, polling and webhook, privacy mode, limits checked on every call. */
export async function fakeTelegram({ flood = { overallPerSecond: 30 } }: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const token = '123456:TEST-token-of-the-fake'
  const there = world()
  const queue = updates()
  const api = methods(there, queue, { flood })
  const server = await apiServer(token, api, (path) => documentBy(there, path)?.file.bytes, there.violations)
  const owner = addUser(there, 'Group owner', undefined)
  const channels = new Map<string, Channel>()
  const personas = new Map<string, TelegramPersona>()

  const chatOf = ({ id }: Channel): Chat => {
    const chat = there.chats.get(Number(id))
    if (chat === undefined) throw new Error(`There is no chat ${id}`)
    return chat
  }

  async function group(
    name: string,
    { forum = false, botIsAdmin = false, basic = false }: Parameters<FakeTelegram['group']>[1],
  ): Promise<Channel> {
    const known = channels.get(name)
    if (known !== undefined) return known
    const chat: Chat = {
      id: -(basic ? 4_000_000 : 1_000_000_000_000) - there.nextId(),
      type: basic ? 'group' : 'supergroup',
      title: name,
      isForum: forum,
      botIsAdmin,
      botIsMember: true,
    }
    there.chats.set(chat.id, chat)
    const channel = channelOf({ world: there }, chat, name)
    channels.set(name, channel)
    queue.add(chat.id, 'my_chat_member', memberChange(chat, owner, there.bot, 'left', botIsAdmin ? 'administrator' : 'member'))
    return channel
  }

  return {
    platform: 'telegram',
    token,
    apiRoot: server.apiRoot,
    botId: String(there.bot.id),
    channel: (name) => group(name, {}),
    group,
    async person(name, { language, hasStarted = true } = {}) {
      const known = personas.get(name)
      if (known !== undefined) return known
      const user = addUser(there, name, language)
      const chat: Chat = { id: user.id, type: 'private', isForum: false, botIsAdmin: false, botIsMember: true }
      there.chats.set(chat.id, chat)
      if (hasStarted) there.started.add(user.id)
      const persona = personaOf({ world: there, updates: queue, methods: api }, user, chat)
      personas.set(name, persona)
      return persona
    },
    async migrate(channel) {
      const chat = chatOf(channel)
      const moved: Chat = { ...chat, id: -1_000_000_000_000 - there.nextId(), type: 'supergroup' }
      there.chats.set(moved.id, moved)
      chat.movedTo = moved.id
      const content = {
        message_id: there.nextId(),
        date: Math.floor(Date.now() / 1000),
        from: asApiUser(owner),
        chat: asApiChat(chat),
        migrate_to_chat_id: moved.id,
      }
      await queue.add(chat.id, 'message', content).acknowledged()
      return String(moved.id)
    },
    async join(person, channel) {
      const user = there.users.get(Number(person.id))
      const chat = chatOf(channel)
      const content = {
        message_id: there.nextId(),
        date: Math.floor(Date.now() / 1000),
        from: user,
        chat: asApiChat(chat),
        new_chat_members: [user],
      }
      await queue.add(chat.id, 'message', content).acknowledged()
    },
    async removeBot(channel) {
      const chat = chatOf(channel)
      chat.botIsMember = false
      await queue.add(chat.id, 'my_chat_member', memberChange(chat, owner, there.bot, 'member', 'kicked')).acknowledged()
    },
    async block(person) {
      there.started.delete(Number(person.id))
    },
    violations: () => {
      const late = [...there.queries.values()].filter(
        ({ answeredAt, pressedAt }) => answeredAt === undefined && Date.now() - pressedAt > 15_000,
      )
      return [...there.violations, ...late.map(({ id }) => `The callback query ${id} was not answered within 15 s`)]
    },
    calls: () => server.calls,
    fault: (method, fault, times = 1) => server.fault(method, fault, times),
    redeliverLast: () => queue.again(),
    webhookAttempts: () => queue.attempts,
    async close() {
      queue.close()
      await server.close()
    },
  }
}

function addUser(there: World, name: string, language: string | undefined): User {
  const user: User = {
    id: 7_000_000 + there.nextId(),
    is_bot: false,
    first_name: name,
    ...(language === undefined ? {} : { language_code: language }),
  }
  there.users.set(user.id, user)
  return user
}
