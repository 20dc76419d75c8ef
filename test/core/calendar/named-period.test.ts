import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR, type FiscalCalendar } from '../../../src/core/calendar/fiscal-year.js'
import { lastPeriodNamed, periodNamed, readNamedPeriod, takeNamedPeriod } from '../../../src/core/calendar/named-period.js'
import { periodContaining } from '../../../src/core/calendar/period.js'
import { RETAIL_CALENDAR } from '../../../src/core/calendar/week-year.js'

/** A Wednesday in week 11. */
const TODAY = Temporal.PlainDate.from('2026-03-11')
const FROM_APRIL: FiscalCalendar = { kind: 'months', startMonth: 4 }
const THIRTEEN: FiscalCalendar = { ...RETAIL_CALENDAR, layout: '13x4' }

const idOf = (words: string, fiscal: FiscalCalendar = CALENDAR_YEAR) => {
  const taken = takeNamedPeriod(words)
  return taken && periodNamed(taken.named, TODAY, fiscal)?.id
}

describe('a period that is named by its number', () => {
  test.each([
    ['Q3', '2026-Q3'],
    ['q3 2027', '2027-Q3'],
    ['2025-Q4', '2025-Q4'],
    ['2025Q4', '2025-Q4'],
    ['第三季度', '2026-Q3'],
    ['2025年第4季', '2025-Q4'],
    ['四季度', '2026-Q4'],
    ['week 47', '2026-W47'],
    ['W7', '2026-W07'],
    ['week 10 of 2025', '2025-W10'],
    ['2026-W47', '2026-W47'],
    ['第47周', '2026-W47'],
    ['2025年第 9 周', '2025-W09'],
    ['Nov 2025', '2025-11'],
    ['Sept 2026', '2026-09'],
    ['september 2026', '2026-09'],
    ['2026-11', '2026-11'],
    ['2026/4', '2026-04'],
    ['11月', '2026-11'],
    ['2025年2月份', '2025-02'],
    ['2027', '2027'],
    ['2027年', '2027'],
  ])('"%s" is %s', (words, id) => expect(idOf(words)).toBe(id))

  test.each(['', 'March', 'May', 'week', '2026-11-20', 'Q5', 'Team2026', '@2026', '四季', '周凯'])('"%s" names none', (words) => {
    expect(takeNamedPeriod(words)).toBeUndefined()
  })

  test.each(['week 54', '2026-13', '13月', 'P3'])('there is no "%s" in a calendar year', (words) => {
    expect(takeNamedPeriod(words)).toBeDefined()
    expect(idOf(words)).toBeUndefined()
  })

  test('in a fiscal year from April a number alone is of the year that runs', () => {
    expect(idOf('Q4', FROM_APRIL)).toBe('2026-Q4')
    expect(idOf('11月', FROM_APRIL)).toBe('2025-11')
    expect(idOf('2月', FROM_APRIL)).toBe('2026-02')
    expect(idOf('2026-11', FROM_APRIL)).toBe('2026-11')
  })

  test('in a year of weeks a month is one of its periods', () => {
    expect(idOf('P13', THIRTEEN)).toBe('2026-P13')
    expect(idOf('第1期', THIRTEEN)).toBe('2026-P01')
    expect(idOf('2025-P2', THIRTEEN)).toBe('2025-P02')
    expect(idOf('P14', THIRTEEN)).toBeUndefined()
  })

  test('what a period is called in files leads back to it', () => {
    const days = fc.date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2098-12-31T00:00:00Z'), noInvalidDate: true })
    const kinds = fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'year' as const)
    fc.assert(
      fc.property(days, kinds, fc.constantFrom(CALENDAR_YEAR, FROM_APRIL, THIRTEEN), (day, kind, fiscal) => {
        const { id } = periodContaining(kind, Temporal.PlainDate.from(day.toISOString().slice(0, 10)), fiscal)
        expect(idOf(id, fiscal)).toBe(id)
      }),
    )
  })
})

describe('a period that is over or runs, by words about nothing else', () => {
  test.each([
    ['week 10', '2026-W10'],
    ['Week 10 of 2025', '2025-W10'],
    ['w11', '2026-W11'],
    ['week 52', '2025-W52'],
    ['第10周', '2026-W10'],
    ['2026年第 9 周', '2026-W09'],
    ['March', '2026-03'],
    ['Dec', '2025-12'],
    ['september 2024', '2024-09'],
    ['3月', '2026-03'],
    ['2026年2月', '2026-02'],
    ['11月份', '2025-11'],
    ['2026-W10', '2026-W10'],
    ['week', undefined],
    ['marching', undefined],
    ['3', undefined],
    ['Sept', '2025-09'],
  ])('"%s" is %s', (words, id) => {
    const named = readNamedPeriod(words)
    expect(named && lastPeriodNamed(named, TODAY, CALENDAR_YEAR)?.id).toBe(id)
  })
})
