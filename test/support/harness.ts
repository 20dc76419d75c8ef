/**
 * People at a platform, told the same way for all of them: the contract suite and the journeys are written once against this,
 * and each fake platform (real sockets, the platform's limits checked on every call) implements it.
 */
import type { Platform } from '../../src/chat/model.js'

export interface Harness {
  readonly platform: Platform
  /** A channel or group that the bot is a member of. Made on first use; joining is told to the bot as the platform does. */
  channel(name: string): Promise<Channel>
  person(name: string, options?: { language?: string; zone?: string }): Promise<Persona>
  /** The person comes into a channel that the bot is in, and the bot is told. */
  join(person: Persona, channel: Channel): Promise<void>
  /** What the product did wrong by the platform's rules, in words; empty when all calls were right. */
  violations(): readonly string[]
  /** Every call the product made, oldest first. */
  calls(): readonly { readonly method: string; readonly params: Readonly<Record<string, unknown>>; readonly at: number }[]
  /** The next `times` calls of `method` go wrong in this way. */
  fault(method: string, fault: Fault, times?: number): void
  /** The platform sends the event it sent last once more (a redelivery). */
  redeliverLast(): Promise<void>
  close(): Promise<void>
}

export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'server-error' }
  /** The effect happens, the answer is lost. */
  | { readonly kind: 'reply-lost' }
  /** The connection breaks before anything happens. */
  | { readonly kind: 'connection-cut' }
  /** The platform's own refusal, e.g. `channel_not_found`. */
  | { readonly kind: 'refused'; readonly error: string }

export interface Channel {
  readonly id: string
  readonly name: string
  /** Everything posted there that all can see, threads included, oldest first, as it reads now. */
  posts(): readonly SeenMessage[]
  /** Waits until a post satisfies the test (all that are there already count, from `after` on). */
  waitFor(
    matches: string | RegExp | ((message: SeenMessage) => boolean),
    options?: { timeoutMs?: number; under?: SeenMessage },
  ): Promise<SeenMessage>
}

export interface Persona {
  readonly id: string
  readonly name: string
  /** Types a command, e.g. `/target week`, in the channel or (without one) in the private chat with the bot. Resolves when the platform has been acknowledged. */
  command(words: string, where?: Channel): Promise<void>
  /** Writes words in the channel, in the thread of (Telegram: as a reply to) a message, or in the private chat. */
  say(words: string, where?: Channel, under?: SeenMessage): Promise<void>
  /** Presses a button by its label on the given message, or on the newest message this person can see that has it. */
  press(label: string | RegExp, on?: SeenMessage): Promise<void>
  /** Waits for a form to be open before this person and gives it as it looks. */
  form(options?: { timeoutMs?: number }): Promise<SeenForm>
  /** Fills fields of the open form (by field name; the rest stays as it is) and sends it. On Telegram this walks the dialogue's buttons and messages. */
  fill(values: Readonly<Record<string, string | readonly string[] | boolean | ChosenFile>>): Promise<void>
  /** Closes or cancels the open form. */
  dismiss(): Promise<void>
  /** What only this person sees: private answers in channels, direct messages, toasts. Oldest first. */
  privately(): readonly SeenMessage[]
  waitForPrivately(matches: string | RegExp | ((message: SeenMessage) => boolean), options?: { timeoutMs?: number }): Promise<SeenMessage>
  /** Saves the file that stands with a message. */
  download(on: SeenMessage): Promise<ChosenFile>
  /** Slack's App Home; undefined elsewhere or where none was published. */
  home(): SeenMessage | undefined
  /** Presses and messages this person needed since the last call: how much work a thing is. */
  tapsSinceLastAsked(): number
}

/** A file on a person's machine: for a form's file field, or saved from a message. */
export interface ChosenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface SeenMessage {
  readonly id: string
  /** All that can be read on it, from top to bottom, buttons not included. */
  readonly text: string
  readonly buttons: readonly string[]
  /** The id of the message whose thread it is in, or which it replies to. */
  readonly under?: string
  readonly kind: 'message' | 'private' | 'toast' | 'home'
  /** The name of the file that stands with it. */
  readonly file?: string
  readonly edits: number
}

export interface SeenForm {
  readonly title: string
  readonly text: string
  readonly fields: readonly {
    readonly name: string
    readonly label: string
    readonly value: string
    readonly options?: readonly string[]
  }[]
  /** What is to be mended, by field name (empty name: the whole form). */
  readonly errors: Readonly<Record<string, string>>
}
