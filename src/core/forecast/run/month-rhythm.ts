import type { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../../calendar/day-number.js'
import type { FiscalCalendar } from '../../calendar/fiscal-year.js'
import { monthsOf } from '../../calendar/period.js'
import type { WorkedDay } from './worked-days.js'

/** Ten-day spans of a month: 1st to 10th, 11th to 20th, the rest. */
const SPANS = [0, 1, 2] as const
const SPAN_DAYS = 10
/** Of fewer months nobody can tell a rhythm from chance. */
const LEAST_MONTHS = 3

/**
 * How much more or less than its month's average a day brings by its place in the month, as a factor: who closes at the month's end has twos
 * there and halves before. From whole past months; each span's factor is drawn towards 1 by as much as chance alone could have made it
 * (the positive-part rule of James & Stein 1961), so that where there is no rhythm all are about 1.
 *
 * @param known worked days, oldest first, none missing
 */
export function monthRhythm(
  known: readonly WorkedDay[],
  through: Temporal.PlainDate,
  fiscal: FiscalCalendar,
): (on: Temporal.PlainDate) => number {
  const [first] = known
  if (first === undefined) return () => 1
  const months = monthsOf({ start: first.on, end: through }, fiscal).map(({ start, end }) => [dayNumber(start), dayNumber(end)] as const)
  const place = (on: Temporal.PlainDate) => {
    const day = dayNumber(on)
    const month = months.findLastIndex(([start]) => start <= day)
    return { month, span: Math.min(SPANS.length - 1, Math.floor((day - (months[month]?.[0] ?? day)) / SPAN_DAYS)) }
  }
  const placed = known.map(({ on, amount }) => ({ ...place(on), amount: Number(amount) }))
  // The first month may have begun before its first number, the last is still running.
  const ended = Array.from({ length: Math.max(0, (placed.at(-1)?.month ?? 0) - 1) }, (_, index) => index + 1)
  const ratios = ended.flatMap((month) => spanRatios(placed.filter((day) => day.month === month)))
  const factors = SPANS.map((span) => shrunk(ratios.flatMap((each) => each[span] ?? [])))
  return (on) => factors[place(on).span] ?? 1
}

/** Each span's daily average over the month's; nothing of a month without a number, or with a negative sum. */
function spanRatios(days: readonly { readonly span: number; readonly amount: number }[]): (number | undefined)[][] {
  const average = mean(days.map(({ amount }) => amount))
  if (!(average > 0)) return []
  return [
    SPANS.map((span) => {
      const own = days.filter((day) => day.span === span)
      return own.length === 0 ? undefined : mean(own.map(({ amount }) => amount)) / average
    }),
  ]
}

/** Never to nothing: a span in which nothing ever came may bring something yet. */
const LEAST_FACTOR = 0.1

function shrunk(ratios: readonly number[]): number {
  if (ratios.length < LEAST_MONTHS) return 1
  const middle = mean(ratios)
  const apart = middle - 1
  const chance = mean(ratios.map((ratio) => (ratio - middle) ** 2)) / (ratios.length - 1)
  return apart === 0 ? 1 : Math.max(LEAST_FACTOR, 1 + apart * Math.max(0, 1 - chance / apart ** 2))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
