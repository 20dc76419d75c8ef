import type { PlanId } from '../../core/id.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { withdrawProposals } from './agree/withdraw.js'
import { ofSamePeriod, revisionOf } from './revision.js'
import { keepDraft } from './save-draft.js'
import { planOf } from './stored-plan.js'

/** A plan's period by its id, in the fiscal year that it names. */
export type PlanFor = Pick<PlanInput, 'period' | 'fiscalStartMonth' | 'calendar'>

/**
 * Adds a target to what is being planned for a period: its newest draft or else its published plan. One of the same metric takes the old
 * one's place. Added twice, it is there once.
 *
 * @throws UserError as savePlanDraft does
 */
export async function addTarget(app: App, actor: Actor, planFor: PlanFor, target: PlanTarget): Promise<PlanRevision> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const empty: PlanInput = { version: 1, ...planFor, targets: [] }
    const base = await newestOf(store, actor, empty)
    const others = base.targets.filter(({ metric }) => metric !== target.metric)
    const place = base.targets.findIndex(({ metric }) => metric === target.metric)
    const targets = place < 0 ? [...others, target] : others.toSpliced(place, 0, target)
    return keepDraft(store, actor, { ...base, targets })
  })
}

/** Takes a target out of a plan, in a new draft. @throws UserError for the last one: then the plan is to be discarded or recalled */
export async function dropTarget(app: App, actor: Actor, planId: PlanId, metric: MetricKey): Promise<PlanRevision> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const base = await newestOf(store, actor, planOf(await revisionOf(store, actor.team, planId)))
    const targets = base.targets.filter((target) => target.metric !== metric)
    if (targets.length === 0) throw new UserError('plan-last-target')
    return keepDraft(store, actor, { ...base, targets })
  })
}

/** Changes what is being planned for a plan's period, in a new draft. @throws UserError as savePlanDraft does */
export async function changeNewest(app: App, actor: Actor, planId: PlanId, change: (base: PlanInput) => PlanInput): Promise<PlanRevision> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const base = await newestOf(store, actor, planOf(await revisionOf(store, actor.team, planId)))
    return keepDraft(store, actor, change(base))
  })
}

/** Throws a draft away; who was asked to agree to it is told. Asked again, it changes nothing. @throws UserError when it was published meanwhile */
export async function discardDraft(app: App, actor: Actor, planId: PlanId): Promise<void> {
  mustManage(actor)
  await app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const draft = await revisionOf(store, actor.team, planId)
    if (draft.state === 'published') throw new UserError('plan-published-already')
    if (!(await store.plans.move(draft.id, 'draft', 'recalled'))) return
    await store.records.audit({ personId: actor.personId, act: 'plan-discard', subject: draft.id })
    await withdrawProposals(store, actor, draft)
  })
}

/** What is being planned for a plan's period: its newest draft, or else what is published, or else the plan itself. */
export async function newestOf(store: Store, actor: Actor, plan: PlanInput): Promise<PlanInput> {
  const revisions = ofSamePeriod(await store.plans.ofTeam(actor.team.id, ['draft', 'published']), plan)
  const newest = revisions.find(({ state }) => state === 'draft') ?? revisions[0]
  return newest === undefined ? plan : planOf(newest)
}
