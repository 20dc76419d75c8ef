import type { Period } from '../../core/calendar/period.js'
import type { PlanId } from '../../core/id.js'
import { formatPlanFile } from '../../core/plan/plan-file.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import type { TargetFigures } from './figures.js'
import { planOverview } from './overview.js'
import { previewPlan } from './preview.js'
import { revisionOf } from './revision.js'
import { planOf } from './stored-plan.js'

/**
 * A plan as YAML, which importPlan reads back: the one named, or else the newest published one, or else the newest draft.
 *
 * @throws UserError when the team has none
 */
export async function exportPlan(app: App, actor: Actor, planId?: PlanId): Promise<string> {
  mustManage(actor)
  const store = app.reading(actor.organisationId)
  if (planId !== undefined) return formatPlanFile(planOf(await revisionOf(store, actor.team, planId)))
  const revisions = await store.plans.ofTeam(actor.team.id, ['published', 'draft'])
  const newest = revisions.find(({ state }) => state === 'published') ?? revisions[0]
  if (newest === undefined) throw new UserError('plan-none', { team: actor.team.name })
  return formatPlanFile(planOf(newest))
}

/** A plan's numbers by member and month. */
export interface PlanFigures {
  readonly team: string
  readonly period: Period
  readonly targets: readonly TargetFigures[]
}

/** The same plan in numbers: as they stand published, or as the newest draft would have them. @throws UserError when the team has none */
export async function planFigures(app: App, actor: Actor): Promise<PlanFigures> {
  mustManage(actor)
  const { team, published, drafts } = await planOverview(app, actor)
  const newest = published.toSorted((a, b) => b.revision.revision - a.revision.revision)[0]
  if (newest !== undefined) return { team, period: newest.period, targets: newest.targets }
  const [draft] = drafts
  if (draft === undefined) throw new UserError('plan-none', { team })
  const { period, targets } = await previewPlan(app, actor, draft.revision.id)
  return { team, period, targets: targets.filter(({ isDropped }) => !isDropped) }
}
