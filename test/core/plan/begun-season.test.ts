import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { CALENDAR_YEAR } from '../../../src/core/calendar/fiscal-year.js'
import { parsePeriod } from '../../../src/core/calendar/period.js'
import { workingCalendar } from '../../../src/core/calendar/working-calendar.js'
import { begunSeason } from '../../../src/core/plan/begun-season.js'
import { planMonths } from '../../../src/core/plan/plan-months.js'

/** 22, 21 and 22 weekdays; from Wednesday 15 April on April has 12 left. */
const period = parsePeriod('2026-Q2', CALENDAR_YEAR)
if (period === undefined) throw new Error('no period')
const months = planMonths(period, CALENDAR_YEAR)
const calendar = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const season = { '2026-04': 60n, '2026-05': 70n, '2026-06': 80n }
const weights = (on: string, past = {}) => begunSeason(season, months, calendar, Temporal.PlainDate.from(on), past)

test.each([
  { where: 'before the period', on: '2026-03-20', weights: season },
  { where: 'on its first day', on: '2026-04-01', weights: season },
  { where: 'on a month’s first working day', on: '2026-05-01', weights: season },
  { where: 'within its first month', on: '2026-04-15', weights: { '2026-04': 60n * 11n, '2026-05': 70n * 6n, '2026-06': 80n * 6n } },
  { where: 'after the last working day of a month', on: '2026-05-30', weights: season },
])('a plan that begins $where', ({ on, weights: wanted }) => expect(weights(on)).toEqual(wanted))

test('what was asked before stays, and the rest of the month comes to the rest of its number', () => {
  expect(weights('2026-04-15', { '2026-04': 24n })).toEqual({ '2026-04': 36n * 11n, '2026-05': 70n * 6n, '2026-06': 80n * 6n })
  expect(weights('2026-04-15', { '2026-04': 90n })).toMatchObject({ '2026-04': 0n })
})

test('numbers too long for a plan’s weights stay as they are', () => {
  const long = { '2026-04': 10n ** 17n, '2026-05': 1n, '2026-06': 1n }
  expect(begunSeason(long, months, calendar, Temporal.PlainDate.from('2026-04-15'), {})).toBe(long)
})
