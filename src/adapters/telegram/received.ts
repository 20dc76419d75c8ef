import type { Event, Interaction, Where, Who } from '../../chat/model.js'
import type { SentDocument } from './dialogue-state.js'
import { readCommand, readWords } from './message-text.js'
import type { TelegramButton, TelegramChat, TelegramMemberChange, TelegramMessage, TelegramUpdate, TelegramUser } from './update.js'

/** The bot as getMe tells it. */
export interface BotIdentity {
  readonly id: string
  readonly username: string
}

/** What an update means to the adapter. */
export type Received =
  | { readonly kind: 'command'; readonly interaction: Interaction; readonly name: string }
  | { readonly kind: 'words'; readonly interaction: Interaction; readonly text: string; readonly repliesTo?: number }
  | { readonly kind: 'document'; readonly interaction: Interaction; readonly document: SentDocument; readonly repliesTo?: number }
  | { readonly kind: 'press'; readonly interaction: Interaction; readonly data: string; readonly pressed: Pressed }
  | { readonly kind: 'events'; readonly interactions: readonly Interaction[] }

/** The message that carries a pressed button. */
export interface Pressed {
  readonly callbackId: string
  readonly messageId: number
  readonly ephemeralId?: number
  readonly buttons: readonly (readonly TelegramButton[])[]
}

/**
 * Reads an update.
 *
 * @param now when a press counts as done: Telegram does not say
 * @returns undefined for what the bot has no use for: photos, channels, other bots, anonymous administrators
 */
export function receivedFrom(update: TelegramUpdate, bot: BotIdentity, now: Date): Received | undefined {
  const deliveryId = `telegram:${bot.id}:${update.update_id}`
  if (update.message !== undefined) return fromMessage(update.message, bot, deliveryId)
  if (update.callback_query !== undefined) return fromPress(update.callback_query, bot, deliveryId, now)
  if (update.my_chat_member !== undefined) return fromMemberChange(update.my_chat_member, 'bot', bot, deliveryId)
  if (update.chat_member !== undefined) return fromMemberChange(update.chat_member, 'person', bot, deliveryId)
  return undefined
}

/** Updates of one chat are worked on in turn, those of different chats side by side. */
export function laneOf(update: TelegramUpdate): string {
  const chat = update.message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat ?? update.chat_member?.chat
  return chat === undefined ? 'none' : String(chat.id)
}

function fromMessage(message: TelegramMessage, bot: BotIdentity, deliveryId: string): Received | undefined {
  if (message.from === undefined || message.chat.type === 'channel') return undefined
  const from = message.from
  const at = isoOf(message.date)
  const interaction = (event: Event, who: TelegramUser = from, id = deliveryId): Interaction => ({
    deliveryId: id,
    platform: 'telegram',
    who: whoOf(who),
    where: whereOf(message, bot, repliedTo(message)),
    at,
    event,
    answerBy: {
      message: String(message.message_id),
      ...(message.ephemeral_message_id === undefined ? {} : { ephemeral: String(message.ephemeral_message_id) }),
    },
  })
  if (message.migrate_to_chat_id !== undefined) {
    return { kind: 'events', interactions: [interaction({ kind: 'moved', toConversation: String(message.migrate_to_chat_id) })] }
  }
  if (message.new_chat_members !== undefined) {
    const people = message.new_chat_members.filter(({ is_bot }) => !is_bot)
    // One update can tell of several people: the first keeps the plain id.
    const idFor = (index: number) => (index === 0 ? deliveryId : `${deliveryId}:${index}`)
    return {
      kind: 'events',
      interactions: people.map((who, index) => interaction({ kind: 'joined', joined: 'person' }, who, idFor(index))),
    }
  }
  if (message.left_chat_member !== undefined) {
    const who = message.left_chat_member
    return { kind: 'events', interactions: who.is_bot ? [] : [interaction({ kind: 'left', left: 'person' }, who)] }
  }
  const replied = repliedTo(message)
  const inReply = replied === undefined ? {} : { repliesTo: replied }
  if (message.document !== undefined && !from.is_bot) {
    const { file_id, file_name, file_size } = message.document
    const document = { name: file_name ?? '', fileId: file_id, ...(file_size === undefined ? {} : { bytes: file_size }) }
    return { kind: 'document', document, interaction: interaction({ kind: 'words', text: '', mentionsBot: false }), ...inReply }
  }
  if (message.text === undefined || from.is_bot) return undefined

  const text = { text: message.text, entities: message.entities ?? [] }
  const command = readCommand(text, bot.username)
  if (command === 'for another bot') return undefined
  if (command !== undefined) return { kind: 'command', name: command.name, interaction: interaction({ kind: 'command', ...command }) }
  const words = readWords(text, bot.username)
  return {
    kind: 'words',
    text: words.text,
    interaction: interaction({ kind: 'words', ...words }),
    ...inReply,
  }
}

function fromPress(
  query: NonNullable<TelegramUpdate['callback_query']>,
  bot: BotIdentity,
  deliveryId: string,
  now: Date,
): Received | undefined {
  const { message, data } = query
  if (message === undefined || data === undefined) return undefined
  const ephemeralId = message.ephemeral_message_id
  const isEphemeral = ephemeralId !== undefined
  return {
    kind: 'press',
    data,
    pressed: {
      callbackId: query.id,
      messageId: message.message_id,
      buttons: message.reply_markup?.inline_keyboard ?? [],
      ...(isEphemeral ? { ephemeralId } : {}),
    },
    interaction: {
      deliveryId,
      platform: 'telegram',
      who: whoOf(query.from),
      where: whereOf(message, bot, isEphemeral ? undefined : message.message_id),
      at: now.toISOString(),
      event: { kind: 'press', action: data },
      answerBy: { callback: query.id, ...(isEphemeral ? { pressedEphemeral: String(ephemeralId) } : {}) },
    },
  }
}

function fromMemberChange(
  change: TelegramMemberChange,
  subject: 'bot' | 'person',
  bot: BotIdentity,
  deliveryId: string,
): Received | undefined {
  const { chat, old_chat_member: before, new_chat_member: after } = change
  const wasIn = isIn(before)
  const isNowIn = isIn(after)
  if (wasIn === isNowIn || chat.type === 'channel' || (subject === 'person' && after.user.is_bot)) return undefined
  const interaction: Interaction = {
    deliveryId,
    platform: 'telegram',
    who: whoOf(subject === 'bot' ? change.from : after.user),
    where: placeOf(chat, bot),
    at: isoOf(change.date),
    event: isNowIn ? { kind: 'joined', joined: subject } : { kind: 'left', left: subject },
    answerBy: {},
  }
  return { kind: 'events', interactions: [interaction] }
}

function isIn({ status, is_member }: TelegramMemberChange['new_chat_member']): boolean {
  return status === 'creator' || status === 'administrator' || status === 'member' || (status === 'restricted' && is_member === true)
}

/** In a forum every message of a topic "replies" to the one that opened it: that is no reply. */
function repliedTo(message: TelegramMessage): number | undefined {
  const id = message.reply_to_message?.message_id
  return message.is_topic_message === true && id === message.message_thread_id ? undefined : id
}

function whereOf(message: TelegramMessage, bot: BotIdentity, about: number | undefined): Where {
  const isTopic = message.is_topic_message === true && message.message_thread_id !== undefined
  return {
    ...placeOf(message.chat, bot),
    ...(isTopic ? { thread: String(message.message_thread_id) } : {}),
    ...(about === undefined ? {} : { message: String(about) }),
  }
}

function placeOf(chat: TelegramChat, bot: BotIdentity): Where {
  const conversation = String(chat.id)
  if (chat.type === 'private') return { workspace: bot.id, conversation, kind: 'private' }
  const named = chat.title === undefined ? {} : { workspaceName: chat.title, conversationName: chat.title }
  return { workspace: conversation, conversation, kind: 'channel', ...named }
}

function whoOf(user: TelegramUser): Who {
  const name = [user.first_name, user.last_name].filter((part) => part !== undefined && part !== '').join(' ')
  return { externalId: String(user.id), name, ...(user.language_code === undefined ? {} : { locale: user.language_code }) }
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
