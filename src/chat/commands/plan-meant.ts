import { type Actor, actorAnywhere, foundIn } from '../../app/access/visitor.js'
import { UserError } from '../../app/user-error.js'
import type { PlanId } from '../../core/id.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Request } from '../request.js'

/** A plan that a button or a form speaks of, and who asks. */
export interface Meant {
  readonly actor: Actor
  readonly plan: PlanRevision
}

/** @throws UserError when there is no such plan, or the person neither belongs to its team nor is an admin */
export async function meant({ app, visitor, at }: Request, planId = ''): Promise<Meant> {
  const plan = await foundIn(visitor, (organisationId) => app.reading(organisationId).plans.byId(planId as PlanId))
  if (plan === undefined) throw new UserError('plan-gone')
  return { actor: await actorAnywhere(app, visitor, at, plan.teamId), plan }
}
