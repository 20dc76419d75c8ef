import type { Logger } from 'pino'
import type { Destination, MessageRef, Outgoing } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import type { CardButtons } from './card-buttons.js'
import { toDeliveryError } from './failure.js'
import type { Messenger, Place, Spot } from './messenger.js'
import { render, renderInOne } from './render.js'
import { sendFollowing } from './replies.js'

/**
 * Posts or edits one message of the outbox, in one attempt: when to try again is the outbox's to say.
 *
 * Telegram takes no key with a message and cannot be asked what it has posted. So when an earlier attempt may have arrived, the
 * message is sent again: a team's daily post that never comes hurts more than one that comes twice, and it comes twice only when the
 * connection broke between Telegram's taking it and its answer. Edits say the same thing twice and so lose nothing.
 *
 * A long card is several messages; the first is the ref. Once it stands, the delivery counts as done: a later part that fails is
 * logged, since trying again would post the first twice.
 *
 * @throws DeliveryError
 */
export async function deliver(
  { to, under, replaces, card, say }: Outgoing,
  messenger: Messenger,
  buttons: CardButtons,
  log: Logger,
): Promise<MessageRef> {
  const markup = await buttons.markup(card.buttons, say)
  try {
    if (replaces !== undefined) {
      await messenger.edit(spotOf(replaces), renderInOne(card, say, say(text('telegram-left-out'))), markup, 'none')
      return replaces
    }
    const place = placeOf(to, under)
    const [first, ...others] = render(card, say)
    const spot = await messenger.send(place, first, others.length === 0 ? markup : undefined, 'none')
    await sendFollowing(messenger, log, place, spot, others, markup)
    return refOf(spot)
  } catch (error) {
    throw toDeliveryError(error, messenger.isFlooding())
  }
}

function placeOf(to: Destination, under: MessageRef | undefined): Place {
  const replyTo = under === undefined ? {} : { replyTo: under.message }
  if (to.kind === 'private') return { chat: to.person, ...replyTo }
  const thread = under?.thread ?? to.thread
  return { chat: to.conversation, ...(thread === undefined ? {} : { thread }), ...replyTo }
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
