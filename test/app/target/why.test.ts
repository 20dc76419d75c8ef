import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { markLeave } from '../../../src/app/leave/mark.js'
import { publishPlan } from '../../../src/app/plan/publish.js'
import { savePlanDraft } from '../../../src/app/plan/save-draft.js'
import type { Whose } from '../../../src/app/target/subject.js'
import { whyTheseNumbers } from '../../../src/app/target/why.js'
import { planInput } from '../../../src/core/plan/plan-input.js'
import { openWorld, type TeamWorld, type World } from '../../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A team whose manager has published a plan in September, on the 11th of November. */
async function planned(period: string, targets: readonly object[]) {
  world.moveTo('2026-09-15T10:00[Asia/Shanghai]')
  const team = await world.team({ joinedOn: '2026-09-01' })
  await publish(team, period, targets)
  world.moveTo('2026-11-11T10:00[Asia/Shanghai]')
  return { team, why: (name: string, on = '2026-11-11', whose: Whose = { kind: 'me' }) => explain(team, name, on, whose) }
}

async function publish(team: TeamWorld, period: string, targets: readonly object[]): Promise<void> {
  const chen = await team.actor('Chen')
  const draft = await savePlanDraft(world.app, chen, planInput.parse({ version: 1, period, targets }))
  await publishPlan(world.app, chen, draft.id, { reason: 'More visits' })
}

async function explain(team: TeamWorld, name: string, on: string, whose: Whose) {
  return whyTheseNumbers(world.app, await team.actor(name), Temporal.PlainDate.from(on), whose)
}

/** The last quarter of 2026 has 22, 21 and 23 weekdays: 66. */
const TWO_TO_ONE = [
  { member: 'Li Na', weight: '2' },
  { member: 'Wang Wei', weight: '1' },
]

describe('198 visits for a quarter, two parts for Li Na and one for Wang Wei', () => {
  const targets = [{ metric: 'visits', amount: '198', split: TWO_TO_ONE }]

  test('are 132 for Li Na, 42 of them in November, two a day', async () => {
    const { why } = await planned('2026-Q4', targets)
    const { of, whys } = await why('Li Na')
    expect(of.kind).toBe('me')
    expect(whys).toMatchObject([
      {
        metric: 'visits',
        planPeriod: { id: '2026-Q4' },
        version: 1,
        planAmount: 198n,
        part: 132n,
        share: 2 / 3,
        split: 'weights',
        month: { id: '2026-11' },
        inMonth: 42n,
        monthBy: 'working-days',
        workingDays: 21,
        onDay: 2n,
        dayBy: 'even',
      },
    ])
    expect(whys[0]?.publishedOn.toString()).toBe('2026-09-15')
  })

  test('are three a day for the team, the sum of both', async () => {
    const { why } = await planned('2026-Q4', targets)
    const { of, whys } = await why('Wang Wei', '2026-11-11', { kind: 'team' })
    expect(of.kind).toBe('team')
    expect(whys).toMatchObject([{ part: 198n, share: 1, inMonth: 63n, workingDays: 21, onDay: 3n, dayBy: 'sum' }])
  })

  test('ask nothing on a Saturday', async () => {
    const { why } = await planned('2026-Q4', targets)
    expect((await why('Li Na', '2026-11-14')).whys).toMatchObject([{ inMonth: 42n, onDay: null }])
  })

  test('are a manager’s to explain for each member, not a colleague’s', async () => {
    const { team, why } = await planned('2026-Q4', targets)
    const li: Whose = { kind: 'member', memberId: team.members['Li Na']?.memberId ?? '' }
    expect(await why('Chen', '2026-11-11', li)).toMatchObject({ of: { kind: 'member', name: 'Li Na' }, whys: [{ part: 132n }] })
    await expect(why('Wang Wei', '2026-11-11', li)).rejects.toMatchObject({ key: 'target-others' })
  })

  test('are told by the revision that counts now', async () => {
    const { team, why } = await planned('2026-Q4', targets)
    await publish(team, '2026-Q4', [{ metric: 'visits', amount: '264', split: TWO_TO_ONE }])
    const { whys } = await why('Li Na')
    expect(whys).toMatchObject([{ planAmount: 264n }])
    expect(whys[0]).toMatchObject({ version: 2 })
    expect(whys[0]?.publishedOn.toString()).toBe('2026-11-11')
  })
})

test('the month’s part goes by season or by phases where the plan has them', async () => {
  const { why } = await planned('2026-Q4', [
    { metric: 'visits', amount: '400', split: 'equal', months: { '2026-10': '1', '2026-11': '2', '2026-12': '1' } },
    { metric: 'proposals', amount: '200', split: 'equal', phases: ['30', '40', '30'] },
  ])
  expect((await why('Li Na')).whys).toMatchObject([
    { metric: 'visits', split: 'equal', part: 200n, share: 0.5, inMonth: 100n, monthBy: 'season' },
    { metric: 'proposals', part: 100n, inMonth: 40n, monthBy: 'phases' },
  ])
})

test.each([
  // 10 over 21 days: after k days ⌊10k ÷ 21⌋. The 6th is the fifth weekday, the 11th the eighth.
  { case: 'a whole one on the fifth day', on: '2026-11-06', target: { amount: '10' }, onDay: 1n, dayBy: 'whole' },
  { case: 'none on the eighth', on: '2026-11-11', target: { amount: '10' }, onDay: 0n, dayBy: 'whole' },
  // 50 of 100 on the eight weekdays from the 11th to the 20th; ⌊50 ÷ 8⌋ on the first, where an even day has 4 or 5.
  { case: 'the rhythm 30/50/20', on: '2026-11-11', target: { amount: '100', rhythm: ['30', '50', '20'] }, onDay: 6n, dayBy: 'rhythm' },
])('a day’s number: $case', async ({ on, target, onDay, dayBy }) => {
  const { why } = await planned('2026-11', [{ metric: 'visits', split: [{ member: 'Li Na' }], ...target }])
  expect((await why('Li Na', on)).whys).toMatchObject([{ onDay, dayBy, workingDays: 21 }])
})

test('leave moves a part to other days', async () => {
  const { team, why } = await planned('2026-11', [{ metric: 'revenue', amount: '21000', currency: 'CNY', split: [{ member: 'Li Na' }] }])
  const li = await team.actor('Li Na')
  await markLeave(world.app, li, { from: Temporal.PlainDate.from('2026-11-16'), to: Temporal.PlainDate.from('2026-11-20') })
  // ¥13,000 from the 12th on, over the eight days that are left of thirteen.
  expect((await why('Li Na', '2026-11-12')).whys).toMatchObject([{ inMonth: 2_100_000n, workingDays: 16, onDay: 162_500n, dayBy: 'moved' }])
})

test('zero is explained, nothing is not', async () => {
  const { why } = await planned('2026-11', [{ metric: 'leads', amount: '0', split: [{ member: 'Li Na' }] }])
  expect((await why('Li Na')).whys).toMatchObject([{ planAmount: 0n, share: null, part: 0n, onDay: 0n }])
  for (const [name, on] of [
    ['Wang Wei', '2026-11-11'],
    ['Li Na', '2026-12-01'],
  ] as const)
    await expect(why(name, on)).rejects.toMatchObject({ key: 'no-target-to-explain' })
})
