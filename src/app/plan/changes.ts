import type { MetricChange } from '../../store/repository/plan-changes.js'
import type { PlanEffect } from './effect.js'
import { openDays } from './standing.js'

/** What a plan changes, by metric and member, for the record. Whose numbers stay is not in it. */
export function metricChanges({ targets, members, from }: PlanEffect): MetricChange[] {
  return targets.flatMap(({ metric, currency, before, after }): MetricChange[] => {
    const totalOf = (plan: typeof before, id: string) => {
      const own = plan.members.find(({ member }) => member === id)
      return openDays(own, from).length === 0 ? null : (own?.total ?? 0n)
    }
    const changed = members
      .map(({ id, name }) => ({ name, before: totalOf(before, id), after: totalOf(after, id) }))
      .filter((each) => each.before !== each.after)
    const whole = (plan: typeof before) => (plan.members.some((own) => openDays(own, from).length > 0) ? plan.total : null)
    const [old, fresh] = [whole(before), whole(after)]
    if (changed.length === 0 && old === fresh) return []
    return [{ metric, ...(currency === undefined ? {} : { currency }), before: old, after: fresh, members: changed }]
  })
}
