import type { Logger } from 'pino'
import { type App, unhurried } from '../app/app.js'
import { readInteraction } from '../chat/interaction.js'
import type { Adapter, Answer, Intake, Interaction } from '../chat/model.js'
import { route } from '../chat/router.js'
import { nearestLanguage, sayIn } from '../chat/say.js'
import { text } from '../chat/text.js'
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
  const forCommands = unhurried(app)
  return {
    handle: (interaction) =>
      interaction.event.kind === 'command' ? inTurn(() => route(forCommands, log, interaction)) : route(app, log, interaction),
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

/**
 * Works on what the inbox holds. Handlers count a delivery once, so an event whose worker died is simply worked on again; after several
 * deaths it is given up, and its person told.
 */
export function createInboxWorker(
  app: App,
  inbox: InboxQueue,
  adapters: readonly Adapter[],
  log: Logger,
  onParked: () => void = () => {},
): Loop {
  return createLoop({ name: 'inbox', most: MOST_AT_ONCE, take: (most) => inbox.take(app.now(), most), work, log })

  async function work({ id, interaction: kept, attempts }: Received): Promise<void> {
    const interaction = readInteraction(kept)
    if (interaction === undefined || attempts > MOST_ATTEMPTS) {
      log.error({ id: String(id), attempts }, 'inbox: given up')
      await inbox.done(id, 'failed', app.now())
      onParked()
      if (interaction !== undefined) await reply(interaction, givenUp(interaction, id))
      return
    }
    const answer = await route(app, log, interaction)
    await inbox.done(id, 'done', app.now())
    await reply(interaction, answer)
  }

  async function reply(interaction: Interaction, answer: Answer): Promise<void> {
    const adapter = adapters.find((candidate) => candidate.platform === interaction.platform)
    if (adapter !== undefined && answer.replies.length > 0) await adapter.reply(interaction, answer)
  }
}

/** Whoever wrote words is told; nobody waits to hear what became of their joining a channel. */
function givenUp({ event, who }: Interaction, id: bigint): Answer {
  const language = nearestLanguage(who.locale) ?? 'en'
  const said = text('error-given-up', { id: `inbox-${id}` })
  const replies: Answer['replies'] = event.kind === 'words' ? [{ kind: 'answer', card: { lines: [{ kind: 'text', text: said }] } }] : []
  return { replies, language, say: sayIn(language) }
}
