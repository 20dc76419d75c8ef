import { Temporal } from 'temporal-polyfill'
import { startOfWeekYear, type WeekCalendar, weeksOfMonths, weekYearOf } from './week-year.js'

export type FiscalCalendar = MonthCalendar | WeekCalendar

/** A year of calendar months that starts on the first of any of them. */
export interface MonthCalendar {
  readonly kind: 'months'
  /** 1 (January) to 12. */
  readonly startMonth: number
}

export const CALENDAR_YEAR: MonthCalendar = { kind: 'months', startMonth: 1 }

/**
 * The name of the fiscal year that `on` lies in. A year of months is named by the calendar year in which it ends (April 2026 to March 2027 is
 * 2027), as most companies count; one that starts in January ends in the year it starts in. A year of weeks says itself how it is named.
 * The only place, with its inverse below, that knows.
 */
export function fiscalYearOf(on: Temporal.PlainDate, fiscal: FiscalCalendar): number {
  if (fiscal.kind === 'weeks') return weekYearOf(on, fiscal)
  return fiscal.startMonth > 1 && on.month >= fiscal.startMonth ? on.year + 1 : on.year
}

/** The first day of the fiscal year of that name. */
export function startOfFiscalYear(year: number, fiscal: FiscalCalendar): Temporal.PlainDate {
  if (fiscal.kind === 'weeks') return startOfWeekYear(year, fiscal)
  return Temporal.PlainDate.from({ year: fiscal.startMonth > 1 ? year - 1 : year, month: fiscal.startMonth, day: 1 })
}

/** A month of a fiscal year: a calendar month, or the weeks that a calendar of weeks calls one. */
export interface FiscalMonth {
  readonly year: number
  /** From the year's start: 0 to 11, or to 12 where there are thirteen. */
  readonly index: number
  /** 0 to 3. Of thirteen months the last quarter has four. */
  readonly quarter: number
  readonly start: Temporal.PlainDate
  /** The last day, which belongs to it. */
  readonly end: Temporal.PlainDate
}

/** The months of the fiscal year of that name, in order. */
export function monthsOfFiscalYear(year: number, fiscal: FiscalCalendar): FiscalMonth[] {
  if (fiscal.kind === 'months') return Array.from({ length: 12 }, (_, index) => calendarMonthOf(year, index, fiscal))
  let start = startOfFiscalYear(year, fiscal)
  return weeksOfMonths(year, fiscal).map((weeks, index) => {
    const next = start.add({ days: weeks * 7 })
    const month = { year, index, quarter: quarterOf(index), start, end: next.subtract({ days: 1 }) }
    start = next
    return month
  })
}

/** The months of a quarter, 0 to 3, of the fiscal year of that name, in order; none when there is no such quarter. */
export function monthsOfQuarter(year: number, quarter: number, fiscal: FiscalCalendar): FiscalMonth[] {
  if (fiscal.kind === 'weeks') return monthsOfFiscalYear(year, fiscal).filter((month) => month.quarter === quarter)
  return quarter > 3 ? [] : [0, 1, 2].map((index) => calendarMonthOf(year, quarter * 3 + index, fiscal))
}

/** The fiscal month that `on` lies in. */
export function fiscalMonthOf(on: Temporal.PlainDate, fiscal: FiscalCalendar): FiscalMonth {
  const year = fiscalYearOf(on, fiscal)
  if (fiscal.kind === 'months') return calendarMonthOf(year, (on.month - fiscal.startMonth + 12) % 12, fiscal)
  const found = monthsOfFiscalYear(year, fiscal).find(({ end }) => Temporal.PlainDate.compare(on, end) <= 0)
  if (found === undefined) throw new RangeError(`Cannot find the fiscal month of ${on}: the year ${year} is over`)
  return found
}

/** By its numbers and not from the year's start on: posts and plans ask for months by the hundred. */
function calendarMonthOf(year: number, index: number, { startMonth }: MonthCalendar): FiscalMonth {
  const month = ((startMonth - 1 + index) % 12) + 1
  const calendarYear = startMonth > 1 && month >= startMonth ? year - 1 : year
  const start = new Temporal.PlainDate(calendarYear, month, 1)
  const end = new Temporal.PlainDate(calendarYear, month, start.daysInMonth)
  return { year, index, quarter: quarterOf(index), start, end }
}

function quarterOf(index: number): number {
  return Math.min(3, Math.floor(index / 3))
}
