import type { Remarks } from '../file/remarks.js'
import type { Tried } from '../score.js'
import type { Point } from '../values/forecast-values.js'
import type { Deal } from './deal.js'
import { landings, outlookBook } from './landing.js'
import { type Month, monthOf } from './months.js'
import { sumBetween, type Win, winsOf } from './outlook-on.js'

/** A forecast of a month's landing made on a day of it. */
export interface DealsTried extends Tried {
  /** From 1. */
  readonly dayOfMonth: number
}

/**
 * Forecasts the landing of up to `MONTHS` past months as it would have been on some days of each, by what was known then, and so do the
 * last month's total (naive), that of the same month a year before (seasonal naive), and the run-rate: what is won so far over the
 * days gone, times the days of the month.
 *
 * @param days of the month on which it is asked, from 1
 */
export function backtestDeals(
  id: string,
  deals: readonly Deal[],
  asOf: number,
  level: number,
  remarks: Remarks,
  days: readonly number[] = BACKTEST_DAYS,
): DealsTried[] {
  const outlooks = outlookBook(deals)
  const wins = winsOf(deals)
  const firstDay = deals.reduce((least, { opened }) => Math.min(least, opened), asOf)
  const months = pastMonths(asOf, firstDay + LEAST_KNOWN_DAYS)
  if (months.length === 0) remarks.add('backtest-short', { id })
  return months.flatMap((month) =>
    days.flatMap((dayOfMonth) => {
      const day = month.first + dayOfMonth - 1
      const known = totalsBefore(month, firstDay, wins)
      const judged = { dayOfMonth, history: known, season: 1, outcomes: [sumBetween(wins, month.first, month.last)] }
      const ours = landings(outlooks, deals, day, 1, level)[0]
      const baselines = BASELINES.map(({ method, landing }) => ({
        ...judged,
        method,
        points: [baselinePoint((of) => landing(of, dayOfMonth, wins), month, firstDay, wins, level)],
      }))
      return ours === undefined ? baselines : [{ ...judged, method: 'pacesetter', points: [ours] }, ...baselines]
    }),
  )
}

const MONTHS = 12
export const BACKTEST_DAYS = [5, 10, 15, 20, 25]
const LEAST_KNOWN_DAYS = 180

/** That are over by `asOf` and began when enough was known, the last first. */
function pastMonths(asOf: number, enoughKnown: number): Month[] {
  return Array.from({ length: MONTHS }, (_, index) => monthOf(asOf + 1, -1 - index)).filter(({ first }) => first >= enoughKnown)
}

function totalsBefore(month: Month, firstDay: number, wins: readonly Win[]): number[] {
  const totals: number[] = []
  for (let before = monthOf(month.first - 1); before.first >= firstDay; before = monthOf(before.first - 1))
    totals.unshift(sumBetween(wins, before.first, before.last))
  return totals
}

type BaselineLanding = (month: Month, dayOfMonth: number, wins: readonly Win[]) => number

const BASELINES: readonly { readonly method: string; readonly landing: BaselineLanding }[] = [
  { method: 'naive', landing: (month, _, wins) => monthTotal(monthOf(month.first, -1), wins) },
  { method: 'seasonal naive', landing: (month, _, wins) => monthTotal(monthOf(month.first, -12), wins) },
  {
    method: 'run-rate',
    landing: ({ first, last }, dayOfMonth, wins) => (sumBetween(wins, first, first + dayOfMonth - 1) * (last - first + 1)) / dayOfMonth,
  },
]

function monthTotal({ first, last }: Month, wins: readonly Win[]): number {
  return sumBetween(wins, first, last)
}

/** With an interval as wide as its errors in the months before ask for. */
function baselinePoint(landing: (month: Month) => number, month: Month, firstDay: number, wins: readonly Win[], level: number): Point {
  const errors: number[] = []
  for (let before = monthOf(month.first - 1); before.first >= firstDay && errors.length < MONTHS; before = monthOf(before.first - 1))
    errors.push(Math.abs(landing(before) - monthTotal(before, wins)))
  const sorted = errors.toSorted((a, b) => a - b)
  const width = sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))] ?? 0
  const value = landing(month)
  return { value, lower: Math.max(0, value - width), upper: value + width }
}
