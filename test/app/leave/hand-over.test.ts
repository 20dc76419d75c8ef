import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../../../src/app/access/system-actor.js'
import { comingLeave } from '../../../src/app/leave/coming.js'
import { markLeave } from '../../../src/app/leave/mark.js'
import { takeBackLeave } from '../../../src/app/leave/take-back.js'
import { publishPlan } from '../../../src/app/plan/publish.js'
import { recallPlan } from '../../../src/app/plan/recall.js'
import { savePlanDraft } from '../../../src/app/plan/save-draft.js'
import { whyTheseNumbers } from '../../../src/app/target/why.js'
import { removeMember } from '../../../src/app/team/leaving.js'
import { UserError } from '../../../src/app/user-error.js'
import type { MemberId, PersonId, TeamId } from '../../../src/core/id.js'
import type { PlanInput } from '../../../src/core/plan/plan-input.js'
import { newId } from '../../../src/store/new-id.js'
import { teamSettingsSchema } from '../../../src/store/team-settings.js'
import { openWorld, type TeamOptions, type TeamWorld, type World } from '../../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const date = (on: string) => Temporal.PlainDate.from(on)
const days = (from: string, to = from) => ({ from: date(from), to: date(to) })
const PEOPLE = { 'Li Na': 'rep', 'Wang Wei': 'rep', 'Zhao Min': 'rep', Chen: 'manager' } as const

/** December 2026 has 23 weekdays from Tuesday the 1st: 2 visits a day for each of three reps. */
const DECEMBER: PlanInput = {
  version: 1,
  period: '2026-12',
  leave: 'team',
  targets: [{ metric: 'visits', amount: 138n, split: 'equal' }],
}

async function aTeam({ plan = DECEMBER, at = '2026-12-01T08:00', ...options }: TeamOptions & { plan?: PlanInput; at?: string } = {}) {
  world.moveTo(`${at}[Asia/Shanghai]`)
  const team = await world.team({ joinedOn: '2026-01-01', people: PEOPLE, ...options })
  await publish(team, plan)
  return team
}

async function publish(team: TeamWorld, plan: PlanInput) {
  const chen = await team.actor('Chen')
  const draft = await savePlanDraft(world.app, chen, plan)
  return publishPlan(world.app, chen, draft.id, { reason: 'As the test has it' })
}

/** What stands of a metric for everybody: "16:2 17:3" from a day of the month on, without the days that are not worked. */
async function standing({ team, organisationId, members }: TeamWorld, { month = '2026-12', metric = 'visits', from = 1 } = {}) {
  const first = date(`${month}-01`)
  const rows = (await world.app.reading(organisationId).targets.between(team.id, first, first)).filter((row) => row.metric === metric)
  const shown = (id: MemberId | undefined) =>
    (rows.find(({ memberId }) => memberId === id)?.days ?? [])
      .flatMap((day, index) => (day === null || index + 1 < from ? [] : [`${index + 1}:${day}`]))
      .join(' ')
  return Object.fromEntries(Object.entries(members).map(([name, { memberId }]) => [name, shown(memberId)]))
}

const sum = (shown = '') => shown.split(' ').reduce((all, each) => all + Number(each.split(':')[1] ?? 0), 0)

async function totals(team: TeamWorld, month = '2026-12', metric = 'visits') {
  const own = await standing(team, { month, metric })
  return ['Li Na', 'Wang Wei', 'Zhao Min'].map((name) => sum(own[name]))
}

async function mark(team: TeamWorld, name: string, from: string, to = from) {
  return markLeave(world.app, await team.actor(name), days(from, to))
}

async function takeBack(team: TeamWorld, name: string, { leave }: { leave: { id: string } }) {
  return takeBackLeave(world.app, await team.actor(name), leave.id)
}

async function kept({ organisationId, team }: TeamWorld) {
  return world.app.reading(organisationId).leaveShares.between(team.id, date('2026-01-01'), date('2027-12-31'))
}

describe('by a plan that gives leave to the team', () => {
  test('what the days ask for goes to the colleagues’ open days, the team’s month and everybody’s past stay, and it is told', async () => {
    const team = await aTeam()
    const planned = await standing(team)
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    const marked = await mark(team, 'Li Na', '2026-12-24', '2026-12-28')
    const now = await standing(team, { from: 15 })
    expect(now['Li Na']).toBe('15:2 16:2 17:2 18:2 21:2 22:2 23:2 29:2 30:2 31:2')
    // Six more, three each. 27 for the twelve days from the 16th on, for the second rep 26 of 48 ahead: ⌊27k ÷ 12 + 26 ÷ 48⌋ after k of them.
    expect(now['Wang Wei']).toBe('15:2 16:2 17:3 18:2 21:2 22:2 23:3 24:2 25:2 28:2 29:3 30:2 31:2')
    expect(await totals(team)).toEqual([40, 49, 49])
    expect(marked.targets).toEqual([
      {
        kind: 'handed',
        month: '2026-12',
        metric: 'visits',
        amount: 6n,
        parts: [
          { memberId: team.members['Wang Wei']?.memberId, name: 'Wang Wei', amount: 3n },
          { memberId: team.members['Zhao Min']?.memberId, name: 'Zhao Min', amount: 3n },
        ],
        left: 0n,
      },
    ])
    const back = await takeBack(team, 'Li Na', marked)
    expect(back.targets).toMatchObject([{ kind: 'handed', amount: 6n, left: 0n, parts: [{ amount: 3n }, { amount: 3n }] }])
    expect(await standing(team)).toEqual(planned)
    expect(await kept(team)).toEqual([])
  })

  test('of a plan that was published within the month, and of money, all comes back as it was', async () => {
    const plan: PlanInput = {
      ...DECEMBER,
      targets: [
        { metric: 'visits', amount: 100n, split: 'equal', rhythm: [30, 50, 20] },
        { metric: 'revenue', amount: 10_000_001n, currency: 'CNY', split: 'equal' },
      ],
    }
    const team = await aTeam({ plan, at: '2026-12-09T10:00' })
    await publish(team, { ...plan, targets: [{ metric: 'visits', amount: 111n, split: 'equal' }, ...plan.targets.slice(1)] })
    const before = [await standing(team), await standing(team, { metric: 'revenue' })]
    const first = await mark(team, 'Wang Wei', '2026-12-09', '2026-12-11')
    const second = await mark(team, 'Zhao Min', '2026-12-16', '2026-12-31')
    const third = await mark(team, 'Li Na', '2026-12-14')
    expect((await totals(team)).reduce((all, each) => all + each)).toBe(111)
    expect((await totals(team, '2026-12', 'revenue')).reduce((all, each) => all + each)).toBe(10_000_001)
    for (const [name, marked] of [
      ['Li Na', third],
      ['Zhao Min', second],
      ['Wang Wei', first],
    ] as const)
      await takeBack(team, name, marked)
    expect([await standing(team), await standing(team, { metric: 'revenue' })]).toEqual(before)
  })

  test('a single deal goes to who stands after the member, so it is not always the first', async () => {
    const team = await aTeam({ plan: { ...DECEMBER, targets: [{ metric: 'deals', amount: 12n, split: 'equal' }] } })
    const given = async (name: string) => {
      const [only] = (await standing(team, { metric: 'deals', from: 2 }))[name]?.match(/\d+(?=:1)/g) ?? []
      const marked = await mark(team, name, `2026-12-${String(only).padStart(2, '0')}`)
      const [told] = marked.targets
      await takeBack(team, name, marked)
      return told?.kind === 'handed' ? told.parts.map(({ name: taker, amount }) => [taker, amount]) : []
    }
    expect(await given('Li Na')).toEqual([['Wang Wei', 1n]])
    expect(await given('Wang Wei')).toEqual([['Zhao Min', 1n]])
    expect(await given('Zhao Min')).toEqual([['Li Na', 1n]])
  })

  test('colleagues off in turn: who took something over hands it on, and each takes back what is still there', async () => {
    const team = await aTeam()
    const planned = await totals(team)
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    const li = await mark(team, 'Li Na', '2026-12-21', '2026-12-31')
    expect(await totals(team)).toEqual([28, 55, 55])
    // Wang Wei's nine days from the 21st on carry a part of what Li Na's did.
    const wang = await mark(team, 'Wang Wei', '2026-12-21', '2026-12-31')
    const [liNow = 0, wangNow = 0, zhaoNow = 0] = await totals(team)
    expect([liNow + wangNow + zhaoNow, sum((await standing(team, { from: 21 }))['Wang Wei'])]).toEqual([138, 0])
    expect(wang.targets).toMatchObject([{ kind: 'handed' }])
    const back = await takeBack(team, 'Li Na', li)
    const [told] = back.targets
    if (told?.kind !== 'handed') throw new Error('nothing came back')
    // Wang Wei has three days left, with less than the nine that he took over.
    expect(told.amount + told.left).toBe(18n)
    expect((await totals(team)).reduce((all, each) => all + each)).toBe(138)
    await takeBack(team, 'Wang Wei', wang)
    expect((await totals(team)).reduce((all, each) => all + each)).toBe(138)
    expect((await totals(team)).every((each, index) => Math.abs(each - (planned[index] ?? 0)) <= 9)).toBe(true)
    expect(await kept(team)).toEqual([])
  })

  test('of leave that has begun the days from today on come back, with what they asked for', async () => {
    const team = await aTeam()
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    const marked = await mark(team, 'Li Na', '2026-12-16', '2026-12-21')
    world.moveTo('2026-12-18T08:00[Asia/Shanghai]')
    const past = await standing(team)
    const back = await takeBack(team, 'Li Na', marked)
    expect(back.targets).toMatchObject([{ kind: 'handed', amount: 4n, left: 0n }])
    expect((await standing(team, { from: 15 }))['Li Na']).toBe('15:2 18:2 21:2 22:2 23:2 24:2 25:2 28:2 29:2 30:2 31:2')
    expect(await totals(team)).toEqual([42, 48, 48])
    const upTo18 = (shown: Record<string, string>) => ['Wang Wei', 'Zhao Min'].map((name) => shown[name]?.split(' 21:')[0])
    expect(upTo18(await standing(team))).toEqual(upTo18(past))
    expect((await kept(team)).map(({ handed }) => handed.parts.map(({ amount }) => amount))).toEqual([[2n, 2n]])
  })

  test('a month off whole leaves no number of theirs, and gets it back', async () => {
    const plan: PlanInput = { ...DECEMBER, period: '2026-Q4', targets: [{ metric: 'visits', amount: 396n, split: 'equal' }] }
    const team = await aTeam({ plan, at: '2026-10-01T08:00' })
    const months = ['2026-10', '2026-11', '2026-12']
    const all = async () => Promise.all(months.map((month) => standing(team, { month })))
    const planned = await all()
    const marked = await mark(team, 'Li Na', '2026-10-29', '2026-12-02')
    expect(marked.targets.map(({ month, amount, kind }) => [month, kind, amount])).toEqual([
      ['2026-10', 'handed', 4n],
      ['2026-11', 'handed', 42n],
      ['2026-12', 'handed', 4n],
    ])
    const rows = await world.app.reading(team.organisationId).targets.between(team.team.id, date('2026-11-01'), date('2026-11-30'))
    expect(rows.map(({ memberId }) => memberId)).not.toContain(team.members['Li Na']?.memberId)
    for (const month of months)
      expect((await totals(team, month)).reduce((sum, each) => sum + each)).toBe({ '2026-10': 132, '2026-11': 126 }[month] ?? 138)
    await takeBack(team, 'Li Na', marked)
    expect(await all()).toEqual(planned)
  })

  test('in a year of weeks a month is what the plan calls one', async () => {
    const plan: PlanInput = {
      ...DECEMBER,
      period: '2026-P11',
      calendar: { layout: '4-4-5', startMonth: 1, weekStart: 'monday', yearEnds: 'last', yearName: 'start' },
      targets: [{ metric: 'visits', amount: 120n, split: 'equal' }],
    }
    const fiscal = { kind: 'weeks', ...plan.calendar } as never
    const team = await aTeam({ plan, at: '2026-10-01T08:00', fiscal })
    const all = async () => Promise.all(['2026-10', '2026-11', '2026-12'].map((month) => standing(team, { month })))
    const planned = await all()
    const marked = await mark(team, 'Li Na', '2026-11-02', '2026-11-03')
    expect(marked.targets).toMatchObject([{ kind: 'handed', month: '2026-P11', amount: 4n }])
    expect(await all()).not.toEqual(planned)
    await takeBack(team, 'Li Na', marked)
    expect(await all()).toEqual(planned)
  })
})

describe('where the team cannot take it', () => {
  test('nobody else has a day left: it stays with the member’s own days, or where it is, and why is said', async () => {
    const team = await aTeam()
    const planned = await standing(team)
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    await mark(team, 'Wang Wei', '2026-12-16', '2026-12-31')
    await mark(team, 'Zhao Min', '2026-12-16', '2026-12-31')
    const some = await mark(team, 'Li Na', '2026-12-16')
    expect(some.targets).toMatchObject([{ kind: 'moves', because: 'nobody-else' }])
    const rest = await mark(team, 'Li Na', '2026-12-17', '2026-12-31')
    expect(rest.targets).toMatchObject([{ kind: 'stays', because: 'nobody-else' }])
    expect((await totals(team)).reduce((all, each) => all + each)).toBe(138)
    expect((await standing(team))['Li Na']?.split(' 16:')[0]?.startsWith(planned['Li Na']?.split(' 16:')[0] ?? '-')).toBe(true)
  })

  test('alone in the team', async () => {
    const people = { 'Li Na': 'rep', Chen: 'manager' } as const
    const team = await aTeam({ people, plan: { ...DECEMBER, targets: [{ metric: 'visits', amount: 46n, split: 'equal' }] } })
    const planned = await standing(team)
    const marked = await mark(team, 'Li Na', '2026-12-24', '2026-12-28')
    expect(marked.targets).toMatchObject([{ kind: 'moves', amount: 6n, because: 'nobody-else' }])
    await takeBack(team, 'Li Na', marked)
    expect(await standing(team)).toEqual(planned)
  })

  test('a number that was agreed stays: its owner hands nothing over, and takes nothing over', async () => {
    const agreed = [{ member: 'Wang Wei', amount: 46n, reason: 'The trade show' }]
    const team = await aTeam({ plan: { ...DECEMBER, targets: [{ metric: 'visits', amount: 138n, split: 'equal', agreed }] } })
    const li = await mark(team, 'Li Na', '2026-12-24', '2026-12-28')
    expect(li.targets).toMatchObject([{ kind: 'handed', parts: [{ name: 'Zhao Min', amount: 6n }] }])
    const wang = await mark(team, 'Wang Wei', '2026-12-24', '2026-12-28')
    expect(wang.targets).toMatchObject([{ kind: 'moves', because: 'settled' }])
    expect(await totals(team)).toEqual([40, 46, 52])
  })

  test('who leaves the team before the end takes over within their own days, and what they leave behind does not come back', async () => {
    const team = await aTeam()
    await removeMember(world.app, await team.actor('Chen'), { name: 'Zhao Min' }, date('2026-12-11'))
    const marked = await mark(team, 'Li Na', '2026-12-16', '2026-12-18')
    const later = async () => (await standing(team, { from: 12 }))['Zhao Min']
    expect(await later()).toBe('14:2 15:2 16:2 17:2 18:2 21:2 22:2 23:2 24:2 25:2 28:2 29:2 30:2 31:2')
    const [li, wang, zhao] = await totals(team)
    expect([li, (wang ?? 0) + (zhao ?? 0)]).toEqual([40, 98])
    world.moveTo('2026-12-14T08:00[Asia/Shanghai]')
    const back = await takeBack(team, 'Li Na', marked)
    expect(back.targets).toMatchObject([{ kind: 'handed', amount: BigInt((wang ?? 0) - 46), left: BigInt((zhao ?? 0) - 46) }])
    expect((await totals(team)).reduce((all, each) => all + each)).toBe(138)
  })
})

describe('a plan that is published anew', () => {
  test('knows of the leave by itself: what was handed over is forgotten, and what is taken back lies on the member’s own days', async () => {
    const team = await aTeam()
    const marked = await mark(team, 'Li Na', '2026-12-24', '2026-12-28')
    await publish(team, { ...DECEMBER, targets: [{ metric: 'visits', amount: 198n, split: 'equal' }] })
    expect(await kept(team)).toEqual([])
    // 20 : 23 : 23 of 198.
    expect(await totals(team)).toEqual([60, 69, 69])
    const back = await takeBack(team, 'Li Na', marked)
    expect(back.targets).toMatchObject([{ kind: 'moves' }])
    expect(await totals(team)).toEqual([60, 69, 69])
    expect((await standing(team, { from: 24 }))['Li Na']).toMatch(/^24:\d 25:\d 28:\d /)
  })

  test('by the other rule gives the member their share again; a recalled one forgets, too', async () => {
    const team = await aTeam()
    const marked = await mark(team, 'Li Na', '2026-12-24', '2026-12-28')
    const { leave: _, ...carried } = DECEMBER
    await publish(team, carried)
    expect(await totals(team)).toEqual([46, 46, 46])
    await takeBack(team, 'Li Na', marked)
    expect(await totals(team)).toEqual([46, 46, 46])
    const plan = await publish(team, DECEMBER)
    await mark(team, 'Li Na', '2026-12-24', '2026-12-28')
    expect(await kept(team)).toHaveLength(1)
    await recallPlan(world.app, await team.actor('Chen'), plan.id, { reason: 'As the test has it' })
    expect(await kept(team)).toEqual([])
  })
})

test('settings that were kept with the old choice of one are read', () => {
  expect(teamSettingsSchema.parse({ leaveRule: 'spread', boardBest: 5 })).toMatchObject({ boardBest: 5 })
})

test('in two teams with different plans the leave of one person goes by each plan’s own rule', async () => {
  const team = await aTeam()
  const north = { ...team.team, id: newId<'team'>() as TeamId, name: 'North', home: { ...team.team.home, conversation: 'C-north' } }
  const [li, anna] = [newId<'member'>() as MemberId, newId<'member'>() as MemberId]
  await world.app.transaction(team.organisationId, async (store) => {
    await store.teams.add(north)
    const add = (id: MemberId, personId: PersonId | undefined) =>
      store.teams.addMember({ id, teamId: north.id, personId: personId as PersonId, role: 'rep', joinedOn: date('2026-01-01') })
    await add(li, team.members['Li Na']?.personId)
    await add(anna, team.members['Zhao Min']?.personId)
  })
  const chief = systemActor(north, world.app.now())
  const plan: PlanInput = { version: 1, period: '2026-12', targets: [{ metric: 'visits', amount: 92n, split: 'equal' }] }
  await publishPlan(world.app, chief, (await savePlanDraft(world.app, chief, plan)).id)
  const inNorth = async () => {
    const rows = await world.app.reading(team.organisationId).targets.between(north.id, date('2026-12-01'), date('2026-12-01'))
    return [li, anna].map((id) =>
      (rows.find(({ memberId }) => memberId === id)?.days ?? []).reduce<bigint>((all, day) => all + (day ?? 0n), 0n),
    )
  }
  const marked = await mark(team, 'Li Na', '2026-12-16', '2026-12-17')
  expect([marked.alsoIn, await totals(team), await inNorth()]).toEqual([['North'], [42, 48, 48], [46n, 46n]])
  await takeBack(team, 'Li Na', marked)
  expect([await totals(team), await inNorth()]).toEqual([
    [46, 46, 46],
    [46n, 46n],
  ])
})

test('a colleague finds what was taken over from whom under “Why this number?”, and who is away what was handed over', async () => {
  const team = await aTeam()
  await mark(team, 'Li Na', '2026-12-24', '2026-12-28')
  const leaveOf = async (name: string, asked: string) =>
    (await whyTheseNumbers(world.app, await team.actor(name), asked, { kind: 'me' })).whys.map(({ leave }) => leave)
  const facts = { name: 'Li Na', ...days('2026-12-24', '2026-12-28') }
  expect(await leaveOf('Wang Wei', '2026-12-02')).toEqual([[{ kind: 'taken-over', amount: 3n, ...facts }]])
  expect(await leaveOf('Li Na', '2026-Q4')).toEqual([[{ kind: 'handed-over', amount: 6n, ...facts }]])
  const year = await aTeam({
    plan: { ...DECEMBER, period: '2026', targets: [{ metric: 'visits', amount: 1566n, split: 'equal' }] },
    at: '2026-01-01T08:00',
  })
  const wang = async () => (await whyTheseNumbers(world.app, await year.actor('Wang Wei'), '2026-02-05', { kind: 'me' })).whys
  const [planned] = await wang()
  await mark(year, 'Li Na', '2026-01-28', '2026-02-03')
  const [now] = await wang()
  const byPlan = { part: 522n, share: planned?.share, planInMonth: planned?.inMonth, quarter: planned?.quarter, moved: 5n }
  expect(now).toMatchObject({ ...byPlan, part: 527n, inMonth: (planned?.inMonth ?? 0n) + 2n, leave: [{ kind: 'taken-over', amount: 2n }] })
  const whole = await whyTheseNumbers(world.app, await team.actor('Chen'), '2026-12', { kind: 'team' })
  expect(whole.whys.map(({ leave }) => leave)).toEqual([[]])
})

test('whoever marks and takes back what, with a plan published between, the team’s months keep their totals and the past its days', async () => {
  const plan: PlanInput = {
    ...DECEMBER,
    period: '2026-Q4',
    targets: [{ metric: 'visits', amount: 402n, split: 'equal', rhythm: [30, 50, 20] }],
  }
  const step = fc.record({
    passes: fc.integer({ min: 0, max: 6 }),
    who: fc.constantFrom('Li Na', 'Wang Wei', 'Zhao Min'),
    first: fc.integer({ min: 0, max: 20 }),
    more: fc.integer({ min: 0, max: 12 }),
    what: fc.constantFrom('mark', 'mark', 'take-back', 'publish'),
  })
  const months = ['2026-10', '2026-11', '2026-12']
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      const team = await aTeam({ plan, at: '2026-10-01T08:00' })
      const shown = async () => Object.fromEntries(await Promise.all(months.map(async (month) => [month, await standing(team, { month })])))
      const totalsOf = (all: Record<string, Record<string, string>>) =>
        months.map((month) => Object.values(all[month] ?? {}).reduce((sumOf, each) => sumOf + sum(each), 0))
      let on = date('2026-10-01')
      let amount = 402n
      for (const { passes, who, first, more, what } of steps) {
        on = on.add({ days: passes })
        world.moveTo(`${on}T08:00[Asia/Shanghai]`)
        const before = await shown()
        const actor = await team.actor(who)
        const from = on.add({ days: first })
        const [known] = (await comingLeave(world.app, actor)).leaves
        if (what === 'publish') {
          amount += 7n
          await publish(team, { ...plan, targets: plan.targets.map((target) => ({ ...target, amount })) })
          continue
        }
        if (what === 'take-back' && known !== undefined) await takeBackLeave(world.app, actor, known.id)
        else await markLeave(world.app, actor, { from, to: from.add({ days: more }) }).catch(alreadyOff)
        const after = await shown()
        expect(totalsOf(after)).toEqual(totalsOf(before))
        for (const month of months) {
          const day = (each: string) => `${month}-${each.split(':')[0]?.padStart(2, '0')}`
          const past = (all: Record<string, string> = {}) =>
            Object.values(all).map((each) => each.split(' ').filter((one) => one !== '' && day(one) < on.toString()))
          expect(past(after[month])).toEqual(past(before[month]))
          expect(Object.values(after[month] ?? {}).join(' ')).not.toContain('-')
        }
      }
      const reading = world.app.reading(team.organisationId)
      const leaves = await reading.leaves.between(
        Object.values(team.members).map(({ memberId }) => memberId),
        date('2026-01-01'),
        date('2027-12-31'),
      )
      expect((await kept(team)).filter(({ leaveId }) => !leaves.some(({ id }) => id === leaveId))).toEqual([])
    }),
    { numRuns: 4 },
  )
})

function alreadyOff(error: unknown): void {
  if (!(error instanceof UserError) || error.key !== 'leave-already') throw error
}
