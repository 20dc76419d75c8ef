import type { Remarks } from '../file/remarks.js'
import type { SeriesRows } from './gather-series.js'
import { dayAt, positionOf } from './positions.js'
import { findRhythm, type Rhythm, seasonsOf } from './rhythm.js'

/** A series without gaps, one value at each place of its rhythm. */
export interface EvenSeries {
  readonly id: string
  readonly rhythm: Rhythm
  readonly values: readonly number[]
  /** The place of the first value in the rhythm; what `dayAt` makes a date of. */
  readonly firstPosition: number
}

/**
 * Makes a series even, whatever the order of its rows.
 *
 * - Several rows on a date: where that is usual (on a fifth of the dates), or where the dates follow no rhythm, they are sales one by
 *   one, and added up. Else a repeated row counts once, and of two different values the mean is taken.
 * - A date that is missing: among regular dates it was forgotten, and is filled in between its neighbours (of the same weekday, where
 *   there are); among sales one by one it was a day without any, 0.
 */
export function evenSeries(rows: SeriesRows, remarks: Remarks): EvenSeries {
  const dates = withoutStrays([...new Set(rows.days)].toSorted((a, b) => a - b))
  const { rhythm, nature } = findRhythm(dates)
  const isCrowded = dates.length * CROWDED < rows.days.length
  const areEvents = nature === 'events' || isCrowded
  const { id } = rows
  const [firstDate = 0, lastDate = 0] = [dates[0], dates.at(-1)]
  if (nature === 'events' && rhythm.kind === 'every') remarks.add('dates-irregular', { id })
  if (isCrowded) remarks.add('dates-summed', { id, taken: dates.length })

  const entries = [
    ...byPosition(rows, rhythm, (day, line) => {
      const isStray = day < firstDate || day > lastDate
      if (isStray) remarks.add('date-far-off', { line, id, found: isoDay(day) })
      return !isStray
    }),
  ].toSorted(([a], [b]) => a - b)
  const firstPosition = entries[0]?.[0] ?? 0
  const lastPosition = entries.at(-1)?.[0] ?? -1
  const values = new Array<number | undefined>(lastPosition - firstPosition + 1).fill(undefined)
  for (const [position, found] of entries) values[position - firstPosition] = areEvents ? sumOf(found) : oneOf(found, id, remarks)

  const missing = values.length - entries.length
  const firstGap = values.indexOf(undefined)
  const example = { id, found: isoDay(dayAt(rhythm, firstPosition + firstGap)), taken: missing }
  if (missing > 0) remarks.add(areEvents ? 'dates-empty' : 'dates-filled', example)
  return { id, rhythm, firstPosition, values: areEvents ? values.map((value) => value ?? 0) : filled(values, seasonsOf(rhythm)[0] ?? 1) }
}

/** A date's ISO form, from days since 1970-01-01. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/**
 * Leaves out the few dates at an end that lie farther from the rest than the rest is long, and years away: 2062 where 2026 was meant.
 *
 * @param dates sorted
 */
function withoutStrays(dates: readonly number[]): readonly number[] {
  const few = Math.floor(dates.length / 20)
  const [first = 0, last = 0] = [dates[few], dates.at(-1 - few)]
  const reach = Math.max(FAR_DAYS, last - first)
  return few === 0 && dates.length < 8 ? dates : dates.filter((date) => date >= first - reach && date <= last + reach)
}

const FAR_DAYS = 5 * 366

/** More rows than this for each date, on average, are sales one by one. */
const CROWDED = 1.2

interface Found {
  readonly day: number
  readonly value: number
  readonly line: number
}

function byPosition(
  { days, values, lines }: SeriesRows,
  rhythm: Rhythm,
  isMeant: (day: number, line: number) => boolean,
): Map<number, Found[]> {
  const found = new Map<number, Found[]>()
  days.forEach((day, index) => {
    const entry = { day, value: values[index] ?? 0, line: lines[index] ?? 0 }
    if (!isMeant(day, entry.line)) return
    const position = positionOf(rhythm, day)
    const there = found.get(position)
    if (there === undefined) found.set(position, [entry])
    else there.push(entry)
  })
  return found
}

function sumOf(found: readonly Found[]): number {
  return sortedSum(found.map(({ value }) => value))
}

/** Of one date the one value, or their mean; dates that share a place (a Saturday's with Friday's) are added up. */
function oneOf(found: readonly Found[], id: string, remarks: Remarks): number {
  if (found.length === 1) return found[0]?.value ?? 0
  const each = [...new Set(found.map(({ day }) => day))].map((day) => {
    const rows = found.filter((row) => row.day === day)
    const different = [...new Set(rows.map(({ value }) => value))]
    const line = Math.max(...rows.map((row) => row.line))
    const mean = sortedSum(different) / different.length
    if (different.length > 1) remarks.add('date-twice', { line, id, found: isoDay(day), taken: mean })
    else if (rows.length > 1) remarks.add('row-repeated', { line, id, found: isoDay(day) })
    return mean
  })
  return sortedSum(each)
}

/** Floating sums depend on the order: sorted, the order of the rows makes no difference. */
function sortedSum(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0)
}

/** The mean of the same place one season before and after, where both are known; else on the straight line between the neighbours. */
function filled(values: readonly (number | undefined)[], season: number): number[] {
  let before = 0
  return values.map((value, index) => {
    if (value !== undefined) {
      before = index
      return value
    }
    const [back, ahead] = [values[index - season], values[index + season]]
    if (season <= SHORT_SEASON && back !== undefined && ahead !== undefined) return (back + ahead) / 2
    const after = values.findIndex((later, place) => place > index && later !== undefined)
    const share = (index - before) / (after - before)
    return (values[before] ?? 0) * (1 - share) + (values[after] ?? 0) * share
  })
}

/** Beyond it a season ago is too long ago to say more than the neighbours do. */
const SHORT_SEASON = 7
