import type { PlanId } from '../../core/id.js'
import { namedInPlan } from '../../core/plan/plan-calendar.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import { newId } from '../../store/new-id.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { planEffect } from './effect.js'
import { learnSeasons } from './learn-seasons.js'
import { ofSamePeriod } from './revision.js'
import { asksTheSame, planOf, recheckedPlan } from './stored-plan.js'

/**
 * Keeps a plan as the team's newest draft of its period. A draft is never rewritten: the older one of the same period is put aside, so that
 * whoever publishes one publishes what they have seen. What the newest draft asks for already is not kept twice.
 *
 * @throws UserError when the plan could not be carried out as the team is now; then nothing is kept
 */
export async function savePlanDraft(app: App, actor: Actor, input: PlanInput): Promise<PlanRevision> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    return keepDraft(store, actor, input)
  })
}

/** The same within a transaction that holds the team's plans. */
export async function keepDraft(store: Store, actor: Actor, input: PlanInput): Promise<PlanRevision> {
  const plan = await learnSeasons(store, actor.team, planFor(actor.team, input))
  await planEffect(store, actor.team, plan)
  const drafts = ofSamePeriod(await store.plans.ofTeam(actor.team.id, ['draft']), plan)
  const [newest] = drafts
  if (newest !== undefined && asksTheSame(planOf(newest), plan)) return newest
  for (const { id } of drafts) await store.plans.move(id, 'draft', 'superseded')
  const draft = await store.plans.addDraft({
    id: newId<'plan'>() as PlanId,
    teamId: actor.team.id,
    input: plan,
    madeBy: actor.personId,
    madeAt: store.now,
  })
  await store.records.audit({ personId: actor.personId, act: 'plan-draft', subject: draft.id, before: newest?.id, after: plan })
  return draft
}

/** The plan in the team's fiscal year, unless it names another. @throws UserError when its period or months are not of that year */
export function planFor({ fiscal }: Pick<Team, 'fiscal'>, input: PlanInput): PlanInput {
  if (input.fiscalStartMonth !== undefined || input.calendar !== undefined) return input
  const checked = recheckedPlan({ ...input, ...namedInPlan(fiscal) })
  if (checked.success) return checked.data
  throw new UserError(fiscal.kind === 'weeks' ? 'plan-weeks' : 'plan-months', { month: String(fiscal.startMonth) }, 'period')
}
