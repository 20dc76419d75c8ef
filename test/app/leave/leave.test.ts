import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../../../src/app/access/system-actor.js'
import { submitCheckIn } from '../../../src/app/check-in/submit.js'
import { comingLeave } from '../../../src/app/leave/coming.js'
import { markLeave } from '../../../src/app/leave/mark.js'
import { takeBackLeave } from '../../../src/app/leave/take-back.js'
import { composeMorning } from '../../../src/app/morning/publish.js'
import { publishNudges } from '../../../src/app/nudge/publish.js'
import { publishPlan } from '../../../src/app/plan/publish.js'
import { savePlanDraft } from '../../../src/app/plan/save-draft.js'
import { dayStates } from '../../../src/app/review/day-states.js'
import { removeMember } from '../../../src/app/team/leaving.js'
import { setMember } from '../../../src/app/team/members.js'
import { UserError } from '../../../src/app/user-error.js'
import type { MemberId, PersonId, TeamId } from '../../../src/core/id.js'
import type { PlanInput } from '../../../src/core/plan/plan-input.js'
import { newId } from '../../../src/store/new-id.js'
import { openWorld, type TeamOptions, type TeamWorld, type World } from '../../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const date = (on: string) => Temporal.PlainDate.from(on)
const days = (from: string, to = from) => ({ from: date(from), to: date(to) })
const PEOPLE = { 'Li Na': 'rep', 'Wang Wei': 'rep', Zhou: 'spectator', Chen: 'manager' } as const

/** December 2026 has 23 weekdays from Tuesday the 1st; 92 visits and 4.6 million are 2 visits and 100,000 a day for each of two reps. */
const DECEMBER: PlanInput = {
  version: 1,
  period: '2026-12',
  targets: [
    { metric: 'visits', amount: 92n, split: 'equal' },
    { metric: 'revenue', amount: 460_000_000n, currency: 'CNY', split: 'equal' },
  ],
}

async function aTeam({ plan = DECEMBER, at = '2026-12-01T08:00', ...options }: TeamOptions & { plan?: PlanInput; at?: string } = {}) {
  world.moveTo(`${at}[Asia/Shanghai]`)
  const team = await world.team({ joinedOn: '2026-01-01', people: PEOPLE, ...options })
  const chen = await team.actor('Chen')
  await publishPlan(world.app, chen, (await savePlanDraft(world.app, chen, plan)).id)
  const plans = await posts(team)
  return { team, told: async () => (await posts(team)).slice(plans.length) }
}

async function posts({ organisationId }: TeamWorld) {
  return world.app.reading(organisationId).outbox.since(0n)
}

/** A member's numbers of a month from a day on: "16:2 17:3", without the days that are not worked. */
async function numbers({ team, organisationId, members }: TeamWorld, name: string, month = '2026-12', metric = 'visits', fromDay = 1) {
  const first = date(`${month}-01`)
  const rows = await world.app.reading(organisationId).targets.between(team.id, first, first, members[name]?.memberId)
  const row = rows.find((each) => each.metric === metric)
  return (row?.days ?? []).flatMap((day, index) => (day === null || index + 1 < fromDay ? [] : [`${index + 1}:${day}`])).join(' ')
}

async function total(teamWorld: TeamWorld, name: string, month = '2026-12', metric = 'visits'): Promise<number> {
  return (await numbers(teamWorld, name, month, metric))
    .split(' ')
    .filter((each) => each !== '')
    .reduce((sum, each) => sum + Number(each.split(':')[1]), 0)
}

async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserError)) throw new Error('It was not refused', { cause: error })
  return error.key
}

describe('a member marks days off', () => {
  test('what the days ask for goes to the month’s other working days, exactly, and the past stays', async () => {
    const { team } = await aTeam()
    const others = await numbers(team, 'Wang Wei')
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    const li = await team.actor('Li Na')
    const marked = await markLeave(world.app, li, days('2026-12-24', '2026-12-28'))

    // Through the 15th 11 working days have had 22 of 46. 24 are left for 9 days: after k of them ⌊24k ÷ 9⌋.
    expect(await numbers(team, 'Li Na')).toBe(
      '1:2 2:2 3:2 4:2 7:2 8:2 9:2 10:2 11:2 14:2 15:2 16:2 17:3 18:3 21:2 22:3 23:3 29:2 30:3 31:3',
    )
    expect(await total(team, 'Li Na')).toBe(46)
    expect(await total(team, 'Li Na', '2026-12', 'revenue')).toBe(230_000_000)
    expect(await numbers(team, 'Wang Wei')).toBe(others)
    expect(marked).toMatchObject({ workingDays: 3, member: { name: 'Li Na' } })
    expect(marked.targets).toEqual([
      {
        kind: 'moves',
        month: '2026-12',
        metric: 'revenue',
        currency: 'CNY',
        amount: 30_000_000n,
        days: 9,
        before: { least: 10_000_000n, most: 10_000_000n },
        after: { least: 13_333_333n, most: 13_333_334n },
      },
      {
        kind: 'moves',
        month: '2026-12',
        metric: 'visits',
        amount: 6n,
        days: 9,
        before: { least: 2n, most: 2n },
        after: { least: 2n, most: 3n },
      },
    ])
  })

  test('taken back, every number is as the plan had it', async () => {
    const { team, told } = await aTeam()
    const planned = [await numbers(team, 'Li Na'), await numbers(team, 'Li Na', '2026-12', 'revenue')]
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    const li = await team.actor('Li Na')
    const { leave } = await markLeave(world.app, li, days('2026-12-24', '2026-12-28'))
    const back = await takeBackLeave(world.app, li, leave.id)
    expect([await numbers(team, 'Li Na'), await numbers(team, 'Li Na', '2026-12', 'revenue')]).toEqual(planned)
    expect(back.targets.map(({ metric, amount }) => [metric, amount])).toEqual([
      ['revenue', 30_000_000n],
      ['visits', 6n],
    ])
    expect(await refused(takeBackLeave(world.app, li, leave.id))).toBe('leave-gone')
    expect(await told()).toEqual([])
  })

  test('a second rep’s few deals move by that rep’s own stagger, and come back to their days', async () => {
    const { team } = await aTeam({ plan: { ...DECEMBER, targets: [{ metric: 'deals', amount: 8n, split: 'equal' }] } })
    const due = async (name: string) => (await numbers(team, name, '2026-12', 'deals')).match(/\d+(?=:1)/g)?.join(' ')
    // Four each over 23 days: 4k ÷ 23 after k of them, for the second rep 26 of 48 of a deal ahead.
    expect([await due('Li Na'), await due('Wang Wei')]).toEqual(['8 16 24 31', '3 11 21 28'])
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    const wang = await team.actor('Wang Wei')
    const { leave } = await markLeave(world.app, wang, days('2026-12-24', '2026-12-28'))
    // Through the 15th as published; then as of a month of 20 days, 4k ÷ 20: on its 13th and 18th.
    expect(await due('Wang Wei')).toBe('3 11 17 29')
    await takeBackLeave(world.app, wang, leave.id)
    expect([await due('Li Na'), await due('Wang Wei')]).toEqual(['8 16 24 31', '3 11 21 28'])
  })

  test('today’s number moves when today itself is off, and stays otherwise', async () => {
    const { team } = await aTeam()
    world.moveTo('2026-12-30T10:00[Asia/Shanghai]')
    const li = await team.actor('Li Na')
    const { leave, targets } = await markLeave(world.app, li, days('2026-12-30'))
    expect(await numbers(team, 'Li Na', '2026-12', 'visits', 29)).toBe('29:2 31:4')
    expect(targets.find(({ metric }) => metric === 'visits')).toMatchObject({ amount: 2n, days: 1, after: { least: 4n, most: 4n } })
    await takeBackLeave(world.app, li, leave.id)
    expect(await numbers(team, 'Li Na', '2026-12', 'visits', 29)).toBe('29:2 30:2 31:2')
    await markLeave(world.app, li, days('2026-12-31'))
    expect(await numbers(team, 'Li Na', '2026-12', 'visits', 29)).toBe('29:2 30:2 31:2')
  })

  test('where no day is left the month keeps its numbers, and that is said', async () => {
    const { team } = await aTeam()
    const planned = await numbers(team, 'Li Na')
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    const { targets } = await markLeave(world.app, await team.actor('Li Na'), days('2026-12-16', '2027-02-28'))
    expect(targets).toEqual([
      { kind: 'stays', month: '2026-12', metric: 'revenue', currency: 'CNY', amount: 120_000_000n },
      { kind: 'stays', month: '2026-12', metric: 'visits', amount: 24n },
    ])
    expect(await numbers(team, 'Li Na')).toBe(planned)
  })

  test('over the end of a month each month keeps its own', async () => {
    const plan: PlanInput = { version: 1, period: '2026-Q4', targets: [{ metric: 'visits', amount: 264n, split: 'equal' }] }
    const { team } = await aTeam({ plan, at: '2026-10-01T08:00' })
    // 22, 21 and 23 working days: 132 visits each are 2 a day.
    const months = async () => Promise.all(['2026-10', '2026-11', '2026-12'].map((month) => total(team, 'Li Na', month)))
    expect(await months()).toEqual([44, 42, 46])
    const { targets } = await markLeave(world.app, await team.actor('Li Na'), days('2026-10-30', '2026-11-03'))
    expect(await months()).toEqual([44, 42, 46])
    expect(targets.map(({ month, amount, kind }) => [month, kind, amount])).toEqual([
      ['2026-10', 'moves', 2n],
      ['2026-11', 'moves', 4n],
    ])
  })

  test('a month’s rhythm stays: what is left of a span weighs what it would in a plan', async () => {
    const plan: PlanInput = {
      version: 1,
      period: '2026-11',
      targets: [{ metric: 'visits', amount: 200n, split: 'equal', rhythm: [30, 50, 20] }],
    }
    const { team } = await aTeam({ plan, at: '2026-11-01T08:00' })
    const spans = async () => {
      const shares = (await numbers(team, 'Li Na', '2026-11')).split(' ').map((each) => each.split(':').map(Number))
      const part = (first: number, last: number) =>
        shares.filter(([day = 0]) => day >= first && day <= last).reduce((sum, [, amount = 0]) => sum + amount, 0)
      return [part(1, 10), part(11, 20), part(21, 30)]
    }
    expect(await spans()).toEqual([30, 50, 20])
    // Four of the middle span's eight days: 30 : 25 : 20 of 100.
    await markLeave(world.app, await team.actor('Li Na'), days('2026-11-17', '2026-11-20'))
    expect(await spans()).toEqual([40, 33, 27])
  })

  test('a weekend asks for nothing, a made-up Saturday does', async () => {
    const plan: PlanInput = { version: 1, period: '2026-10', targets: [{ metric: 'visits', amount: 36n, split: 'equal' }] }
    const { team } = await aTeam({ plan, at: '2026-10-01T08:00', country: 'CN' })
    // After the holidays of 1 to 7 October, 8 to 10 October and 15 weekdays from the 12th: 18 days, one visit each.
    const li = await team.actor('Li Na')
    const weekend = await markLeave(world.app, li, days('2026-10-17', '2026-10-18'))
    expect([weekend.workingDays, weekend.targets]).toEqual([0, []])
    const saturday = await markLeave(world.app, li, days('2026-10-10', '2026-10-11'))
    expect([saturday.workingDays, saturday.targets.map(({ amount }) => amount)]).toEqual([1, [1n]])
    expect(await total(team, 'Li Na', '2026-10')).toBe(18)
  })

  test('of leave that has begun the days from today on come back', async () => {
    const { team } = await aTeam()
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    const { leave } = await markLeave(world.app, await team.actor('Li Na'), days('2026-12-16', '2026-12-18'))
    world.moveTo('2026-12-17T08:00[Asia/Shanghai]')
    const li = await team.actor('Li Na')
    const back = await takeBackLeave(world.app, li, leave.id)
    expect([back.leave.from.toString(), back.leave.to.toString()]).toEqual(['2026-12-17', '2026-12-18'])
    // 22 through the 15th, none on the 16th: 24 for the 11 days from the 17th, ⌊24k ÷ 11⌋.
    expect(await numbers(team, 'Li Na', '2026-12', 'visits', 15)).toBe('15:2 17:2 18:2 21:2 22:2 23:2 24:3 25:2 28:2 29:2 30:2 31:3')
    expect((await comingLeave(world.app, li)).leaves).toEqual([])
    const kept = await world.app.reading(team.organisationId).leaves.between([leave.memberId], date('2026-12-01'), date('2026-12-31'))
    expect(kept.map(({ from, to }) => `${from} ${to}`)).toEqual(['2026-12-16 2026-12-16'])
  })
})

describe('what cannot be marked', () => {
  test.each([
    { from: '2026-12-18', to: '2026-12-17', key: 'leave-order' },
    { from: '2026-12-14', to: '2026-12-17', key: 'leave-past' },
    { from: '2027-12-24', to: '2027-12-24', key: 'leave-far' },
    { from: '2026-12-24', to: '2027-12-25', key: 'leave-long' },
  ])('$from to $to: $key', async ({ from, to, key }) => {
    const { team } = await aTeam()
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    expect(await refused(markLeave(world.app, await team.actor('Li Na'), days(from, to)))).toBe(key)
  })

  test('days that are off already, and of two at once one', async () => {
    const { team } = await aTeam()
    const li = await team.actor('Li Na')
    await markLeave(world.app, li, days('2026-12-24', '2026-12-28'))
    expect(await refused(markLeave(world.app, li, days('2026-12-28', '2026-12-30')))).toBe('leave-already')
    const both = await Promise.allSettled([1, 2].map(() => markLeave(world.app, li, days('2026-12-21', '2026-12-22'))))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await total(team, 'Li Na')).toBe(46)
  })

  test('a spectator has nothing to be off from, and an admin from elsewhere no leave of their own', async () => {
    const { team } = await aTeam()
    expect(await refused(markLeave(world.app, await team.actor('Zhou'), days('2026-12-24')))).toBe('members-only')
    const chen = await team.actor('Chen')
    expect(await refused(markLeave(world.app, chen, days('2026-12-24'), team.members.Zhou?.memberId))).toBe('leave-spectator')
  })
})

describe('a manager marks leave for a member', () => {
  test('who is told in private what becomes of their numbers, once', async () => {
    const { team, told } = await aTeam()
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    const chen = await team.actor('Chen')
    const li = team.members['Li Na']
    const { leave, targets } = await markLeave(world.app, chen, days('2026-12-24', '2026-12-28'), li?.memberId)
    await takeBackLeave(world.app, chen, leave.id)
    const facts = { kind: 'leave-changed', team: 'East', by: 'Chen', from: '2026-12-24', to: '2026-12-28' }
    expect(await told()).toMatchObject([
      { key: `leave:${leave.id}:marked:${li?.personId}`, to: expect.stringContaining(`@${li?.externalId}`), post: { ...facts, targets } },
      { key: `leave:${leave.id}:taken-back:${li?.personId}`, post: { ...facts, change: 'taken-back' } },
    ])
    const audit = await world.database.client.audit.findMany({
      where: { organisationId: team.organisationId, subject: li?.memberId ?? '' },
    })
    expect(audit.map(({ act, personId }) => [act, personId])).toEqual([
      ['leave-mark', chen.personId],
      ['leave-take-back', chen.personId],
    ])
  })

  test('a rep marks nobody else’s, and sees nobody else’s', async () => {
    const { team } = await aTeam()
    const [li, wang] = [await team.actor('Li Na'), await team.actor('Wang Wei')]
    const { leave } = await markLeave(world.app, li, days('2026-12-24'))
    expect(await refused(markLeave(world.app, wang, days('2026-12-24'), li.memberId))).toBe('managers-only')
    expect(await refused(takeBackLeave(world.app, wang, leave.id))).toBe('managers-only')
    expect(await refused(comingLeave(world.app, wang, li.memberId))).toBe('managers-only')
    expect((await comingLeave(world.app, wang)).others).toEqual([])
  })

  test('a manager sees everybody’s, and another team’s nobody’s', async () => {
    const { team } = await aTeam()
    const { team: elsewhere } = await aTeam()
    const [li, chen, stranger] = [await team.actor('Li Na'), await team.actor('Chen'), await elsewhere.actor('Chen')]
    const { leave } = await markLeave(world.app, li, days('2026-12-05', '2026-12-08'))
    const coming = await comingLeave(world.app, chen)
    expect(coming.others.map(({ name, workingDays }) => [name, workingDays])).toEqual([['Li Na', 2]])
    expect(await refused(takeBackLeave(world.app, stranger, leave.id))).toBe('leave-gone')
    expect(await refused(markLeave(world.app, stranger, days('2026-12-24'), li.memberId))).toBe('leave-nobody')
    expect((await comingLeave(world.app, stranger)).others).toEqual([])
  })

  test('who has lost their target since is asked for nothing', async () => {
    const { team } = await aTeam()
    const chen = await team.actor('Chen')
    await setMember(world.app, chen, team.team.home.workspace, { externalId: undefined, name: 'Li Na' }, 'spectator')
    expect(await refused(markLeave(world.app, chen, days('2026-12-24'), team.members['Li Na']?.memberId))).toBe('leave-spectator')
  })
})

test('on leave nobody is asked, reminded, missed or recorded', async () => {
  const { team } = await aTeam()
  const li = await team.actor('Li Na')
  await markLeave(world.app, li, days('2026-12-03'))
  world.moveTo('2026-12-03T18:00[Asia/Shanghai]')
  const on = date('2026-12-03')
  const reading = world.app.reading(team.organisationId)
  const morning = await composeMorning(reading, team.team, on)
  expect([morning?.members.map(({ name }) => name), morning?.onLeave]).toEqual([['Wang Wei'], ['Li Na']])
  await world.app.transaction(team.organisationId, (store) => publishNudges(store, team.team, on, 'evening'))
  const nudged = (await posts(team)).filter(({ key }) => key.startsWith('nudge:'))
  expect(nudged.map(({ to }) => to)).toEqual([expect.stringContaining(`@${team.members['Wang Wei']?.externalId}`)])
  const checkIn = { on, form: 'evening', numbers: [], numbersAre: 'totals', notes: {}, source: 'd1' } as const
  expect(await refused(submitCheckIn(world.app, await team.actor('Li Na'), checkIn))).toBe('check-in-on-leave')
  world.moveTo('2026-12-04T12:00[Asia/Shanghai]')
  const later = world.app.reading(team.organisationId)
  const members = await later.teams.members(team.team.id)
  const states = await dayStates(later, team.team, members, { start: on, end: on }, later.now)
  expect(members.map(({ id, name }) => [name, states(id)[0]?.state])).toEqual([
    ['Li Na', 'leave'],
    ['Wang Wei', 'missed'],
    ['Zhou', 'excused'],
    ['Chen', 'missed'],
  ])
})

test('a plan that is published afterwards knows of the leave', async () => {
  const { team } = await aTeam()
  await markLeave(world.app, await team.actor('Li Na'), days('2026-12-24', '2026-12-28'))
  const chen = await team.actor('Chen')
  const more: PlanInput = { version: 1, period: '2026-12', targets: [{ metric: 'visits', amount: 120n, split: 'equal' }] }
  await publishPlan(world.app, chen, (await savePlanDraft(world.app, chen, more)).id, { reason: 'More visits' })
  // 60 over 20 days; the day of publication may change.
  expect(await numbers(team, 'Li Na', '2026-12', 'visits', 22)).toBe('22:3 23:3 29:3 30:3 31:3')
})

test('whatever is marked and taken back, months keep their totals, the past its days, and leave days ask for nothing', async () => {
  const { team } = await aTeam()
  const step = fc.record({
    passes: fc.integer({ min: 0, max: 3 }),
    first: fc.integer({ min: 0, max: 12 }),
    more: fc.integer({ min: 0, max: 4 }),
    what: fc.constantFrom('mark', 'take-back'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      world.moveTo('2026-12-01T08:00[Asia/Shanghai]')
      const start = await team.actor('Li Na')
      for (const { id } of (await comingLeave(world.app, start)).leaves) await takeBackLeave(world.app, start, id)
      let on = date('2026-12-01')
      let seen = await numbers(team, 'Li Na')
      for (const { passes, first, more, what } of steps) {
        on = on.add({ days: passes })
        world.moveTo(`${on}T08:00[Asia/Shanghai]`)
        const li = await team.actor('Li Na')
        const from = on.add({ days: first })
        const [known] = (await comingLeave(world.app, li)).leaves
        if (what === 'take-back' && known !== undefined) await takeBackLeave(world.app, li, known.id)
        else await markLeave(world.app, li, { from, to: from.add({ days: more }) }).catch(alreadyOff)
        const now = await numbers(team, 'Li Na')
        const past = (shares: string) => shares.split(' ').filter((each) => Number(each.split(':')[0]) < on.day)
        expect(past(now)).toEqual(past(seen))
        expect(await total(team, 'Li Na')).toBe(46)
        const off = (await comingLeave(world.app, li)).leaves
        const worked = now.split(' ').map((each) => date('2026-12-01').with({ day: Number(each.split(':')[0]) }))
        const asked = worked.filter((day) => off.some((leave) => day.since(leave.from).sign >= 0 && day.until(leave.to).sign >= 0))
        expect(asked).toEqual([])
        seen = now
      }
    }),
    { numRuns: 6 },
  )
})

function alreadyOff(error: unknown): void {
  if (!(error instanceof UserError) || error.key !== 'leave-already') throw error
}

test('leave beyond somebody’s last day brings no work there when it is taken back', async () => {
  const { team } = await aTeam()
  await removeMember(world.app, await team.actor('Chen'), { name: 'Li Na' }, date('2026-12-18'))
  const chen = await team.actor('Chen')
  await publishPlan(world.app, chen, (await savePlanDraft(world.app, chen, DECEMBER)).id)
  const before = await numbers(team, 'Li Na')
  expect(before).toMatch(/ 18:\d+$/)
  const { leave } = await markLeave(world.app, await team.actor('Li Na'), days('2026-12-16', '2026-12-24'))
  expect(await total(team, 'Li Na')).toBe(before.split(' ').reduce((sum, each) => sum + Number(each.split(':')[1]), 0))
  await takeBackLeave(world.app, await team.actor('Li Na'), leave.id)
  expect(await numbers(team, 'Li Na')).toBe(before)
})

test('leave is the person’s: it holds in the other teams they carry a target in, and is taken back there too', async () => {
  const { team } = await aTeam()
  const north = { ...team.team, id: newId<'team'>() as TeamId, name: 'North', home: { ...team.team.home, conversation: 'C-north' } }
  const [here, there] = [team.members['Li Na']?.memberId, newId<'member'>() as MemberId]
  await world.app.transaction(team.organisationId, async (store) => {
    await store.teams.add(north)
    const personId = team.members['Li Na']?.personId as PersonId
    await store.teams.addMember({ id: there, teamId: north.id, personId, role: 'rep', joinedOn: date('2026-01-01') })
  })
  const chief = systemActor(north, world.app.now())
  const plan: PlanInput = { version: 1, period: '2026-12', targets: [{ metric: 'visits', amount: 46n, split: 'equal' }] }
  await publishPlan(world.app, chief, (await savePlanDraft(world.app, chief, plan)).id)
  const store = world.app.reading(team.organisationId)
  const inNorth = async () => (await store.targets.between(north.id, date('2026-12-16'), date('2026-12-16'), there))[0]?.days[15]
  const leaves = async () =>
    (
      await store.leaves.between(
        [here, there].filter((id) => id !== undefined),
        date('2026-12-01'),
        date('2026-12-31'),
      )
    ).map(({ memberId, from, to }) => [memberId === here ? 'East' : 'North', `${from} ${to}`])
  const before = await inNorth()
  expect(before).toBe(2n)

  const marked = await markLeave(world.app, await team.actor('Li Na'), days('2026-12-16', '2026-12-17'))
  expect(marked.alsoIn).toEqual(['North'])
  expect(await inNorth()).toBeNull()
  expect(new Set((await leaves()).map(([where]) => where))).toEqual(new Set(['East', 'North']))
  const taken = await takeBackLeave(world.app, await team.actor('Li Na'), marked.leave.id)
  expect(taken.alsoIn).toEqual(['North'])
  expect(await leaves()).toEqual([])
  expect(await inNorth()).toBe(before)
})
