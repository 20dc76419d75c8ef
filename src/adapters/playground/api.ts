import { z } from 'zod'
import type { Cast } from './cast.js'
import type { Command } from './commands.js'
import type { DemoClock } from './demo-clock.js'
import type { Outcome } from './live.js'
import type { PlaygroundMessage } from './messages.js'
import type { PageWords } from './page-words.js'

/**
 * What the page asks below /playground/api, and what it is answered. The page's scripts take their types from here, so that neither side can
 * change without the other; they are checked for a browser, so nothing that this file imports may need Node.
 */

export const language = z.enum(['en', 'zh-CN'])
const words = z.string().trim().min(1).max(4_000)
const id = z.string().min(1).max(100)
const sentFile = z.strictObject({ name: z.string().max(255), base64: z.base64().max(2_000_000) })

/** What a person does on the page. */
export const act = z.strictObject({
  person: id,
  language,
  conversation: id,
  thread: id.optional(),
  message: id.optional(),
  act: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('say'), words }),
    z.strictObject({ kind: z.literal('press'), action: z.string().min(1).max(64) }),
    z.strictObject({
      kind: z.literal('submit'),
      form: z.string().min(1).max(64),
      context: z.string().max(1_000),
      values: z.record(z.string().max(64), z.union([z.string().max(4_000), z.array(z.string().max(200)).max(200), z.boolean(), sentFile])),
    }),
    z.strictObject({ kind: z.literal('join') }),
  ]),
})
export type Act = z.infer<typeof act>

/** To an instant, ISO 8601. */
export const move = z.strictObject({ to: z.iso.datetime({ offset: true }) })
export type Move = z.infer<typeof move>

/** Whose messages to hear, and from which revision on. */
export const stream = z.object({ person: id, since: z.coerce.number().int().min(0).default(0) })

/** Who fetches the file of a message. */
export const download = z.object({ person: id })

/** What the page knows before anything is said. */
export interface StateAnswer extends Cast {
  readonly clock: ClockView
  readonly words: PageWords
  readonly commands: readonly Command[]
}

export interface ClockView {
  /** UTC instant, ISO 8601. */
  readonly now: string
  /** IANA. */
  readonly zone: string
  readonly moments: Awaited<ReturnType<DemoClock['moments']>>
}

export interface ActAnswer extends Outcome {
  /** Nothing was done. The page offers nothing that would be answered so. */
  readonly error?: 'nobody' | 'not yours'
}

export interface ClockAnswer extends Pick<ClockView, 'now' | 'moments'> {
  /** False for an instant that is past. */
  readonly moved: boolean
}

/** By the path's last part. */
export interface Posts {
  readonly act: { readonly asked: Act; readonly answered: ActAnswer }
  readonly clock: { readonly asked: Move; readonly answered: ClockAnswer }
}

/** What the stream of messages carries, by the event's name. */
export interface StreamEvents {
  readonly message: PlaygroundMessage
  /** All that was said before the page was opened has been sent. */
  readonly 'caught-up': { readonly revision: number }
  readonly outcome: Outcome
  /** From time to time, also as a sign of life. */
  readonly clock: Pick<ClockView, 'now'>
}
