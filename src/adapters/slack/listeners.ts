import { setImmediate as nextTurn } from 'node:timers/promises'
import type { App, Context, ViewResponseAction, ViewSubmitAction } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Answer, FieldError, Intake, Interaction } from '../../chat/model.js'
import { nearestLanguage, sayIn } from '../../chat/say.js'
import type { Home } from './clients.js'
import type { Directory } from './directory.js'
import { eventInteraction } from './event-interaction.js'
import { uploadsOf } from './files.js'
import { commandInteraction, pressInteraction, submissionInteraction } from './interaction.js'
import { times } from './limits.js'
import { failure } from './log.js'
import { unpackOrigin } from './origin.js'
import { commandPayload, eventEnvelope, pressPayload, type SlackEvent, submissionPayload } from './payload.js'
import { carryOut } from './replies.js'
import { submissionAnswer } from './submission.js'

export interface Listening {
  readonly directory: Directory
  readonly log: Logger
  homeOf(context: Context): Promise<Home>
  /** @throws Error before the start: nothing is acknowledged then */
  intake(): Intake
}

/** Has Bolt hand over all that people do. */
export function listen(app: App, listening: Listening): void {
  listenToCommands(app, listening)
  listenToPresses(app, listening)
  listenToSubmissions(app, listening)
  listenToEvents(app, listening)
}

function listenToCommands(app: App, { directory, log, homeOf, intake }: Listening): void {
  // One listener for all of them: Bolt asks each listener about each delivery, before any is acknowledged.
  app.command(/^/, async ({ body, context, ack }) => {
    await ack()
    // Commands that came at the same moment are acknowledged before the work on any of them begins.
    await nextTurn()
    const home = await homeOf(context)
    const interaction = await commandInteraction(commandPayload.parse(body), home, directory)
    await carryOut({ home, directory, log }, interaction, await intake().handle(interaction))
  })
}

function listenToPresses(app: App, { directory, log, homeOf, intake }: Listening): void {
  app.action(/^press:/, async ({ body, context, ack }) => {
    let isAcknowledged = false
    const acknowledge = async () => {
      if (isAcknowledged) return
      isAcknowledged = true
      await ack()
    }
    // Acknowledged once its effects are committed, or in time for Slack when that takes long.
    const late = setTimeout(() => {
      acknowledge().catch((error: unknown) => log.warn(failure(error), 'A press was not acknowledged'))
    }, times.ack)
    let handled: { home: Home; interaction: Interaction; answer: Answer }
    try {
      const home = await homeOf(context)
      const interaction = await pressInteraction(pressPayload.parse(body), home, directory)
      handled = { home, interaction, answer: await intake().handle(interaction) }
    } finally {
      clearTimeout(late)
      await acknowledge()
    }
    await carryOut({ home: handled.home, directory, log }, handled.interaction, handled.answer)
  })
}

function listenToSubmissions(app: App, { directory, log, homeOf, intake }: Listening): void {
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: /^form:/ }, async ({ body, context, ack }) => {
    const began = performance.now()
    const { view, ...rest } = submissionPayload.parse(body)
    const origin = unpackOrigin(view.private_metadata)
    if (origin === undefined) throw new Error(`Cannot take a submission of ${view.callback_id}: its origin is unreadable`)
    const home = await homeOf(context)
    const { files, errors } = await uploadsOf(origin.form, view.state.values, home)
    const interaction = await submissionInteraction({ view, ...rest }, files, origin, home, directory)
    const answer = errors.length > 0 ? refusalOf(interaction, errors) : await intake().handle(interaction)

    const isLate = performance.now() - began > times.submission
    const { response, others } = submissionAnswer(interaction, view, isLate ? 'too-late' : 'in-time', answer)
    await acknowledged(ack, response, log)
    await carryOut({ home, directory, log }, interaction, { ...answer, replies: others })
  })
}

function refusalOf({ who }: Interaction, errors: readonly FieldError[]): Answer {
  const language = nearestLanguage(who.locale) ?? 'en'
  return { replies: [{ kind: 'errors', errors }], say: sayIn(language), language }
}

async function acknowledged(
  ack: (response?: ViewResponseAction) => Promise<void>,
  response: ViewResponseAction | undefined,
  log: Logger,
): Promise<void> {
  try {
    await (response === undefined ? ack() : ack(response))
  } catch (error) {
    // The person sees Slack's own error and sends again; what was committed stays, under the same delivery id.
    log.warn(failure(error), 'A submission was acknowledged too late')
  }
}

const eventTypes: readonly SlackEvent['type'][] = [
  'message',
  'app_mention',
  'member_joined_channel',
  'member_left_channel',
  'channel_left',
  'group_left',
  'app_home_opened',
]

function listenToEvents(app: App, { directory, log, homeOf, intake }: Listening): void {
  app.event(new RegExp(`^(?:${eventTypes.join('|')})$`), async ({ body, context }) => {
    const read = eventEnvelope.safeParse(body)
    if (!read.success) {
      // Sent again it would read the same: it is let go.
      log.error(
        { event: body.event.type, issues: read.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`) },
        'An event of unknown shape',
      )
      return
    }
    const interaction = await eventInteraction(read.data.event, read.data.event_id, await homeOf(context), directory)
    if (interaction !== undefined) await intake().accept(interaction)
  })
}
