import type { PlanId } from '../../core/id.js'
import { withAtLeast, withoutMembers } from '../../core/plan/change-plan.js'
import { planMistakesOf } from '../../core/plan/plan-file.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { PlanFileError } from '../../core/plan/raw-plan.js'
import type { Result } from '../../core/plan/result.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { newestOf } from './change-draft.js'
import { checkPlan, type PlanChecks } from './check-plan.js'
import { planEffect } from './effect.js'
import { revisionOf } from './revision.js'
import { keepDraft } from './save-draft.js'
import { planOf, recheckedPlan } from './stored-plan.js'

/**
 * Changes what is being planned for a period, its newest draft or else its published plan, in a new draft.
 *
 * @returns what does not fit together any more: then nothing is kept
 * @throws UserError as savePlanDraft does
 */
export async function changePlan(
  app: App,
  actor: Actor,
  planId: PlanId,
  change: (plan: PlanInput, store: Store) => PlanInput | Promise<PlanInput>,
): Promise<Result<PlanRevision, PlanFileError[]>> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const base = await newestOf(store, actor, planOf(await revisionOf(store, actor.team, planId)))
    const changed = recheckedPlan(await change(base, store))
    if (!changed.success) return { ok: false, error: planMistakesOf(changed.error) }
    return { ok: true, value: await keepDraft(store, actor, changed.data) }
  })
}

/** Asks for the process targets that the plan's funnels need: a new target where there is none, more where it is too little. */
export async function askForProcess(app: App, actor: Actor, planId: PlanId): Promise<Result<PlanRevision, PlanFileError[]>> {
  return changePlan(app, actor, planId, async (plan, store) => {
    const [, { suggestion }] = await checksOf(store, actor, plan)
    return suggestion?.code === 'set-process' ? withAtLeast(plan, suggestion.amounts) : plan
  })
}

/** Takes those out who have a part by name and no working day left. */
export async function leaveOut(app: App, actor: Actor, planId: PlanId): Promise<Result<PlanRevision, PlanFileError[]>> {
  return changePlan(app, actor, planId, async (plan, store) => {
    const [, , , , { suggestion }] = await checksOf(store, actor, plan)
    return suggestion?.code === 'leave-out' ? withoutMembers(plan, suggestion.names) : plan
  })
}

async function checksOf(store: Store, { team }: Actor, plan: PlanInput): Promise<PlanChecks> {
  return checkPlan(store, team, plan, await planEffect(store, team, plan))
}
