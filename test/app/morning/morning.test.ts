import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeMorning, publishMorning } from '../../../src/app/morning/publish.js'
import { removeMember } from '../../../src/app/team/leaving.js'
import { setMember } from '../../../src/app/team/members.js'
import { openWorld, type TeamOptions, type World } from '../../support/world.js'
import { season } from '../review/season.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const date = (on: string) => Temporal.PlainDate.from(on)
const PEOPLE = { 'Li Na': 'rep', 'Wang Wei': 'rep', Zhou: 'spectator', Chen: 'manager' } as const

/** Monday, 23 November 2026, 09:00 in Shanghai. */
async function monday(options: TeamOptions = {}) {
  world.moveTo('2026-11-23T09:00[Asia/Shanghai]')
  const team = await world.team({ joinedOn: '2026-01-01', people: PEOPLE, ...options })
  const told = season(world, team)
  return {
    team,
    told,
    morning: (on = '2026-11-23', lateMinutes?: number) => told.inStore((store) => composeMorning(store, team.team, date(on), lateMinutes)),
  }
}

describe('the morning’s post', () => {
  test('has each member’s numbers in the usual order, without zeros, and money in its currency', async () => {
    const { told, morning, team } = await monday()
    await told.targets('2026-11', {
      'Li Na': { leads: 2n, visits: 3n, revenue: 100_000n },
      'Wang Wei': { visits: 1n, leads: 0n },
      Chen: { visits: 0n },
    })
    expect(await morning()).toEqual({
      kind: 'morning',
      teamId: team.team.id,
      on: '2026-11-23',
      lateMinutes: undefined,
      members: [
        {
          name: 'Li Na',
          goals: [
            { metric: 'revenue', amount: 100_000n, currency: 'CNY' },
            { metric: 'visits', amount: 3n },
            { metric: 'leads', amount: 2n },
          ],
          improvement: undefined,
        },
        { name: 'Wang Wei', goals: [{ metric: 'visits', amount: 1n }], improvement: undefined },
      ],
      onLeave: [],
    })
  })

  test('brings back what was promised on the last working day, the newest of it, unless it is done', async () => {
    const { told, morning } = await monday()
    await told.targets('2026-11', { 'Li Na': { visits: 3n }, 'Wang Wei': { visits: 3n }, Chen: { visits: 1n } })
    await told.checkIn('Li Na', '2026-11-19', 'evening', { improvement: 'Too long ago.' })
    await told.checkIn('Li Na', '2026-11-20', 'evening', { improvement: 'Call before ten.' })
    await told.checkIn('Wang Wei', '2026-11-20', 'evening', { improvement: 'Ask who decides.' })
    await told.checkIn('Wang Wei', '2026-11-21', 'evening', { improvement: 'Ask for the budget.' })
    await told.checkIn('Chen', '2026-11-20', 'evening', { improvement: 'Settled.' })
    await told.settle('Settled.', '2026-11-21')
    const post = await morning()
    expect(post?.members.map(({ name, improvement }) => [name, improvement])).toEqual([
      ['Li Na', 'Call before ten.'],
      ['Wang Wei', 'Ask for the budget.'],
      ['Chen', undefined],
    ])
  })

  test('after a holiday looks back over it, and on a made-up Saturday to the Friday', async () => {
    const { told, morning } = await monday({ country: 'CN' })
    await told.targets('2026-10', { 'Li Na': { visits: 3n } })
    await told.checkIn('Li Na', '2026-09-30', 'evening', { improvement: 'Before the holidays.' })
    await told.checkIn('Li Na', '2026-10-09', 'evening', { improvement: 'On Friday.' })
    expect((await morning('2026-10-08'))?.members[0]?.improvement).toBe('Before the holidays.')
    // No numbers are published for the Saturday here: the promise alone is worth a post.
    expect((await morning('2026-10-10'))?.members).toEqual([{ name: 'Li Na', goals: [], improvement: 'On Friday.' }])
  })

  test('asks nobody who is on leave, and says who is', async () => {
    const { told, morning } = await monday()
    await told.targets('2026-11', { 'Li Na': { visits: 3n }, 'Wang Wei': { visits: 3n } })
    await told.checkIn('Li Na', '2026-11-20', 'evening', { improvement: 'Call before ten.' })
    await told.leave('Li Na', '2026-11-23', '2026-11-24')
    const post = await morning()
    expect([post?.members.map(({ name }) => name), post?.onLeave]).toEqual([['Wang Wei'], ['Li Na']])
    await told.leave('Wang Wei', '2026-11-23', '2026-11-23')
    expect(await morning()).toBeUndefined()
  })

  test('leaves out who has gone, from the day after, and spectators', async () => {
    const { told, morning, team } = await monday()
    await told.targets('2026-11', { 'Li Na': { visits: 3n }, 'Wang Wei': { visits: 3n }, Zhou: { visits: 3n } })
    await removeMember(world.app, await team.actor('Chen'), { name: 'Li Na' }, Temporal.PlainDate.from('2026-11-23'))
    expect((await morning('2026-11-23'))?.members.map(({ name }) => name)).toEqual(['Li Na', 'Wang Wei'])
    expect((await morning('2026-11-24'))?.members.map(({ name }) => name)).toEqual(['Wang Wei'])
    await removeMember(world.app, await team.actor('Chen'), { name: 'Li Na' })
    expect((await morning('2026-11-23'))?.members.map(({ name }) => name)).toEqual(['Wang Wei'])
  })

  test('leaves out who has yet to come', async () => {
    const { told, morning, team } = await monday()
    await told.targets('2026-11', { 'Li Na': { visits: 3n }, 'Wang Wei': { visits: 3n } })
    const chen = await team.actor('Chen')
    await removeMember(world.app, chen, { name: 'Li Na' })
    world.moveTo('2026-11-24T08:30[Asia/Shanghai]')
    await setMember(world.app, await team.actor('Chen'), 'W', { name: 'Li Na' }, undefined, Temporal.PlainDate.from('2026-11-26'))
    expect((await morning('2026-11-25'))?.members.map(({ name }) => name)).toEqual(['Wang Wei'])
    expect((await morning('2026-11-26'))?.members.map(({ name }) => name)).toEqual(['Wang Wei', 'Li Na'])
  })

  test('with nothing to say is not sent', async () => {
    const { told, team, morning } = await monday()
    const publish = () => told.inStore((store) => publishMorning(store, team.team, date('2026-11-23')))
    expect(await publish()).toBe(false)
    await told.targets('2026-11', { 'Li Na': { visits: 0n } })
    expect([await morning(), await publish()]).toEqual([undefined, false])
    expect(await told.outbox()).toEqual([])
  })

  test('goes out once, in the team’s language and to its conversation, and says when it is late', async () => {
    const { told, team } = await monday({ language: 'zh-CN' })
    await told.targets('2026-11', { 'Li Na': { visits: 3n } })
    const publish = (lateMinutes?: number) => told.inStore((store) => publishMorning(store, team.team, date('2026-11-23'), lateMinutes))
    await publish(45)
    await told.targets('2026-11', { 'Li Na': { visits: 4n } })
    await publish()
    expect(await told.outbox()).toMatchObject([
      {
        key: `morning:${team.team.id}:2026-11-23`,
        to: expect.stringContaining(team.team.home.conversation),
        language: 'zh-CN',
        post: { lateMinutes: 45, members: [{ goals: [{ amount: 3n }] }] },
      },
    ])
  })
})
