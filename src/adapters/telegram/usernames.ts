import type { Logger } from 'pino'
import { z } from 'zod'
import type { Interaction, Mention } from '../../chat/model.js'
import { type Dialogues, expiry } from './dialogues.js'
import { limits } from './limits.js'
import { nameOf } from './origin.js'
import type { TelegramUser } from './update.js'

/**
 * Whose a @username is: Telegram gives no id with one, and cannot be asked. Whoever has written to the bot, or joined where it is, is
 * known by theirs from then on.
 */
export interface Usernames {
  /** Best effort: a name that cannot be noted now is noted the next time. */
  note(people: readonly TelegramUser[]): Promise<void>
  /** The command with the accounts of those it names. */
  resolve(command: Interaction): Promise<Interaction>
}

const owner = z.object({ id: z.string(), name: z.string() })

export function usernames(dialogues: Dialogues, botId: () => string, log: Logger): Usernames {
  const keyOf = (username: string) => `username:${botId()}:${username.toLowerCase()}`
  /** Noted since the start, so that a name is written down once and not with each update. */
  const noted = new Set<string>()

  async function noteOne(person: TelegramUser): Promise<void> {
    const { id, username } = person
    if (username === undefined) return
    const name = nameOf(person)
    const known = JSON.stringify([username, id, name])
    if (noted.has(known)) return
    if (noted.size >= limits.usernamesRemembered) noted.clear()
    await dialogues.save(keyOf(username), { id: String(id), name }, expiry(limits.usernameDays * 24))
    noted.add(known)
  }

  async function withOwner(mention: Mention): Promise<Mention> {
    if (mention.externalId !== undefined) return mention
    const found = owner.safeParse(await dialogues.load(keyOf(mention.name)))
    return found.success ? { text: mention.text, externalId: found.data.id, name: found.data.name } : mention
  }

  return {
    async note(people) {
      try {
        for (const person of people) await noteOne(person)
      } catch (error) {
        log.warn({ err: error }, 'A username could not be noted')
      }
    },
    async resolve(command) {
      const { event } = command
      if (event.kind !== 'command' || event.mentions.length === 0) return command
      return { ...command, event: { ...event, mentions: await Promise.all(event.mentions.map(withOwner)) } }
    },
  }
}
