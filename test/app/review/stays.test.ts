import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeMonthly } from '../../../src/app/review/compose-monthly.js'
import { composeWeekly } from '../../../src/app/review/compose-weekly.js'
import { publishMonthly } from '../../../src/app/review/publish-monthly.js'
import { openWorld, type World } from '../../support/world.js'
import { november, season } from './season.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-11-20T09:00:00Z')
})
afterAll(() => world.close())

type Told = ReturnType<typeof season>

function stay(told: Told, name: string, joinedOn: string, leftOn?: string): Promise<void> {
  const days = { joinedOn: Temporal.PlainDate.from(joinedOn), ...(leftOn === undefined ? {} : { leftOn: Temporal.PlainDate.from(leftOn) }) }
  return told.inStore((store) => store.teams.setStay(told.memberId(name), days))
}

describe('a week of which Wang Wei and Zhao Lei, who answered nothing, were there for a part', () => {
  async function week(days: readonly [joinedOn: string, leftOn?: string]) {
    const { told, team } = await november(world)
    for (const name of ['Wang Wei', 'Zhao Lei']) await stay(told, name, ...days)
    const composed = await told.inStore((store) => composeWeekly(store, team, '2026-W47', store.now))
    return {
      ranked: composed?.figures.board?.rows.map(({ name }) => name),
      sums: composed?.figures.board?.team,
      notHeardFrom: composed?.figures.notHeardFrom.map(({ name }) => name) ?? [],
      open: composed?.figures.actions.carriedOver.map(({ name }) => name),
    }
  }
  const sums = { target: 2_500_000n, done: 2_050_000n }

  test('ranks and asks a leaver no more, and counts what they did for the team', async () => {
    const gone = await week(['2026-09-01', '2026-11-19'])
    expect(gone.ranked).toEqual(['Li Na', 'Sun Li'])
    expect(gone.sums).toMatchObject(sums)
    expect([gone.open, gone.notHeardFrom]).toEqual([[], []])
  })

  test('has them in it on their last day', async () => {
    const last = await week(['2026-09-01', '2026-11-20'])
    expect(last.ranked).toEqual(['Li Na', 'Wang Wei', 'Zhao Lei', 'Sun Li'])
    expect([last.open, last.notHeardFrom]).toEqual([['Wang Wei'], ['Zhao Lei']])
  })

  test('has nobody in it who has yet to come', async () => {
    const coming = await week(['2026-11-21'])
    expect(coming.ranked).toEqual(['Li Na', 'Sun Li'])
    expect(coming.sums).toMatchObject(sums)
  })
})

describe('October', () => {
  async function october(lastDay: string) {
    world.moveTo('2026-11-02T09:30[Asia/Shanghai]')
    const { team, ...made } = await world.team({ joinedOn: '2026-09-01' })
    const told = season(world, { team, ...made })
    await told.targets('2026-10', { 'Li Na': { revenue: 10_000n }, 'Wang Wei': { revenue: 10_000n } })
    await told.log('Li Na', '2026-10-12', { revenue: 264_000n })
    await told.log('Wang Wei', '2026-10-13', { revenue: 242_000n })
    await stay(told, 'Li Na', '2026-09-01', lastDay)
    const month = await told.inStore((store) => composeMonthly(store, team, '2026-10', store.now))
    await told.inStore((store) => publishMonthly(store, team, '2026-10', { late: false }))
    const asked = (await told.outbox()).filter(({ key }) => key.startsWith('case-request:')).map(({ key }) => key.split(':').at(-1))
    return { told, honours: month?.figures.honours.topSeller, sums: month?.figures.attainment, asked }
  }

  test('is won by somebody who is there at its end', async () => {
    const { told, honours, sums, asked } = await october('2026-10-30')
    expect(honours).toMatchObject({ state: 'won', winners: [{ name: 'Wang Wei' }], passedOver: [] })
    expect(sums).toMatchObject([{ metric: 'revenue', target: 440_000n, done: 506_000n }])
    expect(asked).toEqual([told.personId('Wang Wei')])
  })

  test('asks its top seller for no case once they have left', async () => {
    const { honours, asked } = await october('2026-10-31')
    expect(honours).toMatchObject({ state: 'won', winners: [{ name: 'Li Na' }] })
    expect(asked).toEqual([])
  })
})
