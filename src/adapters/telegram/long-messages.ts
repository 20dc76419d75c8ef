import type { Logger } from 'pino'
import { z } from 'zod'
import type { MessageRef, Outgoing } from '../../chat/model.js'
import { type Dialogues, expiry } from './dialogues.js'
import { limits } from './limits.js'

/** How far a delivery of several messages has come. */
export interface Progress {
  /** The message that stands for the whole. */
  readonly first: MessageRef
  readonly sent: number
}

/**
 * What is kept of deliveries that take several messages: how far each came, so that another attempt goes on where the last one stopped,
 * and which whole a part belongs to, so that a reply to any part is one to the whole.
 */
export interface LongMessages {
  /** @returns undefined when nothing was sent yet, as far as is known */
  progress(outgoing: Outgoing): Promise<Progress | undefined>
  /** Best effort: what is not kept is sent again. */
  note(outgoing: Outgoing, progress: Progress, part: MessageRef): Promise<void>
  /** The message that stands for the whole; the message itself when it is no later part of one. */
  wholeOf(conversation: string, message: string): Promise<string>
}

const kept = z.object({
  first: z.object({ conversation: z.string(), message: z.string(), thread: z.string().exactOptional() }),
  sent: z.number().int(),
})
const whole = z.object({ message: z.string() })

export function longMessages(dialogues: Dialogues, log: Logger): LongMessages {
  return {
    async progress(outgoing) {
      const found = kept.safeParse(await dialogues.load(progressKey(outgoing)))
      return found.success ? found.data : undefined
    },
    async note(outgoing, { first, sent }, part) {
      try {
        await dialogues.save(progressKey(outgoing), { first: { ...first }, sent }, expiry(limits.progressHours))
        if (part.message === first.message) return
        await dialogues.save(partKey(part.conversation, part.message), { message: first.message }, expiry(limits.partDays * 24))
      } catch (error) {
        log.warn({ err: error, key: outgoing.key }, 'The progress of a long message could not be kept')
      }
    },
    async wholeOf(conversation, message) {
      const found = whole.safeParse(await dialogues.load(partKey(conversation, message)))
      return found.success ? found.data.message : message
    },
  }
}

/** A key is unique in its organisation, and a chat belongs to one. */
function progressKey({ key, to }: Outgoing): string {
  return `progress:${to.kind === 'private' ? to.person : to.conversation}:${key}`
}

function partKey(conversation: string, message: string): string {
  return `part:${conversation}:${message}`
}
