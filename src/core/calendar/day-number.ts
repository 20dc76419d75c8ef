import { Temporal } from 'temporal-polyfill'

const DAY_MS = 86_400_000

/** Whole days since 1970-01-01: a date for hot loops. */
export function dayNumber(date: Temporal.PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS
}

/** The date of a whole number of days since 1970-01-01. */
export function dateOfDayNumber(day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day })
}
