import type { PlanId } from '../../core/id.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { agreementOf, withoutAgreement } from './agree/agreement.js'
import { announce } from './announce.js'
import { carryOut } from './carry-out.js'
import { metricChanges } from './changes.js'
import { checkPlan } from './check-plan.js'
import { planEffect } from './effect.js'
import { amountsOf } from './figures.js'
import { mustPass } from './publish-gate.js'
import { revisionOf, type VersionedPlan, versioned } from './revision.js'
import { planOf } from './stored-plan.js'
import type { Override } from './window/right.js'

/**
 * Makes a draft the plan that counts for its period, tells the team, and tells each member in private what it changes. Days before today
 * keep what was published for them. Published twice, it counts once. Where the draft was proposed, who has not agreed is kept on record.
 *
 * @param override an admin's reason for publishing it although a check is blocked, or for changing what is published outside an adjustment
 *   window; one for both
 * @throws UserError when another draft took its place, it cannot be carried out as the team is now, or it takes a reason that is not there
 */
export async function publishPlan(app: App, actor: Actor, planId: PlanId, override?: Override): Promise<VersionedPlan> {
  mustManage(actor)
  const { team } = actor
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(team.id)
    const draft = versioned(await store.plans.ofTeam(team.id), await revisionOf(store, team, planId))
    if (draft.state === 'published') return draft
    if (draft.state !== 'draft') throw new UserError('plan-not-draft')

    const plan = planOf(draft)
    const effect = await planEffect(store, team, plan)
    const checks = await checkPlan(store, team, plan, effect)
    const { ground, overridden } = mustPass(actor, { checks, right: effect.right }, override)
    const reason = override?.reason.trim() || undefined
    const agreement = await agreementOf(store, team, draft, effect)
    const unagreed = agreement && withoutAgreement(agreement)
    await store.plans.move(draft.id, 'draft', 'published', { personId: actor.personId, at: store.now })
    if (unagreed !== undefined) await store.plans.keepUnagreed(draft.id, unagreed)
    if (effect.replaces !== undefined) await store.plans.move(effect.replaces.id, 'published', 'superseded')
    await carryOut(store, team, effect, draft.id)
    await store.records.audit({
      personId: actor.personId,
      act: 'plan-publish',
      subject: draft.id,
      before: effect.replaces && { plan: effect.replaces.id, targets: amountsOf(planOf(effect.replaces)) },
      after: { plan: draft.id, targets: amountsOf(plan), unagreed, ground, overridden, reason },
    })
    await store.planChanges.add(team.id, {
      planId: draft.id,
      act: 'published',
      by: actor.personId,
      at: store.now,
      ground,
      reason,
      overridden,
      changes: metricChanges(effect),
    })
    await announce(store, team, effect, {
      key: `published:${draft.id}`,
      by: actor.name,
      version: draft.version,
      targets: amountsOf(plan),
      // Why a check was overridden is for the record; why published numbers changed is for everybody whose numbers they are.
      reason: ground === 'override' ? reason : undefined,
      actions: plan.actions,
    })
    return { ...draft, state: 'published', publishedBy: actor.personId, publishedAt: store.now, unagreed }
  })
}
