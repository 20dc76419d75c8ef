import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeWeekly } from '../../../src/app/review/compose-weekly.js'
import { weeklyFigures, weeklyShown } from '../../../src/app/review/figures.js'
import { publishWeekly } from '../../../src/app/review/publish-weekly.js'
import { shownWeek } from '../../../src/app/review/shown.js'
import { openWorld, type World } from '../../support/world.js'
import { november, season } from './season.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-11-20T09:00:00Z')
})
afterAll(() => world.close())

async function composed(team: Pick<Awaited<ReturnType<typeof november>>, 'team' | 'told'>) {
  const week = await team.told.inStore((store) => composeWeekly(store, team.team, '2026-W47', store.now))
  if (week === undefined) throw new Error('Nothing to say')
  return week
}

describe('a week, worked out by hand', () => {
  let week: Awaited<ReturnType<typeof composed>>
  beforeAll(async () => {
    week = await composed(await november(world))
  })

  test('the board ranks by the share of one’s own target, ties share a rank', () => {
    expect(week.figures.board?.metric).toBe('revenue')
    expect(week.figures.board?.rows.map(({ name, rank, target, done }) => [rank, name, done, target])).toEqual([
      [1, 'Li Na', 550_000n, 500_000n],
      [1, 'Wang Wei', 1_100_000n, 1_000_000n],
      [3, 'Zhao Lei', 300_000n, 500_000n],
      [4, 'Sun Li', 100_000n, 500_000n],
    ])
  })

  test('attainment is the sum of the members’, by metric', () => {
    expect(week.figures.attainment).toMatchObject([
      { metric: 'revenue', currency: 'CNY', target: 2_500_000n, done: 2_050_000n, attainmentShare: 0.82, tier: 'base' },
      { metric: 'deals', target: 5n, done: 2n, tier: 'none' },
      { metric: 'visits', target: 20n, done: 18n, tier: 'base' },
      { metric: 'proposals', target: 10n, done: 9n, tier: 'base' },
    ])
  })

  test('the bottleneck is the step that costs most, valued at the month’s average deal', () => {
    // 21 working days: 10,500,000 of revenue over 21 deals are 500,000 a deal; (9 × 5/10 − 2) deals are missing
    expect(week.figures.bottleneck).toMatchObject({
      state: 'found',
      currency: 'CNY',
      gap: { kind: 'conversion', from: 'proposals', to: 'deals', cost: 1_250_000n, isSmallSample: true },
      worth: { stage: 'deals', planned: 5n, averageDeal: 500_000n },
    })
  })

  test('where the plan counts no deals, the last stage that it counts is worth its share of the revenue', async () => {
    const team = await world.team({ joinedOn: '2026-09-01' })
    const told = season(world, team)
    // 21 working days: 100 leads, 50 visits and 10 proposals in the week; a proposal is worth 500,000
    await told.targets('2026-11', { 'Li Na': { revenue: 1_000_000n, leads: 20n, visits: 10n, proposals: 2n } })
    await told.log('Li Na', '2026-11-17', { leads: 100n, visits: 25n, proposals: 8n })
    expect((await composed({ team: team.team, told })).figures.bottleneck).toMatchObject({
      state: 'found',
      // 100 leads should have been 50 visits: half of the week's ten proposals
      gap: { kind: 'conversion', from: 'leads', to: 'visits', cost: 2_500_000n, isSmallSample: false },
    })
  })

  test('streaks count the days that were answered', () => {
    expect(week.figures.board?.rows.map(({ name, streak }) => [name, streak])).toEqual([
      ['Li Na', 4],
      ['Wang Wei', 0],
      ['Zhao Lei', 0],
      ['Sun Li', 0],
    ])
  })

  test('promises are told with what became of them, and wins as they were told', () => {
    expect(week.figures.actions.done.map(({ name, words }) => [name, words])).toEqual([['Li Na', 'Send the proposal the same evening.']])
    expect(week.figures.actions.carriedOver.map(({ name, on }) => [name, on])).toEqual([['Wang Wei', '2026-11-13']])
    expect(week.figures.wins.map(({ name, on }) => [name, on])).toEqual([['Li Na', '2026-11-17']])
  })

  test('who was not heard from is for the managers alone: not on leave, not with a day still open', () => {
    expect(week.toManagers?.notHeardFrom).toEqual([{ name: 'Zhao Lei', missedDays: 4 }])
    expect(JSON.stringify(week.post, (_, part) => (typeof part === 'bigint' ? String(part) : part))).not.toContain('missedDays')
  })

  test('who brings their numbers by /log was heard from, unless they are taken back', async () => {
    const team = await november(world)
    const source = await team.told.log('Zhao Lei', '2026-11-19', { visits: 2n })
    expect((await composed(team)).toManagers).toBeUndefined()
    await team.told.inStore((store) => store.entries.void({ source, memberId: team.told.memberId('Zhao Lei') }, store.now))
    expect((await composed(team)).toManagers?.notHeardFrom).toEqual([{ name: 'Zhao Lei', missedDays: 4 }])
  })

  test('the post names the best few with figures, and nobody’s last place', () => {
    const { board } = weeklyShown.parse(week.post.figures)
    expect(board?.best.map(({ name }) => name)).toEqual(['Li Na', 'Wang Wei'])
    expect(board?.aroundMe).toEqual([])
    expect(board?.others).toEqual(['Sun Li', 'Zhao Lei'])
  })
})

test('a team without targets, numbers and check-ins has nothing to say', async () => {
  const quiet = await world.team({ joinedOn: '2026-09-01' })
  const told = season(world, quiet)
  expect(await told.inStore((store) => publishWeekly(store, quiet.team, '2026-W47', { late: false }))).toBe(false)
  await told.targets('2026-11', { 'Li Na': { revenue: 0n, visits: 0n } })
  expect(await told.inStore((store) => publishWeekly(store, quiet.team, '2026-W47', { late: false }))).toBe(false)
  expect(await told.outbox()).toEqual([])
  await told.checkIn('Li Na', '2026-11-18', 'midday', { change: 'x' })
  expect(await told.inStore((store) => publishWeekly(store, quiet.team, '2026-W47', { late: false }))).toBe(true)
})

test('a week is published once, to the team and to each manager, and stays as it was', async () => {
  const team = await november(world)
  const publish = () => team.told.inStore((store) => publishWeekly(store, team.team, '2026-W47', { late: true }))
  await publish()
  const entries = await team.told.outbox()
  expect(entries.map(({ key }) => key)).toEqual([
    `weekly:${team.team.id}:2026-W47`,
    `weekly-managers:${team.team.id}:2026-W47:${team.told.personId('Chen')}`,
  ])
  expect(entries[0]).toMatchObject({ to: expect.stringContaining(team.team.home.conversation), post: { kind: 'weekly', late: true } })
  expect(entries[1]?.to).toContain(`@${team.members.Chen?.externalId}`)

  await team.told.log('Sun Li', '2026-11-18', { revenue: 900_000n })
  await publish()
  expect(await team.told.outbox()).toEqual(entries)
  const report = await team.told.inStore((store) => store.records.report(team.team.id, 'weekly', '2026-W47'))
  expect(weeklyFigures.parse(report?.figures).board?.rows[0]?.name).toBe('Li Na')
})

test('the next week moves against the published one, and tells the wins that came after it', async () => {
  const team = await november(world)
  await team.told.inStore((store) => publishWeekly(store, team.team, '2026-W47', { late: false }))
  await team.told.checkIn('Li Na', '2026-11-20', 'evening', { success: 'Signed on Friday night.' })
  await team.told.log('Sun Li', '2026-11-23', { revenue: 600_000n })
  await team.told.log('Li Na', '2026-11-23', { revenue: 100_000n })
  world.moveTo('2026-11-27T17:00[Asia/Shanghai]')
  const week = await team.told.inStore((store) => composeWeekly(store, team.team, '2026-W48', store.now))
  expect(week?.figures.board?.rows.map(({ name, rank, movement }) => [name, rank, movement])).toEqual([
    ['Sun Li', 1, 3],
    ['Li Na', 2, -1],
    ['Wang Wei', 3, -2],
    ['Zhao Lei', 3, 0],
  ])
  expect(week?.figures.wins.map(({ words }) => words)).toEqual(['Signed on Friday night.'])
})

describe('what others see', () => {
  test.each([
    { board: 'names' as const, best: ['Li Na', 'Wang Wei'], others: ['Sun Li', 'Zhao Lei'] },
    { board: 'best' as const, best: ['Li Na', 'Wang Wei'], others: [] },
    { board: 'team-only' as const, best: [], others: [] },
  ])('$board', async ({ board, best, others }) => {
    const { told, team } = await november(world)
    const settings = { ...team.settings, board }
    const week = await told.inStore((store) => composeWeekly(store, { ...team, settings }, '2026-W47', store.now))
    const shown = weeklyShown.parse(week?.post.figures).board
    expect(shown?.best.map(({ name }) => name)).toEqual(best)
    expect(shown?.others).toEqual(others)
    expect(shown?.team.done).toBe(2_050_000n)
  })

  test('whoever keeps quiet is named nowhere, sees the own place all the same, and others keep theirs', async () => {
    const team = await november(world)
    await team.told.inStore((store) => store.people.setQuiet(team.told.personId('Li Na'), true))
    const week = await composed(team)
    expect(JSON.stringify(week.post, (_, part) => (typeof part === 'bigint' ? String(part) : part))).not.toContain('Li Na')
    const own = shownWeek(week.figures, { kind: 'member', memberId: team.told.memberId('Li Na') })
    expect(own.board?.aroundMe.map(({ name, rank }) => [name, rank])).toEqual([
      ['Li Na', 1],
      ['Wang Wei', 1],
    ])
    expect(own.wins).toHaveLength(1)
  })
})
