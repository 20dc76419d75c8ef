import { hasLeft } from '../../core/calendar/stay.js'
import { foldedName } from '../../core/plan/closest-name.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { changeNewest } from './change-draft.js'
import { periodOf } from './plan-period.js'
import { planOf } from './stored-plan.js'

export type LeaverRule = Exclude<PlanInput['leavers'], undefined>

/**
 * A draft of a plan for the team as it is now, in which what leavers are no longer there for goes to the team, or is carried by themselves
 * until they go. A number that was agreed with somebody was agreed for the whole period: the team takes over no part of it while it stands.
 *
 * @throws UserError as savePlanDraft does
 */
export async function shareLeavers(app: App, actor: Actor, plan: PlanRevision, rule: LeaverRule): Promise<PlanRevision> {
  const { end } = periodOf(planOf(plan))
  const members = await app.reading(actor.organisationId).teams.members(actor.team.id)
  const leavers = new Set(members.filter((member) => hasLeft(member, end)).map(({ name }) => foldedName(name)))
  return changeNewest(app, actor, plan.id, (base) => {
    const ruled = (base.leavers ?? 'team') === rule ? base : { ...base, leavers: rule }
    return rule === 'carried' ? ruled : { ...ruled, targets: ruled.targets.map((target) => withoutAgreed(target, leavers)) }
  })
}

function withoutAgreed({ agreed, ...target }: PlanTarget, leavers: ReadonlySet<string>): PlanTarget {
  const kept = agreed?.filter(({ member }) => !leavers.has(foldedName(member))) ?? []
  return kept.length === 0 ? target : { ...target, agreed: kept }
}
