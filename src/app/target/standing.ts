import type { Temporal } from 'temporal-polyfill'
import { ceilDivide } from '../../core/amount/fraction.js'
import type { Period } from '../../core/calendar/period.js'
import { type Pace, type PaceDay, paceOf } from '../../core/pace/pace.js'
import { METRICS, type MetricKey } from '../../core/plan/metric.js'
import { type PublishedDay, publishedDays } from '../../core/plan/published.js'
import { TIERS, type Tier, tierAmounts } from '../../core/plan/tiers.js'
import type { DayTotal } from '../../store/repository/entries.js'
import type { TargetMonth } from '../../store/repository/targets.js'

/** How somebody stands on a metric that a period asks of them. Amounts in minor units. */
export interface Standing {
  readonly metric: MetricKey
  /** Undefined for counts. */
  readonly currency: string | undefined
  readonly pace: TargetPace
  /** From the lowest up; none where the target is zero. */
  readonly tiers: readonly TierStanding[]
  /** Where the days left cannot bring the target any more; the part of a unit that a cap may leave is given to them. */
  readonly outOfReach: OutOfReach | undefined
}

export interface OutOfReach {
  /** The most that a day may be asked to catch up, in percent of a normal day. */
  readonly capPercent: number
  /** Where the days left lead at most. */
  readonly lands: bigint
  /** The tier that is still within reach, if one is, and what each day left takes for it, rounded up. */
  readonly ladder: (TierStanding & { readonly perDay: bigint }) | undefined
}

export type TargetPace = Extract<Pace, { state: 'has-target' }>

export interface TierStanding {
  readonly tier: Tier
  readonly amount: bigint
  /** 0n once it is reached. */
  readonly remaining: bigint
}

export interface StandingInput {
  readonly period: Period
  /** Of one member, or of several, whose numbers are added up: a team works on a day on which any of its members does. */
  readonly months: readonly TargetMonth[]
  /** Of the same members, in the period. */
  readonly totals: readonly DayTotal[]
  readonly asOf: Temporal.PlainDate
  readonly asOfDay: 'open' | 'closed'
  /** As the team has set it. */
  readonly capPercent?: number
}

const CAP_PERCENT = 150

/** Puts published numbers and what was done beside each other, by metric in the usual order. A metric that the period does not ask for is left out. */
export function standings({ period, months, totals, asOf, asOfDay, capPercent = CAP_PERCENT }: StandingInput): Standing[] {
  const days = publishedDays(months, period.start, period.end)
  return METRICS.flatMap(({ key: metric }): Standing[] => {
    const own = totals.filter((total) => total.metric === metric)
    const pace = paceOf({
      days: addedUp(days.filter((day) => day.metric === metric)),
      done: sum(own),
      asOf,
      asOfDay,
      doneOnAsOf: sum(own.filter(({ on }) => on.equals(asOf))),
      capShare: { num: BigInt(capPercent), den: 100n },
    })
    if (pace.state === 'no-target') return []
    const tiers = tiersOf(pace)
    const currency = months.find((month) => month.metric === metric)?.currency
    return [{ metric, currency, pace, tiers, outOfReach: outOfReach(pace, tiers, capPercent) }]
  })
}

/** Numbers that were reported without a target: they count, but there is nothing to stand against. */
export function withoutTarget(standing: readonly Standing[], totals: readonly DayTotal[]): { metric: MetricKey; done: bigint }[] {
  const targeted = new Set(standing.map(({ metric }) => metric))
  return METRICS.map(({ key }) => ({ metric: key, done: sum(totals.filter(({ metric }) => metric === key)) })).filter(
    ({ metric, done }) => !targeted.has(metric) && done !== 0n,
  )
}

function addedUp(days: readonly PublishedDay[]): PaceDay[] {
  const byDay = new Map<number, PaceDay>()
  for (const { day, on, target } of days) {
    const before = byDay.get(day)?.target ?? null
    byDay.set(day, { on, target: target === null ? before : (before ?? 0n) + target })
  }
  return [...byDay.values()]
}

function sum(totals: readonly DayTotal[]): bigint {
  return totals.reduce((total, { amount }) => total + amount, 0n)
}

function tiersOf({ done, target }: TargetPace): TierStanding[] {
  if (target <= 0n) return []
  const amounts = tierAmounts(target)
  return TIERS.map((tier) => ({ tier, amount: amounts[tier], remaining: amounts[tier] > done ? amounts[tier] - done : 0n }))
}

function outOfReach(
  { done, remaining, workingDaysLeft, mostLeft }: TargetPace,
  tiers: readonly TierStanding[],
  capPercent: number,
): OutOfReach | undefined {
  if (workingDaysLeft === 0 || remaining <= mostLeft) return undefined
  const next = tiers.findLast((tier) => tier.remaining > 0n && tier.remaining <= mostLeft)
  return { capPercent, lands: done + mostLeft, ladder: next && { perDay: ceilDivide(next.remaining, BigInt(workingDaysLeft)), ...next } }
}
