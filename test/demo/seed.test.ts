import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app/app.js'
import { DEMO } from '../../src/demo/cast.js'
import { seedDemo } from '../../src/demo/seed.js'
import { playgroundPeople } from '../../src/store/playground-people.js'
import { DEMO_AT, demoDump } from '../support/databases.js'
import { openWorld } from '../support/world.js'

const keyActionsIn = z.object({
  figures: z.object({ keyActions: z.array(z.object({ action: z.string(), asked: z.number(), done: z.number() })) }),
})

const NOW = Temporal.ZonedDateTime.from(DEMO_AT['zh-CN']).toInstant()

/** What the demo's reps did in a month, by name; and what waits to be posted. */
async function seeded(dump?: string) {
  const world = await openWorld(DEMO_AT['zh-CN'], dump === undefined ? undefined : { kind: 'memory', dump: new Blob([readFileSync(dump)]) })
  if (dump === undefined) await seedDemo(world.database, 'zh-CN', NOW)
  const team = await playgroundPeople(world.database).team()
  if (team === undefined) throw new Error('no team')
  const store = createApp(world.database, () => NOW).reading(team.organisationId)
  const members = await store.teams.members(team.id)
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name
  const [from, to] = [Temporal.PlainDate.from('2026-11-01'), Temporal.PlainDate.from('2026-11-25')]
  const totals = (await store.entries.totals(team.id, from, to)).map(
    ({ memberId, on, metric, amount }) => `${on} ${nameOf(memberId)} ${metric} ${amount}`,
  )
  const [january, yesterday] = [Temporal.PlainDate.from('2026-01-01'), Temporal.PlainDate.from('2026-11-24')]
  const year = await store.entries.totals(team.id, january, yesterday)
  const reported = new Map<string, bigint>()
  for (const { memberId, on, metric, amount } of year) {
    if (amount !== 0n && (metric === 'deals' || metric === 'revenue')) reported.set(`${on} ${nameOf(memberId)} ${metric}`, amount)
  }
  const deals = await store.deals.find(team.id, { memberId: undefined, words: [], isOpen: false }, 0, 5_000)
  const open = deals.filter(({ state }) => state.kind === 'open')
  const moves = await Promise.all(open.map(({ id }) => store.deals.moves(id)))
  const ticks = await store.actions.ticks(team.id, january, yesterday)
  const cases = (await store.cases.find(team.id, [], 200)).map(({ memberId, on, words }) => `${on} ${nameOf(memberId)} ${words}`)
  const posts = await world.database.client.outbox.findMany({
    orderBy: { id: 'asc' },
    select: { key: true, createdAt: true, firstTriedAt: true, post: true },
  })
  await world.close()
  return {
    totals: totals.toSorted(),
    cases: cases.toSorted(),
    posts,
    reported,
    deals: deals.map((deal) => ({ ...deal, owner: nameOf(deal.memberId) })),
    open: open.map((deal, index) => ({ ...deal, moves: moves[index] ?? [] })),
    ticks: ticks.map(({ memberId, on, key, count }) => `${on} ${nameOf(memberId)} ${key} ${count}`).toSorted(),
  }
}

test('the demo is the same whenever it is made, and its posts carry the times they would have had', { timeout: 180_000 }, async () => {
  const [one, other] = [await seeded(), await seeded(await demoDump('zh-CN'))]
  expect(one.totals).toEqual(other.totals)
  expect(one.cases).toEqual(other.cases)
  expect(one.cases.length).toBeGreaterThan(5)
  expect(one.cases.every((line) => [...DEMO['zh-CN'].successes, ...DEMO['zh-CN'].failures].some((words) => line.endsWith(words)))).toBe(
    true,
  )

  const kinds = one.posts.map(({ key }) => key.split(':')[0])
  expect(kinds.filter((kind) => kind === 'weekly').length).toBeGreaterThanOrEqual(12)
  expect(kinds.filter((kind) => kind === 'morning')).toHaveLength(3)
  expect(kinds.filter((kind) => kind === 'check-in').length).toBeGreaterThan(6)
  expect(one.posts.every(({ createdAt, firstTriedAt }) => firstTriedAt?.getTime() === createdAt.getTime())).toBe(true)

  const plainly = ({ deals }: typeof one) =>
    deals.map(({ name, owner, amount, openedOn, state }) => `${owner} ${name} ${amount} ${openedOn} ${state.kind}`)
  expect(plainly(one).toSorted()).toEqual(plainly(other).toSorted())
  expect(one.ticks).toEqual(other.ticks)
  tellsOfDeals(one)
  asksForKeyActions(one)
})

/** What the check-ins say of deals won is what the deals say, day by day, to the cent; and there is a pipeline worth looking at. */
function tellsOfDeals({ reported, deals, open }: Awaited<ReturnType<typeof seeded>>): void {
  const won = new Map<string, bigint>()
  const add = (key: string, amount: bigint) => won.set(key, (won.get(key) ?? 0n) + amount)
  for (const { owner, amount, state } of deals) {
    if (state.kind !== 'won') continue
    add(`${state.on} ${owner} deals`, 1n)
    add(`${state.on} ${owner} revenue`, amount ?? 0n)
  }
  expect([...won].toSorted()).toEqual([...reported].toSorted())

  const lost = deals.filter(({ state }) => state.kind === 'lost')
  expect(deals.length - open.length - lost.length).toBeGreaterThan(150)
  expect(lost.length).toBeGreaterThan(150)
  expect(lost.every(({ state }) => state.kind === 'lost' && DEMO['zh-CN'].lostReasons.some((reason) => reason === state.reason))).toBe(true)

  const reps = DEMO['zh-CN'].people.filter(({ role }) => role === 'rep').map(({ name }) => name)
  for (const rep of reps) {
    const own = deals.filter(({ owner, state }) => owner === rep && state.kind === 'open')
    expect(own.length).toBeGreaterThanOrEqual(4)
    expect(new Set(own.map(({ state }) => state.kind === 'open' && state.stage)).size).toBeGreaterThanOrEqual(3)
    expect(new Set(own.map(({ name }) => name)).size).toBe(own.length)
  }
  const [first, last] = [open.map(({ openedOn }) => openedOn.toString()), open.map(({ moves }) => moves.at(-1)?.on.toString() ?? '')]
  expect(first.every((on, index) => on <= (last[index] ?? '') && (last[index] ?? '') <= '2026-11-25')).toBe(true)
  expect(open.every(({ openedOn }) => openedOn.until('2026-11-25').days <= 80)).toBe(true)
}

/** Most of what the plan asks for was done, not all of it; and every week's review counts it. */
function asksForKeyActions({ posts, ticks }: Awaited<ReturnType<typeof seeded>>): void {
  expect(ticks.length).toBeGreaterThan(500)
  const weekly = posts.filter(({ key }) => key.startsWith('weekly:'))
  const counts = weekly.map(({ post }) => keyActionsIn.parse(post).figures.keyActions)
  expect(counts.map((each) => each.map(({ action }) => action))).toEqual(weekly.map(() => expect.arrayContaining(['深度拜访'])))
  for (const { asked, done } of counts.flat().filter(({ action }) => action === '深度拜访')) {
    expect(done).toBeGreaterThan(0.4 * asked)
    expect(done).toBeLessThan(asked)
  }
}
