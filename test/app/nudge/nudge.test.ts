import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishNudges } from '../../../src/app/nudge/publish.js'
import { newId } from '../../../src/store/new-id.js'
import { speaker } from '../../support/speaker.js'
import { openWorld, type TeamOptions, type World } from '../../support/world.js'
import { season } from '../review/season.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const PEOPLE = { 'Li Na': 'rep', 'Wang Wei': 'rep', Zhou: 'spectator', Chen: 'manager' } as const
const TODAY = Temporal.PlainDate.from('2026-11-24')

async function tuesday(options: TeamOptions = {}) {
  world.moveTo('2026-11-24T18:00[Asia/Shanghai]')
  const team = await world.team({ joinedOn: '2026-01-01', people: PEOPLE, ...options })
  const told = season(world, team)
  await told.targets('2026-11', { 'Li Na': { visits: 3n }, 'Wang Wei': { visits: 3n }, Zhou: { visits: 3n } })
  const names = new Map(Object.entries(team.members).map(([name, { externalId }]) => [externalId, name]))
  return {
    team,
    told,
    nudge: (form: 'midday' | 'evening') => told.inStore((store) => publishNudges(store, team.team, TODAY, form)),
    /** Who was reminded of which form, in the order of sending. */
    async reminded(): Promise<string[]> {
      return (await told.outbox()).map(({ to, post }) => `${names.get(to.split('@')[1] ?? '')}: ${(post as { form: string }).form}`)
    },
  }
}

describe('reminders', () => {
  test('are in the language of whoever was put into the team by name and has written a first word since', async () => {
    const { told, nudge, team } = await tuesday({ platform: 'telegram' })
    const li = speaker(world, team, 'Li Na', 'zh-CN')
    await li.types('/target', li.privately)
    await nudge('evening')
    const languages = (await told.outbox()).map(({ to, language }) => [to.split('@')[1], language])
    expect(Object.fromEntries(languages)).toEqual({
      [team.members['Li Na']?.externalId ?? '']: 'zh-CN',
      [team.members['Wang Wei']?.externalId ?? '']: 'en',
    })
  })

  test('go to those who are asked for something and were not heard from, in private', async () => {
    const { told, nudge, reminded, team } = await tuesday()
    await told.checkIn('Li Na', '2026-11-24', 'evening')
    expect(await nudge('evening')).toBe(true)
    expect(await reminded()).toEqual(['Wang Wei: evening'])
    expect((await told.outbox())[0]).toMatchObject({
      to: `playground:${team.team.home.workspace}:@${team.members['Wang Wei']?.externalId}`,
      post: { kind: 'nudge', teamId: team.team.id, team: 'East', on: '2026-11-24', form: 'evening' },
      language: 'en',
    })
  })

  test('come once for each form', async () => {
    const { nudge, reminded } = await tuesday()
    await nudge('midday')
    await nudge('midday')
    await nudge('evening')
    await nudge('evening')
    expect(await reminded()).toEqual(['Li Na: midday', 'Wang Wei: midday', 'Li Na: evening', 'Wang Wei: evening'])
  })

  test.each([
    { answered: 'morning', midday: true, evening: true },
    { answered: 'midday', midday: false, evening: true },
    { answered: 'evening', midday: false, evening: false },
  ] as const)('who answered the $answered is asked for what comes after it only', async ({ answered, midday, evening }) => {
    const { told, nudge, reminded } = await tuesday()
    await told.checkIn('Wang Wei', '2026-11-24', 'evening')
    await told.checkIn('Li Na', '2026-11-24', answered)
    expect(await nudge('midday')).toBe(midday)
    expect(await nudge('evening')).toBe(evening)
    expect(await reminded()).toEqual([...(midday ? ['Li Na: midday'] : []), ...(evening ? ['Li Na: evening'] : [])])
  })

  test.each([
    { loggedAt: '10:00', midday: false, evening: true },
    { loggedAt: '17:30', midday: false, evening: false },
  ])('who has brought the day’s numbers by /log at $loggedAt is spared until the next form', async ({ loggedAt, midday, evening }) => {
    const { told, nudge, reminded } = await tuesday()
    await told.checkIn('Wang Wei', '2026-11-24', 'evening')
    world.moveTo(`2026-11-24T${loggedAt}[Asia/Shanghai]`)
    await told.log('Li Na', '2026-11-24', { visits: 2n })
    expect(await nudge('midday')).toBe(midday)
    expect(await nudge('evening')).toBe(evening)
    expect(await reminded()).toEqual(evening ? ['Li Na: evening'] : [])
  })

  test('spare who is on leave, has left, looks on, or is asked for nothing today', async () => {
    const { told, nudge, reminded } = await tuesday({
      people: { ...PEOPLE, 'Zhao Lei': 'rep', 'Sun Li': 'rep' },
    })
    await told.targets('2026-11', { 'Li Na': { visits: 3n }, 'Wang Wei': { visits: 3n }, Zhou: { visits: 3n }, 'Zhao Lei': { visits: 0n } })
    await told.leave('Li Na', '2026-11-20', '2026-11-24')
    await told.inStore((store) =>
      store.teams.setStay(told.memberId('Wang Wei'), { joinedOn: TODAY.subtract({ days: 90 }), leftOn: TODAY.subtract({ days: 1 }) }),
    )
    expect(await nudge('evening')).toBe(false)
    expect(await reminded()).toEqual([])
  })

  test('reach a leaver to the last day and a joiner from the first, in the team’s zone', async () => {
    const { told, nudge, reminded } = await tuesday()
    const days = [TODAY.subtract({ days: 90 }), TODAY] as const
    await told.inStore((store) => store.teams.setStay(told.memberId('Li Na'), { joinedOn: days[0], leftOn: days[1] }))
    await told.inStore((store) => store.teams.setStay(told.memberId('Wang Wei'), { joinedOn: TODAY.add({ days: 1 }) }))
    await nudge('evening')
    expect(await reminded()).toEqual(['Li Na: evening'])
  })

  test('an answer to yesterday is none to today', async () => {
    const { told, nudge, reminded } = await tuesday()
    await told.checkIn('Li Na', '2026-11-23', 'evening')
    await nudge('evening')
    expect(await reminded()).toEqual(['Li Na: evening', 'Wang Wei: evening'])
  })

  test('are said in the person’s own language, else in the team’s', async () => {
    const { told, nudge } = await tuesday({ language: 'zh-CN' })
    await told.inStore((store) => store.people.setLanguage(told.personId('Wang Wei'), 'en'))
    await nudge('evening')
    expect((await told.outbox()).map(({ language }) => language)).toEqual(['zh-CN', 'en'])
  })

  test('reach a person through the team’s own workspace, else where they have an account', async () => {
    const { told, nudge, team } = await tuesday({ platform: 'slack' })
    const elsewhere = { platform: 'slack', externalId: `A${newId()}`, workspace: `W-elsewhere-${newId()}` }
    await told.inStore((store) => store.people.addIdentity(told.personId('Li Na'), elsewhere))
    await world.database.client.identity.updateMany({
      where: { personId: told.personId('Wang Wei') },
      data: { platform: 'telegram', workspace: 'bot-1', externalId: 'T7' },
    })
    await nudge('evening')
    expect((await told.outbox()).map(({ to }) => to)).toEqual([
      `slack:${team.team.home.workspace}:@${team.members['Li Na']?.externalId}`,
      'telegram:bot-1:@T7',
    ])
  })
})
