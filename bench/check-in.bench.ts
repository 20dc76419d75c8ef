/** How many check-ins a second a PostgreSQL server takes from the product, against the very same statements sent by the bare driver. */
import pg from 'pg'
import type { Actor } from '../src/app/access/visitor.js'
import { type App, createApp } from '../src/app/app.js'
import { submitCheckIn } from '../src/app/check-in/submit.js'
import { CHECK_IN_FORMS, type CheckInForm } from '../src/core/checkin/forms.js'
import { openDatabase } from '../src/store/database.js'
import { postgresPrograms, startPostgres } from '../test/support/postgres.js'
import { allAtOnce } from './concurrency.js'
import { copyDatabase } from './copy-database.js'
import { median } from './figures.js'
import { type RecordedTransaction, recordStatements, replay } from './recorded-sql.js'
import { report } from './report.js'
import { actors, instantOn, makeTeams, TODAY } from './teams.js'

const TEAMS = 20
const CONNECTIONS = 10
const ROUNDS = 3

const NOTES: Readonly<Record<CheckInForm, Readonly<Record<string, string>>>> = {
  morning: { 'key-customers': 'Acme\nBolt & Co\nCasa Verde', 'new-leads': 'Delta Foods\nElm Street Motors' },
  midday: { needs: 'A shorter delivery time', objections: 'Too expensive', change: 'Show the three-year cost first' },
  evening: { success: 'Acme signed', failure: 'Bolt & Co postponed', improvement: 'Ask for the decision maker in the first call' },
}

const programs = postgresPrograms()
if (programs === undefined) throw new Error('No PostgreSQL server is installed: check-ins a second are measured on one')
const postgres = await startPostgres(programs)
try {
  const template = await postgres.database('template')
  const filled = await openDatabase({ kind: 'server', url: template, connections: 2 })
  await makeTeams(filled, { teams: TEAMS, platform: 'slack', place: (team) => ({ workspace: 'T1', conversation: `C${team}` }) })
  await filled.close()

  const recording = await byProduct(await copyDatabase(template, 'recorded'), 'record')
  const rates = { product: [] as number[], driver: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    // In turn, so that what disturbs the machine for a while disturbs both.
    rates.product.push((await byProduct(await copyDatabase(template, `product${round}`), 'measure')).perSecond)
    rates.driver.push(await byDriver(await copyDatabase(template, `driver${round}`), recording.transactions))
  }
  const ratios = rates.product.map((rate, round) => rate / (rates.driver[round] ?? Number.NaN))
  const statements = recording.transactions.map(({ statements: { length } }) => length - 2)
  report(
    `Check-ins a second on PostgreSQL: ${recording.transactions.length} a round, ${CONNECTIONS} at once, median of ${ROUNDS} rounds`,
    [
      { what: 'the same statements by pg', figures: { 'a second': median(rates.driver).toFixed(0) } },
      { what: 'submitCheckIn', figures: { 'a second': median(rates.product).toFixed(0) }, ratio: { value: median(ratios), least: 0.5 } },
      { what: 'statements in its transaction, at most', figures: { 'a second': '' }, ratio: { value: Math.max(...statements), most: 6 } },
    ],
    [`Ratios of the rounds: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`],
  )
} finally {
  await postgres.stop()
}

async function byProduct(url: string, kind: 'record' | 'measure'): Promise<{ perSecond: number; transactions: RecordedTransaction[] }> {
  const database = await openDatabase({ kind: 'server', url, connections: CONNECTIONS })
  const app = createApp(database, () => instantOn(TODAY, '18:30'))
  const everybody = await actors(database, TODAY)
  const warm = everybody.slice(0, CONNECTIONS * 2)
  await allAtOnce(CONNECTIONS, warm, (actor) => checkIn(app, actor, 'midday'))

  const work = everybody.slice(warm.length).flatMap((actor) => CHECK_IN_FORMS.map((form) => ({ actor, form })))
  const recorder = kind === 'record' ? recordStatements() : undefined
  const began = performance.now()
  await allAtOnce(CONNECTIONS, work, ({ actor, form }) => checkIn(app, actor, form))
  const perSecond = (work.length * 1000) / (performance.now() - began)
  const transactions = recorder?.stop() ?? []
  await database.close()
  return { perSecond, transactions }
}

async function checkIn(app: App, actor: Actor, form: CheckInForm): Promise<void> {
  await submitCheckIn(app, actor, {
    on: TODAY,
    form,
    numbers:
      form === 'evening'
        ? [
            { metric: 'visits', amount: 3n },
            { metric: 'leads', amount: 6n },
            { metric: 'proposals', amount: 1n },
          ]
        : [],
    numbersAre: 'totals',
    notes: NOTES[form],
    source: `submit:${actor.memberId}:${form}`,
  })
}

async function byDriver(url: string, transactions: readonly RecordedTransaction[]): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS })
  // The server may end before a connection has.
  pool.on('connect', (connection) => connection.on('error', () => {}))
  await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.query('SELECT pg_sleep(0.01)')))
  const began = performance.now()
  await allAtOnce(CONNECTIONS, transactions, (transaction) => replay(pool, transaction))
  const perSecond = (transactions.length * 1000) / (performance.now() - began)
  await pool.end()
  return perSecond
}
