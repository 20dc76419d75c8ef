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
  const first = startOfFiscalYear(year, fiscal)
  const ends = fiscal.kind === 'weeks' ? endsOfWeeks(first, weeksOfMonths(year, fiscal)) : endsOfMonths(first)
  return ends.map((end, index) => ({
    year,
    index,
    quarter: Math.min(3, Math.floor(index / 3)),
    start: index === 0 ? first : (ends[index - 1]?.add({ days: 1 }) ?? first),
    end,
  }))
}

function endsOfMonths(first: Temporal.PlainDate): Temporal.PlainDate[] {
  return Array.from({ length: 12 }, (_, index) => first.add({ months: index + 1 }).subtract({ days: 1 }))
}

function endsOfWeeks(first: Temporal.PlainDate, lengths: readonly number[]): Temporal.PlainDate[] {
  let weeks = 0
  return lengths.map((length) => {
    weeks += length
    return first.add({ days: weeks * 7 - 1 })
  })
}

/** The fiscal month that `on` lies in. */
export function fiscalMonthOf(on: Temporal.PlainDate, fiscal: FiscalCalendar): FiscalMonth {
  const year = fiscalYearOf(on, fiscal)
  const found = monthsOfFiscalYear(year, fiscal).find(({ end }) => Temporal.PlainDate.compare(on, end) <= 0)
  if (found === undefined) throw new RangeError(`Cannot find the fiscal month of ${on}: the year ${year} is over`)
  return found
}
