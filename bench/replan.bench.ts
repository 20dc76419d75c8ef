/**
 * What a published year of eight metrics costs to change: one of 10, 100 or 1,000 people agrees to a deal more. Rows written and time to write
 * them, against the first publication, which writes them all. On an embedded database.
 */
import { Temporal } from 'temporal-polyfill'
import { systemActor } from '../src/app/access/system-actor.js'
import { type App, createApp } from '../src/app/app.js'
import { carryOut } from '../src/app/plan/carry-out.js'
import { planEffect } from '../src/app/plan/effect.js'
import { savePlanDraft } from '../src/app/plan/save-draft.js'
import { planOf } from '../src/app/plan/stored-plan.js'
import { METRICS } from '../src/core/plan/metric.js'
import type { PlanInput } from '../src/core/plan/plan-input.js'
import { type Database, openDatabase } from '../src/store/database.js'
import { toDateColumn } from '../src/store/dates.js'
import { type Team, teamOf } from '../src/store/repository/teams.js'
import { type Row, report } from './report.js'
import { instantOn, makeTeams } from './teams.js'

const SIZES = [10, 100, 1_000] as const
const EIGHT = METRICS.slice(0, 8)

const measured: { readonly people: number; readonly all: Written; readonly changed: Written }[] = []
for (const people of SIZES) measured.push(await measure(people))
report(
  'One person of a published year agrees to one more deal: rows of a person, metric and month',
  measured.flatMap(({ people, all, changed }): Row[] => [
    { what: `${people.toLocaleString('en')} people: published`, figures: figuresOf(all) },
    {
      what: '… one number changed',
      figures: { ...figuresOf(changed), 'of all': `${((100 * changed.rows) / all.rows).toFixed(2)}%`, 'of the time': share(changed, all) },
      ratio: { value: changed.rows / changed.differing, most: 1 },
    },
  ]),
  ['The ratio is of the rows written to those whose days differ: 1 is no row written in vain.'],
)

interface Written {
  readonly rows: number
  readonly differing: number
  readonly ms: number
}

function figuresOf({ rows, ms }: Written): Record<string, string> {
  return { rows: String(rows), ms: ms.toFixed(0) }
}

function share(changed: Written, all: Written): string {
  return `${((100 * changed.ms) / all.ms).toFixed(0)}%`
}

async function measure(people: number): Promise<{ people: number; all: Written; changed: Written }> {
  const database = await openDatabase({ kind: 'memory' })
  const app = createApp(database, () => instantOn('2026-01-05', '08:00'))
  const team = await oneTeam(database, people)
  const all = await written(database, app, team, yearOf(people, 0n))
  const changed = await written(database, app, team, yearOf(people, 1n))
  await database.close()
  return { people, all, changed }
}

/** The first team of those that the other benchmarks use, with so many reps, and nothing published. */
async function oneTeam(database: Database, people: number): Promise<Team> {
  const { client } = database
  await makeTeams(database, { teams: 1, platform: 'slack', place: () => ({ workspace: 'T1', conversation: 'C1' }) })
  const [row] = await client.team.findMany()
  if (row === undefined) throw new Error('No team was made')
  const team = teamOf(row)
  const own = { organisationId: team.organisationId }
  await client.targetMonth.deleteMany()
  await client.member.deleteMany()
  const numbers = Array.from({ length: people }, (_, index) => index)
  await client.person.createMany({ data: numbers.map((index) => ({ ...own, id: `person ${index}`, name: nameOf(index) })) })
  const joinedOn = toDateColumn(Temporal.PlainDate.from('2025-01-01'))
  const role = 'rep'
  await client.member.createMany({
    data: numbers.map((index) => ({ ...own, id: `member ${index}`, teamId: team.id, personId: `person ${index}`, role, joinedOn })),
  })
  return team
}

function nameOf(index: number): string {
  return `Rep ${index}`
}

/** @param more deals that one person agrees to beyond the forty of each */
function yearOf(people: number, more: bigint): PlanInput {
  return {
    version: 1,
    period: '2026',
    targets: EIGHT.map(({ key, unit }, index) => {
      const each = unit === 'money' ? 1_234_567_89n : BigInt(37 + 11 * index)
      const target = { metric: key, amount: BigInt(people) * each, split: 'equal' as const }
      if (unit === 'money') return { ...target, currency: 'CNY' }
      if (key !== 'deals') return target
      return { ...target, amount: target.amount + more, agreed: [{ member: nameOf(0), amount: each + more }] }
    }),
  }
}

async function written(database: Database, app: App, team: Team, input: PlanInput): Promise<Written> {
  const actor = systemActor(team, app.now())
  const draft = await savePlanDraft(app, actor, input)
  const before = await rowsOf(database)
  const ms = await app.transaction(team.organisationId, async (store) => {
    const effect = await planEffect(store, team, planOf(draft))
    await store.plans.move(draft.id, 'draft', 'published', { personId: actor.personId, at: store.now })
    if (effect.replaces !== undefined) await store.plans.move(effect.replaces.id, 'published', 'superseded')
    const start = performance.now()
    await carryOut(store, team, effect, draft.id)
    return performance.now() - start
  })
  const after = await rowsOf(database)
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  const count = (differs: (key: string) => boolean) => keys.filter(differs).length
  return {
    rows: count((key) => before.get(key)?.by !== after.get(key)?.by),
    differing: count((key) => before.get(key)?.days !== after.get(key)?.days),
    ms,
  }
}

/** Each row's days, and the transaction that last wrote it. */
async function rowsOf({ client }: Database): Promise<Map<string, { days: string; by: string }>> {
  const rows = await client.$queryRaw<{ key: string; days: string; by: string }[]>`
    SELECT member_id || metric || month AS key, days::text, xmin::text AS by FROM target_month`
  return new Map(rows.map((row) => [row.key, row]))
}
