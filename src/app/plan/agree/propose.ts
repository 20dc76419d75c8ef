import type { PlanId } from '../../../core/id.js'
import type { PlanRevision } from '../../../store/repository/plans.js'
import { type Actor, mustManage } from '../../access/visitor.js'
import type { App } from '../../app.js'
import { UserError } from '../../user-error.js'
import { planEffect } from '../effect.js'
import { revisionOf } from '../revision.js'
import { planOf } from '../stored-plan.js'
import { putForward } from './put-forward.js'

/**
 * Puts a draft to the team: each member is told their own numbers in private and can accept or counter them. Nobody's target changes by it.
 * Proposed twice, it is told once.
 *
 * @throws UserError when it is no draft any more, or cannot be carried out as the team is now
 */
export async function proposePlan(app: App, actor: Actor, planId: PlanId): Promise<PlanRevision> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const draft = await revisionOf(store, actor.team, planId)
    if (draft.state === 'published') throw new UserError('plan-published-already')
    if (draft.state !== 'draft') throw new UserError('plan-not-draft')
    await putForward(store, actor, draft, await planEffect(store, actor.team, planOf(draft)))
    await store.records.audit({ personId: actor.personId, act: 'plan-propose', subject: draft.id })
    return draft
  })
}
