import type { Logger } from 'pino'
import { DeliveryError, type Outgoing, type SentFile } from '../../chat/model.js'
import { plainCard } from '../../chat/plain.js'
import { text } from '../../chat/text.js'
import { loggable, toDeliveryError } from './failure.js'
import { escapeHtml } from './html.js'
import type { Messenger, Spot } from './messenger.js'
import { startMe } from './start-me.js'

interface Deps {
  readonly messenger: Messenger
  readonly botUsername: () => string
  readonly log: Logger
}

/**
 * Sends a file to the person's private chat. What Telegram does not take is answered in its place; and where the person has never pressed
 * Start, in the group in which they asked. Rejects with what is neither: when to try again is the outbox's to say.
 */
export async function handOver(
  { to, card, say, askedIn, key }: Outgoing,
  file: SentFile,
  { messenger, botUsername, log }: Deps,
): Promise<Spot> {
  const chat = to.kind === 'private' ? to.person : to.conversation
  try {
    return await messenger.sendFile({ chat }, file, plainCard(card, say), 'none')
  } catch (error) {
    const refused = refusalOf(toDeliveryError(error, messenger.isFlooding()))
    if (refused === undefined || (refused.isClosed === true && askedIn === undefined)) throw error
    log.warn({ ...loggable(error), key }, 'A file was refused; its person is told')
    if (refused.isClosed !== true || askedIn === undefined) {
      const words = say(text('file-not-sent', { name: file.name, why: text('telegram-file-refused') }))
      return messenger.send({ chat }, { html: escapeHtml(words) }, undefined, 'none')
    }
    const { conversation, thread, name, command } = askedIn
    const group = { chat: conversation, ...(thread === undefined ? {} : { thread }) }
    return messenger.send(group, startMe(say, name, botUsername(), command), undefined, 'none').catch(() => {
      throw error
    })
  }
}

function refusalOf(failed: unknown) {
  return failed instanceof DeliveryError && failed.outcome.kind === 'refused' ? failed.outcome : undefined
}
