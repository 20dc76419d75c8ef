import type { Answer, Card, Interaction, Say } from '../../chat/model.js'
import { unreachable } from '../../chat/unreachable.js'
import type { Live, Outcome } from './live.js'
import { type Messages, privateChat } from './messages.js'
import { cardView, formView } from './view.js'

interface House {
  readonly messages: Messages
  readonly people: Live
  readonly now: () => string
}

/** Puts the replies where they belong. What is not a message (a form, a word in passing, a form's errors) is given back for the person's page. */
export async function carryOut(interaction: Interaction, { replies, say }: Answer, house: House): Promise<Outcome> {
  let outcome: Outcome = {}
  for (const reply of replies) {
    switch (reply.kind) {
      case 'answer':
        await add(interaction, reply.card, say, house, interaction.who.externalId)
        break
      case 'post':
        await add(interaction, reply.card, say, house, null)
        break
      case 'replace':
        await replace(interaction, reply.card, say, house)
        break
      case 'open':
        outcome = { ...outcome, form: formView(reply.form, say) }
        break
      case 'errors':
        outcome = { ...outcome, errors: Object.fromEntries(reply.errors.map(({ field, text }) => [field, say(text)])) }
        break
      case 'toast':
        outcome = { ...outcome, toast: say(reply.text) }
        break
      case 'home':
        break
      default:
        unreachable(reply)
    }
  }
  return outcome
}

async function add(
  { where, who }: Interaction,
  card: Card,
  say: Say,
  { messages, people, now }: House,
  visibleTo: string | null,
): Promise<void> {
  const message = await messages.add({
    conversation: where.kind === 'private' ? privateChat(who.externalId) : where.conversation,
    under: where.thread ?? null,
    visibleTo,
    content: { author: null, card: cardView(card, say), edits: 0 },
    at: now(),
  })
  people.changed(message)
}

async function replace(interaction: Interaction, card: Card, say: Say, house: House): Promise<void> {
  const { message } = interaction.where
  const replaced = message === undefined ? undefined : await house.messages.replace(message, cardView(card, say))
  if (replaced === undefined) await add(interaction, card, say, house, interaction.who.externalId)
  else house.people.changed(replaced)
}
