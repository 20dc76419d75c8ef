import type { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import { type RestOfMotion, restByStage } from '../../core/pace/rest-by-stage.js'
import type { MetricKey } from '../../core/plan/metric.js'
import { motionsOf } from '../../core/plan/motions.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { readHistory } from '../plan/history.js'
import { planSaying } from '../plan/running-plan.js'
import type { Standing } from './standing.js'

/** What the rest of a metric's target takes, a motion each. */
export interface RestTaken {
  readonly metric: MetricKey
  readonly motions: readonly RestOfMotion[]
}

/**
 * What is still to go of a month's or a quarter's targets, in what leads there by the running plan's funnels. Of a target that is out of reach it is
 * the rest of the tier that is not; where nothing is, or no day is left, nothing is said. One statement, and two more where there are funnels.
 */
export async function restTaken(
  store: Store,
  team: Team,
  period: Period,
  on: Temporal.PlainDate,
  standings: readonly Standing[],
): Promise<RestTaken[]> {
  if (standings.every((each) => within(each) === 0n)) return []
  const plans = await store.plans.ofTeam(team.id, ['published'])
  const inputs = plans.map(({ input }) => input)
  const plan = planSaying(inputs, on, 'funnels')
  if (plan === undefined) return []
  const motions = motionsOf(plan, await readHistory(store, team, period))
  return standings.flatMap((each): RestTaken[] => {
    const found = restByStage(each.metric, within(each), motions)
    return found.length === 0 ? [] : [{ metric: each.metric, motions: found }]
  })
}

/** What remains and can still be done. */
function within({ pace, outOfReach }: Standing): bigint {
  if (pace.workingDaysLeft === 0) return 0n
  return outOfReach === undefined ? pace.remaining : (outOfReach.ladder?.remaining ?? 0n)
}
