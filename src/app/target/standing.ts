import type { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import { type Pace, type PaceDay, paceOf } from '../../core/pace/pace.js'
import { isMetricKey, METRICS, type MetricKey } from '../../core/plan/metric.js'
import { publishedDays } from '../../core/plan/published.js'
import { nextTier, type Tier, tierReached } from '../../core/plan/tiers.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import type { DayTotal } from '../../store/repository/work.js'

/** How somebody stands on one metric in a period. Amounts in minor units. */
export interface Standing {
  readonly metric: MetricKey
  /** Undefined for counts. */
  readonly currency: string | undefined
  readonly pace: Pace
  /** Today's own share of the target; null on a day without work, or outside the period. */
  readonly today: bigint | null
  readonly doneToday: bigint
  readonly tier: 'none' | Tier
  readonly next: { readonly tier: Tier; readonly remaining: bigint } | undefined
}

/**
 * Puts published numbers and what was done beside each other, by metric in the usual order. Several members' numbers are added up:
 * a team works on a day on which any of its members does.
 */
export function standings(
  period: Period,
  months: readonly TargetMonth[],
  totals: readonly DayTotal[],
  asOf: Temporal.PlainDate,
  asOfDay: 'open' | 'closed',
): Standing[] {
  const days = publishedDays(months, period.start, period.end)
  return METRICS.map(({ key }) => key)
    .filter((metric) => months.some((month) => month.metric === metric))
    .map((metric) => {
      const own = totals.filter((total) => total.metric === metric)
      const done = sum(own.map(({ amount }) => amount))
      const doneToday = sum(own.filter(({ on }) => on.equals(asOf)).map(({ amount }) => amount))
      const paceDays = addedUp(days.filter((day) => day.metric === metric))
      const pace = paceOf({ days: paceDays, done, asOf, asOfDay, doneOnAsOf: doneToday })
      const target = pace.state === 'has-target' ? pace.target : 0n
      return {
        metric,
        currency: months.find((month) => month.metric === metric)?.currency,
        pace,
        today: paceDays.find(({ on }) => on.equals(asOf))?.target ?? null,
        doneToday,
        tier: tierReached(done, target),
        next: nextTier(done, target),
      }
    })
}

/** Numbers that were reported without a target: they count, but there is nothing to stand against. */
export function withoutTarget(months: readonly TargetMonth[], totals: readonly DayTotal[]): { metric: MetricKey; done: bigint }[] {
  const targeted = new Set(months.map((month) => month.metric))
  return METRICS.map(({ key }) => key)
    .filter((metric) => !targeted.has(metric))
    .map((metric) => ({ metric, done: sum(totals.filter((total) => total.metric === metric).map(({ amount }) => amount)) }))
    .filter(({ metric, done }) => isMetricKey(metric) && done !== 0n)
}

function addedUp(days: readonly PaceDay[]): PaceDay[] {
  const byDate = new Map<string, PaceDay>()
  for (const { on, target } of days) {
    const before = byDate.get(on.toString())?.target ?? null
    byDate.set(on.toString(), { on, target: target === null ? before : (before ?? 0n) + target })
  }
  return [...byDate.values()]
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n)
}
