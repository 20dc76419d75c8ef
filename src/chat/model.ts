/**
 * The contract between what the bot says and the platforms it says it on. Handlers take an Interaction and return Replies;
 * adapters make Interactions of a platform's events and put Replies into a platform's messages. Nothing here belongs to one platform.
 */
import type { Text } from './text.js'

export type Platform = 'slack' | 'telegram' | 'playground'

export type Language = 'en' | 'zh-CN'

// ── In ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Something a person did. Plain JSON all through, so that the inbox can keep it over a restart. */
export interface Interaction {
  /** The platform's own id of this delivery: the same event delivered twice carries it twice. */
  readonly deliveryId: string
  readonly platform: Platform
  readonly who: Who
  readonly where: Where
  /** UTC instant, ISO 8601. */
  readonly at: string
  readonly event: Event
  /** What the adapter needs to answer this one (a response URL, a callback's id): its own business, kept as it is. */
  readonly answerBy: Readonly<Record<string, string>>
}

export interface Who {
  /** The person's id on the platform. */
  readonly externalId: string
  readonly name: string
  /** BCP 47, where the platform tells it. */
  readonly locale?: string
  /** IANA zone, where the platform tells it. */
  readonly zone?: string
}

export interface Where {
  /** Slack: the workspace's id. Telegram: the group's chat id, or the bot's id in a private chat. */
  readonly workspace: string
  readonly workspaceName?: string
  readonly conversation: string
  readonly conversationName?: string
  readonly kind: 'channel' | 'private'
  /** Slack: the thread's root. Telegram: the forum topic. */
  readonly thread?: string
  /** The message that carries the pressed button, or the one replied to. */
  readonly message?: string
}

export type Event =
  | { readonly kind: 'command'; readonly name: string; readonly text: string; readonly mentions: readonly Mention[] }
  | { readonly kind: 'press'; readonly action: string }
  | { readonly kind: 'submit'; readonly form: string; readonly context: string; readonly values: FormValues }
  | { readonly kind: 'words'; readonly text: string; readonly mentionsBot: boolean }
  | { readonly kind: 'joined'; readonly joined: 'bot' | 'person' }
  | { readonly kind: 'left'; readonly left: 'bot' | 'person' }
  | { readonly kind: 'moved'; readonly toConversation: string }
  | { readonly kind: 'home' }

/** Somebody named in a command's text; `text` holds the exact words that stood for them there. */
export interface Mention {
  readonly text: string
  readonly externalId?: string
  readonly name: string
  /** Said where nobody can answer for it. */
  readonly account?: 'bot' | 'closed'
}

/** What stood in a form's fields when it was sent. A file field without a file is not among them. */
export type FormValues = Readonly<Record<string, string | readonly string[] | boolean | SentFile>>

/** A file that somebody sent with a form, or that is sent to somebody: small, since it travels as JSON. */
export interface SentFile {
  /** As the person's machine calls it. Of a file that is sent out: letters, digits, `-`, `_` and dots, which no platform minds. */
  readonly name: string
  readonly base64: string
}

// ── Out ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a handler asks to be done in answer. It never calls a platform. */
export type Reply =
  /** Seen by the asking person only. */
  | { readonly kind: 'answer'; readonly card: Card }
  /** Seen by all, where the interaction came from (in its thread, if it came from one). */
  | { readonly kind: 'post'; readonly card: Card }
  /** Takes the place of the message that carries the pressed button. */
  | { readonly kind: 'replace'; readonly card: Card }
  | { readonly kind: 'open'; readonly form: Form }
  /** In answer to a submission: the form stays open and says what to mend. */
  | { readonly kind: 'errors'; readonly errors: readonly FieldError[] }
  /** A passing word on a pressed button. */
  | { readonly kind: 'toast'; readonly text: Text }
  | { readonly kind: 'home'; readonly card: Card }

/** A message, said neutrally. The adapter decides how it looks, splits or pages it, and always makes a plain-text form too. */
export interface Card {
  readonly title?: Text
  readonly lines: readonly Line[]
  /** In rows as the platform allows. */
  readonly buttons?: readonly Button[]
  /** Small print below all else. */
  readonly note?: Text
}

export type Line =
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'text'; readonly text: Text }
  /** Small print in place, such as the rules under a board. */
  | { readonly kind: 'small'; readonly text: Text }
  /** Set apart as people's own words. */
  | { readonly kind: 'quote'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** A bar. `doneShare` and `paceShare` are shares of one; above one the bar is full. `paceShare` marks where the curve stands today. */
  | { readonly kind: 'progress'; readonly label: Text; readonly value: Text; readonly doneShare: number; readonly paceShare?: number }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Text[])[] }
  | { readonly kind: 'picture'; readonly url: string; readonly alt: Text }
  | { readonly kind: 'divider' }

export interface Fact {
  readonly label: Text
  readonly value: Text
}

export interface Column {
  readonly label: Text
  readonly align: 'start' | 'end'
}

export interface Button {
  readonly label: Text
  /** `area:verb:id…`, at most 64 bytes of ASCII: a request like any other, checked for who presses it. */
  readonly action: string
  readonly style?: 'primary' | 'danger'
  /** Asked before it counts, where the platform can. */
  readonly confirm?: Text
}

/** Questions with answers to send. Slack: a modal. Telegram: a guided dialogue. Playground: a dialog. */
export interface Form {
  /** Routes the submission: `submit` events carry it as `form`. */
  readonly key: string
  /** What the form is about, given back with the submission: ids only, at most 1000 bytes, never trusted. */
  readonly context: string
  readonly title: Text
  readonly intro?: readonly Line[]
  readonly fields: readonly Field[]
  readonly submit: Text
}

export type Field = FieldBase &
  (
    | { readonly kind: 'text'; readonly initial?: string; readonly maxLength?: number; readonly long?: boolean }
    /** Comes back as typed: the handler's schema reads it. */
    | { readonly kind: 'number'; readonly initial?: string; readonly unit?: Text }
    | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly initial?: string }
    | { readonly kind: 'choices'; readonly options: readonly Option[]; readonly initial?: readonly string[] }
    /** YYYY-MM-DD. Where days are offered to choose from, they run back from the first value, or on from `comingFrom`. */
    | { readonly kind: 'date'; readonly initial?: string; readonly comingFrom?: string }
    | { readonly kind: 'toggle'; readonly initial?: boolean }
    /** One file. The extensions, in lower case without a dot, say what to offer; what a file is, the handler sees by its content. */
    | { readonly kind: 'file'; readonly extensions: readonly string[]; readonly maxBytes: number }
  )

interface FieldBase {
  readonly name: string
  readonly label: Text
  readonly hint?: Text
  /** Without it an empty answer is refused, by the platform or by the handler. */
  readonly optional?: boolean
}

export interface Option {
  /** At most 75 bytes. */
  readonly value: string
  readonly label: Text
}

export interface FieldError {
  /** The field's name; empty for the form as a whole. */
  readonly field: string
  readonly text: Text
}

// ── Delivery ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A message as the platform knows it, for editing it and answering in its thread. */
export interface MessageRef {
  readonly conversation: string
  readonly message: string
  /** The thread (Slack) or topic (Telegram) it stands in. */
  readonly thread?: string
}

/** Where a delivery goes. `private` means one person's direct chat. */
export type Destination =
  | { readonly kind: 'conversation'; readonly workspace: string; readonly conversation: string; readonly thread?: string }
  | { readonly kind: 'private'; readonly workspace: string; readonly person: string }

/** One message on its way out of the outbox, its words already in a language. */
export interface Outgoing {
  /** Unique per organisation; the platform carries it along where it can, so that an uncertain attempt can be looked up. */
  readonly key: string
  readonly to: Destination
  /** Post into this message's thread (Telegram: as a reply to it). */
  readonly under?: MessageRef
  /** Edit this message instead of posting. */
  readonly replaces?: MessageRef
  readonly card: Card
  readonly say: Say
  /** Sent along, the card being a few words that stand with it. Only to one person. Where the platform does not take it, the person is told why in its place. */
  readonly file?: SentFile
  /** Where the person asked for this: what cannot reach them in private is answered there. */
  readonly askedIn?: AskedIn
  /** An earlier attempt of this very delivery may have arrived: ask the platform first where it can be asked. */
  readonly mayHaveArrived: boolean
  /** UTC instant of the first attempt, ISO 8601: how far back to look. */
  readonly firstTriedAt: string
}

/** A conversation of several people in which one of them asked for something. */
export interface AskedIn {
  readonly name: string
  /** The command that asks for it, without a slash. */
  readonly command: string
  readonly conversation: string
  readonly thread?: string
}

/** A sentence in the reader's language, as plain text: escaping is the adapter's. */
export type Say = (text: Text) => string

/** Why a delivery did not succeed, in the only terms the outbox acts on. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  constructor(
    readonly outcome: /** Certainly not arrived: try again, after the given time if there is one. */
      | { readonly kind: 'not-sent'; readonly retryAfterMs?: number; readonly scope: 'lane' | 'platform' }
      /** It may have arrived: the connection was lost after sending. */
      | { readonly kind: 'uncertain' }
      /** It never will: the chat is gone, the bot was removed, the message to edit no longer exists. */
      | { readonly kind: 'refused'; readonly reason: string /** Nothing can be written there at all. */; readonly isClosed?: boolean }
      /** The conversation lives under a new id (a Telegram group that became a supergroup). */
      | { readonly kind: 'moved'; readonly toConversation: string },
    options?: ErrorOptions,
  ) {
    super(`Delivery: ${outcome.kind}${outcome.kind === 'refused' ? ` (${outcome.reason})` : ''}`, options)
  }
}

/** What the house gives an adapter. */
export interface Intake {
  /** Handles it now and returns once its effects are committed. The adapter then carries out the replies. Never rejects: a bug becomes an answer with an id. */
  handle(interaction: Interaction): Promise<Answer>
  /** Stores it in the inbox and returns once it is safe; it is worked on afterwards and answered through `Adapter.reply`. The same delivery id twice is stored once. */
  accept(interaction: Interaction): Promise<void>
}

/** Replies, with the language they are to be said in. */
export interface Answer {
  readonly replies: readonly Reply[]
  readonly say: Say
  readonly language: Language
}

/** What an adapter gives the house. */
export interface Adapter {
  readonly platform: Platform
  /** Connects. Resolves when it can receive and send. */
  start(intake: Intake): Promise<void>
  /** Takes nothing new in, finishes what is in hand. */
  stop(): Promise<void>
  isConnected(): boolean
  /** @throws DeliveryError for all that can go wrong outside; anything else is a bug */
  deliver(outgoing: Outgoing): Promise<MessageRef>
  /** Carries out the replies to an interaction that came out of the inbox. Best effort, as live answers are. */
  reply(interaction: Interaction, answer: Answer): Promise<void>
}
