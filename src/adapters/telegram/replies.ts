import type { Logger } from 'pino'
import type { Answer, Card, Form, Interaction, Reply, Say } from '../../chat/model.js'
import { type Text, text } from '../../chat/text.js'
import { unreachable } from '../../chat/unreachable.js'
import { type CallbackAnswer, toast } from './callback-answers.js'
import type { CardButtons } from './card-buttons.js'
import { isListed } from './commands.js'
import { failureOf, isRefused, loggable } from './failure.js'
import { limits } from './limits.js'
import type { Messenger, Place, Spot } from './messenger.js'
import { type Part, partsOf } from './parts.js'
import { ephemeralFor, groupPlace, pressedSpot, type ReplyContext } from './places.js'
import { renderInOne } from './render.js'
import { startMe } from './start-me.js'

/** Carries out what handlers ask for. Best effort: what fails is logged, and the others are still done. */
export interface Replier {
  carryOut(interaction: Interaction, answer: Answer, context: ReplyContext): Promise<void>
}

interface Deps {
  readonly messenger: Messenger
  readonly buttons: CardButtons
  readonly openForm: (form: Form, answer: Answer, interaction: Interaction, callback?: CallbackAnswer) => Promise<void>
  readonly botUsername: () => string
  readonly log: Logger
}

export function replier({ messenger, buttons, openForm, botUsername, log }: Deps): Replier {
  /** Groups where the bot was found to be no administrator, and so may not send ephemeral messages unasked; until when to believe it. */
  const notAdminIn = new Map<string, number>()

  async function sendCard(place: Place, card: Card, say: Say): Promise<void> {
    const [{ words, markup }, ...others] = await partsOf(card, say, buttons)
    const spot = await messenger.send(place, words, markup, 'live')
    await sendFollowing(place, spot, others)
  }

  /** The later parts of a long card, as replies to the first. What fails is logged: the first has arrived. */
  async function sendFollowing(place: Place, first: Spot, others: readonly Part[]): Promise<void> {
    const replyTo = first.kind === 'message' ? { replyTo: first.message } : {}
    try {
      for (const { words, markup } of others) await messenger.send({ ...place, ...replyTo }, words, markup, 'live')
    } catch (error) {
      log.warn({ ...loggable(error), parts: others.length + 1 }, 'A long answer arrived in part')
    }
  }

  async function answerPrivately(interaction: Interaction, card: Card, say: Say, context: ReplyContext): Promise<void> {
    const { where, who } = interaction
    const dialogueSpot = context.dialogue?.spot
    if (where.kind === 'private' || dialogueSpot?.chat === who.externalId) {
      await sendCard(
        { chat: who.externalId, ...(where.kind === 'private' && where.thread !== undefined ? { thread: where.thread } : {}) },
        card,
        say,
      )
      return
    }
    const mayBeAdmin = (notAdminIn.get(where.conversation) ?? 0) < Date.now()
    const onlyFor = ephemeralFor(interaction) ?? (mayBeAdmin ? { person: who.externalId } : undefined)
    if (onlyFor !== undefined) {
      const place: Place = { chat: where.conversation, onlyFor, ...(where.thread === undefined ? {} : { thread: where.thread }) }
      const outcome = await attempt(sendCard(place, card, say))
      if (outcome === 'done') return
      if (outcome === 'refused' && onlyFor.callback === undefined && onlyFor.inAnswerTo === undefined)
        remember(notAdminIn, where.conversation)
    }
    if ((await attempt(sendCard({ chat: who.externalId }, card, say))) === 'done') {
      await toast(context.callback, say, text('telegram-answer-is-private'))
      return
    }
    const { event } = interaction
    // What no list of ours has was meant for another bot as like as not: the group is not told of it.
    if (event.kind === 'command' && !isListed(event.name)) return
    const words = startMe(say, who.name, botUsername(), event.kind === 'command' ? event.name : undefined)
    await messenger.send(groupPlace(interaction), words, undefined, 'live')
  }

  async function carryOutOne(reply: Reply, interaction: Interaction, answer: Answer, context: ReplyContext): Promise<void> {
    const { say } = answer
    switch (reply.kind) {
      case 'answer':
        return answerPrivately(interaction, reply.card, say, context)
      case 'post':
        return sendCard(groupPlace(interaction), reply.card, say)
      case 'replace': {
        const spot = pressedSpot(interaction)
        if (spot === undefined) return answerPrivately(interaction, reply.card, say, context)
        const words = renderInOne(reply.card, say, say(text('telegram-left-out')))
        const [markup] = await buttons.markups(reply.card.buttons, say)
        return messenger.edit(spot, words, markup, 'live')
      }
      case 'open':
        return openForm(reply.form, answer, interaction, context.callback)
      case 'toast':
        if (await toast(context.callback, say, reply.text)) return
        return answerPrivately(interaction, cardOf(reply.text), say, context)
      case 'errors':
        log.warn({ deliveryId: interaction.deliveryId }, 'Field errors came in answer to no form')
        return
      case 'home':
        return
      default:
        return unreachable(reply)
    }
  }

  return {
    async carryOut(interaction, answer, context) {
      let replies = answer.replies
      if (context.dialogue !== undefined) replies = await closeDialogue(context.dialogue, interaction, answer, replies)
      for (const reply of replies) {
        try {
          await carryOutOne(reply, interaction, answer, context)
        } catch (error) {
          log.warn({ ...loggable(error), deliveryId: interaction.deliveryId, reply: reply.kind }, 'A reply could not be given')
        }
      }
      await context.callback?.done()
    },
  }

  /** The first private answer takes the place of the form that was sent, where only its sender sees it. @returns the replies still to give */
  async function closeDialogue(
    dialogue: NonNullable<ReplyContext['dialogue']>,
    interaction: Interaction,
    answer: Answer,
    replies: readonly Reply[],
  ) {
    const { spot, closing } = dialogue
    const isPrivate = spot.kind === 'ephemeral' || spot.chat === interaction.who.externalId
    const first = replies.find((reply) => reply.kind === 'answer')
    try {
      if (first !== undefined && isPrivate) {
        const [{ words, markup }, ...others] = await partsOf(first.card, answer.say, buttons)
        if (others.length === 0) {
          await messenger.edit(spot, words, markup, 'live')
          return replies.filter((reply) => reply !== first)
        }
      }
      await messenger.edit(spot, closing, undefined, 'live')
    } catch (error) {
      log.warn({ ...loggable(error), deliveryId: interaction.deliveryId }, 'A sent form could not be closed')
    }
    return replies
  }
}

/** What comes of sending something to a place that may refuse it; what goes wrong otherwise is thrown. */
async function attempt(sending: Promise<void>): Promise<'done' | 'refused' | 'too busy'> {
  try {
    await sending
    return 'done'
  } catch (error) {
    if (isRefused(error)) return 'refused'
    if (failureOf(error)?.code === 429) return 'too busy'
    throw error
  }
}

function cardOf(words: Text): Card {
  return { lines: [{ kind: 'text', text: words }] }
}

function remember(chats: Map<string, number>, chat: string): void {
  if (chats.size >= limits.groupsRemembered) chats.clear()
  chats.set(chat, Date.now() + limits.notAdminMs)
}
