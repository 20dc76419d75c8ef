import type { Where, Who } from '../../chat/model.js'
import type { TelegramChat, TelegramMessage, TelegramUser } from './update.js'

/** The bot as getMe tells it. */
export interface BotIdentity {
  readonly id: string
  readonly username: string
}

/** In a forum every message of a topic "replies" to the one that opened it: that is no reply. */
export function repliedTo(message: TelegramMessage): number | undefined {
  const id = message.reply_to_message?.message_id
  return message.is_topic_message === true && id === message.message_thread_id ? undefined : id
}

export function whereOf(message: TelegramMessage, bot: BotIdentity, about: number | undefined): Where {
  const isTopic = message.is_topic_message === true && message.message_thread_id !== undefined
  return {
    ...placeOf(message.chat, bot),
    ...(isTopic ? { thread: String(message.message_thread_id) } : {}),
    ...(about === undefined ? {} : { message: String(about) }),
  }
}

export function placeOf(chat: TelegramChat, bot: BotIdentity): Where {
  const conversation = String(chat.id)
  if (chat.type === 'private') return { workspace: bot.id, conversation, kind: 'private' }
  const named = chat.title === undefined ? {} : { workspaceName: chat.title, conversationName: chat.title }
  return { workspace: conversation, conversation, kind: 'channel', ...named }
}

export function whoOf(user: TelegramUser): Who {
  return { externalId: String(user.id), name: nameOf(user), ...(user.language_code === undefined ? {} : { locale: user.language_code }) }
}

export function nameOf({ first_name, last_name }: TelegramUser): string {
  return [first_name, last_name].filter((part) => part !== undefined && part !== '').join(' ')
}

/** @param seconds since 1970 */
export function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
