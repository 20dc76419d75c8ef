import { Temporal } from 'temporal-polyfill'
import { monthsIn, type Period } from '../../core/calendar/period.js'
import { workingDaysBetween } from '../../core/calendar/working-calendar.js'
import { isMetricKey, type MetricKey } from '../../core/plan/metric.js'
import type { MonthlyHistory } from '../../core/plan/motions.js'
import { FEWEST_MONTHS, type MonthAhead, type TrackRecord, trackRecord, type WorkedMonth } from '../../core/plan/track-record.js'
import type { MonthTotal } from '../../store/repository/entries.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { calendarOf } from '../team/calendar.js'

/** What a team did month by month, as far back as it matters to a plan. */
export interface TeamHistory extends MonthlyHistory {
  /** Of the team, or of one member, for the period; undefined with too little behind it. */
  recordOf(metric: MetricKey, memberId?: string): TrackRecord | undefined
  /** What the team has done in the period so far. */
  doneInPeriod(metric: MetricKey): bigint
}

const YEARS_BACK = 3

/** @param period that records are made for */
export async function readHistory(store: Store, team: Team, period: Period): Promise<TeamHistory> {
  const today = localDate(team, store.now)
  const thisMonth = today.toString().slice(0, 7)
  const [totals, ofPeriod] = [
    await store.entries.monthlyTotals(team.id, today.subtract({ years: YEARS_BACK }).with({ day: 1 }), today),
    await store.entries.monthlyTotals(team.id, period.start, earlier(today, period.end)),
  ]
  const periodSums = sumsOf(ofPeriod.map((total) => ({ ...total, month: '' })))
  const doneInPeriod = (metric: MetricKey, memberId = '') => periodSums.get(`${memberId} ${metric} `) ?? 0n
  const sums = sumsOf(totals)
  const first = totals.reduce((least, { month }) => (month < least ? month : least), thisMonth)
  const calendar = calendarOf(team)
  const daysIn = remembered((month: string) => workingDaysBetween(calendar, startOf(month), endOf(month)).length)
  const amount = (metric: MetricKey, month: string, memberId = '') => sums.get(`${memberId} ${metric} ${month}`) ?? 0n

  function worked(metric: MetricKey, memberId: string): WorkedMonth[] {
    const months = monthsBetween(first, thisMonth).filter((month) => month < thisMonth)
    const start = months.findIndex((month) => amount(metric, month, memberId) > 0n)
    if (start < 0) return []
    const known = months.slice(start).map((month) => ({ month, amount: amount(metric, month, memberId), workingDays: daysIn(month) }))
    // The first month is seldom a whole one, and would make the level look low.
    return known.length > FEWEST_MONTHS ? known.slice(1) : known
  }

  return {
    months: monthsBetween(first, thisMonth).filter((month) => month < thisMonth),
    amount,
    recordOf(metric, memberId = '') {
      const ahead = monthsBetween(period.start.toString().slice(0, 7), period.end.toString().slice(0, 7)).flatMap((month): MonthAhead[] => {
        const from = later(later(startOf(month), period.start), today)
        return [{ month, workingDays: workingDaysBetween(calendar, from, earlier(endOf(month), period.end)).length }]
      })
      return trackRecord(worked(metric, memberId), ahead, monthsIn(period), doneInPeriod(metric, memberId))
    },
    doneInPeriod: (metric) => doneInPeriod(metric),
  }
}

/** By member, metric and month, and under no member's name the team's. */
function sumsOf(totals: readonly MonthTotal[]): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const { memberId, metric, month, amount } of totals) {
    if (!isMetricKey(metric)) continue
    for (const key of [`${memberId} ${metric} ${month}`, ` ${metric} ${month}`]) sums.set(key, (sums.get(key) ?? 0n) + amount)
  }
  return sums
}

function monthsBetween(first: string, last: string): string[] {
  const [from, to] = [startOf(first), startOf(last)]
  const count = (to.year - from.year) * 12 + to.month - from.month + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => from.add({ months: index }).toString().slice(0, 7))
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one
}

function startOf(month: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(`${month}-01`)
}

function endOf(month: string): Temporal.PlainDate {
  return startOf(month).with({ day: startOf(month).daysInMonth })
}

function remembered(work: (month: string) => number): (month: string) => number {
  const known = new Map<string, number>()
  return (month) => {
    const value = known.get(month) ?? work(month)
    known.set(month, value)
    return value
  }
}
