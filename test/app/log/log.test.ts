import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logNumbers, undoLog } from '../../../src/app/log/log-numbers.js'
import { publishMonthly } from '../../../src/app/review/publish-monthly.js'
import { openWorld, type World } from '../../support/world.js'
import { date, refused, tuesday } from '../check-in/tuesday.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('quick numbers', () => {
  test('come on top of the day, beside its targets, and post nothing', async () => {
    const { sends, logs, counted, posts } = await tuesday(world)
    await sends('Li Na', { visits: 3n })
    const { numbers } = await logs('Li Na', { visits: 2n, leads: 1n })
    expect(numbers.map(({ metric, target, done }) => [metric, done, target])).toEqual([
      ['visits', 5n, 3n],
      ['leads', 1n, 2n],
    ])
    expect(await counted()).toEqual({ visits: 5n, leads: 1n })
    expect(await posts()).toHaveLength(1)
  })

  test('of one delivery count once, however often it comes', async () => {
    const { logs, counted } = await tuesday(world)
    for (let times = 0; times < 3; times += 1) await logs('Li Na', { visits: 2n }, { source: 'log:event-7' })
    await logs('Wang Wei', { visits: 2n }, { source: 'log:event-7' })
    expect([await counted(), await counted('Wang Wei')]).toEqual([{ visits: 2n }, { visits: 2n }])
  })

  test('are not for days to come, days off, or closed months', async () => {
    const { logs, told, closeMonth } = await tuesday(world)
    expect(await refused(logs('Li Na', { visits: 1n }, { on: '2026-11-25' }))).toBe('check-in-ahead')
    await told.leave('Li Na', '2026-11-23', '2026-11-23')
    expect(await refused(logs('Li Na', { visits: 1n }, { on: '2026-11-23' }))).toBe('check-in-on-leave')
    await closeMonth('2026-10')
    expect(await refused(logs('Li Na', { visits: 1n }, { on: '2026-10-30' }))).toBe('check-in-closed')
    expect(await refused(logs('Zhou', { visits: 1n }))).toBe('members-only')
  })
})

describe('undone', () => {
  test('what one logging added is gone, and nothing else', async () => {
    const { logs, counted, team } = await tuesday(world)
    await logs('Li Na', { visits: 2n })
    const second = await logs('Li Na', { visits: 3n, leads: 1n })
    const li = await team.actor('Li Na')
    expect((await undoLog(world.app, li, second.undoId)).toSorted((a, b) => a.metric.localeCompare(b.metric))).toEqual([
      { metric: 'leads', amount: 1n },
      { metric: 'visits', amount: 3n },
    ])
    expect(await counted()).toEqual({ visits: 2n })
    expect(await refused(undoLog(world.app, li, second.undoId))).toBe('undo-gone')
    expect(await counted()).toEqual({ visits: 2n })
  })

  test('only by whoever logged it, within a day, and while the month is open', async () => {
    const { logs, closeMonth, counted, team } = await tuesday(world)
    const { undoId } = await logs('Li Na', { visits: 2n }, { on: '2026-11-23' })
    expect(await refused(undoLog(world.app, await team.actor('Wang Wei'), undoId))).toBe('undo-gone')
    expect(await refused(undoLog(world.app, await team.actor('Chen'), undoId))).toBe('undo-gone')
    await closeMonth('2026-11')
    expect(await refused(undoLog(world.app, await team.actor('Li Na'), undoId))).toBe('check-in-closed')
    world.moveTo('2026-11-25T17:30[Asia/Shanghai]')
    expect(await refused(undoLog(world.app, await team.actor('Li Na'), undoId))).toBe('undo-gone')
    expect(await counted('Li Na', '2026-11-23')).toEqual({ visits: 2n })
  })

  test('delivered again afterwards, it stays undone', async () => {
    const { logs, counted, team } = await tuesday(world)
    const { undoId } = await logs('Li Na', { visits: 2n }, { source: 'log:event-9' })
    await undoLog(world.app, await team.actor('Li Na'), undoId)
    await logs('Li Na', { visits: 2n }, { source: 'log:event-9' })
    expect(await counted()).toEqual({})
  })
})

describe('for a member', () => {
  test('a manager corrects a month that is closed, which then says so, and it is kept who did', async () => {
    const { team, told, counted } = await tuesday(world)
    await told.targets('2026-10', { 'Li Na': { revenue: 100_000n }, 'Wang Wei': { revenue: 100_000n } })
    await told.log('Li Na', '2026-10-12', { revenue: 900_000n })
    await told.inStore((store) => publishMonthly(store, team.team, '2026-10', { late: false }))
    const before = (await told.outbox()).length
    const chen = await team.actor('Chen')
    const wang = told.memberId('Wang Wei')
    const entries = [{ metric: 'revenue', amount: 2_000_000n }]
    const logged = await logNumbers(world.app, chen, { entries, source: 'log:event-10', on: date('2026-10-30'), forMember: wang })
    expect(await counted('Wang Wei', '2026-10-30')).toEqual({ revenue: 2_000_000n })
    expect((await told.outbox()).slice(before).map(({ post }) => (post as { kind: string }).kind)).toContain('monthly-correction')
    await undoLog(world.app, chen, logged.undoId)
    expect(await counted('Wang Wei', '2026-10-30')).toEqual({})
    const audit = await world.database.client.audit.findMany({ where: { organisationId: team.organisationId, subject: wang } })
    expect(audit.map(({ act, personId }) => [act, personId])).toEqual([
      ['log-for-member', chen.personId],
      ['log-for-member', chen.personId],
    ])
  })

  test('not for a rep, and not of another team', async () => {
    const here = await tuesday(world)
    const there = await tuesday(world)
    const entries = [{ metric: 'visits', amount: 1n }]
    const asked = { entries, source: 'log:event-11', on: date('2026-11-24') }
    const wang = here.told.memberId('Wang Wei')
    expect(await refused(logNumbers(world.app, await here.team.actor('Li Na'), { ...asked, forMember: wang }))).toBe('managers-only')
    await expect(logNumbers(world.app, await there.team.actor('Chen'), { ...asked, forMember: wang })).rejects.toThrow('not a member')
    expect(await here.counted('Wang Wei')).toEqual({})
  })
})
