import type { Logger } from 'pino'
import type { Intake, Interaction } from '../../chat/model.js'
import { LANGUAGES, nearestLanguage, sayIn } from '../../chat/say.js'
import { type Text, text } from '../../chat/text.js'
import { unreachable } from '../../chat/unreachable.js'
import { type CallbackAnswer, toast } from './callback-answers.js'
import type { CardButtons } from './card-buttons.js'
import { isDialogueData } from './dialogue-data.js'
import type { DialogueDesk } from './dialogue-desk.js'
import { loggable } from './failure.js'
import { escapeHtml } from './html.js'
import type { Afterwards } from './lanes.js'
import type { LongMessages } from './long-messages.js'
import type { Messenger, Spot } from './messenger.js'
import type { Pressed, Received } from './received.js'
import type { Replier } from './replies.js'
import type { Usernames } from './usernames.js'

export interface House {
  readonly intake: Intake
  readonly desk: DialogueDesk
  readonly buttons: CardButtons
  readonly replies: Replier
  readonly usernames: Usernames
  readonly longMessages: LongMessages
  readonly messenger: Messenger
  readonly log: Logger
}

/**
 * Gives an update to whom it is for: a dialogue, the two steps of a button, or the house. Resolves when it is safe, with what
 * remains to be shown; rejects when it must come again.
 */
export async function takeReceived(received: Received, callback: CallbackAnswer | undefined, house: House): Promise<Afterwards> {
  switch (received.kind) {
    case 'command':
      return (
        (received.name === 'cancel' ? await house.desk.cancel(received.interaction) : undefined) ??
        handle(await house.usernames.resolve(received.interaction), undefined, house)
      )
    case 'unnamed':
      return () => askForName(received, house)
    case 'words': {
      const answered = await house.desk.words(received.interaction, received.text, received.repliesTo)
      if (answered !== undefined) return answered
      await house.intake.accept(await underTheWhole(received.interaction, house))
      return nothing
    }
    case 'document':
      return (
        (await house.desk.document(received.interaction, received.document, received.repliesTo)) ??
        sayWhy(received.interaction, text('telegram-file-unasked'), house)
      )
    case 'wordless':
      return sayWhy(received.interaction, text('telegram-words-only'), house)
    case 'press':
      if (callback === undefined) throw new Error(`Cannot take a press without its callback: ${received.interaction.deliveryId}`)
      return takePress(received, callback, house)
    case 'events':
      for (const interaction of received.interactions) await house.intake.accept(interaction)
      return nothing
    default:
      return unreachable(received)
  }
}

/** To who sent the bot something in private that it can do nothing with. In a group it was hardly meant for it. */
function sayWhy(interaction: Interaction, why: Text, { replies }: House): Afterwards {
  if (interaction.where.kind !== 'private') return nothing
  const language = nearestLanguage(interaction.who.locale) ?? 'en'
  const card = { lines: [{ kind: 'text' as const, text: why }] }
  return () => replies.carryOut(interaction, { replies: [{ kind: 'answer', card }], say: sayIn(language), language }, {})
}

/** A reply to a later part of a long message is one to the message. */
async function underTheWhole(words: Interaction, { longMessages }: House): Promise<Interaction> {
  const { conversation, message } = words.where
  if (message === undefined) return words
  return { ...words, where: { ...words.where, message: await longMessages.wholeOf(conversation, message) } }
}

/** In both languages: nobody's is known. */
async function askForName(
  { deliveryId, where, message }: Extract<Received, { kind: 'unnamed' }>,
  { messenger, log }: House,
): Promise<void> {
  const words = LANGUAGES.map((language) => sayIn(language)(text('telegram-who-are-you'))).join('\n\n')
  const thread = where.thread === undefined ? {} : { thread: where.thread }
  try {
    await messenger.send({ chat: where.conversation, ...thread, replyTo: message }, { html: escapeHtml(words) }, undefined, 'live')
  } catch (error) {
    log.warn({ ...loggable(error), deliveryId }, 'A reply could not be given')
  }
}

async function takePress(
  { interaction, data, pressed }: Extract<Received, { kind: 'press' }>,
  callback: CallbackAnswer,
  house: House,
): Promise<Afterwards> {
  if (isDialogueData(data)) return house.desk.press(interaction, data, pressed, callback)
  const confirm = await house.buttons.readConfirm(data)
  if (confirm === undefined) return handle(interaction, callback, house)
  if (confirm === 'ended') {
    return async () => {
      await toast(callback, sayIn(nearestLanguage(interaction.who.locale) ?? 'en'), text('telegram-confirm-ended'))
    }
  }
  const relabel = () => relabelQuietly(interaction, pressed, confirm.relabel(pressed.buttons), house)
  if (confirm.step === 'yes') {
    // The button goes back to its first look before the house answers, which may put another keyboard there.
    const afterwards = await handle({ ...interaction, event: { kind: 'press', action: confirm.action } }, callback, house)
    return async () => {
      await relabel()
      await afterwards()
    }
  }
  return async () => {
    await relabel()
    if (confirm.step === 'ask') await callback.toast(confirm.question)
    await callback.done()
  }
}

async function handle(interaction: Interaction, callback: CallbackAnswer | undefined, { intake, replies }: House): Promise<Afterwards> {
  const answer = await intake.handle(interaction)
  return () => replies.carryOut(interaction, answer, { callback })
}

async function relabelQuietly(
  { where, who }: Interaction,
  pressed: Pressed,
  markup: Parameters<Messenger['editButtons']>[1],
  { messenger, log }: House,
): Promise<void> {
  const chat = where.conversation
  const spot: Spot =
    pressed.ephemeralId === undefined
      ? { kind: 'message', chat, message: String(pressed.messageId) }
      : { kind: 'ephemeral', chat, ephemeral: String(pressed.ephemeralId), person: who.externalId }
  try {
    await messenger.editButtons(spot, markup)
  } catch (error) {
    log.warn(loggable(error), 'A button could not be changed')
  }
}

const nothing: Afterwards = async () => {}
