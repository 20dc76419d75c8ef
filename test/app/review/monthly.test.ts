import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { shareCase } from '../../../src/app/case/share-case.js'
import { composeMonthly } from '../../../src/app/review/compose-monthly.js'
import { correctionFigures, monthlyFigures, monthlyShown } from '../../../src/app/review/figures.js'
import { publishMonthly } from '../../../src/app/review/publish-monthly.js'
import { sayMonthlyCorrection } from '../../../src/app/review/say-monthly-correction.js'
import { openWorld, type World } from '../../support/world.js'
import { season } from './season.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-11-02T01:30:00Z')
})
afterAll(() => world.close())

const OCTOBER = '2026-10'

const withFigures = z.object({ post: z.object({ figures: z.unknown() }) })

function figuresIn(entry: { post: unknown } | undefined): unknown {
  return withFigures.parse(entry).post.figures
}

/** October has 22 weekdays: 2,200.00 each for Li Na and Wang Wei, 1,100.00 for Zhao Lei. */
async function october(settings: { board?: 'names' | 'best' | 'team-only'; topSellerRest?: number } = {}) {
  world.moveTo('2026-11-02T09:30[Asia/Shanghai]')
  const made = await world.team({
    joinedOn: '2026-09-01',
    people: { 'Li Na': 'rep', 'Wang Wei': 'rep', 'Zhao Lei': 'rep', Chen: 'manager' },
  })
  const team = { ...made.team, settings: { ...made.team.settings, ...settings } }
  const told = season(world, made)
  const daily = { 'Li Na': { revenue: 10_000n }, 'Wang Wei': { revenue: 10_000n, 'new-customers': 1n }, 'Zhao Lei': { revenue: 5_000n } }
  await told.targets('2026-09', daily) // 22 weekdays too
  await told.targets(OCTOBER, daily)
  await told.log('Li Na', '2026-09-10', { revenue: 220_000n })
  await told.log('Zhao Lei', '2026-09-10', { revenue: 11_000n })
  await told.log('Li Na', '2026-10-12', { revenue: 264_000n })
  await told.log('Wang Wei', '2026-10-13', { revenue: 242_000n, 'new-customers': 4n })
  await told.log('Zhao Lei', '2026-10-14', { revenue: 88_000n })
  return {
    ...made,
    team,
    told,
    publish: (month = OCTOBER) => told.inStore((store) => publishMonthly(store, team, month, { late: false })),
    correct: () => told.inStore((store) => sayMonthlyCorrection(store, team, OCTOBER)),
    takeBack: (name: string, source: string) =>
      told.inStore((store) => store.entries.void({ source, memberId: told.memberId(name) }, store.now)),
    posts: async (kind: string) => (await told.outbox()).filter(({ key }) => key.startsWith(`${kind}:`)),
  }
}

describe('a month, worked out by hand', () => {
  test('the top seller, the tier, and the further winners', async () => {
    const { told, team } = await october()
    const month = await told.inStore((store) => composeMonthly(store, team, OCTOBER, store.now))
    expect(month?.figures.honours.topSeller).toMatchObject({
      state: 'won',
      decidedBy: 'share',
      winners: [{ name: 'Li Na', done: 264_000n, target: 220_000n, tier: 'breakthrough' }],
    })
    // Zhao Lei: 80% after 10%; Wang Wei had a target and did nothing in September: 110% after 0%
    expect(month?.figures.honours.progress).toMatchObject([{ name: 'Wang Wei', gainedShare: 1.1 }])
    expect(month?.figures.honours.newCustomers).toMatchObject([{ name: 'Wang Wei', count: 4n }])
    expect(month?.figures.attainment).toMatchObject([
      { metric: 'revenue', target: 550_000n, done: 594_000n, tier: 'stretch' },
      { metric: 'new-customers', target: 22n, done: 4n },
    ])
    expect(month?.figures.members.map(({ name, attainment }) => [name, attainment.map(({ done }) => done)])).toEqual([
      ['Li Na', [264_000n]],
      ['Wang Wei', [242_000n, 4n]],
      ['Zhao Lei', [88_000n]],
    ])
  })

  test('equal shares go to the larger amount, then to whoever was there first', async () => {
    const byAmount = await october()
    await byAmount.told.log('Zhao Lei', '2026-10-20', { revenue: 44_000n }) // 120% of half as much
    const first = await byAmount.told.inStore((store) => composeMonthly(store, byAmount.team, OCTOBER, store.now))
    expect(first?.figures.honours.topSeller).toMatchObject({ decidedBy: 'amount', winners: [{ name: 'Li Na' }] })

    const byDate = await october()
    await byDate.told.log('Wang Wei', '2026-10-05', { revenue: 22_000n }) // 120% too, the last of it on the 13th
    const second = await byDate.told.inStore((store) => composeMonthly(store, byDate.team, OCTOBER, store.now))
    expect(second?.figures.honours.topSeller).toMatchObject({ decidedBy: 'earliest', winners: [{ name: 'Li Na' }] })
  })

  test('who won lately is passed over where the team wants it so, and that is said', async () => {
    const { told, team, publish } = await october({ topSellerRest: 1 })
    await publish('2026-09')
    const month = await told.inStore((store) => composeMonthly(store, team, OCTOBER, store.now))
    expect(month?.figures.honours.topSeller).toMatchObject({ winners: [{ name: 'Wang Wei' }], passedOver: [{ name: 'Li Na' }] })
  })

  test('a month without targets and numbers has nothing to say', async () => {
    const { publish, told } = await october()
    expect(await publish('2026-06')).toBe(false)
    expect(await told.outbox()).toEqual([])
  })
})

test('a month is announced once, and the top seller asked for a case in private', async () => {
  const { told, team, publish, members } = await october()
  await publish()
  await publish()
  const entries = await told.outbox()
  expect(entries.map(({ key }) => key)).toEqual([`monthly:${team.id}:2026-10`, `case-request:${team.id}:2026-10:${told.personId('Li Na')}`])
  expect(entries[1]?.to).toContain(`@${members['Li Na']?.externalId}`)
})

test('a team-only board names nobody in public, and the winner is asked all the same', async () => {
  const { publish, posts } = await october({ board: 'team-only' })
  await publish()
  const [announcement] = await posts('monthly')
  const shown = monthlyShown.parse(figuresIn(announcement))
  expect(shown.topSeller).toEqual({ state: 'private' })
  expect(JSON.stringify(shown, (_, part) => (typeof part === 'bigint' ? String(part) : part))).not.toMatch(/Li Na|Wang Wei/)
  expect(await posts('case-request')).toHaveLength(1)
})

test('a quiet winner is asked for a case, and not named in public', async () => {
  const { told, publish, posts } = await october()
  await told.inStore((store) => store.people.setQuiet(told.personId('Li Na'), true))
  await publish()
  const shown = monthlyShown.parse(figuresIn((await posts('monthly'))[0]))
  expect(shown.topSeller).toMatchObject({ state: 'won', winners: [], unnamed: 1 })
  expect(JSON.stringify(shown, (_, part) => (typeof part === 'bigint' ? String(part) : part))).not.toContain('Li Na')
  expect(await posts('case-request')).toHaveLength(1)
})

describe('a correction', () => {
  const figuresOf = (entry: { post: unknown } | undefined) => correctionFigures.parse(figuresIn(entry))

  test('is said once for each change, in the announcement’s thread, and the announcement stays', async () => {
    const { told, team, publish, correct, posts, takeBack, database } = { ...(await october()), database: world.database }
    expect(await correct()).toBe(false) // not announced yet
    await publish()
    expect(await correct()).toBe(false) // nothing changed

    const source = await told.log('Wang Wei', '2026-10-30', { revenue: 44_000n })
    expect(await correct()).toBe(true)
    expect(await correct()).toBe(false)
    const [first] = await posts('monthly-correction')
    expect(figuresOf(first)).toMatchObject({
      attainment: [{ metric: 'revenue', before: 594_000n, after: 638_000n }],
      topSeller: { before: { winners: [{ name: 'Li Na' }] }, after: { winners: [{ name: 'Wang Wei', done: 286_000n }] } },
    })
    const row = await database.client.outbox.findFirst({ where: { organisationId: team.organisationId, key: first?.key ?? '' } })
    expect(row?.under).toBe(`monthly:${team.id}:2026-10`)
    expect((await posts('case-request')).map(({ key }) => key.split(':').at(-1))).toEqual([
      told.personId('Li Na'),
      told.personId('Wang Wei'),
    ])

    await takeBack('Wang Wei', source)
    expect(await correct()).toBe(true)
    await told.log('Wang Wei', '2026-10-30', { revenue: 44_000n })
    expect(await correct()).toBe(true)
    expect(await posts('monthly-correction')).toHaveLength(3)

    const report = await told.inStore((store) => store.records.report(team.id, 'monthly', OCTOBER))
    expect(monthlyFigures.parse(report?.figures).honours.topSeller).toMatchObject({ winners: [{ name: 'Li Na' }] })
  })

  test('of others’ figures only the team’s sum is said', async () => {
    const { told, publish, correct, posts } = await october()
    await publish()
    await told.log('Zhao Lei', '2026-10-30', { revenue: 1_000n })
    expect(await correct()).toBe(true)
    const correction = figuresOf((await posts('monthly-correction'))[0])
    expect(correction).toMatchObject({ attainment: [{ before: 594_000n, after: 595_000n }], topSeller: null, further: null })
    expect(JSON.stringify(correction, (_, part) => (typeof part === 'bigint' ? String(part) : part))).not.toContain('Zhao Lei')
  })
})

describe('the top seller’s case', () => {
  test('goes into the announcement’s thread and the library, once; told again it takes its own place', async () => {
    const { team, told, publish, actor, posts, organisationId } = await october()
    await publish()
    const liNa = await actor('Li Na')
    await shareCase(world.app, liNa, OCTOBER, 'Payback first, price last.', 'd1')
    await shareCase(world.app, liNa, OCTOBER, 'Payback first, price last.', 'd1')
    expect(await posts('case-shared')).toMatchObject([
      { post: { kind: 'case-shared', name: 'Li Na', words: 'Payback first, price last.' } },
    ])
    await shareCase(world.app, liNa, OCTOBER, 'Payback first; price only when asked.', 'd2')
    const rows = await world.database.client.outbox.findMany({
      where: { organisationId, key: { startsWith: 'case-shared' } },
      orderBy: { id: 'asc' },
    })
    expect(rows.map(({ under, replaces }) => [under, replaces])).toEqual([
      [`monthly:${team.id}:2026-10`, null],
      [`monthly:${team.id}:2026-10`, rows[0]?.key],
    ])
    const cases = await told.inStore((store) => store.cases.find(team.id, [], 10))
    expect(cases).toMatchObject([{ kind: 'top-seller', words: 'Payback first; price only when asked.' }])
  })

  test('is the winner’s to tell', async () => {
    const { publish, actor } = await october()
    await publish()
    await expect(shareCase(world.app, await actor('Wang Wei'), OCTOBER, 'Mine', 'd1')).rejects.toMatchObject({ key: 'case-not-yours' })
    await expect(shareCase(world.app, await actor('Li Na'), '2026-09', 'Mine', 'd1')).rejects.toMatchObject({ key: 'case-not-yours' })
  })
})
