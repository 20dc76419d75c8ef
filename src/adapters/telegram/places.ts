import type { Interaction } from '../../chat/model.js'
import type { CallbackAnswer } from './callback-answers.js'
import { limits } from './limits.js'
import type { EphemeralFor, Place, Spot } from './messenger.js'
import type { Words } from './render.js'

/** What stands open while replies are given. */
export interface ReplyContext {
  readonly callback?: CallbackAnswer | undefined
  /** The message of the dialogue that was just sent, and what it says from now on unless an answer takes its place. */
  readonly dialogue?: { readonly spot: Spot; readonly closing: Words } | undefined
}

/** What entitles to an ephemeral message: a fresh press, or a fresh command that was itself ephemeral. */
export function ephemeralFor({ who, at, answerBy }: Interaction): EphemeralFor | undefined {
  if (Date.now() - Date.parse(at) > limits.ephemeralWithinMs) return undefined
  const { callback, ephemeral } = answerBy
  if (callback !== undefined) return { person: who.externalId, callback }
  if (ephemeral !== undefined) return { person: who.externalId, inAnswerTo: ephemeral }
  return undefined
}

/** Where all can see it: in the topic, in answer to the pressed or replied-to message, or else to the command. */
export function groupPlace({ where, answerBy }: Interaction): Place {
  const about = where.message ?? (answerBy.ephemeral === undefined && where.kind === 'channel' ? answerBy.message : undefined)
  return {
    chat: where.conversation,
    ...(where.thread === undefined ? {} : { thread: where.thread }),
    ...(about === undefined ? {} : { replyTo: about }),
  }
}

/** The message that `replace` replaces: the pressed button's, be it the one that opened the form which is now sent. */
export function pressedSpot({ where, who, answerBy }: Interaction): Spot | undefined {
  const { pressed, pressedEphemeral } = answerBy
  const chat = where.conversation
  if (pressedEphemeral !== undefined) return { kind: 'ephemeral', chat, ephemeral: pressedEphemeral, person: who.externalId }
  return pressed === undefined ? undefined : { kind: 'message', chat, message: pressed }
}
