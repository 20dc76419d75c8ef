import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../src/core/calendar/working-calendar.js'
import { due, nextDue, type Occurrence, type Schedule } from '../../../src/core/schedule/due.js'
import { type ChosenPost, DEFAULT_RULES } from '../../../src/core/schedule/post-rule.js'

const instant = (iso: string) => Temporal.Instant.from(iso)
const time = (iso: string) => Temporal.PlainTime.from(iso)
const MONDAY_TO_FRIDAY = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const EVERY_DAY = workingCalendar({ weekdays: [1, 2, 3, 4, 5, 6, 7] })
const NEVER = workingCalendar({ weekdays: [] })
const CHINA = workingCalendar({ weekdays: [1, 2, 3, 4, 5], country: 'CN' })

const TIMES: Readonly<Record<ChosenPost, string>> = {
  morning: '09:00',
  midday: '13:00',
  evening: '18:00',
  weekly: '17:00',
  monthly: '09:30',
}
const KINDS: readonly ChosenPost[] = ['morning', 'midday', 'evening', 'weekly', 'monthly']

function schedule(
  zone: string,
  kinds: readonly ChosenPost[],
  calendar = MONDAY_TO_FRIDAY,
  times: Partial<Record<ChosenPost, string>> = {},
): Schedule {
  return { zone, calendar, posts: kinds.map((kind) => ({ kind, time: time(times[kind] ?? TIMES[kind]), on: DEFAULT_RULES[kind] })) }
}

const said = ({ kind, on, at, period }: Occurrence) => `${kind} ${on} ${at} ${period}`

describe('a week in Shanghai', () => {
  const shanghai = schedule('Asia/Shanghai', KINDS)

  test('a working day has its three, Friday the week, the first working day the month before', () => {
    expect(due(shanghai, instant('2026-10-30T00:00Z'), instant('2026-11-02T16:00Z')).map(said)).toEqual([
      'morning 2026-10-30 2026-10-30T01:00:00Z 2026-10-30',
      'midday 2026-10-30 2026-10-30T05:00:00Z 2026-10-30',
      'weekly 2026-10-30 2026-10-30T09:00:00Z 2026-W44',
      'evening 2026-10-30 2026-10-30T10:00:00Z 2026-10-30',
      'morning 2026-11-02 2026-11-02T01:00:00Z 2026-11-02',
      'monthly 2026-11-02 2026-11-02T01:30:00Z 2026-10',
      'midday 2026-11-02 2026-11-02T05:00:00Z 2026-11-02',
      'evening 2026-11-02 2026-11-02T10:00:00Z 2026-11-02',
    ])
  })

  test('the first instant is left out, the last is in', () => {
    const [before, at] = [instant('2026-11-02T00:59:59Z'), instant('2026-11-02T01:00Z')]
    expect(due(shanghai, before, at)).toHaveLength(1)
    expect(due(shanghai, at, at.add({ minutes: 1 }))).toHaveLength(0)
    expect(due(shanghai, at, at)).toHaveLength(0)
    expect(due(shanghai, at, before)).toHaveLength(0)
  })

  test('January reports December, and the week that ends in the new year keeps its own year', () => {
    const posts = due(schedule('Asia/Shanghai', ['weekly', 'monthly']), instant('2026-12-31T00:00Z'), instant('2027-01-05T00:00Z'))
    expect(posts.map(({ kind, on, period }) => `${kind} ${on} ${period}`)).toEqual([
      'monthly 2027-01-01 2026-12',
      'weekly 2027-01-01 2026-W53',
    ])
  })
})

describe('which day the week is reported', () => {
  test.each([
    { week: 'an ordinary one: Friday', from: '2026-11-16', calendar: MONDAY_TO_FRIDAY, on: ['2026-11-20'] },
    { week: 'Friday is free: Thursday', from: '2026-04-27', calendar: CHINA, on: ['2026-04-30'] },
    {
      week: 'Friday is free, Saturday is worked: Saturday',
      from: '2026-02-16',
      calendar: workingCalendar({ weekdays: [1, 2, 3, 4, 5], closed: ['2026-02-20'], open: ['2026-02-21'] }),
      on: ['2026-02-21'],
    },
    { week: 'Friday and Saturday are worked: Friday', from: '2026-05-04', calendar: CHINA, on: ['2026-05-08'] },
    { week: 'no working day in it: none', from: '2026-11-16', calendar: NEVER, on: [] },
  ])('$week', ({ from, calendar, on }) => {
    const start = instant(`${from}T00:00+08:00`)
    expect(due(schedule('Asia/Shanghai', ['weekly'], calendar), start, start.add({ hours: 168 })).map((post) => String(post.on))).toEqual(
      on,
    )
  })

  test('another weekday may be chosen', () => {
    const thursdays: Schedule = {
      ...schedule('Asia/Dubai', []),
      posts: [{ kind: 'weekly', time: time('17:00'), on: { every: 'week', weekday: 4 } }],
    }
    expect(due(thursdays, instant('2026-11-15T00:00Z'), instant('2026-11-22T00:00Z')).map(({ on }) => String(on))).toEqual(['2026-11-19'])
  })

  test('a month without a working day is passed over', () => {
    const closed = Array.from({ length: 31 }, (_, index) => `2026-08-${String(index + 1).padStart(2, '0')}`)
    const posts = due(
      schedule('Europe/Paris', ['monthly'], workingCalendar({ weekdays: [1, 2, 3, 4, 5], closed })),
      instant('2026-07-31T12:00Z'),
      instant('2026-09-30T12:00Z'),
    )
    expect(posts.map(({ on, period }) => `${on} ${period}`)).toEqual(['2026-09-01 2026-08'])
  })
})

describe('daylight saving', () => {
  test.each([
    {
      what: 'a skipped time comes an hour later',
      zone: 'America/New_York',
      morning: '02:30',
      from: '2026-03-08T05:00Z',
      at: ['2026-03-08T07:30:00Z'],
    },
    {
      what: 'a repeated time comes the first time',
      zone: 'America/New_York',
      morning: '01:30',
      from: '2026-11-01T04:00Z',
      at: ['2026-11-01T05:30:00Z'],
    },
    {
      what: 'Lord Howe skips half an hour',
      zone: 'Australia/Lord_Howe',
      morning: '02:15',
      from: '2026-10-03T13:30Z',
      at: ['2026-10-03T15:45:00Z'],
    },
    {
      what: 'Lord Howe repeats half an hour',
      zone: 'Australia/Lord_Howe',
      morning: '01:45',
      from: '2026-04-04T13:00Z',
      at: ['2026-04-04T14:45:00Z'],
    },
    {
      what: 'the hour on the wall stays the same',
      zone: 'Europe/Berlin',
      morning: '09:00',
      from: '2026-03-28T12:00Z',
      at: ['2026-03-29T07:00:00Z'],
    },
    {
      what: 'Casablanca turns back for Ramadan',
      zone: 'Africa/Casablanca',
      morning: '09:00',
      from: '2026-02-15T09:00Z',
      at: ['2026-02-16T09:00:00Z'],
    }, // UTC+1 until the 15th
  ])('$what', ({ zone, morning, from, at }) => {
    const start = instant(from)
    const posts = due(schedule(zone, ['morning'], EVERY_DAY, { morning }), start, start.add({ hours: 24 }))
    expect(posts.map((post) => String(post.at))).toEqual(at)
  })
})

const someSchedule = fc
  .record({
    zone: fc.constantFrom('America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Shanghai', 'Africa/Casablanca'),
    calendar: fc.constantFrom(MONDAY_TO_FRIDAY, EVERY_DAY, CHINA, NEVER),
    minutes: fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 5, maxLength: 5 }),
    kinds: fc.subarray([...KINDS]),
  })
  .map(
    ({ zone, calendar, minutes, kinds }): Schedule => ({
      zone,
      calendar,
      posts: kinds.map((kind, index) => ({ kind, time: time('00:00').add({ minutes: minutes[index] ?? 0 }), on: DEFAULT_RULES[kind] })),
    }),
  )

const YEAR_START = instant('2026-01-01T00:00Z')
const HOURS_IN_TWO_YEARS = 17_520
const someStart = fc.integer({ min: 0, max: HOURS_IN_TWO_YEARS * 60 }).map((minutes) => YEAR_START.add({ minutes }))

describe('whatever the schedule', () => {
  test('an interval cut anywhere has the same occurrences: none twice, none lost', () => {
    fc.assert(
      fc.property(someSchedule, someStart, fc.array(fc.integer({ min: 0, max: 20 * 1440 }), { maxLength: 6 }), (plan, from, cuts) => {
        const marks = [0, ...cuts, 20 * 1440].toSorted((a, b) => a - b).map((minutes) => from.add({ minutes }))
        const pieces = marks.slice(1).flatMap((to, index) => due(plan, marks[index] ?? from, to))
        expect(pieces.map(said)).toEqual(due(plan, from, from.add({ minutes: 20 * 1440 })).map(said))
      }),
    )
  })

  test('a kind comes at most once a date, on a working day, within the interval, in order', () => {
    fc.assert(
      fc.property(someSchedule, someStart, (plan, from) => {
        const to = from.add({ hours: 24 * 30 })
        const posts = due(plan, from, to)
        expect(new Set(posts.map(({ kind, on }) => `${kind} ${on}`)).size).toBe(posts.length)
        for (const [index, { on, at }] of posts.entries()) {
          expect(plan.calendar.isWorkingDay(on)).toBe(true)
          expect(Temporal.Instant.compare(at, from)).toBe(1)
          expect(Temporal.Instant.compare(at, to)).toBeLessThan(1)
          expect(Temporal.Instant.compare(at, posts[index - 1]?.at ?? from)).toBeGreaterThan(-1)
        }
      }),
    )
  })

  test('tick by tick and by looking for the next, the same instants come', () => {
    fc.assert(
      fc.property(someSchedule, someStart, (plan, from) => {
        const to = from.add({ hours: 24 * 12 })
        const found: string[] = []
        for (let next = nextDue(plan, from); next !== undefined && Temporal.Instant.compare(next, to) <= 0; next = nextDue(plan, next))
          found.push(String(next))
        expect(found).toEqual([...new Set(due(plan, from, to).map(({ at }) => String(at)))])
      }),
      { numRuns: 40 },
    )
  })
})

test('the next post is found over a long holiday, and none where there is none', () => {
  const closed = workingCalendar({ weekdays: [5] })
  expect(String(nextDue(schedule('Asia/Shanghai', ['monthly'], closed), instant('2026-11-10T00:00Z')))).toBe('2026-12-04T01:30:00Z')
  expect(nextDue(schedule('Asia/Shanghai', KINDS, NEVER), instant('2026-11-10T00:00Z'))).toBeUndefined()
  expect(nextDue(schedule('Asia/Shanghai', []), instant('2026-11-10T00:00Z'))).toBeUndefined()
})

test('an outage of thirty days is looked at day by day, not minute by minute', () => {
  let asked = 0
  const calendar = { isWorkingDay: (on: Temporal.PlainDate) => ++asked > 0 && on.dayOfWeek < 6 }
  expect(due(schedule('Europe/Berlin', KINDS, calendar), instant('2026-11-01T00:00Z'), instant('2026-12-01T00:00Z'))).toHaveLength(
    21 * 3 + 4 + 1,
  )
  expect(asked).toBeLessThan(600)
})
