import type { Temporal } from 'temporal-polyfill'
import { METRICS, type MetricKey } from '../../core/plan/metric.js'
import { publishedDays } from '../../core/plan/published.js'
import type { DayTotal } from '../../store/repository/entries.js'
import type { TargetMonth } from '../../store/repository/targets.js'

/** What one day asks in a metric, and what was done on it. Minor units. */
export interface Goal {
  readonly metric: MetricKey
  /** Undefined for counts. */
  readonly currency: string | undefined
  /** 0n: a working day on which nothing is due. */
  readonly target: bigint
  readonly done: bigint
}

/** A day's goals in the usual order, several members' added up; none on a day on which none of them works. */
export function goalsOn(months: readonly TargetMonth[], totals: readonly DayTotal[], on: Temporal.PlainDate): Goal[] {
  const days = publishedDays(months, on, on)
  return METRICS.flatMap(({ key: metric }): Goal[] => {
    const asked = days.flatMap((day) => (day.metric === metric && day.target !== null ? [{ ...day, target: day.target }] : []))
    if (asked.length === 0) return []
    const done = totals.filter((total) => total.metric === metric && total.on.equals(on))
    return [
      {
        metric,
        currency: asked[0]?.currency,
        target: asked.reduce((sum, { target }) => sum + target, 0n),
        done: done.reduce((sum, { amount }) => sum + amount, 0n),
      },
    ]
  })
}
