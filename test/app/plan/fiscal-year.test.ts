import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../../src/app/access/visitor.js'
import { markLeave } from '../../../src/app/leave/mark.js'
import { takeBackLeave } from '../../../src/app/leave/take-back.js'
import { addTarget } from '../../../src/app/plan/change-draft.js'
import { exportPlan } from '../../../src/app/plan/export.js'
import { importPlan } from '../../../src/app/plan/import.js'
import { publishPlan } from '../../../src/app/plan/publish.js'
import { recallPlan } from '../../../src/app/plan/recall.js'
import { savePlanDraft } from '../../../src/app/plan/save-draft.js'
import { planOf } from '../../../src/app/plan/stored-plan.js'
import { runDue } from '../../../src/app/schedule/run-due.js'
import { readTarget } from '../../../src/app/target/read.js'
import { whyTheseNumbers } from '../../../src/app/target/why.js'
import { changeFiscalYear } from '../../../src/app/team/settings.js'
import { UserError } from '../../../src/app/user-error.js'
import { RETAIL_CALENDAR } from '../../../src/core/calendar/week-year.js'
import type { PlanInput } from '../../../src/core/plan/plan-input.js'
import { speaker } from '../../support/speaker.js'
import { openWorld, type TeamWorld, type World } from '../../support/world.js'

/** Retail year 2026: the first quarter runs from Sunday 1 February to Saturday 2 May, the second to 1 August; 65 weekdays each. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** For what changes outside an adjustment window. */
const OVERRIDE = { reason: 'A better guess' }

const date = (on: string) => Temporal.PlainDate.from(on)

async function aTeam(fiscal: TeamWorld['team']['fiscal'] = RETAIL_CALENDAR, at = '2026-01-20T08:00:00Z') {
  world.moveTo(at)
  const team = await world.team({ joinedOn: '2025-12-01', fiscal })
  return { team, chen: await team.actor('Chen') }
}

const visits = (period: string, amount: bigint): PlanInput => ({
  version: 1,
  period,
  targets: [{ metric: 'visits', amount, split: 'equal' }],
})

async function published(actor: Actor, plan: PlanInput) {
  return publishPlan(world.app, actor, (await savePlanDraft(world.app, actor, plan)).id, OVERRIDE)
}

async function rowsOf({ team }: TeamWorld) {
  const rows = await world.app.reading(team.organisationId).targets.between(team.id, date('2025-01-01'), date('2028-12-31'))
  return rows.toSorted((a, b) => (a.memberId + a.month < b.memberId + b.month ? -1 : 1))
}

/** What the whole team is asked for from one date to another. */
async function asked(team: TeamWorld, from: string, until: string): Promise<bigint> {
  return (await rowsOf(team))
    .flatMap(({ month, days }) => days.map((amount, index) => ({ on: `${month}-${String(index + 1).padStart(2, '0')}`, amount })))
    .filter(({ on }) => from <= on && on <= until)
    .reduce((sum, { amount }) => sum + (amount ?? 0n), 0n)
}

describe('a plan of a retail year', () => {
  test('quarters that share a calendar month keep their own days, and give them back alone', async () => {
    const { team, chen } = await aTeam()
    await published(chen, visits('2026-Q1', 1300n))
    const first = await rowsOf(team)
    expect([await asked(team, '2026-02-01', '2026-02-28'), await asked(team, '2026-03-01', '2026-04-04')]).toEqual([400n, 500n])

    const second = await published(chen, visits('2026-Q2', 650n))
    expect([await asked(team, '2026-02-01', '2026-05-02'), await asked(team, '2026-05-03', '2026-08-01')]).toEqual([1300n, 650n])
    await recallPlan(world.app, chen, second.id, OVERRIDE)
    expect((await rowsOf(team)).map(({ planId: _, ...row }) => row)).toEqual(first.map(({ planId: _, ...row }) => row))
  })

  test('in the middle of it the past stays, to the day', async () => {
    const { team, chen } = await aTeam()
    await published(chen, visits('2026-Q1', 1300n))
    world.moveTo('2026-03-31T08:00:00Z')
    const past = await asked(team, '2026-02-01', '2026-03-30')
    await published(chen, visits('2026-Q1', 2000n))
    expect([await asked(team, '2026-02-01', '2026-03-30'), await asked(team, '2026-02-01', '2026-05-02')]).toEqual([past, 2000n])
  })

  test('leave moves work within its own month, which two calendar months share', async () => {
    const { team, chen } = await aTeam()
    await published(chen, visits('2026-Q1', 1300n))
    const before = await rowsOf(team)
    // 2026-P02 runs from 1 March to 4 April.
    const marked = await markLeave(world.app, await team.actor('Li Na'), { from: date('2026-03-30'), to: date('2026-04-03') })
    expect(marked.targets.map(({ month, kind }) => [month, kind])).toEqual([['2026-P02', 'moves']])
    expect([await asked(team, '2026-03-01', '2026-04-04'), await asked(team, '2026-04-05', '2026-05-02')]).toEqual([500n, 400n])
    await takeBackLeave(world.app, await team.actor('Li Na'), marked.leave.id)
    expect(await rowsOf(team)).toEqual(before)
  })

  test('it is exported with its calendar, and read back as the same plan by any team', async () => {
    const { chen } = await aTeam()
    const draft = await savePlanDraft(world.app, chen, visits('2026-P02', 500n))
    const file = await exportPlan(world.app, chen, draft.id)
    expect(file).toContain('calendar:\n  layout: 4-5-4\n  startMonth: 2\n  weekStart: sunday\n  yearEnds: nearest\n  yearName: start\n')
    const other = await aTeam({ kind: 'months', startMonth: 4 })
    const read = await importPlan(world.app, other.chen, { kind: 'words', words: file })
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(planOf(read.value)).toEqual(planOf(draft))
    expect(await exportPlan(world.app, other.chen, read.value.id)).toBe(file)
  })

  test('a calendar month is no part of it', async () => {
    const { chen } = await aTeam()
    const refusal = await savePlanDraft(world.app, chen, visits('2026-03', 10n)).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ key: 'plan-weeks' })
    expect(refusal).toBeInstanceOf(UserError)
  })

  test.each([
    { language: 'en' as const, part: 'P2 2026 (1 Mar – 4 Apr): 500', review: 'P1 2026' },
    { language: 'zh-CN' as const, part: '2026年第2期（3月1日 – 4月4日）：500', review: '2026年第1期' },
  ])('it is shown with its dates, aimed at and reviewed by its months, in $language', async ({ language, part, review }) => {
    const { team, chen } = await aTeam()
    const manager = speaker(world, team, 'Chen', language)
    await published(chen, visits('2026-Q1', 1300n))
    expect((await manager.types('/plan')).text).toContain(part)

    world.moveTo('2026-03-02T08:00:00Z')
    await runDue(world.app, (_, error) => {
      throw error
    })
    expect((await manager.types('/review last month')).text).toContain(review)
    const { period, standings } = await readTarget(world.app, await team.actor('Chen'), { asked: 'month', whose: { kind: 'team' } })
    expect([period.id, standings[0]?.pace.target]).toEqual(['2026-P02', 500n])
    expect((await manager.types('/target quarter team')).text).toContain('1,300')
    expect((await manager.types('/leaderboard month')).text).toContain('2026')
  })
})

test('a change of calendar never rewrites what was published', async () => {
  const { team, chen } = await aTeam({ kind: 'months', startMonth: 1 })
  const plan = await published(chen, visits('2026', 2610n))
  const before = await rowsOf(team)
  await changeFiscalYear(world.app, chen, RETAIL_CALENDAR)
  expect(await rowsOf(team)).toEqual(before)

  const after = await team.actor('Chen')
  const kept = await world.app.reading(team.organisationId).plans.byId(plan.id)
  expect(kept && planOf(kept)).toEqual(planOf(plan))
  const why = await whyTheseNumbers(world.app, after, date('2026-03-02'), { kind: 'team' })
  expect([why.whys[0]?.planPeriod.id, why.whys[0]?.month.id]).toEqual(['2026', '2026-03'])
  // The team now looks at it by its own quarters: the same days, summed up anew.
  world.moveTo('2026-03-02T08:00:00Z')
  const { period, standings } = await readTarget(world.app, await team.actor('Chen'), { asked: 'quarter', whose: { kind: 'team' } })
  expect([period.id, standings[0]?.pace.target]).toEqual(['2026-Q1', await asked(team, '2026-02-01', '2026-05-02')])

  world.moveTo('2026-01-20T08:00:00Z')
  const changed = await addTarget(
    world.app,
    after,
    { period: '2026', fiscalStartMonth: 1 },
    { metric: 'leads', amount: 12n, split: 'equal' },
  )
  expect(planOf(changed)).toMatchObject({ fiscalStartMonth: 1, period: '2026' })
  const shared = await savePlanDraft(world.app, after, visits('2026-Q1', 5n)).catch((error: unknown) => error)
  expect(shared).toMatchObject({ key: 'plan-overlaps' })
})

test('a leaver in the middle leaves the rest to the team, or carries it, as the plan says', async () => {
  const { team, chen } = await aTeam({ kind: 'months', startMonth: 1 }, '2026-05-20T08:00:00Z')
  const { id } = team.members['Wang Wei']?.memberId === undefined ? { id: '' } : { id: team.members['Wang Wei'].memberId }
  await world.database.client.member.update({ where: { id }, data: { leftOn: new Date('2026-06-15T00:00:00Z') } })
  const totals = async (plan: PlanInput) => {
    await published(chen, plan)
    const rows = await rowsOf(team)
    const of = (memberId: string) =>
      rows
        .filter((row) => row.memberId === memberId)
        .flatMap(({ days }) => days)
        .reduce<bigint>((sum, day) => sum + (day ?? 0n), 0n)
    return [of(team.members['Li Na']?.memberId ?? ''), of(id)]
  }
  // 11 of June's 22 weekdays: half a share, or a whole one until the 15th.
  expect(await totals(visits('2026-06', 300n))).toEqual([200n, 100n])
  expect(await totals({ ...visits('2026-06', 300n), leavers: 'carried' })).toEqual([150n, 150n])
})
