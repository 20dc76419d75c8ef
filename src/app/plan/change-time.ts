import type { PlanId } from '../../core/id.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { changeNewest } from './change-draft.js'

/** How a target falls on time; what is undefined falls by working days. */
export type TargetTime = Pick<PlanTarget, 'phases' | 'months' | 'seasonality' | 'week'>

/** What a plan says of all its targets: each day's standard, and who is there for a part of the period. */
export type TeamTime = Pick<PlanInput, 'joiners' | 'leavers' | 'leave' | 'ramps' | 'day'>

/** Lets a target fall on time in another way, in a new draft. @throws UserError as savePlanDraft does, and for a target that is gone */
export async function setTargetTime(app: App, actor: Actor, planId: PlanId, metric: MetricKey, time: TargetTime): Promise<PlanRevision> {
  return changeNewest(app, actor, planId, (base) => {
    if (!base.targets.some((target) => target.metric === metric)) throw new UserError('button-gone')
    return { ...base, targets: base.targets.map((target) => (target.metric === metric ? withTime(target, time) : target)) }
  })
}

/** Changes what the plan says of all its targets, in a new draft. @throws UserError as savePlanDraft does */
export async function setTeamTime(app: App, actor: Actor, planId: PlanId, time: TeamTime): Promise<PlanRevision> {
  return changeNewest(app, actor, planId, ({ joiners: _j, leavers: _l, leave: _a, ramps: _r, day: _d, ...base }) => ({
    ...base,
    ...time,
  }))
}

function withTime({ phases: _p, months: _m, seasonality: _s, week: _w, ...target }: PlanTarget, time: TargetTime): PlanTarget {
  return { ...target, ...time }
}
