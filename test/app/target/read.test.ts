import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../../src/app/app.js'
import { markLeave } from '../../../src/app/leave/mark.js'
import { readTarget, type TargetPeriod } from '../../../src/app/target/read.js'
import { settleImprovement } from '../../../src/app/target/settle-improvement.js'
import type { Whose } from '../../../src/app/target/subject.js'
import { storeOf } from '../../../src/store/store.js'
import { openWorld, type TeamOptions, type TeamWorld, type World } from '../../support/world.js'
import { season } from '../review/season.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const ME: Whose = { kind: 'me' }
const TEAM: Whose = { kind: 'team' }

/** Li Na with two visits and ¥1,000 a weekday of November, Wang Wei with one visit; a manager, and a spectator who looks on. */
async function november(options: TeamOptions = {}) {
  world.moveTo('2026-11-11T10:00[Asia/Shanghai]')
  const team = await world.team({
    joinedOn: '2026-09-01',
    people: { 'Li Na': 'rep', 'Wang Wei': 'rep', 'Sun Li': 'rep', Chen: 'manager', Zhou: 'spectator' },
    ...options,
  })
  const told = season(world, team)
  await told.targets('2026-11', { 'Li Na': { visits: 2n, revenue: 100_000n }, 'Wang Wei': { visits: 1n } })
  return { team, told, ask: asker(team) }
}

function asker(team: TeamWorld) {
  return async (name: string, asked: TargetPeriod = 'day', whose: Whose = ME, app: App = world.app) =>
    readTarget(app, await team.actor(name), { asked, whose })
}

function named(name: string, how: 'typed' | 'mentioned' = 'typed', externalId?: string): Whose {
  return { kind: 'named', how, platform: 'playground', externalId, name }
}

const visitsOf = (view: Awaited<ReturnType<typeof readTarget>>) => view.standings.find(({ metric }) => metric === 'visits')?.pace

describe('a rep’s own day', () => {
  test('asks its numbers, and its month stands beside them', async () => {
    const { told, ask } = await november()
    await told.log('Li Na', '2026-11-05', { visits: 10n, leads: 4n })
    await told.log('Li Na', '2026-11-11', { visits: 3n })
    await told.log('Wang Wei', '2026-11-11', { visits: 7n })
    const view = await ask('Li Na')
    expect(view).toMatchObject({
      state: 'has-target',
      of: { kind: 'me', name: 'Li Na' },
      period: { id: '2026-11' },
      hasOwn: true,
      mayPlan: false,
    })
    expect(view.day).toMatchObject({
      off: undefined,
      goals: [
        { metric: 'revenue', target: 100_000n, done: 0n },
        { metric: 'visits', target: 2n, done: 3n },
      ],
      actions: ['morning', 'midday', 'evening'],
    })
    expect(visitsOf(view)).toMatchObject({ target: 42n, done: 13n, expectedByNow: 14n, gap: -1n, workingDaysLeft: 14 })
    expect(view.untargeted).toEqual([{ metric: 'leads', currency: undefined, done: 4n }])
  })

  test('counts as over from the time on that makes a check-in late', async () => {
    const { ask } = await november()
    world.moveTo('2026-11-11T19:59[Asia/Shanghai]')
    expect(visitsOf(await ask('Li Na'))).toMatchObject({ expectedByNow: 14n, workingDaysLeft: 14 })
    world.moveTo('2026-11-11T20:00[Asia/Shanghai]')
    expect(visitsOf(await ask('Li Na'))).toMatchObject({ expectedByNow: 16n, workingDaysLeft: 13 })
  })

  test.each([
    { time: '09:00', actions: ['morning', 'midday', 'evening'] },
    { time: '13:00', actions: ['midday', 'evening'] },
    { time: '18:00', actions: ['evening'] },
  ])('2.5 at $time the golden actions ahead are $actions', async ({ time, actions }) => {
    const { ask } = await november()
    world.moveTo(`2026-11-11T${time}[Asia/Shanghai]`)
    expect((await ask('Li Na')).day?.actions).toEqual(actions)
    expect((await ask('Li Na', 'tomorrow')).day?.actions).toEqual(['morning', 'midday', 'evening'])
  })

  test('is the day of the team’s zone', async () => {
    const { ask } = await november()
    world.moveTo('2026-11-11T16:30:00Z') // half past midnight in Shanghai
    expect((await ask('Li Na')).on.toString()).toBe('2026-11-12')
  })
})

test.each([
  { asked: 'week', id: '2026-W46', target: 10n },
  { asked: 'month', id: '2026-11', target: 42n },
  { asked: 'quarter', id: '2026-Q4', target: 42n },
  { asked: 'year', id: '2026', target: 42n },
] as const)('the $asked of 11 November is $id and asks $target visits', async ({ asked, id, target }) => {
  const { ask } = await november()
  const view = await ask('Li Na', asked)
  expect(view).toMatchObject({ period: { id }, day: undefined, members: undefined })
  expect(visitsOf(view)?.target).toBe(target)
})

describe('a day without work says so, and what comes next', () => {
  test('a Saturday, with Monday’s numbers', async () => {
    const { ask } = await november()
    world.moveTo('2026-11-14T10:00[Asia/Shanghai]')
    const { day } = await ask('Li Na')
    expect(day).toMatchObject({
      off: 'free',
      goals: [],
      actions: [],
      next: { goals: [{ metric: 'revenue' }, { metric: 'visits', target: 2n }] },
    })
    expect(day?.next?.on.toString()).toBe('2026-11-16')
  })

  test('tomorrow, when it is one', async () => {
    const { ask } = await november()
    world.moveTo('2026-11-13T10:00[Asia/Shanghai]')
    expect((await ask('Li Na', 'tomorrow')).day).toMatchObject({ off: 'free' })
    expect((await ask('Li Na')).day).toMatchObject({ off: undefined })
  })

  test('the last of a month looks into the next', async () => {
    const { told, ask } = await november({ joinedOn: '2026-08-03' })
    await told.targets('2026-08', { 'Li Na': { visits: 2n } })
    await told.targets('2026-09', { 'Li Na': { visits: 5n } })
    world.moveTo('2026-08-30T10:00[Asia/Shanghai]') // a Sunday; Monday is the 31st
    expect((await ask('Li Na')).day?.next).toMatchObject({ goals: [{ target: 2n }] })
    await told.targets('2027-01', { 'Li Na': { visits: 5n } })
    await told.targets('2027-02', { 'Li Na': { visits: 7n } })
    world.moveTo('2027-01-30T10:00[Asia/Shanghai]') // a Saturday
    const { day } = await ask('Li Na')
    expect(day?.next).toMatchObject({ goals: [{ target: 7n }] })
    expect(day?.next?.on.toString()).toBe('2027-02-01')
  })

  test('China’s National Day is a holiday; what was published for a day wins over the calendar', async () => {
    const { told, team, ask } = await november({ country: 'CN' })
    world.moveTo('2026-10-01T10:00[Asia/Shanghai]')
    expect((await ask('Li Na')).day).toMatchObject({ off: 'holiday' })
    expect((await ask('Li Na')).day?.next?.on.toString()).toBe('2026-10-08')
    await told.targets('2026-10', { 'Li Na': { visits: 2n } })
    expect((await asker(team)('Li Na')).day).toMatchObject({ off: undefined, goals: [{ target: 2n }] })
  })

  test('leave, also when it was taken this morning, until its last day is over', async () => {
    const { team, ask } = await november()
    const actor = await team.actor('Li Na')
    await markLeave(world.app, actor, { from: actor.today, to: actor.today.add({ days: 1 }) })
    const { day, standings } = await ask('Li Na')
    expect(day).toMatchObject({ off: 'leave', goals: [], actions: [] })
    expect(day?.next?.on.toString()).toBe('2026-11-13')
    expect(standings.length).toBeGreaterThan(0)
    expect((await ask('Wang Wei')).day).toMatchObject({ off: undefined })
  })

  test('a working day that the plan leaves out', async () => {
    const { team, told, ask } = await november()
    const { memberId } = team.members['Wang Wei'] ?? {}
    const [start, end] = [Temporal.PlainDate.from('2026-11-01'), Temporal.PlainDate.from('2026-11-30')]
    await told.inStore(async (store) => {
      const months = (await store.targets.between(team.team.id, start, end)).filter((month) => month.memberId === memberId)
      const late = months.map((month) => ({ ...month, days: month.days.map((day, index) => (index < 15 ? null : day)) }))
      await store.targets.write(team.team.id, late)
    })
    const { day } = await ask('Wang Wei')
    expect(day).toMatchObject({ off: 'unplanned', next: { goals: [{ target: 1n }] } })
    expect(day?.next?.on.toString()).toBe('2026-11-16')
  })
})

describe('no plan, no part in it, and zero are three answers', () => {
  test('a team without a plan', async () => {
    world.moveTo('2026-11-11T10:00[Asia/Shanghai]')
    const ask = asker(await world.team({ joinedOn: '2026-09-01' }))
    expect(await ask('Li Na')).toMatchObject({ state: 'no-plan', of: { kind: 'me' }, mayPlan: false })
    expect(await ask('Chen')).toMatchObject({ state: 'no-plan', of: { kind: 'team' }, mayPlan: true })
  })

  test('a plan without a part for the asker', async () => {
    const { ask, told } = await november()
    await told.log('Sun Li', '2026-11-10', { visits: 2n })
    expect(await ask('Sun Li')).toMatchObject({ state: 'no-target', standings: [], untargeted: [{ metric: 'visits', done: 2n }] })
    expect(await ask('Sun Li', 'quarter')).toMatchObject({ state: 'no-target' })
  })

  test('a plan that has no part in this very period', async () => {
    const { ask, told } = await november()
    await told.targets('2026-12', { 'Sun Li': { visits: 2n } })
    expect(await ask('Sun Li')).toMatchObject({ state: 'no-target' })
    expect(await ask('Sun Li', 'quarter')).toMatchObject({ state: 'has-target' })
  })

  test('a target of zero', async () => {
    const { ask, told } = await november()
    await told.targets('2026-11', { 'Sun Li': { leads: 0n } })
    expect(await ask('Sun Li')).toMatchObject({
      state: 'has-target',
      standings: [{ metric: 'leads', pace: { target: 0n } }],
      day: { off: undefined, goals: [{ target: 0n }] },
    })
  })
})

describe('who sees what', () => {
  test('a manager and a spectator without a target are shown the team', async () => {
    const { ask } = await november()
    for (const name of ['Chen', 'Zhou']) {
      const view = await ask(name, 'month')
      expect(view.of).toEqual({ kind: 'team', name: 'East', memberId: undefined })
      expect(visitsOf(view)?.target).toBe(63n) // 42 and 21
    }
  })

  test('a rep without a part is told so, also when they are an admin', async () => {
    const { ask, told } = await november()
    await world.database.client.person.updateMany({ where: { id: told.personId('Sun Li') }, data: { isAdmin: true } })
    expect(await ask('Sun Li')).toMatchObject({ state: 'no-target', of: { kind: 'me' }, mayPlan: true })
  })

  test('a manager whom the plan names is shown their own part, and the team when asked', async () => {
    const { ask, told } = await november()
    await told.targets('2026-11', { 'Li Na': { visits: 2n }, Chen: { visits: 3n } })
    expect(visitsOf(await ask('Chen'))?.target).toBe(63n)
    expect((await ask('Chen')).of.kind).toBe('me')
    expect(visitsOf(await ask('Chen', 'day', TEAM))?.target).toBe(105n)
  })

  test('the manager sees who stands how, furthest behind their own plan first; nobody else does', async () => {
    const { ask, told } = await november()
    await told.log('Li Na', '2026-11-05', { revenue: 500_000n, visits: 7n }) // of ¥7,000 expected
    await told.targets('2026-11', {
      'Li Na': { visits: 2n, revenue: 100_000n },
      'Wang Wei': { revenue: 50_000n },
      'Sun Li': { revenue: 0n },
    })
    await told.log('Wang Wei', '2026-11-05', { revenue: 70_000n }) // of ¥3,500
    const { members } = await ask('Chen', 'month', TEAM)
    expect(members).toMatchObject({ metric: 'revenue' })
    expect(members?.rows.map(({ name, pace }) => [name, pace.paceShare])).toEqual([
      ['Wang Wei', 0.2],
      ['Li Na', 5 / 7],
      ['Sun Li', null],
    ])
    expect((await ask('Li Na', 'month', TEAM)).members).toBeUndefined()
    expect((await ask('Zhou', 'month', TEAM)).members).toBeUndefined()
  })

  test('a rep sees themselves by name, and is refused a colleague', async () => {
    const { ask, team } = await november()
    expect((await ask('Li Na', 'day', named('li na'))).of.kind).toBe('me')
    expect((await ask('Li Na', 'day', named('?', 'mentioned', team.members['Li Na']?.externalId))).of.kind).toBe('me')
    const colleague = named('Wang Wei', 'mentioned', team.members['Wang Wei']?.externalId)
    await expect(ask('Li Na', 'day', colleague)).rejects.toMatchObject({ key: 'target-others', facts: { name: 'Wang Wei' } })
    const byButton: Whose = { kind: 'member', memberId: team.members['Wang Wei']?.memberId ?? '' }
    await expect(ask('Li Na', 'week', byButton)).rejects.toMatchObject({ key: 'target-others' })
    await expect(ask('Zhou', 'week', byButton)).rejects.toMatchObject({ key: 'target-others' })
  })

  test('a manager sees a member by mention, by name, by first name', async () => {
    const { ask, team } = await november()
    const externalId = team.members['Wang Wei']?.externalId
    for (const whose of [named('whoever', 'mentioned', externalId), named('wang  wei'), named('WANG')]) {
      const view = await ask('Chen', 'day', whose)
      expect(view).toMatchObject({ of: { kind: 'member', name: 'Wang Wei' }, state: 'has-target' })
      expect(visitsOf(view)?.target).toBe(21n)
    }
  })

  test('a typed word that is nobody is no name, a mention is', async () => {
    const { ask } = await november()
    await expect(ask('Chen', 'day', named('wekk'))).rejects.toMatchObject({ key: 'target-usage' })
    await expect(ask('Chen', 'day', named('wekk', 'mentioned'))).rejects.toMatchObject({
      key: 'target-nobody',
      facts: { name: 'wekk', team: 'East' },
    })
    await expect(ask('Chen', 'day', { kind: 'member', memberId: 'nobody' })).rejects.toMatchObject({ key: 'button-gone' })
  })

  test('of two with one first name neither is guessed', async () => {
    const { ask, team } = await november({ people: { 'Li Na': 'rep', 'Li Lei': 'rep', 'Wang Wei': 'rep', Chen: 'manager' } })
    await expect(ask('Chen', 'day', named('li'))).rejects.toMatchObject({ key: 'target-name-twice' })
    expect((await asker(team)('Chen', 'day', named('li lei'))).of.name).toBe('Li Lei')
  })
})

describe('the improvement promised last', () => {
  test('is there until it is done, and for the rest of that day as kept', async () => {
    const { ask, told, team } = await november()
    await told.checkIn('Li Na', '2026-11-10', 'evening', { improvement: 'Send it the same evening.' })
    await told.checkIn('Wang Wei', '2026-11-10', 'evening', { improvement: 'Somebody else’s.' })
    const promised = (await ask('Li Na')).day?.promised
    expect(promised).toMatchObject({ words: 'Send it the same evening.', doneOn: undefined })
    for (const _ of ['once', 'twice']) await settleImprovement(world.app, await team.actor('Li Na'), promised?.id ?? '')
    expect((await ask('Li Na')).day?.promised?.doneOn?.toString()).toBe('2026-11-11')
    world.moveTo('2026-11-12T10:00[Asia/Shanghai]')
    expect((await ask('Li Na')).day?.promised).toBeUndefined()
  })

  test('waits over a weekend and over leave, and gives way to a newer one', async () => {
    const { ask, told } = await november()
    await told.checkIn('Li Na', '2026-11-06', 'evening', { improvement: 'Friday’s.' })
    await told.leave('Li Na', '2026-11-09', '2026-11-10')
    expect((await ask('Li Na')).day?.promised?.words).toBe('Friday’s.')
    await told.checkIn('Li Na', '2026-11-11', 'evening', { improvement: 'Wednesday’s.' })
    expect((await ask('Li Na')).day?.promised?.words).toBe('Friday’s.') // tonight's is for tomorrow
    expect((await ask('Li Na', 'tomorrow')).day?.promised?.words).toBe('Wednesday’s.')
    world.moveTo('2026-11-26T10:00[Asia/Shanghai]')
    expect((await ask('Li Na')).day?.promised).toBeUndefined() // a fortnight on it is history
  })

  test('is settled by nobody else, and not after it was taken back', async () => {
    const { ask, told, team } = await november()
    await told.checkIn('Li Na', '2026-11-10', 'evening', { improvement: 'Mine.' })
    const id = (await ask('Li Na')).day?.promised?.id ?? ''
    await expect(settleImprovement(world.app, await team.actor('Wang Wei'), id)).rejects.toMatchObject({ key: 'improvement-gone' })
    await expect(settleImprovement(world.app, await team.actor('Zhou'), id)).rejects.toMatchObject({ key: 'members-only' })
    await expect(settleImprovement(world.app, await team.actor('Li Na'), 'gone')).rejects.toMatchObject({ key: 'improvement-gone' })
    expect((await ask('Li Na')).day?.promised?.doneOn).toBeUndefined()
  })
})

test.each([
  { name: 'Li Na', asked: 'day', whose: ME, most: 3 },
  { name: 'Li Na', asked: 'year', whose: ME, most: 2 },
  { name: 'Li Na', asked: 'week', whose: TEAM, most: 2 },
  { name: 'Chen', asked: 'day', whose: ME, most: 3 },
  // One of them for the plan's funnels.
  { name: 'Chen', asked: 'month', whose: TEAM, most: 7 },
  { name: 'Li Na', asked: 'quarter', whose: ME, most: 6 },
] as const)('$name’s $asked takes $most queries at most', async ({ name, asked, whose, most }) => {
  const { ask } = await november()
  let queries = 0
  const counted = new Proxy(world.database.client, {
    get(client, name) {
      queries += 1
      const found = Reflect.get(client, name, client)
      return typeof found === 'function' ? found.bind(client) : found
    },
  })
  const app: App = { ...world.app, reading: (organisationId) => storeOf(counted, organisationId, world.app.now()) }
  await ask(name, asked, whose, app)
  expect(queries).toBeGreaterThan(0)
  expect(queries).toBeLessThanOrEqual(most)
})
