import type { Temporal } from 'temporal-polyfill'
import type { MemberId } from '../../core/id.js'
import { isMetricKey, METRICS, type MetricKey } from '../../core/plan/metric.js'
import { publishedDays } from '../../core/plan/published.js'
import type { Entry } from '../../store/repository/entries.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'

/** What a day asks of a member in one metric, and what was done. Minor units. */
export interface DayNumber {
  readonly metric: MetricKey
  readonly currency: string | undefined
  /** Null: no work is planned that day. */
  readonly target: bigint | null
  /** Undefined while nothing was reported: that is no zero. */
  readonly done: bigint | undefined
}

/** A member's numbers of one day, in the usual order: those with a target, and those that were reported without one. */
export async function dayNumbers(store: Store, team: Team, memberId: MemberId, on: Temporal.PlainDate): Promise<DayNumber[]> {
  const months = await store.targets.between(team.id, on, on, memberId)
  const totals = await store.entries.totals(team.id, on, on, memberId)
  return numbersOfDay(team, publishedDays(months, on, on), totals)
}

/** What one member is asked for on one day and did, side by side. */
export function numbersOfDay(
  team: Pick<Team, 'currency'>,
  targets: readonly { readonly metric: string; readonly currency: string | undefined; readonly target: bigint | null }[],
  totals: readonly Entry[],
): DayNumber[] {
  return METRICS.map(({ key }) => key).flatMap((metric): DayNumber[] => {
    const asked = targets.find((each) => each.metric === metric)
    const done = totals.find((total) => total.metric === metric)?.amount
    if (asked === undefined && done === undefined) return []
    return [{ metric, currency: asked?.currency ?? currencyOf(metric, team), target: asked?.target ?? null, done }]
  })
}

/** Money without a target of its own is in the team's currency. */
export function currencyOf(metric: string, team: Pick<Team, 'currency'>): string | undefined {
  const known = METRICS.find(({ key }) => key === metric)
  return isMetricKey(metric) && known?.unit === 'money' ? team.currency : undefined
}
