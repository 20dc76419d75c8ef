import type { ChosenFile } from '../harness.js'

/** Who and what there is at the fake Telegram. Message ids are unique over all chats, so that a test can name one by its id alone. */
export interface User {
  readonly id: number
  readonly is_bot: boolean
  readonly first_name: string
  readonly username?: string
  readonly language_code?: string
}

export interface Chat {
  id: number
  readonly type: 'private' | 'group' | 'supergroup'
  readonly title?: string
  readonly isForum: boolean
  /** A forum's topics, each by the id of the message that opened it. */
  readonly topics: Set<number>
  botIsAdmin: boolean
  botIsMember: boolean
  /** The new id, once it has become a supergroup. */
  movedTo?: number
}

export interface Button {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
  readonly style?: string
}

export interface Message {
  /** 0 for an ephemeral one. */
  readonly id: number
  readonly ephemeralId?: number
  /** Who alone sees an ephemeral message of the bot, or sent an ephemeral command. */
  readonly onlyFor?: number
  readonly chat: Chat
  readonly from: User
  text: string
  /** Sent as a document; the bot's have their caption as text. */
  readonly document?: SentDocument
  links: readonly string[]
  readonly replyTo?: number
  readonly thread?: number
  buttons: readonly (readonly Button[])[]
  readonly forcesReply: boolean
  readonly sentAt: number
  edits: number
  isDeleted: boolean
}

export interface SentDocument {
  readonly fileId: string
  readonly file: ChosenFile
}

export interface Toast {
  readonly id: string
  readonly person: number
  readonly text: string
}

export interface Query {
  readonly id: string
  readonly person: number
  readonly message: Message
  readonly pressedAt: number
  answeredAt?: number
}

export interface World {
  readonly bot: User
  /** As set with @BotFather. */
  readonly settings: { can_join_groups: boolean; can_read_all_group_messages: boolean; supports_inline_queries: boolean }
  readonly users: Map<number, User>
  readonly chats: Map<number, Chat>
  /** All messages and toasts, oldest first. */
  readonly timeline: (Message | Toast)[]
  readonly queries: Map<string, Query>
  /** People the bot may write to. */
  readonly started: Set<number>
  readonly blocked: Set<number>
  readonly violations: string[]
  nextId(): number
}

export function world(): World {
  const bot: User = { id: 123456, is_bot: true, first_name: 'Pacesetter', username: 'pacesetter_test_bot' }
  let id = 100
  return {
    bot,
    settings: { can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false },
    users: new Map([[bot.id, bot]]),
    chats: new Map(),
    timeline: [],
    queries: new Map(),
    started: new Set(),
    blocked: new Set(),
    violations: [],
    nextId: () => ++id,
  }
}

export function isMessage(item: Message | Toast): item is Message {
  return 'chat' in item
}

export function messagesOf({ timeline }: World): Message[] {
  return timeline.filter(isMessage).filter(({ isDeleted }) => !isDeleted)
}

/** How the Bot API writes a message. */
export function asApiMessage(world: World, message: Message): Record<string, unknown> {
  return {
    message_id: message.id,
    ...(message.ephemeralId === undefined ? {} : { ephemeral_message_id: message.ephemeralId }),
    ...(message.thread === undefined ? {} : { message_thread_id: message.thread, is_topic_message: true }),
    date: Math.floor(message.sentAt / 1000),
    from: message.from,
    chat: asApiChat(message.chat),
    ...(message.document === undefined
      ? { text: message.text }
      : { document: asApiDocument(message.document), ...(message.text === '' ? {} : { caption: message.text }) }),
    ...entitiesOf(world, message),
    ...repliedIn(world, message),
    ...(message.buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: message.buttons } }),
  }
}

function asApiDocument({ fileId, file }: SentDocument): Record<string, unknown> {
  return { file_id: fileId, file_unique_id: `u${fileId}`, file_name: file.name, file_size: file.bytes.length }
}

/** The document that a file id or a path to download it from names. */
export function documentBy(world: World, name: string): SentDocument | undefined {
  return messagesOf(world)
    .map(({ document }) => document)
    .find((document) => document !== undefined && [document.fileId, pathOf(document)].includes(name))
}

export function pathOf({ fileId, file }: SentDocument): string {
  return `documents/file_${fileId}.${file.name.split('.').at(-1)}`
}

export function asApiChat(chat: Chat): Record<string, unknown> {
  return {
    id: chat.id,
    type: chat.type,
    ...(chat.title === undefined ? { first_name: 'x' } : { title: chat.title }),
    ...(chat.isForum ? { is_forum: true } : {}),
  }
}

/** In a topic, what replies to nothing comes as a reply to the message that opened the topic. */
function repliedIn(world: World, { replyTo, thread, chat, from }: Message): Record<string, unknown> {
  const replied = messagesOf(world).find(({ id }) => id !== 0 && id === replyTo)
  if (replied !== undefined)
    return { reply_to_message: { message_id: replied.id, date: 1, chat: asApiChat(replied.chat), from: replied.from, text: replied.text } }
  if (thread === undefined || from.is_bot) return {}
  return { reply_to_message: { message_id: thread, date: 1, chat: asApiChat(chat), from, forum_topic_created: { name: 'x' } } }
}

/** What Telegram's clients make of what is typed: commands, @usernames, and people without one picked by their name. */
function entitiesOf({ users }: World, { text, from }: Message): Record<string, unknown> {
  if (from.is_bot) return {}
  const command = /^\/[a-zA-Z0-9_]+(@\w+)?/.exec(text)
  const mentions = [...text.matchAll(/(?<!\w)@[\w ]+/g)].filter(({ index }) => command === null || index >= command[0].length)
  const entities = [
    ...(command === null ? [] : [{ type: 'bot_command', offset: 0, length: command[0].length }]),
    ...mentions.map(({ index, 0: words }) => {
      const picked = [...users.values()].find(({ username, first_name }) => username === undefined && words.startsWith(`@${first_name}`))
      return picked === undefined
        ? { type: 'mention', offset: index, length: /^@\w+/.exec(words)?.[0].length ?? 0 }
        : { type: 'text_mention', offset: index, length: picked.first_name.length + 1, user: picked }
    }),
  ]
  return entities.length === 0 ? {} : { entities }
}
