import type { Period } from '../../core/calendar/period.js'
import type { PlanId } from '../../core/id.js'
import { formatPlanFile } from '../../core/plan/plan-file.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import type { TargetFigures } from './figures.js'
import { type PlanOverview, planOverview, standingFigures } from './overview.js'
import { previewPlan } from './preview.js'
import { revisionOf } from './revision.js'
import { planOf } from './stored-plan.js'

/**
 * What may be exported without being named, the newest first: what holds now (when all of it is over, the last of it), or else the newest draft.
 *
 * @throws UserError when the team has neither
 */
export async function exportable(app: App, actor: Actor): Promise<[PlanRevision, ...PlanRevision[]]> {
  mustManage(actor)
  const [newest, ...others] = exportableOf(await planOverview(app, actor))
  if (newest === undefined) throw new UserError('plan-none', { team: actor.team.name })
  return [newest, ...others]
}

function exportableOf({ published, drafts }: PlanOverview): PlanRevision[] {
  const standing = published.map(({ revision }) => revision).toSorted((a, b) => b.revision - a.revision)
  return standing.length > 0 ? standing : drafts.slice(0, 1).map(({ revision }) => revision)
}

/**
 * A plan as YAML, which importPlan reads back: the one named, or else the newest of those that may be exported.
 *
 * @throws UserError when the team has none
 */
export async function exportPlan(app: App, actor: Actor, planId?: PlanId): Promise<string> {
  return formatPlanFile(planOf(await meantOf(app, actor, planId)))
}

/** A plan's numbers by member and month. */
export interface PlanFigures {
  readonly team: string
  readonly period: Period
  readonly targets: readonly TargetFigures[]
}

/**
 * The same plan in numbers: as they stand published, or as a draft would have them.
 *
 * @throws UserError when the team has none, or when the one that is named counts no longer: what stands for its period is another's
 */
export async function planFigures(app: App, actor: Actor, planId?: PlanId): Promise<PlanFigures> {
  const revision = await meantOf(app, actor, planId)
  switch (revision.state) {
    case 'published':
      return { team: actor.team.name, ...(await standingFigures(app, actor, revision)) }
    case 'draft': {
      const { period, targets } = await previewPlan(app, actor, revision.id)
      return { team: actor.team.name, period, targets: targets.filter(({ isDropped }) => !isDropped) }
    }
    case 'superseded':
    case 'recalled':
      throw new UserError('plan-export-past')
  }
}

async function meantOf(app: App, actor: Actor, planId: PlanId | undefined): Promise<PlanRevision> {
  mustManage(actor)
  if (planId !== undefined) return revisionOf(app.reading(actor.organisationId), actor.team, planId)
  return (await exportable(app, actor))[0]
}
