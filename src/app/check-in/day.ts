import type { Temporal } from 'temporal-polyfill'
import type { MemberId } from '../../core/id.js'
import { isMetricKey, METRICS, type MetricKey } from '../../core/plan/metric.js'
import { publishedDays } from '../../core/plan/published.js'
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
  const totals = await store.work.totals(team.id, on, on, memberId)
  const days = publishedDays(months, on, on)
  return METRICS.map(({ key }) => key).flatMap((metric): DayNumber[] => {
    const day = days.find((each) => each.metric === metric)
    const done = totals.find((total) => total.metric === metric)?.amount
    if (day === undefined && done === undefined) return []
    return [{ metric, currency: day?.currency ?? currencyOf(metric, team), target: day?.target ?? null, done }]
  })
}

/** Money without a target of its own is in the team's currency. */
export function currencyOf(metric: string, team: Pick<Team, 'currency'>): string | undefined {
  const known = METRICS.find(({ key }) => key === metric)
  return isMetricKey(metric) && known?.unit === 'money' ? team.currency : undefined
}
