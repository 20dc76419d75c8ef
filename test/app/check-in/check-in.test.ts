import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCheckInDay } from '../../../src/app/check-in/read-day.js'
import { submitCheckIn } from '../../../src/app/check-in/submit.js'
import { undoCheckIn } from '../../../src/app/check-in/undo.js'
import { openWorld, type World } from '../../support/world.js'
import { date, refused, TODAY, tuesday } from './tuesday.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('a check-in', () => {
  test('counts, and is posted under the morning’s post with the target beside each number', async () => {
    const { sends, counted, posts, promptKey, team } = await tuesday(world)
    const { checkIn, numbers, undoId } = await sends('Li Na', { visits: 4n, leads: 1n }, { notes: { success: 'A referral.' } })
    expect(checkIn).toMatchObject({ revision: 1, late: false, form: 'evening', notes: { success: 'A referral.' } })
    expect(undoId).toBeDefined()
    expect(numbers).toEqual([
      { metric: 'visits', currency: undefined, target: 3n, done: 4n },
      { metric: 'leads', currency: undefined, target: 2n, done: 1n },
    ])
    expect(await counted()).toEqual({ visits: 4n, leads: 1n })
    expect(await counted('Wang Wei')).toEqual({})
    expect(await posts()).toEqual([
      {
        key: `check-in:${checkIn.id}`,
        under: promptKey,
        replaces: null,
        lane: expect.stringContaining(team.team.home.conversation),
        post: {
          kind: 'check-in',
          name: 'Li Na',
          on: '2026-11-24',
          form: 'evening',
          numbers: [
            { metric: 'visits', amount: 4n, target: 3n },
            { metric: 'leads', amount: 1n, target: 2n },
          ],
          notes: { success: 'A referral.' },
          late: false,
          revision: 1,
        },
      },
    ])
  })

  test('of a day without a morning’s post stands by itself', async () => {
    const { sends, posts } = await tuesday(world)
    await sends('Li Na', { visits: 1n }, { on: '2026-11-23' })
    expect((await posts()).map(({ under, replaces }) => [under, replaces])).toEqual([[null, null]])
  })

  test('in the morning shows what the day asks: nothing is done yet', async () => {
    const { sends, posts } = await tuesday(world)
    await sends('Li Na', {}, { form: 'morning', notes: { 'key-customers': 'Huaxin' } })
    expect((await posts())[0]?.post?.numbers).toEqual([
      { metric: 'visits', amount: 3n, target: 3n },
      { metric: 'leads', amount: 2n, target: 2n },
    ])
  })

  test('reports a zero as a zero, and what was not spoken of not at all', async () => {
    const { sends, counted } = await tuesday(world)
    const { numbers } = await sends('Li Na', { visits: 0n })
    expect(await counted()).toEqual({ visits: 0n })
    expect(numbers.map(({ metric, done }) => [metric, done])).toEqual([
      ['visits', 0n],
      ['leads', undefined],
    ])
  })

  test('takes numbers that nobody asked for: money in the team’s currency', async () => {
    const { sends } = await tuesday(world)
    const { numbers } = await sends('Li Na', { revenue: 123_45n })
    expect(numbers[0]).toEqual({ metric: 'revenue', currency: 'CNY', target: null, done: 123_45n })
  })

  test('of another form of the same day is one of its own, over the same numbers', async () => {
    const { sends, counted, posts } = await tuesday(world)
    await sends('Li Na', { visits: 1n }, { form: 'midday', notes: { change: 'Call first.' } })
    await sends('Li Na', { visits: 3n })
    expect(await counted()).toEqual({ visits: 3n })
    expect((await posts()).map(({ post, replaces }) => [post?.form, replaces])).toEqual([
      ['midday', null],
      ['evening', null],
    ])
  })
})

describe('sent again', () => {
  test('with other numbers it corrects, and its post changes in place', async () => {
    const { sends, counted, posts } = await tuesday(world)
    const first = await sends('Li Na', { visits: 3n, leads: 2n }, { notes: { success: 'A referral.', failure: 'Too late.' } })
    const second = await sends('Li Na', { visits: 5n, leads: 2n }, { notes: { success: 'A referral.' } })
    const third = await sends('Li Na', { visits: 2n })
    expect([second.checkIn.id, third.checkIn.id]).toEqual([first.checkIn.id, first.checkIn.id])
    expect(third.checkIn).toMatchObject({ revision: 3, notes: {} })
    expect(await counted()).toEqual({ visits: 2n, leads: 2n })
    const key = `check-in:${first.checkIn.id}`
    expect((await posts()).map((post) => [post.key, post.replaces, post.under === null, post.post?.revision])).toEqual([
      [key, null, false, 1],
      [`${key}:2`, key, true, 2],
      [`${key}:3`, key, true, 3],
    ])
  })

  test('without a change it does nothing', async () => {
    const { sends, posts, told } = await tuesday(world)
    await sends('Li Na', { visits: 3n }, { notes: { success: 'A referral.' } })
    const again = await sends('Li Na', { visits: 3n }, { notes: { success: 'A referral.', failure: '  ' } })
    expect(again).toMatchObject({ checkIn: { revision: 1 }, undoId: undefined })
    expect(await posts()).toHaveLength(1)
    const { memberId } = { memberId: told.memberId('Li Na') }
    expect(await world.database.client.logEntry.count({ where: { memberId } })).toBe(1)
  })

  test('what was logged besides stays: a form’s totals are the day’s', async () => {
    const { sends, logs, counted, team } = await tuesday(world)
    await logs('Li Na', { visits: 2n })
    const { undoId } = await sends('Li Na', { visits: 3n })
    expect(await counted()).toEqual({ visits: 3n })
    await undoCheckIn(world.app, await team.actor('Li Na'), undoId ?? '')
    expect(await counted()).toEqual({ visits: 2n })
  })

  test('of two at once the second finds the first', async () => {
    const { sends, counted, posts, team } = await tuesday(world)
    const both = await Promise.all([sends('Li Na', { visits: 3n }), sends('Li Na', { visits: 3n })])
    expect(new Set(both.map(({ checkIn }) => checkIn.id)).size).toBe(1)
    expect(await counted()).toEqual({ visits: 3n })
    expect(await posts()).toHaveLength(1)
    await Promise.all([sends('Wang Wei', { visits: 4n }), sends('Wang Wei', { visits: 5n })])
    expect([4n, 5n]).toContain((await counted('Wang Wei')).visits)
    expect(await world.database.client.checkIn.count({ where: { teamId: team.team.id } })).toBe(2)
  })
})

describe('words', () => {
  test('come on top of what is there, and notes below those that are there', async () => {
    const { sends, says, counted } = await tuesday(world)
    await sends('Li Na', { visits: 3n, leads: 2n }, { notes: { note: 'Price objection.' } })
    const { checkIn, numbers } = await says('Li Na', { visits: 2n }, { notes: { note: 'One trial order.' } })
    expect(numbers.find(({ metric }) => metric === 'visits')?.done).toBe(5n)
    expect(await counted()).toEqual({ visits: 5n, leads: 2n })
    expect(checkIn.notes).toEqual({ note: 'Price objection.\nOne trial order.' })
  })

  test('that are delivered again count once, notes of several lines too', async () => {
    const { says, counted, posts } = await tuesday(world)
    const said = { notes: { note: 'Price objection.\nAsked for a trial.' }, source: 'words:event-7' }
    await says('Li Na', { visits: 3n }, { notes: { note: 'Rain all day.' } })
    await says('Li Na', { visits: 2n }, said)
    const again = await says('Li Na', { visits: 2n }, said)
    expect(again).toMatchObject({ undoId: undefined, checkIn: { revision: 2 } })
    expect(again.checkIn.notes).toEqual({ note: 'Rain all day.\nPrice objection.\nAsked for a trial.' })
    expect(await counted()).toEqual({ visits: 5n })
    expect(await posts()).toHaveLength(2)
  })

  test('without numbers, delivered again, are a note once', async () => {
    const { says } = await tuesday(world)
    const said = { notes: { note: 'Price objection.\nAsked for a trial.' }, source: 'words:event-8' }
    await says('Li Na', {}, said)
    await says('Li Na', {}, { notes: { note: 'Later.' } })
    expect((await says('Li Na', {}, said)).checkIn.notes).toEqual({ note: 'Price objection.\nAsked for a trial.\nLater.' })
  })
})

describe('in time', () => {
  test.each([
    { at: '2026-11-24T19:59', late: false },
    { at: '2026-11-24T20:00', late: true },
    { at: '2026-11-25T11:59', late: true },
    { at: '2026-11-30T09:00', late: true },
  ])('at $at the 24th is late: $late', async ({ at, late }) => {
    const { sends, posts } = await tuesday(world)
    world.moveTo(`${at}[Asia/Shanghai]`)
    expect((await sends('Li Na', { visits: 3n })).checkIn.late).toBe(late)
    expect((await posts())[0]?.post?.late).toBe(late)
  })

  test('a correction makes no answer late, nor an answer in time', async () => {
    const { sends } = await tuesday(world)
    await sends('Li Na', { visits: 3n })
    world.moveTo('2026-11-25T09:00[Asia/Shanghai]')
    expect((await sends('Li Na', { visits: 4n })).checkIn).toMatchObject({ late: false, revision: 2 })
    await sends('Wang Wei', { visits: 3n })
    expect((await sends('Wang Wei', { visits: 4n })).checkIn).toMatchObject({ late: true, revision: 2 })
  })

  test('a day’s number is not reported before the day, but tomorrow’s morning may be answered today', async () => {
    const { sends, posts } = await tuesday(world)
    for (const form of ['midday', 'evening'] as const)
      expect(await refused(sends('Li Na', { visits: 3n }, { on: '2026-11-25', form }))).toBe('check-in-ahead')
    expect(await refused(sends('Li Na', {}, { on: '2026-11-26', form: 'morning' }))).toBe('check-in-ahead')
    const tomorrow = await sends('Li Na', {}, { on: '2026-11-25', form: 'morning', notes: { 'key-customers': 'Huaxin' } })
    expect(tomorrow.checkIn).toMatchObject({ late: false, form: 'morning' })
    expect((await posts()).map(({ under }) => under)).toEqual([null])
  })

  test('the day is the team’s own: at 23:30 UTC Shanghai has tomorrow’s', async () => {
    const { sends } = await tuesday(world)
    world.moveTo('2026-11-24T23:30:00Z')
    expect((await sends('Li Na', { visits: 3n }, { on: '2026-11-25' })).checkIn.late).toBe(false)
    world.moveTo('2026-11-25T16:00:00Z')
    expect((await sends('Li Na', { visits: 3n }, { on: '2026-11-26' })).checkIn.late).toBe(false)
  })

  test('a past day can be filled in until its month is closed; today always', async () => {
    const { sends, closeMonth, counted } = await tuesday(world)
    await sends('Li Na', { visits: 3n }, { on: '2026-10-30' })
    expect(await counted('Li Na', '2026-10-30')).toEqual({ visits: 3n })
    await closeMonth('2026-10')
    expect(await refused(sends('Li Na', { visits: 4n }, { on: '2026-10-30' }))).toBe('check-in-closed')
    await sends('Li Na', { visits: 4n }, { on: '2026-11-02' })
    await closeMonth('2026-11')
    await sends('Li Na', { visits: 3n })
    expect(await refused(sends('Li Na', { visits: 4n }, { on: '2026-11-23' }))).toBe('check-in-closed')
    expect(await counted('Li Na', '2026-10-30')).toEqual({ visits: 3n })
  })
})

describe('who', () => {
  test('is on leave is not recorded, and comes back to an open day', async () => {
    const { sends, told } = await tuesday(world)
    await told.leave('Li Na', '2026-11-23', '2026-11-24')
    expect(await refused(sends('Li Na', { visits: 3n }))).toBe('check-in-on-leave')
    expect(await refused(sends('Li Na', { visits: 3n }, { on: '2026-11-23' }))).toBe('check-in-on-leave')
    expect((await sends('Li Na', { visits: 3n }, { on: '2026-11-20' })).checkIn.late).toBe(true)
  })

  test('looks on has nothing to report', async () => {
    const { sends } = await tuesday(world)
    expect(await refused(sends('Zhou', { visits: 3n }))).toBe('members-only')
    expect((await sends('Chen', { visits: 1n })).numbers).toEqual([{ metric: 'visits', currency: undefined, target: null, done: 1n }])
  })
})

describe('an evening’s lessons', () => {
  const notes = { success: 'Payback in nine months.', failure: 'Sent the offer too late.', improvement: 'Send it the same evening.' }

  test('go into the case library and to the next morning', async () => {
    const { sends, cases, improvements } = await tuesday(world)
    await sends('Li Na', { visits: 3n }, { notes })
    expect((await cases()).map(({ kind, words, on }) => [kind, words, on.toString()]).toSorted()).toEqual([
      ['failure', notes.failure, '2026-11-24'],
      ['success', notes.success, '2026-11-24'],
    ])
    expect((await improvements()).map(({ words, doneOn }) => [words, doneOn])).toEqual([[notes.improvement, undefined]])
  })

  test('follow a correction, and go when they are no longer told', async () => {
    const { sends, cases, improvements } = await tuesday(world)
    await sends('Li Na', { visits: 3n }, { notes })
    await sends('Li Na', { visits: 3n }, { notes: { success: 'Payback in eight months.', improvement: 'Call before ten.' } })
    expect((await cases()).map(({ kind, words }) => [kind, words])).toEqual([['success', 'Payback in eight months.']])
    expect((await improvements()).map(({ words }) => words)).toEqual(['Call before ten.'])
    await sends('Li Na', { visits: 3n })
    expect([await cases(), await improvements()]).toEqual([[], []])
  })

  test('that are kept stay kept: a promise that was met is not promised anew by another number', async () => {
    const { sends, improvements, told } = await tuesday(world)
    await sends('Li Na', { visits: 3n }, { notes })
    await told.settle(notes.improvement, '2026-11-25')
    world.moveTo('2026-11-25T10:00[Asia/Shanghai]')
    await sends('Li Na', { visits: 4n }, { notes })
    expect((await improvements()).map(({ doneOn }) => doneOn?.toString())).toEqual(['2026-11-25'])
  })

  test('are the evening’s only', async () => {
    const { sends, cases, improvements } = await tuesday(world)
    await sends('Li Na', {}, { form: 'midday', notes: { change: 'Call first.' } })
    await sends('Li Na', {}, { form: 'morning', notes: { 'key-customers': 'Huaxin' } })
    expect([await cases(), await improvements()]).toEqual([[], []])
  })
})

describe('undone', () => {
  test('a day’s first is taken back whole: its numbers, its lessons and its post', async () => {
    const { sends, logs, counted, posts, cases, improvements, team } = await tuesday(world)
    await logs('Li Na', { leads: 1n })
    const { checkIn, undoId } = await sends('Li Na', { visits: 3n, leads: 2n }, { notes: { success: 'A referral.', improvement: 'Call.' } })
    const li = await team.actor('Li Na')
    expect(await undoCheckIn(world.app, li, undoId ?? '')).toEqual({ on: TODAY, outcome: 'taken-back' })
    expect(await counted()).toEqual({ leads: 1n })
    expect([await cases(), await improvements()]).toEqual([[], []])
    const key = `check-in:${checkIn.id}`
    expect((await posts()).at(-1)).toMatchObject({ key: `${key}:1:taken-back`, replaces: key, post: { takenBack: true, notes: {} } })
    expect(await refused(undoCheckIn(world.app, li, undoId ?? ''))).toBe('undo-gone')
  })

  test('then nothing was reported, and a new one is posted anew', async () => {
    const { sends, posts, promptKey, team } = await tuesday(world)
    const first = await sends('Li Na', { visits: 3n })
    const li = await team.actor('Li Na')
    await undoCheckIn(world.app, li, first.undoId ?? '')
    const day = await readCheckInDay(world.app, li, TODAY, 'evening')
    expect(day.isNew).toBe(true)
    expect(day.numbers.map(({ metric, target, done }) => [metric, target, done])).toEqual([
      ['visits', 3n, undefined],
      ['leads', 2n, undefined],
    ])
    const second = await sends('Li Na', { visits: 3n })
    expect((await posts()).map(({ key, under }) => [key, under])).toEqual([
      [`check-in:${first.checkIn.id}`, promptKey],
      [`check-in:${first.checkIn.id}:1:taken-back`, null],
      [`check-in:${second.checkIn.id}`, promptKey],
    ])
  })

  test('a correction gives back what was there, words and lessons too', async () => {
    const { sends, says, counted, cases, team } = await tuesday(world)
    await sends('Li Na', { visits: 3n }, { notes: { success: 'A referral.' } })
    const more = await says('Li Na', { visits: 2n }, { notes: { success: 'A second one.' } })
    expect((await cases()).map(({ words }) => words)).toEqual(['A referral.\nA second one.'])
    await undoCheckIn(world.app, await team.actor('Li Na'), more.undoId ?? '')
    expect(await counted()).toEqual({ visits: 3n })
    expect((await cases()).map(({ words }) => words)).toEqual(['A referral.'])
  })

  test('is refused to others, after a change, after a day, and once the month is closed', async () => {
    const { sends, closeMonth, counted, team } = await tuesday(world)
    const first = await sends('Li Na', { visits: 3n }, { on: '2026-11-23' })
    const wang = await team.actor('Wang Wei')
    expect(await refused(undoCheckIn(world.app, wang, first.undoId ?? ''))).toBe('undo-gone')
    const second = await sends('Li Na', { visits: 4n }, { on: '2026-11-23' })
    const li = await team.actor('Li Na')
    expect(await refused(undoCheckIn(world.app, li, first.undoId ?? ''))).toBe('undo-changed-since')
    await closeMonth('2026-11')
    expect(await refused(undoCheckIn(world.app, li, second.undoId ?? ''))).toBe('check-in-closed')
    const today = await sends('Li Na', { visits: 1n })
    world.moveTo('2026-11-25T17:30[Asia/Shanghai]')
    expect(await refused(undoCheckIn(world.app, await team.actor('Li Na'), today.undoId ?? ''))).toBe('undo-gone')
    expect(await counted('Li Na', '2026-11-23')).toEqual({ visits: 4n })
  })
})

test('of another team’s member nothing is touched', async () => {
  const here = await tuesday(world)
  const there = await tuesday(world)
  const { undoId } = await here.sends('Li Na', { visits: 3n })
  expect(await refused(undoCheckIn(world.app, await there.team.actor('Li Na'), undoId ?? ''))).toBe('undo-gone')
  const li = await there.team.actor('Li Na')
  await submitCheckIn(world.app, li, { on: date('2026-11-24'), form: 'evening', numbers: [], numbersAre: 'totals', notes: {}, source: 'x' })
  expect(await there.counted()).toEqual({})
  expect(await here.counted()).toEqual({ visits: 3n })
})
