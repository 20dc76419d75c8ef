import type { PlanInput } from '../../../core/plan/plan-input.js'
import type { PlanRevision } from '../../../store/repository/plans.js'
import type { Proposal } from '../../../store/repository/proposals.js'
import type { Team } from '../../../store/repository/teams.js'
import type { Store } from '../../../store/store.js'
import { ofSamePeriod } from '../revision.js'
import { planOf } from '../stored-plan.js'

/** The proposals that stand for a draft: its own, or those of the newest earlier draft of its period that nothing was published after. */
export interface StandingProposals {
  readonly revision: number
  readonly proposals: readonly Proposal[]
}

/** @returns undefined when nothing has been proposed for the period since its last publication */
export async function proposalsBehind(store: Store, team: Team, draft: PlanRevision): Promise<StandingProposals | undefined> {
  const own = await store.proposals.ofPlans([draft.id])
  if (own.length > 0) return { revision: draft.revision, proposals: own }
  const earlier = await draftsBefore(store, team, draft, planOf(draft))
  const proposals = await store.proposals.ofPlans(earlier.map(({ id }) => id))
  const newest = earlier.find(({ id }) => proposals.some(({ planId }) => planId === id))
  return newest && { revision: newest.revision, proposals: proposals.filter(({ planId }) => planId === newest.id) }
}

/** Newest first. */
async function draftsBefore(store: Store, team: Team, { revision }: PlanRevision, plan: PlanInput): Promise<PlanRevision[]> {
  const all = ofSamePeriod(await store.plans.ofTeam(team.id, ['draft', 'published', 'superseded', 'recalled']), plan)
  const before = all.filter((each) => each.revision < revision)
  const published = before.findIndex(({ publishedAt }) => publishedAt !== undefined)
  return (published < 0 ? before : before.slice(0, published)).filter(({ state }) => state !== 'recalled')
}
