import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR } from '../../../src/core/calendar/fiscal-year.js'
import { parsePeriod } from '../../../src/core/calendar/period.js'
import { workingCalendar } from '../../../src/core/calendar/working-calendar.js'
import { monthWorkings, shareWorkings } from '../../../src/core/plan/workings.js'

const date = (iso: string) => Temporal.PlainDate.from(iso)
const calendar = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })

function quarter() {
  const period = parsePeriod('2026-Q4', CALENDAR_YEAR)
  if (period === undefined) throw new RangeError('no period')
  return period
}

/** The last quarter of 2026 has 22, 21 and 23 weekdays: 66. */
describe('the last quarter of 2026', () => {
  const weights = (more: Partial<Parameters<typeof monthWorkings>[0]>, from = '2026-10-01') => {
    const months = monthWorkings({ period: quarter(), ...more }, calendar, date(from))
    const all = months.reduce((sum, { weight }) => sum + weight, 0n)
    return months.map(({ weight, workingDays }) => [Number((weight * 1000n) / all), workingDays])
  }

  test.each([
    { by: 'working days', more: {}, shares: [333, 318, 348] },
    { by: 'season', more: { months: { '2026-10': 1n, '2026-11': 2n, '2026-12': 1n } }, shares: [250, 500, 250] },
    { by: 'phases', more: { phases: [30n, 40n, 30n] as const }, shares: [300, 400, 300] },
  ])('falls on its months by $by', ({ more, shares }) => {
    expect(weights(more)).toEqual([
      [shares[0], 22],
      [shares[1], 21],
      [shares[2], 23],
    ])
  })

  test('from the 17th of November on, by the ten days left of that month and all of December', () => {
    expect(weights({}, '2026-11-17')).toEqual([
      [0, 0],
      [303, 10],
      [696, 23],
    ])
  })
})

test('ten among three: the odd one is the first of equals, who was raised', () => {
  const members = ['a', 'b', 'c'].map((member) => ({ member, weight: 1n, calendar }))
  expect(
    shareWorkings({ metric: 'deals', amount: 10n, period: quarter(), members }).map(({ member, part, isRaised }) => [
      member,
      part,
      isRaised,
    ]),
  ).toEqual([
    ['a', 4n, true],
    ['b', 3n, false],
    ['c', 3n, false],
  ])
})

test('who joins after a third of the days counts for two thirds', () => {
  const members = [
    { member: 'a', weight: 1n, calendar },
    { member: 'late', weight: 3n, calendar, joinedOn: date('2026-11-02') },
  ]
  expect(shareWorkings({ metric: 'deals', amount: 300n, period: quarter(), members })).toEqual([
    { member: 'a', weight: 1n, presence: { num: 1n, den: 1n }, part: 100n, isRaised: false },
    { member: 'late', weight: 3n, presence: { num: 2n, den: 3n }, part: 200n, isRaised: false },
  ])
})
