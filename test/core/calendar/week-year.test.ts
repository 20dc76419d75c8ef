import { describe, expect, test } from 'vitest'
import { monthsOfFiscalYear } from '../../../src/core/calendar/fiscal-year.js'
import { RETAIL_CALENDAR, startOfWeekYear, type WeekCalendar, weeksOfMonths } from '../../../src/core/calendar/week-year.js'

const isoStart = (year: number, calendar: WeekCalendar) => startOfWeekYear(year, calendar).toString()
const weeksOf = (year: number, calendar: WeekCalendar) => weeksOfMonths(year, calendar).reduce((sum, weeks) => sum + weeks, 0)

/** From the last Saturday of September, named by the year it ends in: as Apple's annual reports (10-K) say of theirs. */
const LAST_SATURDAY: WeekCalendar = { ...RETAIL_CALENDAR, startMonth: 10, yearEnds: 'last', yearName: 'end' }

describe("the National Retail Federation's 4-5-4 calendar", () => {
  test('years of 53 weeks are 2006, 2012, 2017, 2023 and 2028', () => {
    const years = Array.from({ length: 28 }, (_, index) => 2002 + index)
    expect(years.filter((year) => weeksOf(year, RETAIL_CALENDAR) === 53)).toEqual([2006, 2012, 2017, 2023, 2028])
    expect(new Set(years.map((year) => weeksOf(year, RETAIL_CALENDAR)))).toEqual(new Set([52, 53]))
  })

  test.each([
    { year: 2017, start: '2017-01-29' },
    { year: 2018, start: '2018-02-04' },
    { year: 2023, start: '2023-01-29' },
    { year: 2024, start: '2024-02-04' },
    { year: 2025, start: '2025-02-02' },
    { year: 2026, start: '2026-02-01' },
  ])('retail year $year starts on $start', ({ year, start }) => expect(isoStart(year, RETAIL_CALENDAR)).toBe(start))

  test('the 53rd week makes January five weeks long', () => {
    expect(weeksOfMonths(2017, RETAIL_CALENDAR)).toEqual([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5])
    expect(weeksOfMonths(2018, RETAIL_CALENDAR)).toEqual([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4])
  })
})

test('a year that ends on the last Saturday of September, named by its end', () => {
  expect([2018, 2022, 2023, 2024, 2025].map((year) => isoStart(year, LAST_SATURDAY))).toEqual([
    '2017-10-01',
    '2021-09-26',
    '2022-09-25',
    '2023-10-01',
    '2024-09-29',
  ])
  expect([2016, 2017, 2022, 2023, 2024].map((year) => weeksOf(year, LAST_SATURDAY))).toEqual([52, 53, 52, 53, 52])
})

test('a year of ISO weeks begins where ISO says', () => {
  const iso: WeekCalendar = { ...RETAIL_CALENDAR, layout: '4-4-5', startMonth: 1, weekStart: 'monday' }
  expect([2020, 2021, 2026, 2027].map((year) => isoStart(year, iso))).toEqual(['2019-12-30', '2021-01-04', '2025-12-29', '2027-01-04'])
  expect([2020, 2021, 2026].map((year) => weeksOf(year, iso))).toEqual([53, 52, 53])
})

test('of thirteen months the last quarter has four', () => {
  const months = monthsOfFiscalYear(2026, { ...RETAIL_CALENDAR, layout: '13x4' })
  expect(months.map(({ quarter }) => quarter)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3])
})
