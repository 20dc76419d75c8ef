import type { SentFile } from '../../chat/model.js'
import type { CardView } from './view.js'

export interface PlaygroundMessage {
  readonly id: string
  /** Rises with each message and each edit: a page that was away asks for what came after the last it saw. */
  readonly revision: number
  readonly conversation: string
  /** The message whose thread it stands in. */
  readonly under: string | null
  /** The one person who sees it; null: everybody in the conversation. */
  readonly visibleTo: string | null
  readonly content: MessageContent
  /** UTC instant, ISO 8601, by the bot's clock. */
  readonly at: string
}

export interface MessageContent {
  /** A person's account; null: the bot. */
  readonly author: string | null
  /** A person's words. */
  readonly words?: string
  readonly card?: CardView
  /** Stands with the card; its bytes are fetched by the message's id. */
  readonly file?: { readonly name: string; readonly bytes: number }
  readonly edits: number
}

export type NewMessage = Pick<PlaygroundMessage, 'conversation' | 'under' | 'visibleTo' | 'at'> & {
  readonly key?: string
  readonly content: Omit<MessageContent, 'file'>
  readonly file?: SentFile
}

/** Where the playground keeps what was said; the store implements it. */
export interface Messages {
  /** The same key again gives the message that stands under it. */
  add(message: NewMessage): Promise<PlaygroundMessage>
  /** Puts another card in a message's place; undefined when there is no such message. */
  replace(id: string, card: CardView): Promise<PlaygroundMessage | undefined>
  find(id: string): Promise<PlaygroundMessage | undefined>
  /** The file that was sent with a message; undefined when there is none. */
  file(id: string): Promise<SentFile | undefined>
  /** What was added or edited after a revision and this person may see, oldest revision first. */
  since(revision: number, viewer: string): Promise<PlaygroundMessage[]>
}

/** Whether a person may see a message: private chats belong to one person, and so do private answers. */
export function isVisible(message: PlaygroundMessage, viewer: string): boolean {
  if (message.conversation.startsWith('dm:') && message.conversation !== privateChat(viewer)) return false
  return message.visibleTo === null || message.visibleTo === viewer
}

export function privateChat(person: string): string {
  return `dm:${person}`
}
