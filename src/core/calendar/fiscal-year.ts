import { Temporal } from 'temporal-polyfill'

/** A year that starts on the first of any month. */
export interface FiscalCalendar {
  /** 1 (January) to 12. */
  readonly startMonth: number
}

export const CALENDAR_YEAR: FiscalCalendar = { startMonth: 1 }

/**
 * The name of the fiscal year that `on` lies in: the calendar year in which it ends (April 2026 to March 2027 is 2027), as most
 * companies count; one that starts in January ends in the year it starts in. The only place, with its inverse below, that knows.
 */
export function fiscalYearOf(on: Temporal.PlainDate, { startMonth }: FiscalCalendar): number {
  return startMonth > 1 && on.month >= startMonth ? on.year + 1 : on.year
}

/** The first day of the fiscal year of that name. */
export function startOfFiscalYear(year: number, { startMonth }: FiscalCalendar): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: startMonth > 1 ? year - 1 : year, month: startMonth, day: 1 })
}

/** Months from the start of the fiscal year: 0 to 11. */
export function fiscalMonthIndex(on: Temporal.PlainDate, { startMonth }: FiscalCalendar): number {
  return (on.month - startMonth + 12) % 12
}
