import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app/app.js'
import { DEMO } from '../../src/demo/cast.js'
import { colleagueMoments, nextColleagueMoment } from '../../src/demo/colleague-day.js'
import { colleaguesOf, colleaguesWork } from '../../src/demo/colleagues.js'
import { dayInChannel } from '../../src/demo/past.js'
import { playgroundPeople } from '../../src/store/playground-people.js'
import { DEMO_AT, demoDump } from '../support/databases.js'
import { openWorld, type World } from '../support/world.js'

// The tests share one demo, and each has days of its own.
let world: World
let demo: Awaited<ReturnType<typeof seeded>>
beforeAll(async () => {
  world = await openWorld(DEMO_AT.en, { kind: 'memory', dump: new Blob([readFileSync(await demoDump('en'))]) })
  demo = await seeded()
}, 180_000)
afterAll(() => world.close())

/** The demo as the visitor finds it. */
async function seeded() {
  let now = world.app.now()
  const app = createApp(world.database, () => now)
  const people = playgroundPeople(world.database)
  const team = await people.team()
  if (team === undefined) throw new Error('no team')
  const colleagues = colleaguesOf(await people.all(now))
  const members = await app.reading(team.organisationId).teams.members(team.id)
  return {
    app,
    team,
    colleagues,
    store: () => app.reading(team.organisationId),
    member(name: string) {
      const found = members.find((each) => each.name === name)
      if (found === undefined) throw new Error(`no ${name}`)
      return found
    },
    /** Who will check in on a date by themselves, by name. */
    checkInsOn: (on: Temporal.PlainDate) =>
      colleagueMoments(team, colleagues, on)
        .filter(({ act }) => act === 'check-in')
        .map(({ externalId }) => DEMO.en.people.find((person) => person.externalId === externalId)?.name ?? ''),
    nameOf: (memberId: string) => members.find(({ id }) => id === memberId)?.name,
    async work(on: string, from = '08:00', to = '19:00') {
      now = local(`${on}T${to}`)
      await colleaguesWork(app, team, colleagues, { since: local(`${on}T${from}`), stop: now })
    },
  }
}

function local(at: string): Temporal.Instant {
  return Temporal.ZonedDateTime.from(`${at}[${DEMO.en.zone}]`).toInstant()
}

test('a day on which nobody works has no post to read', () => {
  const posts = (day: string) => dayInChannel(demo.app, demo.team, demo.colleagues, Temporal.PlainDate.from(day)).length
  expect([posts('2026-11-22'), posts('2026-11-23') > 0]).toEqual([0, true])
})

describe('the visitor’s colleagues', () => {
  test('are the other reps of the demo, in either language', () => {
    expect(demo.colleagues).toEqual(['tom', 'priya', 'sam', 'lena'])
    expect(
      colleaguesOf([
        { externalId: 'lina', name: '李娜', role: 'rep' },
        { externalId: 'wangwei', name: '王伟', role: 'rep' },
      ]),
    ).toEqual(['wangwei'])
  })

  test('are nobody in a team of the visitor’s own', () => {
    expect(colleaguesOf([{ externalId: 'guest', name: 'Guest', role: 'rep' }])).toEqual([])
  })

  test('check in by the evening with all of the day’s numbers; for the visitor nothing is invented', async () => {
    const { team, store, nameOf } = demo
    const on = Temporal.PlainDate.from('2026-11-26')
    const due = demo.checkInsOn(on)
    expect(due.length).toBeGreaterThanOrEqual(3)
    await demo.work('2026-11-26')
    const heard = (await store().checkIns.between(team.id, on, on)).map(({ memberId }) => nameOf(memberId))
    expect(heard.toSorted()).toEqual(due.toSorted())
    const totals = await store().entries.totals(team.id, on, on)
    expect(totals.map(({ metric }) => metric)).toEqual(expect.arrayContaining(['revenue', 'visits', 'leads']))
    expect(totals.map(({ memberId }) => nameOf(memberId))).not.toContain('Maya Ortiz')
  })

  test('do nothing twice', async () => {
    const { team, store } = demo
    const on = Temporal.PlainDate.from('2026-11-27')
    await demo.work('2026-11-27')
    const once = await store().entries.totals(team.id, on, on)
    expect(once).not.toEqual([])
    await demo.work('2026-11-27')
    expect(await store().entries.totals(team.id, on, on)).toEqual(once)
  })

  test('leave those alone whom the visitor has played', async () => {
    const { app, team, store } = demo
    const on = Temporal.PlainDate.from('2026-11-30')
    const played = demo.member(demo.checkInsOn(on)[0] ?? '')
    await app.transaction(team.organisationId, (writing) =>
      writing.entries.add({
        teamId: team.id,
        memberId: played.id,
        on,
        entries: [{ metric: 'visits', amount: 2n }],
        source: 'visitor',
        madeBy: played.personId,
        madeAt: app.now(),
      }),
    )
    await demo.work('2026-11-30')
    expect((await store().entries.totals(team.id, on, on, played.id)).map(({ metric, amount }) => [metric, amount])).toEqual([
      ['visits', 2n],
    ])
  })

  test('keep some of what they promised, on the next working day', async () => {
    const { team, store } = demo
    for (const day of ['01', '02', '03', '04', '07']) await demo.work(`2026-12-${day}`)
    const [from, to] = [Temporal.PlainDate.from('2026-12-01'), Temporal.PlainDate.from('2026-12-04')]
    const promised = await store().improvements.between(team.id, from, to)
    const kept = promised.filter(({ doneOn }) => doneOn !== undefined)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.length).toBeLessThan(promised.length)
    const next = { '2026-12-01': '2026-12-02', '2026-12-02': '2026-12-03', '2026-12-03': '2026-12-04', '2026-12-04': '2026-12-07' }
    expect(
      kept
        .map(({ on, doneOn }) => [String(on), String(doneOn)])
        .every(([on, doneOn]) => Object.entries(next).some(([day, after]) => day === on && after === doneOn)),
    ).toBe(true)
  })

  test('win the deals that they report, go on with the others, and open new ones', async () => {
    const { team, store, nameOf } = demo
    const all = () => store().deals.find(team.id, { memberId: undefined, words: [], isOpen: false }, 0, 5_000)
    const before = new Map((await all()).map(({ id, state }) => [id, state.kind === 'open' ? state.stage : state.kind]))
    for (const day of ['08', '09', '10', '11', '14', '15', '16', '17', '18']) await demo.work(`2026-12-${day}`)
    const deals = await all()
    const sums = (amounts: readonly { key: string; amount: bigint }[]) => {
      const found = new Map<string, bigint>()
      for (const { key, amount } of amounts) if (amount !== 0n) found.set(key, (found.get(key) ?? 0n) + amount)
      return [...found].toSorted()
    }
    const [from, to] = [Temporal.PlainDate.from('2026-12-08'), Temporal.PlainDate.from('2026-12-18')]
    const reported = (await store().entries.totals(team.id, from, to)).filter(({ metric }) => metric === 'deals' || metric === 'revenue')
    const won = deals.flatMap(({ memberId, amount, state }) =>
      state.kind === 'won' && state.on.toString() >= from.toString()
        ? [{ of: `${state.on} ${nameOf(memberId)}`, amount: amount ?? 0n }]
        : [],
    )
    expect(won.length).toBeGreaterThan(3)
    expect(
      sums(
        won.flatMap(({ of, amount }) => [
          { key: `${of} deals`, amount: 1n },
          { key: `${of} revenue`, amount },
        ]),
      ),
    ).toEqual(sums(reported.map(({ memberId, on, metric, amount }) => ({ key: `${on} ${nameOf(memberId)} ${metric}`, amount }))))
    const places = deals.map(({ id, state }) => ({ was: before.get(id), is: state.kind === 'open' ? state.stage : state.kind }))
    expect(places.filter(({ was, is }) => was === 'proposal' && is === 'negotiation').length).toBeGreaterThan(0)
    expect(places.filter(({ was, is }) => was === 'needs' && is === 'proposal').length).toBeGreaterThan(0)
    expect(places.filter(({ was }) => was === undefined).length).toBeGreaterThan(3)
    expect((await store().actions.ticks(team.id, from, to)).length).toBeGreaterThan(10)
  })

  test('forget now and then, come after the nudge now and then, and rest on days that are not worked', () => {
    const { team, colleagues } = demo
    const evening = (on: string) => Temporal.ZonedDateTime.from(`${on}T18:00[Europe/London]`).toInstant()
    const days = Array.from({ length: 60 }, (_, index) => Temporal.PlainDate.from('2026-09-01').add({ days: index }))
    const checkIns = days.flatMap((on) =>
      colleagueMoments(team, colleagues, on)
        .filter(({ act }) => act === 'check-in')
        .map(({ at }) => ({ on, at })),
    )
    const workingDays = days.filter(({ dayOfWeek }) => dayOfWeek <= 5).length
    const late = checkIns.filter(({ on, at }) => Temporal.Instant.compare(at, evening(on.toString())) > 0)
    expect(checkIns.every(({ on }) => on.dayOfWeek <= 5)).toBe(true)
    expect(checkIns.length).toBeGreaterThan(0.85 * 4 * workingDays)
    expect(checkIns.length).toBeLessThan(4 * workingDays)
    expect(late.length).toBeGreaterThan(0)
    expect(late.length).toBeLessThan(0.25 * checkIns.length)
  })

  test('have a next moment after each, over the weekend too', () => {
    const { team, colleagues } = demo
    const fridayNight = Temporal.Instant.from('2026-11-27T22:00:00Z')
    const next = nextColleagueMoment(team, colleagues, fridayNight)
    expect(next?.toZonedDateTimeISO(team.zone).toPlainDate().toString()).toBe('2026-11-30')
  })
})
