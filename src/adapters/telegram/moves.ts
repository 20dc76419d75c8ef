import { setTimeout as wait } from 'node:timers/promises'
import type { Interaction } from '../../chat/model.js'
import { type Dialogues, expiry } from './dialogues.js'
import { limits } from './limits.js'
import type { TelegramUpdate } from './update.js'

/**
 * Groups that became supergroups. Telegram tells of that by a message in the old chat, one in the new, and as if the bot had been added to
 * the new one, in any order: whoever takes the last for a new group greets a team that has long been set up.
 */
export interface Moves {
  /** Before the update waits its turn behind others. */
  note(update: TelegramUpdate): Promise<void>
  /** Whether the bot's coming into a chat was such a move; waits a moment for the news of it. */
  explains(interaction: Interaction): Promise<boolean>
}

export function moves(dialogues: Dialogues, botId: () => string): Moves {
  const keyOf = (chat: string) => `moved:${botId()}:${chat}`
  return {
    async note({ message }) {
      const chat = message?.migrate_to_chat_id ?? (message?.migrate_from_chat_id === undefined ? undefined : message.chat.id)
      if (chat !== undefined) await dialogues.save(keyOf(String(chat)), { kind: 'moved' }, expiry(limits.moveHours))
    },
    async explains({ event, where: { conversation } }) {
      const isNewSupergroup = event.kind === 'joined' && event.joined === 'bot' && conversation.startsWith(SUPERGROUP)
      if (!isNewSupergroup) return false
      if ((await dialogues.load(keyOf(conversation))) !== undefined) return true
      await wait(limits.moveToldWithinMs, undefined, { ref: false })
      return (await dialogues.load(keyOf(conversation))) !== undefined
    },
  }
}

const SUPERGROUP = '-100'
