import type { Logger } from 'pino'
import type { Answer, FieldError, Form, FormValues, Intake, Interaction, Say, Who } from '../../chat/model.js'
import { nearestLanguage, sayIn } from '../../chat/say.js'
import { text } from '../../chat/text.js'
import { type CallbackAnswer, toast } from './callback-answers.js'
import { awaitsDocument, awaitsWords, type Move, opened, type Step, step, withErrors } from './dialogue.js'
import { fromData } from './dialogue-data.js'
import { foundAt, newestOf, spotIn } from './dialogue-on-the-way.js'
import { dialogueScreen } from './dialogue-screen.js'
import { asJson, type Dialogue, dialogueSchema, type EndedDialogue, type SentDocument, startDialogue, withSeen } from './dialogue-state.js'
import { closedWords } from './dialogue-view.js'
import { type Dialogues, expiry } from './dialogues.js'
import type { Documents } from './documents.js'
import { loggable } from './failure.js'
import type { Afterwards } from './lanes.js'
import { limits } from './limits.js'
import type { Messenger, Place, Spot } from './messenger.js'
import type { ReplyContext } from './places.js'
import type { Pressed } from './received.js'

/**
 * Guided dialogues: one for each person in each chat, kept between updates. Each method makes the new state safe first and
 * leaves to be done afterwards what shows on the screen.
 */
export interface DialogueDesk {
  open(form: Form, answer: Answer, interaction: Interaction, callback?: CallbackAnswer): Promise<void>
  press(interaction: Interaction, data: string, pressed: Pressed, callback: CallbackAnswer): Promise<Afterwards>
  /** @returns undefined when no dialogue waits for these words */
  words(interaction: Interaction, words: string, repliesTo: number | undefined): Promise<Afterwards | undefined>
  /** @returns undefined when no dialogue waits for a file */
  document(interaction: Interaction, document: SentDocument, repliesTo: number | undefined): Promise<Afterwards | undefined>
  /** @returns undefined when there is nothing to cancel here */
  cancel(interaction: Interaction): Promise<Afterwards | undefined>
}

interface Deps {
  readonly botId: () => string
  readonly messenger: Messenger
  readonly dialogues: Dialogues
  readonly documents: Documents
  readonly intake: () => Intake
  readonly carryOut: (interaction: Interaction, answer: Answer, context: ReplyContext) => Promise<void>
  readonly log: Logger
}

export function dialogueDesk({ botId, messenger, dialogues, documents, intake, carryOut, log }: Deps): DialogueDesk {
  const screen = dialogueScreen(messenger, log)
  const keyOf = (chat: string, person: string) => `dialogue:${botId()}:${chat}:${person}`

  async function load(chat: string, person: string): Promise<Dialogue | EndedDialogue | undefined> {
    const parsed = dialogueSchema.safeParse(await dialogues.load(keyOf(chat, person)))
    return parsed.success ? parsed.data : undefined
  }

  async function save(person: string, chat: string, dialogue: Dialogue | EndedDialogue): Promise<void> {
    await dialogues.save(keyOf(chat, person), asJson(dialogue), expiry(limits.dialogueHours))
  }

  async function show({ who }: Interaction, before: Dialogue, dialogue: Dialogue, complaint?: string): Promise<void> {
    await screen.show(dialogue, complaint)
    await ask(who, before, dialogue, complaint)
  }

  async function ask(who: Who, before: Dialogue | undefined, dialogue: Dialogue, complaint?: string): Promise<void> {
    const asked = await screen.ask(who, before, dialogue, complaint)
    if (asked !== undefined) await save(who.externalId, asked.spot.chat, asked)
  }

  /** A form that was on the way when its process died stands somewhere unknown, if anywhere: it is shown once more. */
  async function shownAgain(dialogue: Dialogue): Promise<Dialogue> {
    if (dialogue.sending === undefined) return dialogue
    const { sending: _, ...rest } = dialogue
    return { ...rest, spot: await screen.placeAgain(dialogue) }
  }

  /** Screen work never fails an update: its state is safe, and the next press shows it again. */
  function quietly(work: () => Promise<void>, interaction: Interaction, callback?: CallbackAnswer): Afterwards {
    return async () => {
      try {
        await work()
      } catch (error) {
        log.warn({ ...loggable(error), deliveryId: interaction.deliveryId }, 'A form could not be shown')
      }
      await callback?.done()
    }
  }

  async function takeStep(
    interaction: Interaction,
    before: Dialogue,
    { dialogue, next, word }: Step,
    callback?: CallbackAnswer,
  ): Promise<Afterwards> {
    const { who, deliveryId } = interaction
    const chat = before.spot.chat
    const seen = withSeen(dialogue, deliveryId)
    const say = sayIn(dialogue.language)
    switch (next) {
      case 'show':
        await save(who.externalId, chat, seen)
        return quietly(
          async () => {
            await show(interaction, before, seen, word === undefined ? undefined : say(word))
            if (word !== undefined) await toast(callback, say, word)
          },
          interaction,
          callback,
        )
      case 'end':
        await save(who.externalId, chat, endOf(seen))
        return quietly(
          async () => {
            await screen.takeQuestion(before)
            await screen.end(dialogue, text('telegram-form-cancelled'))
          },
          interaction,
          callback,
        )
      case 'submit':
        return submit(interaction, before, seen, callback)
    }
  }

  async function submit(interaction: Interaction, before: Dialogue, dialogue: Dialogue, callback?: CallbackAnswer): Promise<Afterwards> {
    const { who } = interaction
    const { values, errors: lost } = await documents.valuesOf(dialogue)
    const submission = submissionOf(interaction, dialogue, values)
    const answer: Answer =
      lost.length > 0
        ? { replies: [{ kind: 'errors', errors: lost }], say: sayIn(dialogue.language), language: dialogue.language }
        : await intake().handle(submission)
    const errors = answer.replies.flatMap((reply) => (reply.kind === 'errors' ? reply.errors : []))
    if (errors.length > 0) {
      const refused = withErrors(dialogue, saidErrors(errors, answer.say))
      await save(who.externalId, dialogue.spot.chat, refused)
      const others = answer.replies.filter((reply) => reply.kind !== 'errors')
      return quietly(
        async () => {
          await show(interaction, before, refused)
          if (others.length > 0) await carryOut(submission, { ...answer, replies: others }, { callback })
        },
        interaction,
        callback,
      )
    }
    await save(who.externalId, dialogue.spot.chat, endOf(dialogue))
    return async () => {
      await screen.takeQuestion(before)
      const closing = closedWords(dialogue, answer.say(text('telegram-form-sent')))
      await carryOut(submission, answer, { callback, dialogue: { spot: dialogue.spot, closing } })
    }
  }

  return {
    async open(form, answer, interaction, callback) {
      const { who } = interaction
      const dialogueAt = (at: Spot, before: Dialogue | EndedDialogue | undefined) =>
        opened(startDialogue(form, answer.say, answer.language, interaction, at, before?.seen ?? []))
      const befores = new Map<string, Dialogue | EndedDialogue | undefined>()
      // Kept before it is sent: a process that dies in between leaves a form that can be filled in. In a group's eyes a press might be on
      // somebody else's form: there it is kept once its message is known.
      const isOwn = ({ chat, onlyFor }: Place) => chat === who.externalId || onlyFor !== undefined
      const placed = await screen.place(
        interaction,
        (at) => startDialogue(form, answer.say, answer.language, interaction, at, []),
        answer.say,
        {
          async keep(place) {
            const before = await load(place.chat, who.externalId)
            befores.set(place.chat, before)
            if (isOwn(place))
              await save(who.externalId, place.chat, { ...dialogueAt(spotIn(place), before), sending: { after: newestOf(before) } })
          },
          async drop(place) {
            const before = befores.get(place.chat)
            if (!isOwn(place)) return
            if (before === undefined) await dialogues.clear(keyOf(place.chat, who.externalId))
            else await save(who.externalId, place.chat, before)
          },
        },
      )
      const before = befores.get(placed.chat)
      const dialogue = dialogueAt(placed, before)
      await save(who.externalId, placed.chat, dialogue)
      if (before?.kind === 'open') await screen.forget(before)
      await ask(who, undefined, dialogue)
      if (interaction.where.kind === 'channel' && placed.chat === who.externalId)
        await toast(callback, answer.say, text('telegram-form-is-private'))
    },

    async press(interaction, data, pressed, callback) {
      const { who, where } = interaction
      const dialogue = foundAt(await load(where.conversation, who.externalId), pressed)
      if (dialogue?.seen.includes(interaction.deliveryId)) return () => callback.done()
      const move = dialogue?.kind === 'open' && isAt(dialogue.spot, pressed) ? fromData(data, dialogue.form.fields) : undefined
      if (dialogue?.kind !== 'open' || move === undefined) {
        return quietly(
          async () => {
            await toast(callback, sayIn(nearestLanguage(who.locale) ?? 'en'), text('telegram-form-ended'))
            // In a group the buttons may be somebody else's, still in use.
            if (where.kind === 'private')
              await messenger.editButtons({ kind: 'message', chat: where.conversation, message: String(pressed.messageId) }, undefined)
          },
          interaction,
          callback,
        )
      }
      return takeStep(interaction, dialogue, step(dialogue, move), callback)
    },

    words: (interaction, words, repliesTo) => takeAnswer(interaction, { kind: 'typed', text: words.trim() }, repliesTo),

    document: (interaction, document, repliesTo) => takeAnswer(interaction, { kind: 'sent', document }, repliesTo),

    async cancel(interaction) {
      const { who, where } = interaction
      const dialogue = await load(where.conversation, who.externalId)
      if (dialogue?.seen.includes(interaction.deliveryId)) return async () => {}
      if (dialogue?.kind !== 'open') return undefined
      const shown = await shownAgain(dialogue)
      return takeStep(interaction, shown, step(shown, { kind: 'cancel' }))
    },
  }

  async function takeAnswer(interaction: Interaction, move: Move, repliesTo: number | undefined): Promise<Afterwards | undefined> {
    const { who, where } = interaction
    const dialogue = await load(where.conversation, who.externalId)
    if (dialogue?.seen.includes(interaction.deliveryId)) return async () => {}
    if (dialogue?.kind !== 'open' || !(move.kind === 'sent' ? awaitsDocument(dialogue) : awaitsWords(dialogue))) return undefined
    const isAnswer = where.kind === 'private' || (repliesTo !== undefined && isReplyTo(dialogue, repliesTo))
    if (!isAnswer) return undefined
    const shown = await shownAgain(dialogue)
    return takeStep(interaction, shown, step(shown, move))
  }
}

/** As if the form stood where it was opened: that is where the house's answers belong. */
function submissionOf(interaction: Interaction, { form, opened }: Dialogue, values: FormValues): Interaction {
  const isThere = interaction.where.conversation === opened.where.conversation
  const { callback } = interaction.answerBy
  return {
    ...interaction,
    where: opened.where,
    event: { kind: 'submit', form: form.key, context: form.context, values },
    // A press allows an ephemeral answer in its own chat only.
    answerBy: {
      ...(opened.message === undefined ? {} : { message: opened.message }),
      ...(opened.pressed === undefined ? {} : { pressed: opened.pressed }),
      ...(isThere && callback !== undefined ? { callback } : {}),
    },
  }
}

function saidErrors(errors: readonly FieldError[], say: Say): Record<string, string> {
  return Object.fromEntries(errors.map(({ field, text: wrong }) => [field, say(wrong)]))
}

function endOf({ seen }: Dialogue): EndedDialogue {
  return { kind: 'ended', seen }
}

function isAt(spot: Spot, pressed: Pressed): boolean {
  return spot.kind === 'ephemeral'
    ? spot.ephemeral === String(pressed.ephemeralId)
    : pressed.ephemeralId === undefined && spot.message === String(pressed.messageId)
}

function isReplyTo({ spot, question }: Dialogue, message: number): boolean {
  return [spot, question].some((at) => at?.kind === 'message' && at.message === String(message))
}
