import type { Dialogue, EndedDialogue } from './dialogue-state.js'
import type { Place, Spot } from './messenger.js'
import type { Pressed } from './received.js'

/**
 * A form is kept before its message is sent, so that a process that dies in between leaves one that can be filled in; until the message's id
 * is known, these say which message is meant.
 */

/** Of a form on the way when its process died, the press itself tells where it arrived; one on an older form is not on this. */
export function foundAt(
  dialogue: Dialogue | EndedDialogue | undefined,
  { messageId, ephemeralId }: Pressed,
): Dialogue | EndedDialogue | undefined {
  if (dialogue?.kind !== 'open' || dialogue.sending === undefined) return dialogue
  const { sending, ...rest } = dialogue
  const { chat, thread, ...at } = dialogue.spot
  if (at.kind === 'ephemeral')
    return ephemeralId === undefined || ephemeralId <= sending.after
      ? dialogue
      : { ...rest, spot: { ...at, chat, thread, ephemeral: String(ephemeralId) } }
  if (ephemeralId !== undefined || messageId <= sending.after) return dialogue
  return { ...rest, spot: { kind: 'message', chat, thread, message: String(messageId) } }
}

/** Where a message will stand, its id still unknown. */
export function spotIn({ chat, thread, onlyFor }: Place): Spot {
  return onlyFor === undefined
    ? { kind: 'message', chat, thread, message: '0' }
    : { kind: 'ephemeral', chat, thread, ephemeral: '0', person: onlyFor.person }
}

/** A chat's messages are numbered as they come. */
export function newestOf(dialogue: Dialogue | EndedDialogue | undefined): number {
  if (dialogue?.kind !== 'open') return 0
  return Number(dialogue.spot.kind === 'ephemeral' ? dialogue.spot.ephemeral : dialogue.spot.message)
}
