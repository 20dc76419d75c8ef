import type { Event, Interaction, Where } from '../../chat/model.js'
import { isListed } from './commands.js'
import type { SentDocument } from './dialogue-state.js'
import { type Command, type MessageText, readCommand, readWords } from './message-text.js'
import { type BotIdentity, isoOf, placeOf, repliedTo, whereOf, whoOf } from './origin.js'
import type { TelegramButton, TelegramChat, TelegramMemberChange, TelegramMessage, TelegramUpdate, TelegramUser } from './update.js'

/** What an update means to the adapter. */
export type Received =
  | { readonly kind: 'command'; readonly interaction: Interaction; readonly name: string }
  /** A command from somebody who writes as the group: nobody can be answered or count for it. */
  | { readonly kind: 'unnamed'; readonly deliveryId: string; readonly where: Where; readonly message: string }
  | { readonly kind: 'words'; readonly interaction: Interaction; readonly text: string; readonly repliesTo?: number }
  | { readonly kind: 'document'; readonly interaction: Interaction; readonly document: SentDocument; readonly repliesTo?: number }
  /** Somebody says in private what cannot be read: a voice message, a picture without words. */
  | { readonly kind: 'wordless'; readonly interaction: Interaction }
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
 * @returns undefined for what the bot has no use for: a group's pictures without words, channels, other bots
 */
export function receivedFrom(update: TelegramUpdate, bot: BotIdentity, now: Date): Received | undefined {
  const deliveryId = `telegram:${bot.id}:${update.update_id}`
  if (update.message !== undefined) return fromMessage(update.message, bot, deliveryId)
  if (update.callback_query !== undefined) return fromPress(update.callback_query, bot, deliveryId, now)
  if (update.my_chat_member !== undefined) return fromMemberChange(update.my_chat_member, 'bot', bot, deliveryId)
  if (update.chat_member !== undefined) return fromMemberChange(update.chat_member, 'person', bot, deliveryId)
  return undefined
}

/**
 * What one person does is worked on in turn, wherever they do it: a form opened from the group is filled in in the private chat.
 * Different people are served side by side.
 */
export function laneOf({ message, callback_query, my_chat_member, chat_member }: TelegramUpdate): string {
  const change = my_chat_member ?? chat_member
  return String(message?.from?.id ?? callback_query?.from.id ?? message?.chat.id ?? change?.from.id ?? 'none')
}

/** Everybody an update tells of. */
export function peopleIn({ message, callback_query, my_chat_member, chat_member }: TelegramUpdate): TelegramUser[] {
  const named = [
    message?.from,
    ...(message?.new_chat_members ?? []),
    ...[...(message?.entities ?? []), ...(message?.caption_entities ?? [])].map(({ user }) => user),
    callback_query?.from,
    my_chat_member?.from,
    chat_member?.new_chat_member.user,
  ]
  return named.filter((user) => user !== undefined).filter(({ is_bot }) => !is_bot)
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
    return {
      kind: 'events',
      interactions: people.map((who) =>
        interaction({ kind: 'joined', joined: 'person' }, who, changeId(bot, message.chat, 'joined', who, message.date)),
      ),
    }
  }
  if (message.left_chat_member !== undefined) {
    const who = message.left_chat_member
    const id = changeId(bot, message.chat, 'left', who, message.date)
    return { kind: 'events', interactions: who.is_bot ? [] : [interaction({ kind: 'left', left: 'person' }, who, id)] }
  }
  const replied = repliedTo(message)
  const inReply = replied === undefined ? {} : { repliesTo: replied }
  if (message.document !== undefined && !from.is_bot) {
    const { file_id, file_name, file_size } = message.document
    const document = { name: file_name ?? '', fileId: file_id, ...(file_size === undefined ? {} : { bytes: file_size }) }
    return { kind: 'document', document, interaction: interaction({ kind: 'words', text: '', mentionsBot: false }), ...inReply }
  }
  const text = textOf(message)
  if (text === undefined) {
    const isTalk = (message.voice ?? message.video_note ?? message.photo) !== undefined && !from.is_bot && message.chat.type === 'private'
    return isTalk ? { kind: 'wordless', interaction: interaction({ kind: 'words', text: '', mentionsBot: false }) } : undefined
  }
  const command = readCommand(text, bot.username)
  if (command === 'for another bot') return undefined
  if (from.is_bot) {
    if (command === undefined || message.sender_chat === undefined) return undefined
    return { kind: 'unnamed', deliveryId, where: whereOf(message, bot, undefined), message: String(message.message_id) }
  }
  if (command !== undefined) {
    const meant = meantBy(command)
    return { kind: 'command', name: meant.name, interaction: interaction({ kind: 'command', ...meant }) }
  }
  const words = readWords(text, bot.username)
  return {
    kind: 'words',
    text: words.text,
    interaction: interaction({ kind: 'words', ...words }),
    ...inReply,
  }
}

/** What somebody wrote, be it below a picture. */
function textOf({ text, entities, caption, caption_entities }: TelegramMessage): MessageText | undefined {
  if (text !== undefined) return { text, entities: entities ?? [] }
  return caption === undefined ? undefined : { text: caption, entities: caption_entities ?? [] }
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
      answerBy: {
        callback: query.id,
        ...(isEphemeral ? { pressedEphemeral: String(ephemeralId) } : { pressed: String(message.message_id) }),
      },
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
  const how = isNowIn ? 'joined' : 'left'
  const interaction: Interaction = {
    deliveryId: subject === 'bot' ? deliveryId : changeId(bot, chat, how, after.user, change.date),
    platform: 'telegram',
    who: whoOf(subject === 'bot' ? change.from : after.user),
    where: placeOf(chat, bot),
    at: isoOf(change.date),
    event: isNowIn ? { kind: 'joined', joined: subject } : { kind: 'left', left: subject },
    answerBy: {},
  }
  return { kind: 'events', interactions: [interaction] }
}

/** Of the link that asked for Start to be pressed, the command that could not be answered before. */
function meantBy(command: Command): Command {
  return command.name === 'start' && isListed(command.text) ? { ...command, name: command.text, text: '' } : command
}

/**
 * Where the bot is an administrator, Telegram tells of one who joins or leaves twice: by a message and by a change of membership. Both are
 * one delivery; the minute is for the second between them.
 */
function changeId(bot: BotIdentity, chat: TelegramChat, how: 'joined' | 'left', user: TelegramUser, date: number): string {
  return `telegram:${bot.id}:${chat.id}:${how}:${user.id}:${Math.floor(date / 60)}`
}

function isIn({ status, is_member }: TelegramMemberChange['new_chat_member']): boolean {
  return status === 'creator' || status === 'administrator' || status === 'member' || (status === 'restricted' && is_member === true)
}
