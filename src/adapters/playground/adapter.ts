import type { Hono } from 'hono'
import type { Logger } from 'pino'
import {
  type Adapter,
  type Answer,
  DeliveryError,
  type Intake,
  type Interaction,
  type MessageRef,
  type Outgoing,
} from '../../chat/model.js'
import type { Cast } from './cast.js'
import type { DemoClock } from './demo-clock.js'
import { type Live, live } from './live.js'
import { type Messages, privateChat } from './messages.js'
import { carryOut } from './replies.js'
import { playgroundRoutes } from './routes.js'
import { cardView } from './view.js'

export interface PlaygroundOptions {
  readonly messages: Messages
  readonly cast: () => Promise<Cast>
  readonly clock: DemoClock
  readonly log: Logger
}

export interface PlaygroundAdapter extends Adapter {
  readonly platform: 'playground'
  readonly routes: Hono
}

/** The chat in the browser: the third platform, by the same contract as the others. */
export function playgroundAdapter({ messages, cast, clock, log }: PlaygroundOptions): PlaygroundAdapter {
  let intake: Intake | undefined
  const people: Live = live()
  const house = { messages, people, now: () => clock.now() }
  const routes = playgroundRoutes({
    ...house,
    cast,
    clock,
    log,
    intake: () => {
      if (intake === undefined) throw new Error('Playground: not started')
      return intake
    },
  })

  return {
    platform: 'playground',
    routes,
    async start(given) {
      intake = given
    },
    async stop() {
      intake = undefined
      people.closeAll()
    },
    isConnected: () => intake !== undefined,
    deliver: (outgoing) => deliver(outgoing, house),
    async reply(interaction: Interaction, answer: Answer) {
      const outcome = await carryOut(interaction, answer, house)
      people.tell(interaction.who.externalId, outcome)
    },
  }
}

interface House {
  readonly messages: Messages
  readonly people: Live
  readonly now: () => string
}

/** This platform can be asked: a message under the same key is the same message, however often it is delivered. */
async function deliver(
  { key, to, under, replaces, card, file, say, firstTriedAt }: Outgoing,
  { messages, people }: House,
): Promise<MessageRef> {
  const view = cardView(card, say)
  if (replaces !== undefined) {
    const edited = await messages.replace(replaces.message, view)
    if (edited === undefined) throw new DeliveryError({ kind: 'refused', reason: 'the message to edit is gone' })
    people.changed(edited)
    return replaces
  }
  const added = await messages.add({
    key,
    conversation: to.kind === 'private' ? privateChat(to.person) : to.conversation,
    under: under === undefined ? null : (under.thread ?? under.message),
    visibleTo: null,
    content: { author: null, card: view, edits: 0 },
    ...(file === undefined ? {} : { file }),
    at: firstTriedAt,
  })
  people.changed(added)
  return { conversation: added.conversation, message: added.id, ...(added.under === null ? {} : { thread: added.under }) }
}
