import { Temporal } from 'temporal-polyfill'

const DAY_MS = 86_400_000

/** Whole days since 1970-01-01: a date for hot loops. */
export function dayNumber(date: Temporal.PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS
}

/** The date of a whole number of days since 1970-01-01. */
export function dateOfDayNumber(day: number): Temporal.PlainDate {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: day })
  if (dates.size >= MOST_KEPT) dates.clear()
  dates.set(day, date)
  return date
}

// A date's making takes tens of times as long as its finding, and every target's days are the same few years'.
const dates = new Map<number, Temporal.PlainDate>()
const MOST_KEPT = 4_000
