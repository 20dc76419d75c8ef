import type { PlanRevision } from '../../../store/repository/plans.js'
import type { Proposal } from '../../../store/repository/proposals.js'
import type { Member } from '../../../store/repository/teams.js'
import type { Store } from '../../../store/store.js'
import type { Actor } from '../../access/visitor.js'
import { privateEntries } from '../../review/private-entries.js'
import { periodOf } from '../plan-period.js'
import { planOf } from '../stored-plan.js'
import { proposalsBehind } from './earlier.js'
import type { ProposalSettledPost } from './post.js'

/** Tells everybody to whom a draft was proposed that it is gone. */
export async function withdrawProposals(store: Store, actor: Actor, draft: PlanRevision): Promise<void> {
  const behind = await proposalsBehind(store, actor.team, draft)
  if (behind === undefined) return
  const members = await store.teams.members(actor.team.id)
  await tellWithdrawn(store, actor, periodOf(planOf(draft)).id, behind.proposals, members)
}

/** Tells members that what was proposed to them is not any more. */
export async function tellWithdrawn(
  store: Store,
  actor: Actor,
  period: string,
  proposals: readonly Proposal[],
  members: readonly Member[],
): Promise<void> {
  const gone = proposals.filter(({ memberId }) => memberId !== actor.memberId)
  const people = members.filter(({ id }) => gone.some(({ memberId }) => memberId === id)).map(({ personId }) => personId)
  const [first] = gone
  if (first === undefined) return
  const post: ProposalSettledPost = { kind: 'proposal-settled', outcome: 'withdrawn', period, by: actor.name, team: actor.team.name }
  await store.outbox.add(await privateEntries(store, actor.team, people, `withdrawn:${first.planId}`, post))
}
