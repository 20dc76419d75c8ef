import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR, type FiscalCalendar } from '../../../src/core/calendar/fiscal-year.js'
import {
  datesOf,
  monthsOf,
  nextPeriod,
  type PeriodKind,
  parsePeriod,
  periodContaining,
  previousPeriod,
} from '../../../src/core/calendar/period.js'
import { RETAIL_CALENDAR, WEEK_LAYOUTS } from '../../../src/core/calendar/week-year.js'
import { WEEKDAYS } from '../../../src/core/calendar/weekday.js'

const date = (iso: string) => Temporal.PlainDate.from(iso)
const FROM_APRIL = { kind: 'months', startMonth: 4 } as const

describe('the period that a day lies in', () => {
  test.each([
    { kind: 'day', on: '2026-03-02', fiscal: CALENDAR_YEAR, id: '2026-03-02', start: '2026-03-02', end: '2026-03-02' },
    { kind: 'week', on: '2026-11-22', fiscal: CALENDAR_YEAR, id: '2026-W47', start: '2026-11-16', end: '2026-11-22' },
    { kind: 'week', on: '2027-01-03', fiscal: CALENDAR_YEAR, id: '2026-W53', start: '2026-12-28', end: '2027-01-03' },
    { kind: 'week', on: '2024-12-30', fiscal: CALENDAR_YEAR, id: '2025-W01', start: '2024-12-30', end: '2025-01-05' },
    { kind: 'month', on: '2024-02-10', fiscal: FROM_APRIL, id: '2024-02', start: '2024-02-01', end: '2024-02-29' },
    { kind: 'month', on: '2026-02-10', fiscal: FROM_APRIL, id: '2026-02', start: '2026-02-01', end: '2026-02-28' },
    { kind: 'quarter', on: '2026-11-30', fiscal: CALENDAR_YEAR, id: '2026-Q4', start: '2026-10-01', end: '2026-12-31' },
    { kind: 'quarter', on: '2026-03-31', fiscal: FROM_APRIL, id: '2026-Q4', start: '2026-01-01', end: '2026-03-31' },
    { kind: 'quarter', on: '2026-04-01', fiscal: FROM_APRIL, id: '2027-Q1', start: '2026-04-01', end: '2026-06-30' },
    {
      kind: 'quarter',
      on: '2027-01-31',
      fiscal: { kind: 'months', startMonth: 11 },
      id: '2027-Q1',
      start: '2026-11-01',
      end: '2027-01-31',
    },
    { kind: 'month', on: '2026-03-31', fiscal: RETAIL_CALENDAR, id: '2026-P02', start: '2026-03-01', end: '2026-04-04' },
    { kind: 'quarter', on: '2026-03-31', fiscal: RETAIL_CALENDAR, id: '2026-Q1', start: '2026-02-01', end: '2026-05-02' },
    { kind: 'month', on: '2018-01-31', fiscal: RETAIL_CALENDAR, id: '2017-P12', start: '2017-12-31', end: '2018-02-03' },
    { kind: 'year', on: '2018-02-03', fiscal: RETAIL_CALENDAR, id: '2017', start: '2017-01-29', end: '2018-02-03' },
    { kind: 'week', on: '2018-02-03', fiscal: RETAIL_CALENDAR, id: '2018-W05', start: '2018-01-29', end: '2018-02-04' },
    { kind: 'year', on: '2026-12-31', fiscal: CALENDAR_YEAR, id: '2026', start: '2026-01-01', end: '2026-12-31' },
    { kind: 'year', on: '2026-12-31', fiscal: FROM_APRIL, id: '2027', start: '2026-04-01', end: '2027-03-31' },
    { kind: 'year', on: '2026-11-30', fiscal: { kind: 'months', startMonth: 12 }, id: '2026', start: '2025-12-01', end: '2026-11-30' },
  ] as const)('$kind of $on, $fiscal.kind from month $fiscal.startMonth: $id', ({ kind, on, fiscal, id, start, end }) => {
    const period = periodContaining(kind, date(on), fiscal)
    expect({ ...period, start: String(period.start), end: String(period.end) }).toEqual({ kind, id, start, end })
  })
})

test.each([
  '',
  '26',
  '2026-13',
  '2026-00',
  '2026-2',
  '2026-02-29',
  '2026-02-00',
  '2025-W53',
  '2026-W00',
  '2026-W54',
  '2026-Q5',
  '2026-P01',
  '2026-Q0',
  '0000',
  '2026-q1',
  ' 2026',
  '2026-Q1\n',
])('"%s" is no period', (id) => expect(parsePeriod(id, CALENDAR_YEAR)).toBeUndefined())

test.each(['2026-W53', '2020-W53', '2015-W53', '2024-02-29', '2026'])('%s is one', (id) =>
  expect(parsePeriod(id, CALENDAR_YEAR)?.id).toBe(id),
)

const someDate = fc.integer({ min: -20_000, max: 60_000 }).map((days) => date('1970-01-01').add({ days }))
const someMonth = fc.integer({ min: 1, max: 12 })
const someWeeks = fc.record({
  kind: fc.constant('weeks' as const),
  layout: fc.constantFrom(...WEEK_LAYOUTS),
  startMonth: someMonth,
  weekStart: fc.constantFrom(...WEEKDAYS),
  yearEnds: fc.constantFrom('nearest' as const, 'last' as const),
  yearName: fc.constantFrom('start' as const, 'end' as const),
})
const someFiscal: fc.Arbitrary<FiscalCalendar> = fc.oneof(
  someMonth.map((startMonth) => ({ kind: 'months' as const, startMonth })),
  someWeeks,
)
const someKind = fc.constantFrom<PeriodKind>('day', 'week', 'month', 'quarter', 'year')

test('an id leads back to its period, which holds the day', () => {
  fc.assert(
    fc.property(someKind, someDate, someFiscal, (kind, on, fiscal) => {
      const period = periodContaining(kind, on, fiscal)
      expect(parsePeriod(period.id, fiscal)).toEqual(period)
      expect(Temporal.PlainDate.compare(period.start, on)).toBeLessThanOrEqual(0)
      expect(Temporal.PlainDate.compare(on, period.end)).toBeLessThanOrEqual(0)
    }),
  )
})

test('periods stand side by side, without gap or overlap', () => {
  fc.assert(
    fc.property(someKind, someDate, someFiscal, (kind, on, fiscal) => {
      const period = periodContaining(kind, on, fiscal)
      const next = nextPeriod(period, fiscal)
      expect(next.start.equals(period.end.add({ days: 1 }))).toBe(true)
      expect(previousPeriod(next, fiscal)).toEqual(period)
    }),
  )
})

test('a year is four quarters, all its months and all their days', () => {
  fc.assert(
    fc.property(someDate, someFiscal, (on, fiscal) => {
      const year = periodContaining('year', on, fiscal)
      const quarters = new Set(monthsOf(year, fiscal).map(({ start }) => periodContaining('quarter', start, fiscal).id))
      expect([...quarters]).toEqual([1, 2, 3, 4].map((quarter) => `${year.id}-Q${quarter}`))
      expect(monthsOf(year, fiscal).flatMap(datesOf).map(String)).toEqual(datesOf(year).map(String))
    }),
    { numRuns: 20 },
  )
})

test('a week over the end of a month touches two', () => {
  const week = periodContaining('week', date('2026-04-01'), CALENDAR_YEAR)
  expect(monthsOf(week).map(({ id }) => id)).toEqual(['2026-03', '2026-04'])
})

test('a year of weeks has 52 or 53 of them, each month whole ones, and the 53rd is in the last', () => {
  fc.assert(
    fc.property(someDate, someWeeks, (on, fiscal) => {
      const year = periodContaining('year', on, fiscal)
      const days = datesOf(year).length
      expect([52 * 7, 53 * 7]).toContain(days)
      const lengths = monthsOf(year, fiscal).map((month) => datesOf(month).length / 7)
      expect(lengths.every((weeks) => weeks === 4 || weeks === 5 || weeks === 6)).toBe(true)
      const usual = lengths.map((weeks, index) => (index === lengths.length - 1 ? weeks - (days / 7 - 52) : weeks))
      expect(usual.join('-')).toBe(fiscal.layout === '13x4' ? Array(13).fill(4).join('-') : Array(4).fill(fiscal.layout).join('-'))
    }),
    { numRuns: 30 },
  )
})

test('a calendar month keeps its id in a year of weeks', () => {
  expect(parsePeriod('2026-03', RETAIL_CALENDAR)).toMatchObject({ kind: 'month', id: '2026-03' })
  expect(['2026-P00', '2026-P13', '2026-p01', '2026-P1'].map((id) => parsePeriod(id, RETAIL_CALENDAR))).toEqual(Array(4).fill(undefined))
  expect(parsePeriod('2026-P13', { ...RETAIL_CALENDAR, layout: '13x4' })?.end.toString()).toBe('2027-01-30')
})
