import type { Logger } from 'pino'
import type { App } from '../app/app.js'
import { readInteraction } from '../chat/interaction.js'
import type { Adapter, Intake, Interaction } from '../chat/model.js'
import { route } from '../chat/router.js'
import type { InboxQueue, Received } from '../store/inbox-queue.js'
import { createLoop, type Loop } from './loop.js'
import { createTurns } from './turns.js'

const MOST_AT_ONCE = 8
/**
 * Commands looked up at once. They are acknowledged before: however many come together, the acknowledgement of the next one, and of a
 * submission that waits for its commit, does not wait behind all of them. Two keep the database busy while one is being composed.
 */
const COMMANDS_AT_ONCE = 2
/** After so many crashes over one event, it is the event. */
const MOST_ATTEMPTS = 5

/** The adapters' way in: at once for what is answered live, through the inbox for what a platform only tells us of. */
export function createIntake(app: App, inbox: InboxQueue, log: Logger, onAccepted: () => void): Intake {
  const inTurn = createTurns(COMMANDS_AT_ONCE)
  return {
    handle: (interaction) =>
      interaction.event.kind === 'command' ? inTurn(() => route(app, log, interaction)) : route(app, log, interaction),
    async accept(interaction) {
      await inbox.keep({
        platform: interaction.platform,
        deliveryId: interaction.deliveryId,
        lane: laneOf(interaction),
        interaction,
        at: app.now(),
      })
      onAccepted()
    },
  }
}

function laneOf({ platform, where, who }: Interaction): string {
  return `${platform}:${where.conversation}:${who.externalId}`
}

/** Works on what the inbox holds. Handlers count a delivery once, so an event whose worker died is simply worked on again. */
export function createInboxWorker(app: App, inbox: InboxQueue, adapters: readonly Adapter[], log: Logger): Loop {
  return createLoop({ name: 'inbox', most: MOST_AT_ONCE, take: (most) => inbox.take(app.now(), most), work, log })

  async function work({ id, interaction: kept, attempts }: Received): Promise<void> {
    const interaction = readInteraction(kept)
    if (interaction === undefined || attempts > MOST_ATTEMPTS) {
      log.error({ id: String(id), attempts }, 'inbox: given up')
      return inbox.done(id, 'failed', app.now())
    }
    const answer = await route(app, log, interaction)
    await inbox.done(id, 'done', app.now())
    const adapter = adapters.find((candidate) => candidate.platform === interaction.platform)
    if (adapter !== undefined && answer.replies.length > 0) await adapter.reply(interaction, answer)
  }
}
