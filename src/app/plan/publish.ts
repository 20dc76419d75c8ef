import type { PlanId } from '../../core/id.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { agreementOf, withoutAgreement } from './agree/agreement.js'
import { announce } from './announce.js'
import { carryOut } from './carry-out.js'
import { checkPlan, type PlanChecks } from './check-plan.js'
import { planEffect } from './effect.js'
import { amountsOf } from './figures.js'
import { revisionOf, type VersionedPlan, versioned } from './revision.js'
import { planOf } from './stored-plan.js'

/**
 * Makes a draft the plan that counts for its period, tells the team, and tells each member in private what it changes. Days before today
 * keep what was published for them. Published twice, it counts once. Where the draft was proposed, who has not agreed is kept on record.
 *
 * @param reason why an admin publishes it although a check is blocked; kept in the audit log
 * @throws UserError when another draft took its place, it cannot be carried out as the team is now, or a check is blocked
 */
export async function publishPlan(app: App, actor: Actor, planId: PlanId, reason = ''): Promise<VersionedPlan> {
  mustManage(actor)
  const { team } = actor
  return app.transaction(actor.organisationId, async (store) => {
    await store.plans.hold(team.id)
    const draft = versioned(await store.plans.ofTeam(team.id), await revisionOf(store, team, planId))
    if (draft.state === 'published') return draft
    if (draft.state !== 'draft') throw new UserError('plan-not-draft')

    const plan = planOf(draft)
    const effect = await planEffect(store, team, plan)
    const overridden = mustPass(actor, await checkPlan(store, team, plan, effect), reason.trim())
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
      after: { plan: draft.id, targets: amountsOf(plan), unagreed, ...overridden },
    })
    await announce(store, team, effect, {
      key: `published:${draft.id}`,
      by: actor.name,
      version: draft.version,
      targets: amountsOf(plan),
    })
    return { ...draft, state: 'published', publishedBy: actor.personId, publishedAt: store.now, unagreed }
  })
}

/** Whether somebody may publish in spite of what is blocked: an admin, unless the plan contradicts itself. */
export function mayOverride({ isAdmin }: Actor, checks: PlanChecks): boolean {
  const blocked = blockedOf(checks)
  return isAdmin && blocked.length > 0 && blocked.every(({ canOverride }) => canOverride)
}

/** @returns for the audit log, which checks were overridden and why */
function mustPass(actor: Actor, checks: PlanChecks, reason: string): { overridden?: readonly string[]; reason?: string } {
  const blocked = blockedOf(checks).map(({ check }) => check)
  const [first] = blocked
  if (first === undefined) return {}
  if (!mayOverride(actor, checks) || reason === '') throw new UserError('plan-blocked', { check: first })
  return { overridden: blocked, reason }
}

function blockedOf(checks: PlanChecks) {
  return checks.filter(({ verdict }) => verdict === 'blocked')
}
