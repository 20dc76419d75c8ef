import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runDue } from '../../../src/app/schedule/run-due.js'
import { changeTeam } from '../../../src/app/team/settings.js'
import type { TeamSchedule } from '../../../src/store/team-settings.js'
import { openWorld, type TeamOptions, type TeamWorld, type World } from '../../support/world.js'
import { season } from '../review/season.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
// The clock sees all teams there are: those of the test before sleep.
beforeEach(() => world.database.client.team.updateMany({ data: { nextDueAt: null } }))

const noErrors = (teamId: string, error: unknown) => {
  throw new Error(`Posts of ${teamId} failed`, { cause: error })
}

/** Moves the clock and lets it tick. @returns what was decided: "morning 2026-11-24 posted" */
async function tick(at: string, onError: Parameters<typeof runDue>[1] = noErrors): Promise<string[]> {
  world.moveTo(at)
  const { occurrences } = await runDue(world.app, onError)
  return occurrences.map(({ kind, on, outcome }) => `${kind} ${on} ${outcome}`)
}

/** A team made at an instant, with 3 visits a weekday for Li Na in the months given. */
async function aTeam(at: string, months: readonly string[], options: TeamOptions = {}) {
  world.moveTo(at)
  const team = await world.team({ joinedOn: '2026-01-01', ...options })
  const told = season(world, team)
  for (const month of months) await told.targets(month, { 'Li Na': { visits: 3n } })
  return { team, told }
}

async function changeSchedule({ team, actor }: TeamWorld, schedule: TeamSchedule): Promise<void> {
  const { name, zone, language, currency, weekdays, settings } = team
  const chen = await actor('Chen')
  const change = { name, zone, language, currency, weekdays: [...weekdays], country: team.country ?? '', schedule, board: settings.board }
  await changeTeam(world.app, { ...chen, team }, change as Parameters<typeof changeTeam>[2])
}

describe('the clock', () => {
  test('posts a day’s posts at their times, each once', async () => {
    const { told } = await aTeam('2026-11-23T08:00[Asia/Shanghai]', ['2026-11'])
    expect(await tick('2026-11-23T08:59[Asia/Shanghai]')).toEqual([])
    expect(await tick('2026-11-23T09:00[Asia/Shanghai]')).toEqual(['morning 2026-11-23 posted'])
    expect(await tick('2026-11-23T09:01[Asia/Shanghai]')).toEqual([])
    expect(await tick('2026-11-23T13:00[Asia/Shanghai]')).toEqual(['midday 2026-11-23 posted'])
    expect(await tick('2026-11-23T18:00[Asia/Shanghai]')).toEqual(['evening 2026-11-23 posted'])
    expect(await tick('2026-11-24T08:00[Asia/Shanghai]')).toEqual([])
    expect(
      (await told.outbox()).map(({ key }) =>
        key
          .split(':')
          .slice(0, 2)
          .join(':')
          .replace(/:.{16}$/, ''),
      ),
    ).toEqual(['morning', 'nudge:midday', 'nudge:evening'])
  })

  test('records what there was nothing to say about', async () => {
    const { told } = await aTeam('2026-11-23T08:00[Asia/Shanghai]', [])
    expect(await tick('2026-11-23T09:00[Asia/Shanghai]')).toEqual(['morning 2026-11-23 nothing-to-say'])
    expect(await told.outbox()).toEqual([])
  })

  test('of two that tick at once decides once', async () => {
    const { told } = await aTeam('2026-11-23T08:00[Asia/Shanghai]', ['2026-11'])
    world.moveTo('2026-11-23T09:00[Asia/Shanghai]')
    const both = await Promise.all([runDue(world.app, noErrors), runDue(world.app, noErrors)])
    expect(both.flatMap(({ occurrences }) => occurrences)).toHaveLength(1)
    expect(await told.outbox()).toHaveLength(1)
  })

  test('serves many teams, in batches', async () => {
    for (let index = 0; index < 52; index += 1) await aTeam('2026-11-23T08:00[Asia/Shanghai]', [])
    expect(await tick('2026-11-23T09:00[Asia/Shanghai]')).toHaveLength(52)
    expect(await tick('2026-11-23T09:01[Asia/Shanghai]')).toEqual([])
  })

  test('lets a team whose posts fail wait, and the others go on', async () => {
    const broken = await aTeam('2026-11-23T08:00[Asia/Shanghai]', ['2026-11'])
    const { told } = await aTeam('2026-11-23T08:00[Asia/Shanghai]', ['2026-11'])
    const setZone = (zone: string) => world.database.client.team.updateMany({ where: { id: broken.team.team.id }, data: { zone } })
    await setZone('Nowhere/Land')
    const failed: string[] = []
    expect(await tick('2026-11-23T09:00[Asia/Shanghai]', (teamId) => failed.push(teamId))).toEqual(['morning 2026-11-23 posted'])
    expect(failed).toEqual([broken.team.team.id])
    expect([(await told.outbox()).length, (await broken.told.outbox()).length]).toEqual([1, 0])

    await setZone('Asia/Shanghai')
    expect(await tick('2026-11-23T09:04[Asia/Shanghai]')).toEqual([])
    expect(await tick('2026-11-23T09:05[Asia/Shanghai]')).toEqual(['morning 2026-11-23 posted'])
    expect((await broken.told.outbox())[0]?.post).not.toHaveProperty('lateMinutes')
  })
})

describe('after an outage', () => {
  test('what is still of use comes with a note, what is not is left out and recorded', async () => {
    const { team, told } = await aTeam('2026-11-23T08:00[Asia/Shanghai]', ['2026-11'])
    expect(await tick('2026-11-23T14:29[Asia/Shanghai]')).toEqual(['morning 2026-11-23 stale', 'midday 2026-11-23 posted'])
    expect(await tick('2026-11-24T10:30[Asia/Shanghai]')).toEqual(['evening 2026-11-23 stale', 'morning 2026-11-24 posted'])
    const mornings = (await told.outbox()).filter(({ key }) => key.startsWith('morning:'))
    expect(mornings.map(({ post }) => post)).toMatchObject([{ on: '2026-11-24', lateMinutes: 90 }])
    expect(await tick('2026-11-24T18:10[Asia/Shanghai]')).toEqual(['midday 2026-11-24 stale', 'evening 2026-11-24 posted'])
    const decided = await world.database.client.occurrence.findMany({ where: { teamId: team.team.id }, orderBy: { dueAt: 'asc' } })
    expect(decided.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      'morning stale',
      'midday posted',
      'evening stale',
      'morning posted',
      'midday stale',
      'evening posted',
    ])
  })

  test('ten minutes are not worth a word', async () => {
    const { told } = await aTeam('2026-11-23T08:00[Asia/Shanghai]', ['2026-11'])
    await tick('2026-11-23T09:10[Asia/Shanghai]')
    expect((await told.outbox())[0]?.post).not.toHaveProperty('lateMinutes')
  })

  test('of a weekend the week’s post comes on Monday, late, and the days’ do not', async () => {
    const { told } = await aTeam('2026-11-20T16:00[Asia/Shanghai]', ['2026-11'])
    await told.log('Li Na', '2026-11-18', { visits: 5n })
    expect(await tick('2026-11-23T09:00[Asia/Shanghai]')).toEqual([
      'weekly 2026-11-20 posted',
      'evening 2026-11-20 stale',
      'morning 2026-11-23 posted',
    ])
    expect(
      (await told.outbox()).map(({ post }) => post as { kind: string; late?: boolean }).find(({ kind }) => kind === 'weekly')?.late,
    ).toBe(true)
  })
})

describe('a schedule that changes', () => {
  test('holds from then on: a post that is switched on does not come for the days before', async () => {
    const { team, told } = await aTeam('2026-11-16T08:00[Asia/Shanghai]', ['2026-11'])
    await changeSchedule(team, { evening: '18:00' })
    await told.log('Li Na', '2026-11-18', { visits: 5n })
    for (const day of [16, 17, 18, 19, 20]) await tick(`2026-11-${day}T18:00[Asia/Shanghai]`)
    world.moveTo('2026-11-23T10:00[Asia/Shanghai]')
    await changeSchedule(team, { morning: '09:00', evening: '18:00', weekly: '17:00', monthly: '09:30' })
    expect(await tick('2026-11-23T10:01[Asia/Shanghai]')).toEqual([])
    expect(await tick('2026-11-23T18:00[Asia/Shanghai]')).toEqual(['evening 2026-11-23 posted'])
    expect(await tick('2026-11-24T09:00[Asia/Shanghai]')).toEqual(['morning 2026-11-24 posted'])
  })

  test('loses nothing that was due before it', async () => {
    const { team } = await aTeam('2026-11-23T08:00[Asia/Shanghai]', ['2026-11'])
    world.moveTo('2026-11-23T09:05[Asia/Shanghai]')
    await changeSchedule(team, { morning: '09:00', evening: '18:00', weekly: '17:00' })
    expect(await tick('2026-11-23T09:06[Asia/Shanghai]')).toEqual(['morning 2026-11-23 posted'])
  })

  test('to a later hour of the same day says nothing twice', async () => {
    const { team, told } = await aTeam('2026-11-23T08:00[Asia/Shanghai]', ['2026-11'])
    await tick('2026-11-23T09:00[Asia/Shanghai]')
    await changeSchedule(team, { morning: '10:00' })
    await tick('2026-11-23T10:00[Asia/Shanghai]')
    expect(await told.outbox()).toHaveLength(1)
    expect(await world.database.client.occurrence.count({ where: { teamId: team.team.id } })).toBe(1)
  })

  test('to nothing at all sleeps until the quarter’s window opens, or it is set again', async () => {
    const { team } = await aTeam('2026-11-23T08:00[Asia/Shanghai]', ['2026-11'])
    await changeSchedule(team, {})
    expect(await tick('2026-11-24T09:00[Asia/Shanghai]')).toEqual([])
    const { nextDueAt } = await world.database.client.team.findUniqueOrThrow({ where: { id: team.team.id } })
    // Five working days are left in China's quarter then: 25 and 28 to 31 December.
    expect(nextDueAt?.toISOString()).toBe('2026-12-25T01:30:00.000Z')
    await changeSchedule(team, { morning: '09:30' })
    expect(await tick('2026-11-24T09:30[Asia/Shanghai]')).toEqual(['morning 2026-11-24 posted'])
  })
})

describe('the team’s own time', () => {
  test.each([
    { zone: 'Europe/Berlin', before: '2026-03-27T08:00:00Z', after: '2026-03-30T07:00:00Z', month: '2026-03' },
    { zone: 'America/New_York', before: '2026-10-30T13:00:00Z', after: '2026-11-02T14:00:00Z', month: '2026-10' },
    { zone: 'Asia/Shanghai', before: '2026-03-27T01:00:00Z', after: '2026-03-30T01:00:00Z', month: '2026-03' },
  ])('in $zone nine stays nine when the clocks change', async ({ zone, before, after, month }) => {
    const start = Temporal.Instant.from(before).subtract({ minutes: 30 }).toString()
    const { team } = await aTeam(start, [month, '2026-11'], { zone })
    await changeSchedule(team, { morning: '09:00' })
    const minuteBefore = (at: string) => Temporal.Instant.from(at).subtract({ minutes: 1 }).toString()
    expect(await tick(minuteBefore(before))).toEqual([])
    expect(await tick(before)).toHaveLength(1)
    expect(await tick(minuteBefore(after))).toEqual([])
    expect(await tick(after)).toHaveLength(1)
  })

  test('an hour that is skipped comes later that day, one that repeats comes once', async () => {
    // Every day of the week is worked here: clocks change on Sundays.
    const { team } = await aTeam('2026-03-28T20:00:00Z', [], { zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5, 6, 7] })
    await changeSchedule(team, { morning: '02:30' })
    expect(await tick('2026-03-29T01:29:00Z')).toEqual([])
    expect(await tick('2026-03-29T01:30:00Z')).toEqual(['morning 2026-03-29 nothing-to-say'])
    expect(await tick('2026-03-30T00:29:00Z')).toEqual([])
    world.moveTo('2026-10-24T20:00:00Z')
    await runDue(world.app, noErrors)
    expect(await tick('2026-10-25T00:30:00Z')).toEqual(['morning 2026-10-25 nothing-to-say'])
    expect(await tick('2026-10-25T01:30:00Z')).toEqual([])
  })

  test('nothing comes on a holiday, and the week is told on its last working day', async () => {
    const { team, told } = await aTeam('2026-09-28T08:00[Asia/Shanghai]', ['2026-09', '2026-10'], { country: 'CN' })
    await changeSchedule(team, { morning: '09:00', weekly: '17:00' })
    await told.log('Li Na', '2026-09-29', { visits: 5n })
    const said: string[] = []
    for (let on = Temporal.PlainDate.from('2026-09-28'); on.month < 11 && on.day !== 13; on = on.add({ days: 1 }))
      for (const time of ['09:00', '17:00']) said.push(...(await tick(`${on}T${time}[Asia/Shanghai]`)))
    // 1 to 7 October are free; Saturday the 10th makes up for one of them.
    expect(said.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
      'morning 2026-09-28',
      'morning 2026-09-29',
      'morning 2026-09-30',
      'weekly 2026-09-30',
      'morning 2026-10-08',
      'morning 2026-10-09',
      'weekly 2026-10-09',
      'morning 2026-10-10',
      'morning 2026-10-12',
    ])
  })
})
