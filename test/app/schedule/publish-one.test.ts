import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishOne } from '../../../src/app/schedule/publish-one.js'
import { openWorld, type World } from '../../support/world.js'
import { season } from '../review/season.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-11-24T01:00:00Z')
})
afterAll(() => world.close())

const at = Temporal.ZonedDateTime.from('2026-11-24T11:00[Asia/Shanghai]').toInstant()

test('looked at first it leaves nothing behind, sent it goes out, and sent again it does not', async () => {
  const team = await world.team({ name: 'North', joinedOn: '2026-01-01' })
  const told = season(world, team)
  await told.targets('2026-11', { 'Li Na': { visits: 3n } })
  const publish = (keep: boolean) => publishOne(world.app, { kind: 'morning', team: 'north', at, keep })
  const key = `morning:${team.team.id}:2026-11-24`
  expect((await publish(false)).map((post) => post.key)).toEqual([key])
  expect(await told.outbox()).toEqual([])
  expect((await publish(true)).map((post) => post.key)).toEqual([key])
  expect(await publish(true)).toEqual([])
  expect(await told.outbox()).toHaveLength(1)
})

test('each kind is about the time it is sent for: the day, its week, or the month before', async () => {
  const team = await world.team({ name: 'South', joinedOn: '2026-01-01' })
  const told = season(world, team)
  for (const month of ['2026-10', '2026-11']) await told.targets(month, { 'Li Na': { visits: 3n } })
  for (const on of ['2026-10-12', '2026-11-23']) await told.log('Li Na', on, { visits: 4n })
  const kinds = ['midday', 'evening', 'weekly', 'monthly'] as const
  const first = async (kind: (typeof kinds)[number]) => (await publishOne(world.app, { kind, team: 'South', at, keep: false }))[0]?.post
  expect(await Promise.all(kinds.map(first))).toMatchObject([
    { kind: 'nudge', form: 'midday', on: '2026-11-24' },
    { kind: 'nudge', form: 'evening', on: '2026-11-24' },
    { kind: 'weekly', period: '2026-W48' },
    { kind: 'monthly', period: '2026-10' },
  ])
})

test('a name that no team or more than one has is refused in words', async () => {
  await world.team({ name: 'West' })
  await world.team({ name: 'West' })
  const publish = (team: string) => publishOne(world.app, { kind: 'morning', team, at, keep: false })
  await expect(publish('Nowhere')).rejects.toMatchObject({ key: 'no-team-named' })
  await expect(publish('West')).rejects.toMatchObject({ key: 'several-teams-named' })
})
