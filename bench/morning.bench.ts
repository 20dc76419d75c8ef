/**
 * The morning prompts of 1,000 teams due in the same minute: from that minute until the last one has arrived at a platform that enforces its
 * own limits, against the soonest that these allow.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import { readConfig } from '../src/config.js'
import { start } from '../src/main.js'
import { openDatabase } from '../src/store/database.js'
import { toInstantColumn } from '../src/store/dates.js'
import { postgresPrograms, startPostgres } from '../test/support/postgres.js'
import { forkPlatform, OVERALL } from './fake-platform.js'
import { percentile } from './figures.js'
import { type Row, report } from './report.js'
import { instantOn, makeTeams, TODAY } from './teams.js'

const TEAMS = Number(process.env.BENCH_TEAMS ?? 1_000)
const GIVE_UP_AFTER_MS = 600_000

const programs = postgresPrograms()
if (programs === undefined) throw new Error('No PostgreSQL server is installed: a thousand teams are measured on one')
const postgres = await startPostgres(programs)
try {
  const rows: Row[] = []
  const only = process.env.BENCH_PLATFORM
  for (const platform of ['telegram', 'slack'] as const) {
    if (only === undefined || only === platform) rows.push(...(await measure(platform, await postgres.database(platform))))
  }
  report(`Morning prompts of ${TEAMS.toLocaleString('en')} teams due in the same minute (PostgreSQL)`, rows, [
    `Limits of the fakes: Telegram ${OVERALL.telegram.most} a second; Slack ${OVERALL.slack.most} a minute in a workspace; both one a second in a conversation.`,
    'The soonest: each message at the moment from which the platform would take it.',
  ])
} finally {
  await postgres.stop()
}

async function measure(platform: 'slack' | 'telegram', url: string): Promise<Row[]> {
  const fake = await forkPlatform(platform)
  const due = instantOn(TODAY, '09:00')
  const filled = await openDatabase({ kind: 'server', url, connections: 2 })
  await makeTeams(filled, {
    teams: TEAMS,
    platform,
    place: (team) =>
      platform === 'slack'
        ? { workspace: 'T1', conversation: `C${team}` }
        : { workspace: String(-1_000_000_000_000 - team), conversation: String(-1_000_000_000_000 - team) },
  })
  await filled.client.team.updateMany({
    data: { scheduledUntil: toInstantColumn(due.subtract({ minutes: 1 })), nextDueAt: toInstantColumn(due) },
  })
  await filled.close()

  const running = await run(platform, url, fake.origin, due.subtract({ seconds: 30 }))
  const began = performance.timeOrigin + performance.now()
  const cpuBefore = process.cpuUsage()
  await running.moveTo(due)
  const { user, system } = process.cpuUsage(cpuBefore)
  const { arrived, refused } = await allArrived(fake)
  const lastDecided = await running.app.database.client.outbox.aggregate({ _max: { createdAt: true } })
  const decidedMs = (lastDecided._max.createdAt?.getTime() ?? Number.NaN) - due.epochMilliseconds
  await running.stop()
  await fake.stop()

  const conversations = new Set(arrived.map(({ conversation }) => conversation))
  const tookMs = Math.max(...arrived.map(({ at }) => at)) - began
  const { most, withinMs } = OVERALL[platform]
  const soonestMs = Math.floor((TEAMS - 1) / most) * withinMs
  const waitsMs = arrived.map(({ at }) => at - began)
  return [
    { what: `${platform}: the soonest`, figures: { 'last after s': (soonestMs / 1_000).toFixed(1) } },
    {
      what: `${platform}: Pacesetter`,
      figures: {
        'last after s': (tookMs / 1_000).toFixed(1),
        'half after s': (percentile(waitsMs, 0.5) / 1_000).toFixed(1),
        'decided after s': (decidedMs / 1_000).toFixed(1),
        'processor ms a team': ((user + system) / 1_000 / TEAMS).toFixed(1),
        lost: String(TEAMS - conversations.size),
        doubled: String(arrived.length - conversations.size),
        refused: String(refused),
      },
      ratio: { value: tookMs / soonestMs, most: 1.05 },
    },
    {
      what: `${platform}: lost or doubled`,
      figures: {},
      ratio: { value: TEAMS - conversations.size + arrived.length - conversations.size, most: 0 },
    },
  ]
}

async function run(platform: 'slack' | 'telegram', url: string, origin: string, at: Temporal.Instant) {
  const env =
    platform === 'slack'
      ? { SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: 'bench', SLACK_API_URL: `${origin}/api/` }
      : {
          TELEGRAM_BOT_TOKEN: '123456:bench',
          TELEGRAM_API_ROOT: origin,
          TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1/telegram',
          TELEGRAM_WEBHOOK_SECRET: 'bench-bench-bench-bench',
        }
  const read = readConfig({ ...env, DATABASE_URL: url, PORT: '0', HOST: '127.0.0.1', PACESETTER_NOW: at.toString() })
  if (!read.ok) throw new Error(read.problems.map(({ variable, problem }) => `${variable} ${problem}`).join('\n'))
  const running = await start(read.config, pino({ level: process.env.BENCH_LOG ?? 'silent' }))
  await running.connected
  return running
}

/** Until all are there, and a little longer, so that a double would show. */
async function allArrived(fake: Awaited<ReturnType<typeof forkPlatform>>) {
  for (const began = performance.now(); performance.now() - began < GIVE_UP_AFTER_MS; ) {
    const { arrived } = await fake.arrivals()
    if (new Set(arrived.map(({ conversation }) => conversation)).size >= TEAMS) break
    await pause(500)
  }
  await pause(3_000)
  return fake.arrivals()
}
