import type { Harness } from '../harness.js'
import type { FloodLimits } from './flood.js'
import { methods } from './methods.js'
import { asApiUser, channelOf, memberChange, personaOf, type TelegramChannel, type TelegramPersona } from './people.js'
import { apiServer } from './server.js'
import { updates } from './updates.js'
import { asApiChat, type Chat, documentBy, type User, type World, world } from './world.js'

export interface PersonOptions {
  readonly language?: string
  readonly zone?: string
  readonly username?: string
  /** Has pressed Start, so that the bot may write to them; true unless said. */
  readonly hasStarted?: boolean
  /** One that knows no ephemeral commands. */
  readonly hasOldClient?: boolean
}

export interface GroupOptions {
  readonly forum?: boolean
  readonly botIsAdmin?: boolean
  /** Not a supergroup yet. */
  readonly basic?: boolean
}

export interface FakeTelegram extends Harness {
  readonly token: string
  readonly apiRoot: string
  readonly botId: string
  readonly settings: World['settings']
  channel(name: string): Promise<TelegramChannel>
  person(name: string, options?: PersonOptions): Promise<TelegramPersona>
  group(name: string, options: GroupOptions): Promise<TelegramChannel>
  /** Opens a topic in a forum; who writes there writes in the topic. */
  topic(forum: TelegramChannel, name: string): TelegramChannel
  /** A basic group becomes a supergroup under a new id, and the bot is told unless said otherwise. @returns the new id */
  migrate(channel: TelegramChannel, options?: { readonly isTold: boolean }): Promise<string>
  /** In a group whose administrator the bot is, it is told twice, as by Telegram. */
  join(person: TelegramPersona, channel: TelegramChannel): Promise<void>
  leave(person: TelegramPersona, channel: TelegramChannel): Promise<void>
  removeBot(channel: TelegramChannel): Promise<void>
  block(person: TelegramPersona): Promise<void>
  /** Any other update, of the chat of this id. Resolves when it is acknowledged. */
  update(chat: string, kind: string, content: Record<string, unknown>): Promise<void>
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
  const owner = addUser(there, 'Group owner', {})
  const channels = new Map<string, TelegramChannel>()
  const personas = new Map<string, TelegramPersona>()

  const chatOf = ({ id }: TelegramChannel): Chat => {
    const chat = there.chats.get(Number(id))
    if (chat === undefined) throw new Error(`There is no chat ${id}`)
    return chat
  }

  const userOf = ({ id }: TelegramPersona): User => {
    const user = there.users.get(Number(id))
    if (user === undefined) throw new Error(`There is nobody with the id ${id}`)
    return user
  }

  /** What a service message of a group begins with. */
  const service = (chat: Chat) => ({
    message_id: there.nextId(),
    date: Math.floor(Date.now() / 1000),
    from: asApiUser(owner),
    chat: asApiChat(chat),
  })

  async function group(name: string, { forum = false, botIsAdmin = false, basic = false }: GroupOptions): Promise<TelegramChannel> {
    const known = channels.get(name)
    if (known !== undefined) return known
    const chat: Chat = {
      id: -(basic ? 4_000_000 : 1_000_000_000_000) - there.nextId(),
      type: basic ? 'group' : 'supergroup',
      title: name,
      isForum: forum,
      topics: new Set(),
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
    settings: there.settings,
    channel: (name) => group(name, {}),
    group,
    topic(forum, name) {
      const chat = chatOf(forum)
      const thread = there.nextId()
      chat.topics.add(thread)
      return channelOf({ world: there }, chat, name, thread)
    },
    async person(name, { language, username, hasStarted = true, hasOldClient = false } = {}) {
      const known = personas.get(name)
      if (known !== undefined) return known
      const user = addUser(there, name, { language, username })
      const chat: Chat = { id: user.id, type: 'private', isForum: false, topics: new Set(), botIsAdmin: false, botIsMember: true }
      there.chats.set(chat.id, chat)
      if (hasStarted) there.started.add(user.id)
      const persona = personaOf({ world: there, updates: queue, methods: api }, user, chat, { hasOldClient })
      personas.set(name, persona)
      return persona
    },
    async migrate(channel, { isTold } = { isTold: true }) {
      const chat = chatOf(channel)
      const moved: Chat = { ...chat, id: -1_000_000_000_000 - there.nextId(), type: 'supergroup' }
      there.chats.set(moved.id, moved)
      chat.movedTo = moved.id
      if (isTold) {
        // As if the bot had been added to the new chat; and of the old one it is told nothing of the kind.
        queue.add(moved.id, 'my_chat_member', memberChange(moved, owner, there.bot, 'left', 'member'))
        const told = queue.add(chat.id, 'message', { ...service(chat), migrate_to_chat_id: moved.id })
        queue.add(moved.id, 'message', { ...service(moved), migrate_from_chat_id: chat.id })
        await told.acknowledged()
      }
      return String(moved.id)
    },
    async join(person, channel) {
      const user = userOf(person)
      const chat = chatOf(channel)
      const told = queue.add(chat.id, 'message', { ...service(chat), new_chat_members: [asApiUser(user)] })
      if (chat.botIsAdmin) queue.add(chat.id, 'chat_member', memberChange(chat, user, user, 'left', 'member'))
      await told.acknowledged()
    },
    async leave(person, channel) {
      const user = userOf(person)
      const chat = chatOf(channel)
      await queue.add(chat.id, 'message', { ...service(chat), left_chat_member: asApiUser(user) }).acknowledged()
    },
    async removeBot(channel) {
      const chat = chatOf(channel)
      chat.botIsMember = false
      await queue.add(chat.id, 'my_chat_member', memberChange(chat, owner, there.bot, 'member', 'kicked')).acknowledged()
    },
    async block(person) {
      const user = userOf(person)
      there.blocked.add(user.id)
      const chat = there.chats.get(user.id)
      if (chat === undefined) throw new Error(`There is no chat ${user.id}`)
      await queue.add(chat.id, 'my_chat_member', memberChange(chat, user, there.bot, 'member', 'kicked')).acknowledged()
    },
    async update(chat, kind, content) {
      await queue.add(Number(chat), kind, content).acknowledged()
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

function addUser(
  there: World,
  name: string,
  { language, username }: { language?: string | undefined; username?: string | undefined },
): User {
  const user: User = {
    id: 7_000_000 + there.nextId(),
    is_bot: false,
    first_name: name,
    ...(username === undefined ? {} : { username }),
    ...(language === undefined ? {} : { language_code: language }),
  }
  there.users.set(user.id, user)
  return user
}
