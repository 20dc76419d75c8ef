import { isToCome } from '../../../core/calendar/stay.js'
import type { MemberId, PersonId } from '../../../core/id.js'
import { carriedOver, type ProposedTarget } from '../../../core/plan/agreement/agreement.js'
import { newId } from '../../../store/new-id.js'
import type { PlanRevision } from '../../../store/repository/plans.js'
import type { Proposal, ProposalId } from '../../../store/repository/proposals.js'
import type { Store } from '../../../store/store.js'
import type { Actor } from '../../access/visitor.js'
import { privateEntries } from '../../review/private-entries.js'
import type { PlanEffect } from '../effect.js'
import { askedOfMembers } from './asked.js'
import { proposalsBehind } from './earlier.js'
import type { ProposalPost } from './post.js'
import { tellWithdrawn } from './withdraw.js'

/**
 * Puts a draft's numbers to each member they concern, within a transaction that holds the team's plans. What a member answered to the same
 * numbers before stays; whose numbers are others is told, with before and after. What managers ask of themselves they have agreed to.
 *
 * @param answered proposals whose answer is known already: a counter that was taken
 */
export async function putForward(
  store: Store,
  actor: Actor,
  draft: PlanRevision,
  effect: PlanEffect,
  answered: ReadonlyMap<MemberId, Proposal> = new Map(),
): Promise<void> {
  const { team } = actor
  const behind = (await proposalsBehind(store, team, draft))?.proposals ?? []
  const asked = askedOfMembers(effect)
  const told = new Map<PersonId, ProposalPost>()
  for (const { id: memberId, personId, ...stay } of effect.members) {
    const targets = asked.get(memberId)
    if (targets === undefined || isToCome(stay, actor.today)) continue
    const earlier = behind.find((each) => each.memberId === memberId)
    const known = answered.get(memberId)
    const next = known === undefined ? nextProposal(earlier, targets) : { state: 'accepted' as const, isTold: false }
    const kept = known ?? (next.state === 'proposed' ? undefined : earlier)
    const proposal: Proposal = {
      id: earlier !== undefined && earlier.planId === draft.id ? earlier.id : (newId<'proposal'>() as ProposalId),
      teamId: team.id,
      planId: draft.id,
      memberId,
      state: memberId === actor.memberId ? 'accepted' : next.state,
      targets,
      proposedBy: actor.personId,
      proposedAt: next.isTold || earlier === undefined ? store.now : earlier.proposedAt,
      counter: kept?.counter,
      answeredAt: kept?.answeredAt,
      decision: kept?.decision,
    }
    await store.proposals.save(proposal)
    if (next.isTold && memberId !== actor.memberId) told.set(personId, proposalPost(actor, effect, proposal, earlier))
  }
  await store.outbox.add(await entries(store, actor, draft, told))
  await tellWithdrawn(
    store,
    actor,
    effect.period.id,
    behind.filter(({ memberId }) => !asked.has(memberId)),
    effect.members,
  )
}

function nextProposal(earlier: Proposal | undefined, targets: readonly ProposedTarget[]) {
  if (earlier === undefined) return { state: 'proposed' as const, isTold: true }
  const carried = carriedOver(earlier, targets)
  return { state: carried.state, isTold: carried.kind === 'changed' }
}

function proposalPost({ team, name }: Actor, { period }: PlanEffect, proposal: Proposal, earlier: Proposal | undefined): ProposalPost {
  return {
    kind: 'proposal',
    proposalId: proposal.id,
    team: team.name,
    period: period.id,
    by: name,
    weekdays: team.weekdays.length,
    targets: proposal.targets.map(({ currency, ...target }) => ({
      ...target,
      ...(currency === undefined ? {} : { currency }),
      earlier: earlier?.targets.find(({ metric }) => metric === target.metric)?.amount ?? null,
    })),
  }
}

async function entries(store: Store, { team }: Actor, { id }: PlanRevision, told: ReadonlyMap<PersonId, ProposalPost>) {
  const key = `proposal:${id}:${store.now.epochMilliseconds}`
  const all = await privateEntries(store, team, [...told.keys()], key, (personId) => postTo(told, personId))
  return all
}

function postTo(told: ReadonlyMap<PersonId, ProposalPost>, personId: PersonId): ProposalPost {
  const post = told.get(personId)
  if (post === undefined) throw new Error(`Cannot tell ${personId}: there is no proposal`)
  return post
}
