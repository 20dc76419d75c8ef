import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markLeave } from '../../../src/app/leave/mark.js'
import { previewPlan } from '../../../src/app/plan/preview.js'
import { publishPlan } from '../../../src/app/plan/publish.js'
import { savePlanDraft } from '../../../src/app/plan/save-draft.js'
import { whyDraft } from '../../../src/app/plan/why-draft.js'
import { planInput } from '../../../src/core/plan/plan-input.js'
import { openWorld, type World } from '../../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const date = (iso: string) => Temporal.PlainDate.from(iso)
const PEOPLE = { 'Li Na': 'rep', 'Wang Wei': 'rep', 'Zhao Min': 'rep', Chen: 'manager' } as const
const NORTH = { by: 'person', parts: [{ name: 'Li Na', pin: '40', reason: 'key accounts' }, { name: 'Wang Wei' }] }

test.each([
  { case: 'shared equally over a year', period: '2026', target: { split: 'equal' } },
  {
    case: 'by weights and phases',
    period: '2026-Q2',
    target: { split: [{ member: 'Li Na', weight: '2.5' }, { member: 'Zhao Min' }], phases: ['30', '40', '30'] },
  },
  { case: 'by phases over a year', period: '2026', target: { split: 'equal', phases: ['25', '30', '45'] } },
  { case: 'with a number agreed', period: '2026-Q2', target: { split: 'equal', agreed: [{ member: 'Li Na', amount: '7' }] } },
  {
    case: 'by a tree',
    period: '2026-Q2',
    target: { split: 'equal', tree: { by: 'region', parts: [{ name: 'North', share: '60%', tree: NORTH }, { name: 'South' }] } },
  },
])(
  'what is explained is what the draft shows: $case, before the period and within it, against what is published',
  async ({ period, target }) => {
    world.moveTo('2025-12-15T02:00:00Z')
    const team = await world.team({ joinedOn: '2025-12-01', country: 'CN', people: PEOPLE })
    const chen = await team.actor('Chen')
    const plan = (amount: string) => planInput.parse({ version: 1, period, targets: [{ metric: 'visits', amount, ...target }] })

    const first = await savePlanDraft(world.app, chen, plan('101'))
    await mustAgree(await previewPlan(world.app, chen, first.id), await whyDraft(world.app, chen, first.id, 'visits'))
    await publishPlan(world.app, chen, first.id, { reason: 'First' })

    world.moveTo('2026-05-12T02:00:00Z')
    await markLeave(world.app, await team.actor('Li Na'), { from: date('2026-05-18'), to: date('2026-05-22') })
    const manager = await team.actor('Chen')
    const second = await savePlanDraft(world.app, manager, plan('150'))
    const why = await whyDraft(world.app, manager, second.id, undefined)
    await mustAgree(await previewPlan(world.app, manager, second.id), why)
    expect([why.draft.revision.version, why.replaces?.revision.id, why.hasBegun, String(why.from)]).toEqual([
      2,
      first.id,
      true,
      '2026-05-12',
    ])
    expect(why.before).toBe(101n)
  },
)

async function mustAgree({ targets: [shown] }: Awaited<ReturnType<typeof previewPlan>>, why: Awaited<ReturnType<typeof whyDraft>>) {
  expect(why.amount).toBe(shown?.total)
  expect(why.members.map(({ name, total, month }) => [name, total, month?.onDay])).toEqual(
    shown?.members.map(({ name, total, firstDay }) => [name, total, firstDay]),
  )
  const parts = new Map([
    ...(shown?.quarters ?? []).map(({ quarter, total }) => [quarter, total] as const),
    ...(shown?.months ?? []).map(({ month, total }) => [month, total] as const),
  ])
  for (const { id, total, past, by, of, share, byRule, workingDays, workingDaysInAll } of why.parts) {
    expect([id, total]).toEqual([id, parts.get(id)])
    expect(past <= total).toBe(true)
    // Whoever works out what is written comes to what is written.
    const factor = by === 'working-days' ? workingDays / workingDaysInAll : share
    expect([id, Number(past) + Number(of) * factor]).toEqual([id, expect.closeTo(byRule, 6)])
  }
  // Each rule gives what it says, and together they make the whole.
  expect(why.members.reduce((sum, { byRule }) => sum + byRule, 0n)).toBe(why.amount)
}
