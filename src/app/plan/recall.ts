import type { PlanId } from '../../core/id.js'
import type { ChangeRight } from '../../core/plan/window/change-right.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { announce } from './announce.js'
import { carryOut } from './carry-out.js'
import { metricChanges } from './changes.js'
import { type PlanEffect, planEffect, recallEffect } from './effect.js'
import { amountsOf } from './figures.js'
import { periodOf } from './plan-period.js'
import { ofSamePeriod, revisionOf, type VersionedPlan, versioned } from './revision.js'
import { planOf } from './stored-plan.js'
import { groundOf, type Override, rightToReplace } from './window/right.js'

export interface Recalled {
  readonly recalled: VersionedPlan
  /** The one that counts in its place. */
  readonly restored: VersionedPlan | undefined
}

/**
 * Takes a published plan back. The revision whose place it took counts again from today on, if the days that have passed leave room for it;
 * else the days from today on have no target. Days before today stay. Recalled twice, it counts once.
 *
 * @param override an admin's reason for changing what is published outside an adjustment window
 * @throws UserError when it was never published, its period is over, or it may not be changed today
 */
export async function recallPlan(app: App, actor: Actor, planId: PlanId, override?: Override): Promise<Recalled> {
  mustManage(actor)
  const { team } = actor
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(team.id)
    const all = await store.plans.ofTeam(team.id)
    const plan = versioned(all, await revisionOf(store, team, planId))
    if (plan.state === 'recalled' && plan.publishedAt !== undefined) {
      const [standing] = ofSamePeriod(all, planOf(plan)).filter(({ state }) => state === 'published')
      return { recalled: plan, restored: standing && versioned(all, standing) }
    }
    if (plan.state !== 'published') throw new UserError('plan-not-published')

    const right = await rightWithout(store, team, plan)
    const ground = groundOf(right, actor, override)
    const without = await withoutIt(store, team, plan, right)
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
      after: { plan: restored?.id, targets: restored && amountsOf(planOf(restored)), ground, reason: override?.reason },
    })
    await store.planChanges.add(team.id, {
      planId: plan.id,
      act: 'recalled',
      by: actor.personId,
      at: store.now,
      ground,
      reason: override?.reason,
      overridden: [],
      changes: metricChanges(effect),
    })
    await announce(store, team, effect, {
      key: `recalled:${plan.id}`,
      by: actor.name,
      version: (restored ?? plan).version,
      targets: restored === undefined ? [] : amountsOf(planOf(restored)),
      recalled: restored && plan.version,
      reason: override?.reason,
    })
    return { recalled: { ...plan, state: 'recalled' }, restored: restored && { ...restored, state: 'published' } }
  })
}

/** By what a published plan may be recalled today: what to ask before it is done. */
export async function rightToRecall(app: App, actor: Actor, plan: PlanRevision): Promise<ChangeRight> {
  mustManage(actor)
  return plan.state === 'published' ? rightWithout(app.reading(actor.organisationId), actor.team, plan) : { kind: 'free' }
}

/** A slip is taken back on the day it was published; what people have worked towards for a day is a change like any other. */
async function rightWithout(store: Store, team: Team, plan: PlanRevision): Promise<ChangeRight> {
  const isOfToday = plan.publishedAt !== undefined && localDate(team, plan.publishedAt).equals(localDate(team, store.now))
  if (isOfToday) return { kind: 'free' }
  return rightToReplace(store, team, plan, undefined, periodOf(planOf(plan)), [])
}

async function withoutIt(
  store: Store,
  team: Team,
  plan: PlanRevision,
  right: ChangeRight,
): Promise<{ effect: PlanEffect; restored: PlanRevision | undefined }> {
  const superseded = (await store.plans.ofTeam(team.id, ['superseded'])).filter(({ publishedAt }) => publishedAt !== undefined)
  const [earlier] = ofSamePeriod(superseded, planOf(plan)).filter(({ revision }) => revision < plan.revision)
  if (earlier !== undefined) {
    try {
      return { effect: await planEffect(store, team, planOf(earlier), right), restored: earlier }
    } catch (error) {
      // It no longer fits: its members have left, or more was asked for meanwhile than it has in all. Recalling must still be possible.
      if (!(error instanceof UserError)) throw error
    }
  }
  return { effect: await recallEffect(store, team, plan, right), restored: undefined }
}
