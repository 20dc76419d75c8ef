import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app/app.js'
import { DEMO } from '../../src/demo/cast.js'
import { seedDemo } from '../../src/demo/seed.js'
import { playgroundPeople } from '../../src/store/playground-people.js'
import { openWorld } from '../support/world.js'

const NOW = Temporal.ZonedDateTime.from('2026-11-25T10:00[Asia/Shanghai]').toInstant()

/** What the demo's reps did in a month, by name; and what waits to be posted. */
async function seeded() {
  const world = await openWorld()
  await seedDemo(world.database, 'zh-CN', NOW)
  const team = await playgroundPeople(world.database).team()
  if (team === undefined) throw new Error('no team')
  const store = createApp(world.database, () => NOW).reading(team.organisationId)
  const members = await store.teams.members(team.id)
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name
  const [from, to] = [Temporal.PlainDate.from('2026-11-01'), Temporal.PlainDate.from('2026-11-25')]
  const totals = (await store.entries.totals(team.id, from, to)).map(
    ({ memberId, on, metric, amount }) => `${on} ${nameOf(memberId)} ${metric} ${amount}`,
  )
  const cases = (await store.cases.find(team.id, [], 200)).map(({ memberId, on, words }) => `${on} ${nameOf(memberId)} ${words}`)
  const posts = await world.database.client.outbox.findMany({
    orderBy: { id: 'asc' },
    select: { key: true, createdAt: true, firstTriedAt: true },
  })
  await world.close()
  return { totals: totals.toSorted(), cases: cases.toSorted(), posts }
}

test('the demo is the same whenever it is made, and its posts carry the times they would have had', { timeout: 180_000 }, async () => {
  const [one, other] = [await seeded(), await seeded()]
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
})
