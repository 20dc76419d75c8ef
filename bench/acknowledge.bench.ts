/**
 * How soon the bot acknowledges, under fifty requests a second: `/target` against a bare handler of the same framework that does nothing else,
 * a check-in against one that first sends the very same statements to the database by the bare driver. Beside them: until the answer is shown.
 */
import { constants, getPriority, setPriority } from 'node:os'
import { openDatabase } from '../src/store/database.js'
import { postgresPrograms, startPostgres } from '../test/support/postgres.js'
import { allAtOnce } from './concurrency.js'
import { copyDatabase } from './copy-database.js'
import { median, ms, percentile } from './figures.js'
import { openLoop } from './open-loop.js'
import type { RecordedRequest } from './recorded-sql.js'
import { type Row, report } from './report.js'
import { forkServer, type ServerProcess } from './server-process.js'
import { watchStandstills } from './standstills.js'
import { type Delivery, deliver, SIGNING_SECRET, type Speaker, slackTalk, type Talk, telegramTalk, WEBHOOK_SECRET } from './talk.js'
import { externalIdOf, instantOn, MEMBERS_A_TEAM, makeTeams, TODAY } from './teams.js'

/** A machine that is busy with other work says something about itself only at fifty; a lower rate still compares the two. */
const PER_SECOND = Number(process.env.BENCH_PER_SECOND ?? 50)
const ROUNDS = 10
const REQUESTS_A_ROUND = { target: 200, checkIn: 60 }
/** A path through the code is compiled after some hundreds of requests; until then it says how fast V8's interpreter is. */
const WARM_UP = 400
const TEAMS = Math.ceil((WARM_UP + ROUNDS * REQUESTS_A_ROUND.checkIn) / MEMBERS_A_TEAM)

type Platform = 'slack' | 'telegram'

const programs = postgresPrograms()
if (programs === undefined) throw new Error('No PostgreSQL server is installed: acknowledgements are measured on one')
const postgres = await startPostgres(programs)
try {
  const only = process.env.BENCH_PLATFORM
  for (const platform of ['slack', 'telegram'] as const) {
    if (only !== undefined && only !== platform) continue
    const rows = await measure(platform, await postgres.database(platform))
    report(`Acknowledgement on ${platform === 'slack' ? 'Slack (Bolt, HTTP)' : 'Telegram (grammY, webhook)'}, ${PER_SECOND} a second`, rows)
  }
} finally {
  await postgres.stop()
}

async function measure(platform: Platform, empty: string): Promise<Row[]> {
  const talk = platform === 'slack' ? await slackTalk() : await telegramTalk()
  const people = await fill(platform, empty)
  const opened = await copyDatabase(empty, `${platform}-opened`)
  await withServer(product(platform, talk, opened), ({ port }) =>
    allAtOnce(8, people, async (person) => {
      await exchange(port, talk, person, talk.openCheckIn(person), performance.now())
    }),
  )
  const { targetStatements, requests } = await recorded(platform, talk, people, await copyDatabase(opened, `${platform}-recorded`))

  const productServer = await forkServer(product(platform, talk, await copyDatabase(opened, `${platform}-product`)))
  // Whom a server has not seen yet it asks the platform about: that comes once, and before anything is measured.
  await allAtOnce(8, people, async (person) => {
    await exchange(productServer.port, talk, person, talk.target(person), performance.now())
  })
  const bareServer = await forkServer({ kind: 'bare', platform, databaseUrl: await copyDatabase(opened, `${platform}-bare`), requests })
  try {
    return [
      ...(await compare('/target', 1.3, people, talk, talk.target, REQUESTS_A_ROUND.target, { productServer, bareServer })),
      { what: '/target: statements', figures: { '': String(targetStatements) } },
      ...(await compare('check-in', 2, people, talk, talk.sendCheckIn, REQUESTS_A_ROUND.checkIn, { productServer, bareServer })),
      { what: 'check-in: statements, at most', figures: { '': String(Math.max(...requests.map(statementsOf))) } },
    ]
  } finally {
    await productServer.stop()
    await bareServer.stop()
    await talk.close()
  }
}

async function fill(platform: Platform, url: string): Promise<Speaker[]> {
  const database = await openDatabase({ kind: 'server', url, connections: 2 })
  const conversationOf = (team: number) => (platform === 'slack' ? `C${team}` : String(-1_000_000_000_000 - team))
  await makeTeams(database, {
    teams: TEAMS,
    platform,
    place: (team) => ({ workspace: platform === 'slack' ? 'T1' : conversationOf(team), conversation: conversationOf(team) }),
  })
  await database.close()
  // Round the teams, so that no conversation is written to faster than one is.
  return Array.from({ length: TEAMS * MEMBERS_A_TEAM }, (_, index) => ({
    id: externalIdOf(index % TEAMS, Math.floor(index / TEAMS)),
    conversation: conversationOf(index % TEAMS),
  }))
}

function product(platform: Platform, { origin }: Talk, databaseUrl: string, statements: 'recorded' | 'not recorded' = 'not recorded') {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: `${origin}/api/` }
  const telegram = {
    TELEGRAM_BOT_TOKEN: '123456:bench',
    TELEGRAM_API_ROOT: origin,
    TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1/telegram',
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
  }
  const env = {
    ...(platform === 'slack' ? slack : telegram),
    DATABASE_URL: databaseUrl,
    PACESETTER_NOW: instantOn(TODAY, '18:30').toString(),
  }
  return { kind: 'product' as const, env, statements }
}

async function withServer(wanted: Parameters<typeof forkServer>[0], work: (server: ServerProcess) => Promise<void>): Promise<void> {
  const server = await forkServer(wanted)
  try {
    await work(server)
  } finally {
    await server.stop()
  }
}

/** One asks for their target, then everybody sends their check-in, one after the other, so that each one's statements are known. */
async function recorded(
  platform: Platform,
  talk: Talk,
  people: readonly Speaker[],
  url: string,
): Promise<{ targetStatements: number; requests: RecordedRequest[] }> {
  const requests: RecordedRequest[] = []
  let targetStatements = 0
  await withServer(product(platform, talk, url, 'recorded'), async (server) => {
    for (const person of people.slice(0, 2)) {
      await server.takeRecorded()
      await exchange(server.port, talk, person, talk.target(person), performance.now())
      targetStatements = statementsOf(await server.takeRecorded())
    }
    for (const person of people) {
      await deliver(server.port, talk.sendCheckIn(person))
      requests.push(await server.takeRecorded())
    }
  })
  return { targetStatements, requests }
}

/** BEGIN and COMMIT do not count. */
function statementsOf({ asked, transactions }: RecordedRequest): number {
  return asked.length + transactions.reduce((sum, { statements }) => sum + statements.length - 2, 0)
}

interface Exchange {
  readonly ackMs: number
  readonly shownMs: number
}

async function exchange(port: number, talk: Talk, person: Speaker, delivery: Delivery, dueAt: number): Promise<Exchange> {
  const shown = talk.shown(person)
  await deliver(port, delivery)
  const ackMs = performance.now() - dueAt
  return { ackMs, shownMs: (await shown) - dueAt }
}

/** Product and bare handler in turn, many times, so that what disturbs the machine for a while disturbs both. */
async function compare(
  what: string,
  most: number,
  people: readonly Speaker[],
  talk: Talk,
  deliveryOf: (speaker: Speaker) => Delivery,
  requestsARound: number,
  { productServer, bareServer }: { productServer: ServerProcess; bareServer: ServerProcess },
): Promise<Row[]> {
  const seen: Taken[] = []
  const shown: number[] = []
  const bare: Taken[] = []
  const byProduct = async (person: Speaker, dueAt: number) => {
    const { ackMs, shownMs } = await exchange(productServer.port, talk, person, deliveryOf(person), dueAt)
    seen.push({ dueAt, ackMs })
    shown.push(shownMs)
  }
  const byBare = async (person: Speaker, dueAt: number) => {
    await deliver(bareServer.port, deliveryOf(person))
    bare.push({ dueAt, ackMs: performance.now() - dueAt })
  }
  const speakers = Array.from({ length: WARM_UP + ROUNDS * requestsARound }, (_, index) => people[index % people.length]).filter(
    (speaker) => speaker !== undefined,
  )
  const standstills = await atHighPriority(async () => {
    const watched = watchStandstills()
    for (let round = 0; round <= ROUNDS; round += 1) {
      const from = round === 0 ? 0 : WARM_UP + (round - 1) * requestsARound
      const those = speakers.slice(from, round === 0 ? WARM_UP : from + requestsARound)
      await openLoop(those, { perSecond: PER_SECOND, seed: round }, byProduct)
      await openLoop(those, { perSecond: PER_SECOND, seed: round }, byBare)
      if (round > 0) continue
      for (const warmingUp of [seen, shown, bare]) warmingUp.length = 0
    }
    watched.end()
    return watched
  })
  const all = (taken: readonly Taken[]) => taken.map(({ ackMs }) => ackMs)
  const undisturbed = (taken: readonly Taken[]) => all(taken.filter(({ dueAt, ackMs }) => !standstills.within(dueAt, dueAt + ackMs)))
  const over = (share: number, of: (taken: readonly Taken[]) => readonly number[]) =>
    percentile(of(seen), share) / percentile(of(bare), share)
  const figures = (values: readonly number[]) => ({ 'p50 ms': ms(median(values)), 'p99 ms': ms(percentile(values, 0.99)) })
  const disturbed = (taken: readonly Taken[]) => taken.length - undisturbed(taken).length
  return [
    { what: `${what}: bare handler`, figures: figures(undisturbed(bare)) },
    { what: `${what}: acknowledged, at the median`, figures: figures(undisturbed(seen)), ratio: { value: over(0.5, undisturbed), most } },
    { what: `${what}: acknowledged, at p99`, figures: {}, ratio: { value: over(0.99, undisturbed), most } },
    { what: `${what}: answer shown`, figures: figures(shown) },
    {
      what: `${what}: p99 with the ${disturbed(seen)} (bare: ${disturbed(bare)}) of ${seen.length} in standstills`,
      figures: { 'p99 ms': ms(percentile(all(seen), 0.99)) },
      ratio: { value: over(0.99, all) },
    },
  ]
}

/** How long an acknowledgement took from when its request was due. */
interface Taken {
  readonly dueAt: number
  readonly ackMs: number
}

/**
 * Whoever sends the requests and takes the time is not to wait for a processor that those have who are measured: on two cores that alone made
 * half of p99. Only root may, on most machines; without it the figures hold that waiting too, on both sides.
 */
async function atHighPriority<T>(work: () => Promise<T>): Promise<T> {
  const before = getPriority()
  try {
    setPriority(constants.priority.PRIORITY_HIGH)
  } catch {
    process.stderr.write('Without the right to a higher priority: p99 holds what the sender waited for a processor.\n')
  }
  try {
    return await work()
  } finally {
    setPriority(before)
  }
}
