import type { Hono } from 'hono'
import { type Logger, pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import type { SlackConnection } from './adapters/slack/adapter.js'
import { type App, createApp } from './app/app.js'
import { tellHomeClosed } from './app/team/home-closed.js'
import { tellUnreachable } from './app/team/unreachable.js'
import type { Adapter } from './chat/model.js'
import type { Config } from './config.js'
import type { OrganisationId } from './core/id.js'
import { createPlayground } from './demo/playground.js'
import { createClock, timeSource, travel } from './jobs/clock.js'
import { createCourier } from './jobs/courier.js'
import { createInboxWorker, createIntake } from './jobs/intake.js'
import { createPrecedence } from './jobs/precedence.js'
import { openDatabase } from './store/database.js'
import { dialoguesIn } from './store/dialogues.js'
import { dueTeams } from './store/due-teams.js'
import { inboxQueue } from './store/inbox-queue.js'
import { installationsIn } from './store/installations.js'
import { outboxQueue } from './store/outbox-queue.js'
import { createMetrics } from './web/metrics.js'
import { createWeb, type Mount } from './web/server.js'

export interface Running {
  readonly app: App
  /** The port that the web server listens on. */
  readonly port: number
  /** Resolves when every platform is connected. */
  readonly connected: Promise<void>
  /** Resolves when nothing that is due waits in the inbox or the outbox. */
  settled(): Promise<void>
  /** Moves the bot's time on, posting on time what falls due on the way. For demos and tests. */
  moveTo(at: Temporal.Instant): Promise<void>
  /** Takes nothing new in, finishes what is in hand, and closes. */
  stop(): Promise<void>
}

/**
 * Starts everything: database, then application, then adapters, then the clock.
 *
 * @throws DirectoryInUse when another process has the embedded database open
 */
export async function start(config: Config, log: Logger = pino({ level: config.logLevel })): Promise<Running> {
  const database = await openDatabase(config.database)
  const time = timeSource(config.startAt, () => Temporal.Now.instant())
  const outbox = outboxQueue(database)
  const inbox = inboxQueue(database)
  // With the directory locked no other process can be sending: what was under way here died with the last one.
  if (database.home === 'embedded') await Promise.all([outbox.releaseAll(), inbox.releaseAll()])

  const app = createApp(database, time.now, () => courier.wake())
  const clock = createClock(app, log)
  const playground =
    config.playground === undefined
      ? undefined
      : await createPlayground({ app, database, time, clock, idle: () => settled(), language: config.language, log })
  const parked = (source: 'inbox' | 'telegram') => metrics?.parked(source)
  const { adapters: connected, mounts } = await connections(config, database, log, () => parked('telegram'))
  const metrics = config.metrics
    ? createMetrics(async () => ({
        inbox: await inbox.pendingCount(),
        outbox: await outbox.pendingCount(connected.map(({ platform }) => platform)),
      }))
    : undefined
  const adapters = [...connected, ...(playground === undefined ? [] : [playground.adapter])].map(
    (adapter) => metrics?.counted(adapter) ?? adapter,
  )
  const precedence = createPrecedence()
  const courier = createCourier({
    outbox,
    adapters,
    now: time.now,
    log,
    givesWay: precedence.isTaken,
    onClosed: ({ organisationId, platform, to }) => {
      const at = { organisationId: organisationId as OrganisationId, platform }
      return to.kind === 'private' ? tellUnreachable(app, { ...at, externalId: to.person }) : tellHomeClosed(app, { ...at, ...to })
    },
  })
  const inboxWorker = createInboxWorker(app, inbox, adapters, log, () => parked('inbox'))
  const untimed = precedence.over(createIntake(app, inbox, log, () => inboxWorker.wake()))
  const intake = metrics?.timed(untimed) ?? untimed

  async function settled(): Promise<void> {
    await inboxWorker.idle()
    await courier.idle()
  }

  const pages: Hono[] = [...(playground === undefined ? [] : [playground.adapter.routes]), ...(metrics === undefined ? [] : [metrics.page])]
  const web = createWeb({ mounts, pages, log, notReady })
  async function notReady(): Promise<string[]> {
    const away = adapters.filter((adapter) => !adapter.isConnected()).map((adapter) => adapter.platform)
    const answers = await database.client.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    )
    return answers ? away : [...away, 'database']
  }

  const port = await web.listen(config.port, mounts.length > 0 || config.playground === undefined ? config.host : config.playground.host)
  courier.start()
  inboxWorker.start()
  clock.start()
  const allConnected = Promise.all(adapters.map((adapter) => adapter.start(intake))).then(() => {
    log.info({ port, platforms: adapters.map((adapter) => adapter.platform) }, 'ready')
    courier.wake()
  })

  return {
    app,
    port,
    connected: allConnected,
    settled,
    moveTo: (at) => travel(at, { time, clock, settled, earliest: () => dueTeams(database).earliest() }),
    async stop() {
      await clock.stop()
      await Promise.allSettled(adapters.map((adapter) => adapter.stop()))
      await inboxWorker.stop()
      await courier.stop()
      await web.close()
      await database.close()
    },
  }
}

/** A platform's libraries take their share of a start, and are loaded where it is connected. */
async function connections(
  config: Config,
  database: Awaited<ReturnType<typeof openDatabase>>,
  log: Logger,
  onTelegramParked: () => void,
): Promise<{ adapters: Adapter[]; mounts: Mount[] }> {
  const adapters: Adapter[] = []
  const mounts: Mount[] = []
  if (config.slack !== undefined) {
    const { slackAdapter } = await import('./adapters/slack/adapter.js')
    const { apiUrl, connection } = config.slack
    const slack = slackAdapter({ connection: withInstallations(connection), log, ...(apiUrl === undefined ? {} : { apiUrl }) })
    adapters.push(slack)
    if (slack.requests !== undefined) mounts.push(slack.requests)
  }
  if (config.telegram !== undefined) {
    const { telegramAdapter } = await import('./adapters/telegram/telegram.js')
    const { token, apiRoot, webhook } = config.telegram
    const telegram = telegramAdapter({
      token,
      // People fill in forms by the machine's clock, wherever a demo's may stand.
      dialogues: dialoguesIn(database, Date.now),
      log,
      onParked: onTelegramParked,
      ...(apiRoot === undefined ? {} : { apiRoot }),
      ...(webhook === undefined ? {} : { webhook }),
    })
    adapters.push(telegram)
    if (webhook !== undefined)
      mounts.push({ paths: [new URL(webhook.url).pathname], listener: (request, response) => telegram.handleWebhook(request, response) })
  }
  return { adapters, mounts }

  function withInstallations(connection: NonNullable<Config['slack']>['connection']): SlackConnection {
    if (connection.mode !== 'oauth') return connection
    if (config.secretKey === undefined) throw new Error('Cannot keep installations: PACESETTER_SECRET_KEY is not set')
    return { ...connection, installations: installationsIn(database, config.secretKey) }
  }
}
