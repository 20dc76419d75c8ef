import type { Actor } from '../../app/access/visitor.js'
import { UserError } from '../../app/user-error.js'
import type { PlanId } from '../../core/id.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { actorIn, type Request } from '../request.js'

/** A plan that a button or a form speaks of, and who asks. */
export interface Meant {
  readonly actor: Actor
  readonly plan: PlanRevision
}

/** @throws UserError when there is no such plan, or the person does not belong to its team */
export async function meant(request: Request, planId = ''): Promise<Meant> {
  const { organisationId } = request.visitor
  const plan = organisationId && (await request.app.reading(organisationId).plans.byId(planId as PlanId))
  if (plan === undefined) throw new UserError('plan-gone')
  return { actor: actorIn(request, plan.teamId), plan }
}
