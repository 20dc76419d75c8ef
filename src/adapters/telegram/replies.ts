import type { Logger } from 'pino'
import type { Answer, Card, Form, Interaction, Reply, Say } from '../../chat/model.js'
import { type Text, text } from '../../chat/text.js'
import { unreachable } from '../../chat/unreachable.js'
import { type CallbackAnswer, toast } from './callback-answers.js'
import type { CardButtons } from './card-buttons.js'
import { failureOf, isRefused, loggable } from './failure.js'
import { escapeHtml } from './html.js'
import type { Messenger, Place, Spot } from './messenger.js'
import { ephemeralFor, groupPlace, pressedSpot, type ReplyContext } from './places.js'
import { render, renderInOne, type Words } from './render.js'

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
  /** Groups where the bot was found to be no administrator, and so may not send ephemeral messages unasked. */
  const notAdminIn = new Set<string>()

  async function sendCard(place: Place, card: Card, say: Say): Promise<void> {
    const [first, ...others] = render(card, say)
    const markup = await buttons.markup(card.buttons, say)
    const spot = await messenger.send(place, first, others.length === 0 ? markup : undefined, 'live')
    await sendFollowing(messenger, log, place, spot, others, markup)
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
    const onlyFor = ephemeralFor(interaction) ?? (notAdminIn.has(where.conversation) ? undefined : { person: who.externalId })
    if (onlyFor !== undefined) {
      const place: Place = { chat: where.conversation, onlyFor, ...(where.thread === undefined ? {} : { thread: where.thread }) }
      if (await isDone(sendCard(place, card, say))) return
      if (onlyFor.callback === undefined && onlyFor.inAnswerTo === undefined) remember(notAdminIn, where.conversation)
    }
    if (await isDone(sendCard({ chat: who.externalId }, card, say))) {
      await toast(context.callback, say, text('telegram-answer-is-private'))
      return
    }
    const link = `t.me/${botUsername()}?start=${startPayload(interaction)}`
    const words = { html: escapeHtml(say(text('telegram-start-me', { name: who.name, link }))) }
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
        return messenger.edit(spot, words, await buttons.markup(reply.card.buttons, say), 'live')
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
        const [words, ...others] = render(first.card, answer.say)
        if (others.length === 0) {
          await messenger.edit(spot, words, await buttons.markup(first.card.buttons, answer.say), 'live')
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

/** The later parts of a long card, as replies to the first, the buttons on the last. What fails is logged: the first has arrived. */
export async function sendFollowing(
  messenger: Messenger,
  log: Logger,
  place: Place,
  first: Spot,
  others: readonly Words[],
  markup: Parameters<Messenger['send']>[2],
): Promise<void> {
  const replyTo = first.kind === 'message' ? { replyTo: first.message } : {}
  try {
    for (const [index, words] of others.entries()) {
      await messenger.send({ ...place, ...replyTo }, words, index === others.length - 1 ? markup : undefined, 'follow-up')
    }
  } catch (error) {
    log.warn({ ...loggable(error), parts: others.length + 1 }, 'A long message arrived in part')
  }
}

/** True when done, false when this place refuses it; whatever else goes wrong is thrown. */
async function isDone(sending: Promise<void>): Promise<boolean> {
  try {
    await sending
    return true
  } catch (error) {
    if (!isRefused(error) && failureOf(error)?.code !== 429) throw error
    return false
  }
}

/** What the person wanted, for the house to take up when Start is pressed: the command's name where there is one. */
function startPayload({ event }: Interaction): string {
  return event.kind === 'command' && /^[a-z0-9_]{1,64}$/.test(event.name) ? event.name : 'hello'
}

function cardOf(words: Text): Card {
  return { lines: [{ kind: 'text', text: words }] }
}

function remember(chats: Set<string>, chat: string): void {
  chats.add(chat)
  const [oldest] = chats
  if (chats.size > 10_000 && oldest !== undefined) chats.delete(oldest)
}
