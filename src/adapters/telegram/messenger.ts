import { setTimeout as wait } from 'node:timers/promises'
import { type Api, InputFile } from 'grammy'
import type { InlineKeyboardMarkup, ReplyParameters } from 'grammy/types'
import type { SentFile } from '../../chat/model.js'
import { failureOf, isNotModified } from './failure.js'
import { limits } from './limits.js'
import type { Words } from './render.js'
import { cut } from './rich.js'

/** Where a new message goes. */
export interface Place {
  readonly chat: string
  /** A forum's topic. */
  readonly thread?: string
  readonly replyTo?: string
  /** Makes it ephemeral: seen by one person in a group. */
  readonly onlyFor?: EphemeralFor
}

export interface EphemeralFor {
  readonly person: string
  /** The press that allows it. */
  readonly callback?: string
  /** The ephemeral command that allows it. */
  readonly inAnswerTo?: string
}

/** Where a message of the bot stands. */
export type Spot =
  | { readonly kind: 'message'; readonly chat: string; readonly message: string; readonly thread?: string | undefined }
  | {
      readonly kind: 'ephemeral'
      readonly chat: string
      readonly ephemeral: string
      readonly person: string
      readonly thread?: string | undefined
    }

/** Whether a call sits out Telegram's flood control: a live answer does for a little while. */
export type Patience = 'none' | 'live'

/** Sends and edits. Every method rejects with what grammY throws; flood control alone is sat out, as patience allows. */
export interface Messenger {
  send(place: Place, words: Words, markup: InlineKeyboardMarkup | undefined, patience: Patience): Promise<Spot>
  /** A document with a few words of plain text under it. */
  sendFile(place: Place, file: SentFile, words: string, patience: Patience): Promise<Spot>
  /** Asks for words: opens the reply box of those whom it answers or mentions. Such a message cannot be edited later. */
  ask(place: Place, words: Words, placeholder: string): Promise<Spot>
  /** "Not modified" counts as done. */
  edit(spot: Spot, words: Words, markup: InlineKeyboardMarkup | undefined, patience: Patience): Promise<void>
  editButtons(spot: Spot, markup: InlineKeyboardMarkup | undefined): Promise<void>
  remove(spot: Spot): Promise<void>
  /** Whether more is being sent than Telegram lets one bot send, over all chats. */
  isFlooding(): boolean
}

export function messenger(api: Api): Messenger {
  const sentAt: number[] = []
  const noteSent = () => {
    sentAt.push(Date.now())
    if (sentAt.length > limits.platformPerSecond) sentAt.shift()
  }
  const sendMessage = async (place: Place, words: Words, markup: Parameters<Api['sendMessage']>[2], patience: Patience): Promise<Spot> => {
    const message = await sitOutFlood(patience, () => {
      noteSent()
      return api.sendMessage(Number(place.chat), words.html, { ...formatting(words), ...placement(place), ...markup })
    })
    const thread = place.thread ?? (message.is_topic_message === true ? String(message.message_thread_id) : undefined)
    const ephemeral = message.ephemeral_message_id
    return place.onlyFor !== undefined && ephemeral !== undefined
      ? { kind: 'ephemeral', chat: place.chat, ephemeral: String(ephemeral), person: place.onlyFor.person, thread }
      : { kind: 'message', chat: place.chat, message: String(message.message_id), thread }
  }
  return {
    send: (place, words, markup, patience) => sendMessage(place, words, markup === undefined ? {} : { reply_markup: markup }, patience),
    async sendFile(place, { name, base64 }, words, patience) {
      const message = await sitOutFlood(patience, () => {
        noteSent()
        const document = new InputFile(Buffer.from(base64, 'base64'), name)
        return api.sendDocument(Number(place.chat), document, { caption: cut(words, limits.captionUnits), ...placement(place) })
      })
      return { kind: 'message', chat: place.chat, message: String(message.message_id), thread: place.thread }
    },
    ask: (place, words, placeholder) =>
      sendMessage(
        place,
        words,
        { reply_markup: { force_reply: true, selective: true, input_field_placeholder: placeholder.slice(0, 64) || '…' } },
        'live',
      ),
    edit: (spot, words, markup, patience) =>
      sitOutFlood(patience, async () => {
        const options = { ...formatting(words), ...(markup === undefined ? {} : { reply_markup: markup }) }
        await (spot.kind === 'message'
          ? api.editMessageText(Number(spot.chat), Number(spot.message), words.html, options)
          : api.raw.editEphemeralMessageText({ ...ephemeral(spot), text: words.html, ...options }))
      }).catch(unlessNotModified),
    editButtons: (spot, markup) =>
      sitOutFlood('live', async () => {
        const options = markup === undefined ? {} : { reply_markup: markup }
        await (spot.kind === 'message'
          ? api.editMessageReplyMarkup(Number(spot.chat), Number(spot.message), options)
          : api.raw.editEphemeralMessageReplyMarkup({ ...ephemeral(spot), ...options }))
      }).catch(unlessNotModified),
    async remove(spot) {
      await (spot.kind === 'message'
        ? api.deleteMessage(Number(spot.chat), Number(spot.message))
        : api.raw.deleteEphemeralMessage(ephemeral(spot)))
    },
    isFlooding: () => sentAt.length >= limits.platformPerSecond && Date.now() - (sentAt[0] ?? 0) < 1000,
  }
}

/** Tries again after a 429, which says that nothing was sent. Nothing else is tried twice: it could arrive twice. */
async function sitOutFlood<T>(patience: Patience, call: () => Promise<T>): Promise<T> {
  const mostSeconds = patience === 'live' ? limits.liveWaitSeconds : 0
  for (let attempt = 1; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      const failure = failureOf(error)
      const seconds = failure?.retryAfterSeconds
      if (failure?.code !== 429 || seconds === undefined || seconds > mostSeconds || attempt >= limits.floodAttempts) throw error
      await wait(seconds * 1000)
    }
  }
}

function formatting({ previewUrl }: Words) {
  const preview = previewUrl === undefined ? { is_disabled: true } : { url: previewUrl, prefer_large_media: true }
  return { parse_mode: 'HTML' as const, link_preview_options: preview }
}

function placement({ thread, replyTo, onlyFor }: Place) {
  return {
    ...(thread === undefined ? {} : { message_thread_id: Number(thread) }),
    ...(onlyFor === undefined ? {} : { ephemeral_message_parameters: ephemeralParameters(onlyFor) }),
    ...replyParameters(replyTo, onlyFor),
  }
}

function ephemeralParameters({ person, callback }: EphemeralFor) {
  return { receiver_user_id: Number(person), ...(callback === undefined ? {} : { callback_query_id: callback }) }
}

function replyParameters(replyTo: string | undefined, onlyFor: EphemeralFor | undefined): { reply_parameters?: ReplyParameters } {
  if (onlyFor?.inAnswerTo !== undefined) return { reply_parameters: { ephemeral_message_id: Number(onlyFor.inAnswerTo) } }
  if (replyTo === undefined || onlyFor !== undefined) return {}
  return { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }
}

function ephemeral({ chat, ephemeral, person }: Extract<Spot, { kind: 'ephemeral' }>) {
  return { chat_id: Number(chat), receiver_user_id: Number(person), ephemeral_message_id: Number(ephemeral) }
}

function unlessNotModified(error: unknown): void {
  if (!isNotModified(error)) throw error
}
