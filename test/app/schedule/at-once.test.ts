import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { undoCheckIn } from '../../../src/app/check-in/undo.js'
import { markLeave } from '../../../src/app/leave/mark.js'
import { undoLog } from '../../../src/app/log/log-numbers.js'
import { runDue } from '../../../src/app/schedule/run-due.js'
import { type Postgres, postgresPrograms, startPostgres } from '../../support/postgres.js'
import { openWorld, type World } from '../../support/world.js'
import { date, tuesday } from '../check-in/tuesday.js'
import { season } from '../review/season.js'

const programs = postgresPrograms()
if (programs === undefined) console.warn('No PostgreSQL server is installed: what happens at the same moment is not tested here.')

const noErrors = (teamId: string, error: unknown) => {
  throw new Error(`Posts of ${teamId} failed`, { cause: error })
}

/** How often something happens at once: enough that the transactions overlap. */
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

describe.skipIf(programs === undefined)('at the same moment, on a PostgreSQL server', () => {
  let postgres: Postgres
  let world: World
  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '')
    const url = await postgres.database('at-once')
    world = await openWorld('2026-11-24T00:00:00Z', { kind: 'server', url, connections: 12 })
  })
  afterAll(async () => {
    await world?.close()
    await postgres?.stop()
  })

  test('of many clocks each team’s post is decided by one', async () => {
    world.moveTo('2026-11-23T08:00[Asia/Shanghai]')
    const teams = await times(12, async () => {
      const team = await world.team({ joinedOn: '2026-01-01' })
      const told = season(world, team)
      await told.targets('2026-11', { 'Li Na': { visits: 3n } })
      return { team, told }
    })
    world.moveTo('2026-11-23T09:00[Asia/Shanghai]')
    const results = await times(6, () => runDue(world.app, noErrors))
    const decided = results.flatMap(({ occurrences }) => occurrences.map(({ teamId, outcome }) => `${teamId} ${outcome}`))
    expect(decided.toSorted()).toEqual(teams.map(({ team }) => `${team.team.id} posted`).toSorted())
    for (const { told } of teams) expect(await told.outbox()).toHaveLength(1)
  })

  test('a form that is sent by two taps counts once, and one undo takes it back', async () => {
    const { sends, counted, posts, team } = await tuesday(world)
    const sent = await times(6, () => sends('Li Na', { visits: 3n, leads: 2n }))
    expect(new Set(sent.map(({ checkIn }) => checkIn.id)).size).toBe(1)
    expect(await counted()).toEqual({ visits: 3n, leads: 2n })
    expect(await posts()).toHaveLength(1)
    const undoIds = sent.flatMap(({ undoId }) => undoId ?? [])
    expect(undoIds).toHaveLength(1)
    const li = await team.actor('Li Na')
    const undone = await Promise.allSettled(Array.from({ length: 4 }, () => undoCheckIn(world.app, li, undoIds[0] ?? '')))
    expect(undone.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await counted()).toEqual({})
  })

  test('words and quick numbers in any order all count, each delivery once', async () => {
    const { says, logs, counted } = await tuesday(world)
    await times<unknown>(20, (index) => {
      const numbers = index % 2 === 0 ? { visits: 1n, leads: 2n } : { leads: 2n, visits: 1n }
      const source = `delivery-${Math.floor(index / 2)}`
      return index % 4 < 2 ? logs('Li Na', numbers, { source }) : says('Li Na', numbers, { source })
    })
    expect(await counted()).toEqual({ visits: 10n, leads: 20n })
  })

  test('quick numbers are undone once', async () => {
    const { logs, counted, team } = await tuesday(world)
    await logs('Li Na', { visits: 5n, leads: 1n })
    const { undoId } = await logs('Li Na', { visits: 2n })
    const li = await team.actor('Li Na')
    const undone = await Promise.allSettled(Array.from({ length: 6 }, () => undoLog(world.app, li, undoId)))
    const taken = undone.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
    expect(taken).toEqual([{ metric: 'visits', amount: 2n }])
    expect(await counted()).toEqual({ visits: 5n, leads: 1n })
  })

  test('the same days off are marked once', async () => {
    const { team, told } = await tuesday(world)
    const li = await team.actor('Li Na')
    const marked = await Promise.allSettled(
      Array.from({ length: 6 }, () => markLeave(world.app, li, { from: date('2026-11-26'), to: date('2026-11-27') })),
    )
    expect(marked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [visits] = (
      await told.inStore((store) => store.targets.between(team.team.id, date('2026-11-01'), date('2026-11-30'), li.memberId))
    )
      .filter(({ metric }) => metric === 'visits')
      .map(({ days }) => days)
    // 21 weekdays of 3: through the 24th 17 had 51, and 12 are left for the 25th and the 30th.
    expect(visits?.slice(23).map(String)).toEqual(['3', '6', 'null', 'null', 'null', 'null', '6'])
  })
})
