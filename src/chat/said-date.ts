import { Temporal } from 'temporal-polyfill'

/** A day of a month as it was said: without a year the last one there was. @returns undefined for none that exists */
export function saidDate(month: number, day: number, year: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const inYear = (of: number | string) => readIsoDate(`${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  if (year !== undefined) return inYear(year)
  const thisYears = inYear(today.year)
  return thisYears !== undefined && Temporal.PlainDate.compare(thisYears, today) > 0 ? inYear(today.year - 1) : thisYears
}

/** @returns undefined for anything but a date that exists, written as 2026-11-20 */
export function readIsoDate(word: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return undefined
  try {
    return Temporal.PlainDate.from(word)
  } catch {
    return undefined
  }
}
