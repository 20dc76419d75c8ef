import type { Mention } from '../../chat/model.js'
import { nameOf } from './origin.js'
import type { TelegramEntity } from './update.js'

export interface MessageText {
  readonly text: string
  readonly entities: readonly TelegramEntity[]
}

export interface Command {
  readonly name: string
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** The command a message begins with: `/target week`, or `/target@OurBot week` as groups with several bots write it. */
export function readCommand(message: MessageText, botUsername: string): Command | 'for another bot' | undefined {
  const entity = message.entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (entity === undefined) return undefined
  const [name = '', addressee] = message.text.slice(1, entity.length).split('@')
  if (addressee !== undefined && addressee.toLowerCase() !== botUsername.toLowerCase()) return 'for another bot'
  return { name: name.toLowerCase(), text: message.text.slice(entity.length).trim(), mentions: mentionsIn(message, botUsername) }
}

/** Words with the mentions of the bot taken out: those are for waking it. */
export function readWords(message: MessageText, botUsername: string): { text: string; mentionsBot: boolean } {
  const ofBot = message.entities.filter((entity) => isBot(wordsOf(message, entity), entity, botUsername))
  const text = ofBot.toReversed().reduce((words, { offset, length }) => words.slice(0, offset) + words.slice(offset + length), message.text)
  return { text: text.trim(), mentionsBot: ofBot.length > 0 }
}

function mentionsIn(message: MessageText, botUsername: string): Mention[] {
  return message.entities.flatMap((entity): Mention[] => {
    const text = wordsOf(message, entity)
    if (isBot(text, entity, botUsername)) return []
    // Telegram gives no id with an @username: usernames.ts knows whose it is.
    if (entity.type === 'mention') return [{ text, name: text.slice(1) }]
    if (entity.type === 'text_mention' && entity.user !== undefined) {
      return [{ text, externalId: String(entity.user.id), name: nameOf(entity.user) }]
    }
    return []
  })
}

function isBot(words: string, { type }: TelegramEntity, botUsername: string): boolean {
  return type === 'mention' && words.toLowerCase() === `@${botUsername.toLowerCase()}`
}

/** Entities count UTF-16 units, as strings do. */
function wordsOf({ text }: MessageText, { offset, length }: TelegramEntity): string {
  return text.slice(offset, offset + length)
}
