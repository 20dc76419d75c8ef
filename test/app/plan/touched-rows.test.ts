import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markLeave } from '../../../src/app/leave/mark.js'
import { publishPlan } from '../../../src/app/plan/publish.js'
import { recallPlan } from '../../../src/app/plan/recall.js'
import { savePlanDraft } from '../../../src/app/plan/save-draft.js'
import type { PlanInput } from '../../../src/core/plan/plan-input.js'
import { openWorld, type TeamWorld, type World } from '../../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-03-02T08:00:00Z')
})
afterAll(() => world.close())

const YEAR: PlanInput = {
  version: 1,
  period: '2026',
  targets: [
    { metric: 'revenue', amount: 1_200_000_00n, currency: 'CNY', split: 'equal' },
    { metric: 'visits', amount: 2_400n, split: 'equal' },
    { metric: 'deals', amount: 120n, split: 'equal' },
  ],
}

test('a change writes the rows whose numbers change, and no others', async () => {
  const team = await world.team({ joinedOn: '2025-12-01', people: { 'Li Na': 'rep', 'Wang Wei': 'rep', Zhao: 'rep', Chen: 'manager' } })
  const chen = await team.actor('Chen')
  const publish = async (plan: PlanInput) => publishPlan(world.app, chen, (await savePlanDraft(world.app, chen, plan)).id)

  await publish(YEAR)
  // Three people, three metrics, March to December.
  const all = await writes(team)
  expect(all.size).toBe(90)

  await publish(YEAR)
  expect(touched(all, await writes(team))).toEqual([])

  // Li Na is away for two days of June: one row of each metric.
  const li = await team.actor('Li Na')
  await markLeave(world.app, li, { from: Temporal.PlainDate.from('2026-06-10'), to: Temporal.PlainDate.from('2026-06-11') })
  const away = await writes(team)
  expect(touched(all, away)).toEqual(['deals 2026-06', 'revenue 2026-06', 'visits 2026-06'].map((row) => `Li Na ${row}`))

  // The plan in new: every total and every day of work is as it stands by now.
  await publish(YEAR)
  const again = await writes(team)
  expect(touched(away, again)).toEqual([])

  // A fourth target adds its own thirty rows, and taking the plan back takes them away again, and nothing else.
  const added = await publish({ ...YEAR, targets: [...YEAR.targets, { metric: 'leads', amount: 600n, split: 'equal' }] })
  const more = await writes(team)
  expect(touched(again, more)).toHaveLength(30)
  expect(touched(again, more).every((row) => row.includes('leads'))).toBe(true)
  await recallPlan(world.app, chen, added.id, { reason: 'Asked for too early' })
  const less = await writes(team)
  expect(less).toEqual(again)
})

/** Which transaction last wrote each row, by member, metric and month. */
async function writes({ team, members }: TeamWorld): Promise<Map<string, string>> {
  const names = new Map(Object.entries(members).map(([name, { memberId }]) => [String(memberId), name]))
  const rows = await world.database.client.$queryRaw<{ memberId: string; metric: string; month: string; by: string }[]>`
    SELECT member_id AS "memberId", metric, to_char(month, 'YYYY-MM') AS month, xmin::text AS by FROM target_month WHERE team_id = ${team.id}`
  return new Map(rows.map(({ memberId, metric, month, by }) => [`${names.get(memberId)} ${metric} ${month}`, by]))
}

function touched(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((row) => before.get(row) !== after.get(row)).toSorted()
}
