import type { PlanFileError } from '../../core/plan/raw-plan.js'
import type { Result } from '../../core/plan/result.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { readPlanFor } from './plan-for-team.js'
import type { PlanSource } from './plan-source.js'
import { savePlanDraft } from './save-draft.js'

/**
 * Reads a plan from outside into a draft. Money that names no currency is the team's.
 *
 * @returns the draft, or all that is wrong in it, by place: then nothing is kept
 * @throws UserError as savePlanDraft does
 */
export async function importPlan(app: App, actor: Actor, source: PlanSource): Promise<Result<PlanRevision, PlanFileError[]>> {
  mustManage(actor)
  const read = await readPlanFor(app.reading(actor.organisationId), actor, source)
  if (!read.ok) return read
  return { ok: true, value: await savePlanDraft(app, actor, read.value) }
}
