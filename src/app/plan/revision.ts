import type { PlanId } from '../../core/id.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { UserError } from '../user-error.js'
import { isSamePeriod, periodOf } from './plan-period.js'
import { planOf } from './stored-plan.js'

/** A revision of this team's plan. @throws UserError when there is none of that id */
export async function revisionOf(store: Store, team: Team, planId: PlanId): Promise<PlanRevision> {
  const revision = await store.plans.byId(planId)
  if (revision === undefined || revision.teamId !== team.id) throw new UserError('plan-gone')
  return revision
}

/** Of revisions, those for the same stretch of time as a plan. */
export function ofSamePeriod(revisions: readonly PlanRevision[], plan: PlanInput): PlanRevision[] {
  const period = periodOf(plan)
  return revisions.filter((revision) => isSamePeriod(periodOf(planOf(revision)), period))
}

/** Every revision is numbered for the team; people count the plans that were published for one stretch of time, so a first draft is no "7". */
export interface VersionedPlan extends PlanRevision {
  /** 1 for the first plan of its period, drafts included; 2 where one was published for it before. */
  readonly version: number
}

/** @param revisions the team's, at least all that were ever published */
export function versioned(revisions: readonly PlanRevision[], plan: PlanRevision): VersionedPlan {
  const before = ofSamePeriod(revisions, planOf(plan)).filter(
    ({ revision, publishedAt }) => publishedAt !== undefined && revision < plan.revision,
  )
  return { ...plan, version: before.length + 1 }
}
