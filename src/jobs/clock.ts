import { schedule } from 'node-cron'
import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import type { App } from '../app/app.js'
import { runDue } from '../app/schedule/run-due.js'
import { forgetWhatIsOver } from '../store/tidy.js'

export interface Clock {
  start(): void
  /** Decides what is due now, as the next tick would. Ticks that come while one is at work share it. */
  tick(): Promise<void>
  stop(): Promise<void>
}

/** The one clock: node-cron ticks each minute, and what fell due since the last tick is decided. At night it tidies up. */
export function createClock(app: App, log: Logger): Clock {
  let ticking: Promise<void> | undefined
  const options = { noOverlap: true, logger: cronLogger(log) }
  const task = schedule('* * * * *', () => tick(), options)
  task.stop()
  const night = schedule('17 3 * * *', () => tidy(), options)
  night.stop()

  async function tidy(): Promise<void> {
    const forgotten = await forgetWhatIsOver(app.database, app.now())
    log.info({ forgotten }, 'tidied up')
  }

  function tick(): Promise<void> {
    ticking ??= work().finally(() => {
      ticking = undefined
    })
    return ticking
  }

  async function work(): Promise<void> {
    const { teams, occurrences } = await runDue(app, (teamId, error) => log.error({ err: error, teamId }, 'posts failed'))
    if (teams > 0) log.info({ teams, posted: occurrences.filter(({ outcome }) => outcome === 'posted').length }, 'tick')
    for (const { teamId, kind, on, outcome } of occurrences) {
      if (outcome === 'stale') log.warn({ teamId, kind, on }, 'too late to be of use: skipped')
    }
  }

  return {
    start() {
      task.start()
      night.start()
      // node-cron says of a tick that it failed; of this one nobody would, and the process would die of it.
      tick().catch((error) => log.error({ err: error }, 'The first look for what is due failed: the next minute makes it good'))
    },
    tick,
    async stop() {
      await task.destroy()
      await night.destroy()
      await ticking?.catch(() => {})
    },
  }
}

/** What node-cron has to say, which it would print between the log's lines. A minute that it missed the next tick makes good. */
function cronLogger(log: Logger) {
  const say = (level: 'debug' | 'error') => (said: string | Error, error?: Error) =>
    said instanceof Error ? log[level]({ err: said }, 'node-cron') : log[level]({ err: error }, said)
  return { info: (said: string) => log.info(said), warn: (said: string) => log.warn(said), debug: say('debug'), error: say('error') }
}

/**
 * The bot's time: the machine's, or one that starts at an instant and runs on from there.
 *
 * @returns the present instant, and a way to move it (for demos and tests)
 */
export function timeSource(startAt: Temporal.Instant | undefined, machine: () => Temporal.Instant) {
  let offsetMs = startAt === undefined ? 0 : startAt.epochMilliseconds - machine().epochMilliseconds
  return {
    now: () => machine().add({ milliseconds: offsetMs }),
    moveTo(at: Temporal.Instant) {
      offsetMs = at.epochMilliseconds - machine().epochMilliseconds
    },
  }
}

/**
 * Moves a clock that may be moved on to an instant, with a stop at each post that falls due on the way: what would have been posted is, on
 * time, and nothing is skipped as stale.
 *
 * @param onTheWay called at each stop before its posts are decided (the demo team works meanwhile)
 */
export async function travel(
  to: Temporal.Instant,
  journey: {
    readonly time: ReturnType<typeof timeSource>
    readonly clock: Clock
    readonly earliest: () => Promise<Temporal.Instant | undefined>
    readonly settled: () => Promise<void>
    readonly onTheWay?: (at: Temporal.Instant) => Promise<void>
  },
): Promise<void> {
  for (;;) {
    const next = await journey.earliest()
    const isLast = next === undefined || next.epochMilliseconds > to.epochMilliseconds
    const stop = isLast ? to : next
    if (stop.epochMilliseconds > journey.time.now().epochMilliseconds) journey.time.moveTo(stop)
    await journey.onTheWay?.(stop)
    await journey.clock.tick()
    await journey.settled()
    if (isLast) return
  }
}
