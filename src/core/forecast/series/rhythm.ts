/** How the dates of a series follow each other. */
export type Rhythm =
  /** Day by day, on some days of the week only: 1 Monday to 7 Sunday. */
  | { readonly kind: 'days'; readonly weekdays: readonly number[] }
  /** Every so many days, from a day that is one of them. */
  | { readonly kind: 'every'; readonly days: number; readonly anchor: number }
  /** On one day of every so many months; 31 is the last day of each. */
  | { readonly kind: 'months'; readonly months: number; readonly dayOfMonth: number; readonly anchor: number }

export interface RhythmFound {
  readonly rhythm: Rhythm
  /** 'events' where dates come as they like: then a date that is not there was a day without any. */
  readonly nature: 'regular' | 'events'
}

/**
 * Finds the rhythm in the dates of a series.
 *
 * @param days sorted, each once, in days since 1970-01-01
 */
export function findRhythm(days: readonly number[]): RhythmFound {
  if (days.length < 2) return { rhythm: { kind: 'days', weekdays: EVERY_DAY }, nature: 'regular' }
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day))
  const usual = median(gaps)
  if (usual <= 5) return daily(days)
  const months = MONTHS.find(({ least, most }) => usual >= least && usual <= most)?.months
  const share = (isUsual: (gap: number) => boolean) => gaps.filter(isUsual).length / gaps.length
  const isEven = share((gap) => gap % usual === 0) >= EVEN_SHARE
  if (months !== undefined && !(isEven && usual % 7 === 0))
    return { rhythm: monthly(days, months), nature: share((gap) => gap >= usual - 4) >= EVEN_SHARE ? 'regular' : 'events' }
  if (usual >= 6 && usual <= 8 && share((gap) => gap >= 5) >= EVEN_SHARE) return every(7, days)
  if (isEven) return every(usual, days)
  return { ...every(7, days), nature: 'events' }
}

/** The lengths, in values, of the seasons that such a series can have: the week, the year. */
export function seasonsOf(rhythm: Rhythm): number[] {
  switch (rhythm.kind) {
    case 'days':
      return [rhythm.weekdays.length, rhythm.weekdays.length * WEEKS_A_YEAR]
    case 'every':
      return [Math.round((7 * WEEKS_A_YEAR) / rhythm.days)]
    case 'months':
      return [Math.round(12 / rhythm.months)]
  }
}

/** How far ahead a forecast goes where nobody says: four weeks of days, a quarter of weeks, a year of months. */
export function usualHorizon(rhythm: Rhythm): number {
  switch (rhythm.kind) {
    case 'days':
      return 4 * rhythm.weekdays.length
    case 'every':
      return Math.max(3, Math.round(91 / rhythm.days))
    case 'months':
      return Math.max(3, 12 / rhythm.months)
  }
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const WEEKS_A_YEAR = 52
const EVEN_SHARE = 0.6

/** How many days that many months have. */
const MONTHS = [
  { months: 1, least: 28, most: 31 },
  { months: 2, least: 59, most: 62 },
  { months: 3, least: 89, most: 92 },
  { months: 6, least: 181, most: 184 },
  { months: 12, least: 365, most: 366 },
]

/** A weekday belongs to the rhythm when it is there at least a fifth as often as the one that is there most. */
function daily(days: readonly number[]): RhythmFound {
  const counts = EVERY_DAY.map((weekday) => days.filter((day) => weekdayOf(day) === weekday).length)
  const weekdays = days.length < 10 ? EVERY_DAY : EVERY_DAY.filter((weekday) => (counts[weekday - 1] ?? 0) * 5 >= Math.max(...counts))
  const span = (days.at(-1) ?? 0) - (days[0] ?? 0) + 1
  const there = days.length / Math.max(1, (span * weekdays.length) / 7)
  return { rhythm: { kind: 'days', weekdays }, nature: there >= EVEN_SHARE ? 'regular' : 'events' }
}

function every(step: number, days: readonly number[]): RhythmFound {
  const phase = mostFrequent(days.map((day) => modulo(day, step)))
  const first = days[0] ?? 0
  return { rhythm: { kind: 'every', days: step, anchor: first + modulo(phase - first, step) }, nature: 'regular' }
}

function monthly(days: readonly number[], months: number): Rhythm {
  const dates = days.map((day) => new Date(day * DAY_MS))
  const isLast = dates.every((date) => new Date(date.getTime() + DAY_MS).getUTCDate() === 1)
  return { kind: 'months', months, dayOfMonth: isLast ? 31 : mostFrequent(dates.map((date) => date.getUTCDate())), anchor: days[0] ?? 0 }
}

const DAY_MS = 86_400_000

/** 1 Monday to 7 Sunday: 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return modulo(day + 3, 7) + 1
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

/** Of equals the least. */
function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 0
}
