import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { DeliveryError, type Destination, type MessageRef, type Outgoing } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import type { CardButtons } from './card-buttons.js'
import { toDeliveryError } from './failure.js'
import { handOver } from './hand-over.js'
import { limits } from './limits.js'
import type { LongMessages, Progress } from './long-messages.js'
import type { Messenger, Place, Spot } from './messenger.js'
import { type Part, partsOf } from './parts.js'
import { renderInOne } from './render.js'

interface Deps {
  readonly messenger: Messenger
  readonly buttons: CardButtons
  readonly longMessages: LongMessages
  readonly botUsername: () => string
  readonly log: Logger
}

/**
 * Posts or edits one message of the outbox, in one attempt: when to try again is the outbox's to say.
 *
 * Telegram takes no key with a message and cannot be asked what it has posted. So when an earlier attempt may have arrived, the
 * message is sent again: a team's daily post that never comes hurts more than one that comes twice, and it comes twice only when the
 * connection broke between Telegram's taking it and its answer. Edits say the same thing twice and so lose nothing.
 *
 * A long card is several messages, the first of which is the ref. An attempt that fails half-way is gone on with where it stopped.
 *
 * @throws DeliveryError
 */
export async function deliver(outgoing: Outgoing, deps: Deps): Promise<MessageRef> {
  const { to, card, say } = outgoing
  const { messenger, buttons } = deps
  const replaces = inChat(outgoing.replaces, to)
  try {
    if (outgoing.file !== undefined) return refOf(await handOver(outgoing, outgoing.file, deps))
    if (replaces === undefined) return await post(outgoing, await partsOf(card, say, buttons), deps)
    const [markup] = await buttons.markups(card.buttons, say)
    await messenger.edit(spotOf(replaces), renderInOne(card, say, say(text('telegram-left-out'))), markup, 'none')
    return replaces
  } catch (error) {
    throw toDeliveryError(error, messenger.isFlooding())
  }
}

async function post(outgoing: Outgoing, parts: readonly [Part, ...Part[]], { messenger, longMessages }: Deps): Promise<MessageRef> {
  const place = placeOf(outgoing.to, inChat(outgoing.under, outgoing.to))
  const [{ words, markup }, ...others] = parts
  if (others.length === 0) return refOf(await messenger.send(place, words, markup, 'none'))

  const begunAt = performance.now()
  let progress: Progress | undefined = await longMessages.progress(outgoing)
  for (const part of parts.slice(progress?.sent ?? 0)) {
    if (progress !== undefined) await takeTurn(begunAt)
    const replyTo = progress === undefined ? {} : { replyTo: progress.first.message }
    const ref = refOf(await messenger.send({ ...place, ...replyTo }, part.words, part.markup, 'none'))
    progress = { first: progress?.first ?? ref, sent: (progress?.sent ?? 0) + 1 }
    await longMessages.note(outgoing, progress, ref)
  }
  if (progress === undefined) throw new Error(`Cannot post ${outgoing.key}: it has no parts`)
  return progress.first
}

/**
 * One message a second is what a chat takes. A very long delivery gives its turn up for another attempt to go on with, since the outbox
 * takes an attempt that lasts too long for dead.
 */
async function takeTurn(begunAt: number): Promise<void> {
  if (performance.now() - begunAt > limits.deliveryMs)
    throw new DeliveryError({ kind: 'not-sent', scope: 'lane', retryAfterMs: limits.betweenPartsMs })
  await wait(limits.betweenPartsMs)
}

/**
 * A message of this very chat. One of another is from before the group became a supergroup: nothing there can be edited or answered
 * any more, and here its number may be another message's.
 */
function inChat(ref: MessageRef | undefined, to: Destination): MessageRef | undefined {
  return ref?.conversation === chatOf(to) ? ref : undefined
}

function chatOf(to: Destination): string {
  return to.kind === 'private' ? to.person : to.conversation
}

function placeOf(to: Destination, under: MessageRef | undefined): Place {
  const thread = under?.thread ?? (to.kind === 'conversation' ? to.thread : undefined)
  return {
    chat: chatOf(to),
    ...(thread === undefined ? {} : { thread }),
    ...(under === undefined ? {} : { replyTo: under.message }),
  }
}

function spotOf({ conversation, message }: MessageRef): Spot {
  return { kind: 'message', chat: conversation, message }
}

function refOf(spot: Spot): MessageRef {
  return {
    conversation: spot.chat,
    message: spot.kind === 'message' ? spot.message : spot.ephemeral,
    ...(spot.thread === undefined ? {} : { thread: spot.thread }),
  }
}
