import type { PlanId } from '../../core/id.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { announce } from './announce.js'
import { carryOut } from './carry-out.js'
import { type PlanEffect, planEffect, recallEffect } from './effect.js'
import { amountsOf } from './figures.js'
import { ofSamePeriod, revisionOf, type VersionedPlan, versioned } from './revision.js'
import { planOf } from './stored-plan.js'

export interface Recalled {
  readonly recalled: VersionedPlan
  /** The one that counts in its place. */
  readonly restored: VersionedPlan | undefined
}

/**
 * Takes a published plan back. The revision whose place it took counts again from today on, if the days that have passed leave room for it;
 * else the days from today on have no target. Days before today stay. Recalled twice, it counts once.
 *
 * @throws UserError when it was never published, or its period is over
 */
export async function recallPlan(app: App, actor: Actor, planId: PlanId): Promise<Recalled> {
  mustManage(actor)
  const { team } = actor
  return app.transaction(actor.organisationId, async (store) => {
    await store.plans.hold(team.id)
    const all = await store.plans.ofTeam(team.id)
    const plan = versioned(all, await revisionOf(store, team, planId))
    if (plan.state === 'recalled' && plan.publishedAt !== undefined) {
      const [standing] = ofSamePeriod(all, planOf(plan)).filter(({ state }) => state === 'published')
      return { recalled: plan, restored: standing && versioned(all, standing) }
    }
    if (plan.state !== 'published') throw new UserError('plan-not-published')

    const without = await withoutIt(store, team, plan)
    const { effect } = without
    const restored = without.restored && versioned(all, without.restored)
    await store.plans.move(plan.id, 'published', 'recalled')
    if (restored !== undefined) await store.plans.move(restored.id, 'superseded', 'published')
    await carryOut(store, team, effect, restored?.id ?? plan.id)
    await store.records.audit({
      personId: actor.personId,
      act: 'plan-recall',
      subject: plan.id,
      before: { plan: plan.id, targets: amountsOf(planOf(plan)) },
      after: restored && { plan: restored.id, targets: amountsOf(planOf(restored)) },
    })
    await announce(store, team, effect, {
      key: `recalled:${plan.id}`,
      by: actor.name,
      version: (restored ?? plan).version,
      targets: restored === undefined ? [] : amountsOf(planOf(restored)),
    })
    return { recalled: { ...plan, state: 'recalled' }, restored: restored && { ...restored, state: 'published' } }
  })
}

async function withoutIt(
  store: Store,
  team: Team,
  plan: PlanRevision,
): Promise<{ effect: PlanEffect; restored: PlanRevision | undefined }> {
  const superseded = (await store.plans.ofTeam(team.id, ['superseded'])).filter(({ publishedAt }) => publishedAt !== undefined)
  const [earlier] = ofSamePeriod(superseded, planOf(plan)).filter(({ revision }) => revision < plan.revision)
  if (earlier !== undefined) {
    try {
      return { effect: await planEffect(store, team, planOf(earlier)), restored: earlier }
    } catch (error) {
      // It no longer fits: its members have left, or more was asked for meanwhile than it has in all. Recalling must still be possible.
      if (!(error instanceof UserError)) throw error
    }
  }
  return { effect: await recallEffect(store, team, plan), restored: undefined }
}
