import type { Logger } from 'pino'
import type { Interaction, Say, Who } from '../../chat/model.js'
import { sayIn } from '../../chat/say.js'
import { type Text, text } from '../../chat/text.js'
import { askedField, awaitsWords, opened } from './dialogue.js'
import type { Dialogue } from './dialogue-state.js'
import { closedWords, dialogueView, questionWords } from './dialogue-view.js'
import { hasCertainlyFailed, isRefused, loggable } from './failure.js'
import type { Messenger, Place, Spot } from './messenger.js'
import { ephemeralFor, groupPlace } from './places.js'

/** What of dialogues is seen: the one message of each, and in groups a post that asks for words, to be replied to. */
export interface DialogueScreen {
  /** Sends the message, by a dialogue that has no place yet. */
  place(interaction: Interaction, dialogueAt: (spot: Spot) => Dialogue, say: Say, onTheWay: OnTheWay): Promise<Spot>
  /** Sends the message of a dialogue anew: nobody knows what became of the first. */
  placeAgain(dialogue: Dialogue): Promise<Spot>
  /** Brings the message up to the state. @param complaint why the last answer did not do */
  show(dialogue: Dialogue, complaint?: string): Promise<void>
  /** Brings the question up to the state. @returns the state to be kept when that changed it */
  ask(who: Who, before: Dialogue | undefined, dialogue: Dialogue, complaint?: string): Promise<Dialogue | undefined>
  /** Takes the question away. Never rejects. */
  takeQuestion(dialogue: Dialogue): Promise<void>
  /** Ends it with a word. */
  end(dialogue: Dialogue, word: Text): Promise<void>
  /** Ends one that another has taken the place of. Never rejects. */
  forget(dialogue: Dialogue): Promise<void>
}

/** Of a message that is about to be sent: killed right after, the process would know nothing of the form that the person sees. */
export interface OnTheWay {
  keep(place: Place): Promise<void>
  /** It certainly did not arrive there. */
  drop(place: Place): Promise<void>
}

export function dialogueScreen(messenger: Messenger, log: Logger): DialogueScreen {
  async function takeQuestion({ question }: Dialogue): Promise<void> {
    if (question === undefined) return
    try {
      await messenger.remove(question)
    } catch (error) {
      log.debug(loggable(error), 'A question could not be taken away')
    }
  }

  return {
    takeQuestion,
    async placeAgain(dialogue) {
      const { chat, thread } = dialogue.spot
      const view = dialogueView(dialogue, sayIn(dialogue.language), new Date())
      return messenger.send({ chat, ...(thread === undefined ? {} : { thread }) }, view.words, view.markup, 'live')
    },
    async place(interaction, dialogueAt, say, onTheWay) {
      const view = dialogueView(opened(dialogueAt(NOWHERE)), say, new Date())
      const places = placesFor(interaction)
      for (const [index, at] of places.entries()) {
        await onTheWay.keep(at)
        try {
          return await messenger.send(at, view.words, view.markup, 'live')
        } catch (error) {
          if (hasCertainlyFailed(error)) await onTheWay.drop(at)
          if (!isRefused(error) || index === places.length - 1) throw error
        }
      }
      throw new Error(`Cannot open a form: no place for ${interaction.deliveryId}`)
    },
    async show(dialogue, complaint) {
      const view = dialogueView(dialogue, sayIn(dialogue.language), new Date(), complaint)
      await messenger.edit(dialogue.spot, view.words, view.markup, 'live')
    },
    async ask(who, before, dialogue, complaint) {
      // A phone opens the answer to a question once, as it comes: what was refused takes a question of its own.
      const isAskedAnew = complaint !== undefined || before === undefined || before.asking?.field !== dialogue.asking?.field
      if (before !== undefined && isAskedAnew) await takeQuestion(before)
      // In a private chat the next message is the answer.
      if (dialogue.spot.chat === who.externalId || !isAskedAnew) return undefined
      const field = askedField(dialogue)
      if (field === undefined || !awaitsWords(dialogue))
        return dialogue.question === undefined ? undefined : withQuestion(dialogue, undefined)
      const say = sayIn(dialogue.language)
      const words = questionWords(dialogue, field, say, who)
      return withQuestion(dialogue, await messenger.ask(questionPlace(dialogue), words, say(text('telegram-reply-here'))))
    },
    async end(dialogue, word) {
      await messenger.edit(dialogue.spot, closedWords(dialogue, sayIn(dialogue.language)(word)), undefined, 'live')
    },
    async forget(dialogue) {
      await takeQuestion(dialogue)
      try {
        await messenger.editButtons(dialogue.spot, undefined)
      } catch (error) {
        log.debug(loggable(error), 'A replaced form could not be closed')
      }
    },
  }
}

/** The private chat where the bot may write there; else for the person's eyes in the group; else in the group, in answer to the person. */
function placesFor(interaction: Interaction): Place[] {
  const { who, where } = interaction
  const thread = where.thread === undefined ? {} : { thread: where.thread }
  if (where.kind === 'private') return [{ chat: where.conversation, ...thread }]
  const onlyFor = ephemeralFor(interaction)
  return [
    { chat: who.externalId },
    ...(onlyFor === undefined ? [] : [{ chat: where.conversation, ...thread, onlyFor }]),
    groupPlace(interaction),
  ]
}

function questionPlace({ spot: { chat, thread }, opened: { message } }: Dialogue): Place {
  return {
    chat,
    ...(thread === undefined ? {} : { thread }),
    ...(message === undefined || message === '0' ? {} : { replyTo: message }),
  }
}

function withQuestion({ question: _question, ...dialogue }: Dialogue, question: Spot | undefined): Dialogue {
  return question === undefined ? dialogue : { ...dialogue, question }
}

const NOWHERE: Spot = { kind: 'message', chat: '0', message: '0' }
