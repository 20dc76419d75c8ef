import { type CounterTarget, counterChanges } from '../../../core/plan/agreement/agreement.js'
import type { PlanRevision } from '../../../store/repository/plans.js'
import type { Proposal, ProposalId } from '../../../store/repository/proposals.js'
import type { Store } from '../../../store/store.js'
import { SYSTEM_PERSON } from '../../access/system-actor.js'
import type { Actor } from '../../access/visitor.js'
import type { App } from '../../app.js'
import type { Post } from '../../posts.js'
import { privateEntries } from '../../review/private-entries.js'
import { managersOf } from '../../team/managers.js'
import { UserError } from '../../user-error.js'
import { periodOf } from '../plan-period.js'
import { planOf } from '../stored-plan.js'

export interface Answered {
  readonly proposal: Proposal
  readonly plan: PlanRevision
}

/** A member's own proposal, to be answered. @throws UserError when it is somebody else's, or has ended */
export async function ownProposal(store: Store, actor: Actor, id: ProposalId): Promise<Answered> {
  const proposal = await store.proposals.byId(id)
  if (proposal === undefined || proposal.teamId !== actor.team.id) throw new UserError('proposal-gone')
  if (proposal.memberId !== actor.memberId) throw new UserError('proposal-not-yours')
  return { proposal, plan: await openPlan(store, proposal) }
}

/** The draft that a proposal is of. @throws UserError when it is no draft any more */
export async function openPlan(store: Store, { planId }: Proposal): Promise<PlanRevision> {
  const plan = await store.plans.byId(planId)
  if (plan === undefined) throw new UserError('proposal-gone')
  const period = { kind: 'period', id: periodOf(planOf(plan)).id } as const
  if (plan.publishedAt !== undefined) throw new UserError('proposal-published', { period })
  if (plan.state !== 'draft') throw new UserError(plan.state === 'superseded' ? 'proposal-replaced' : 'proposal-withdrawn', { period })
  return plan
}

/** Says yes to the proposed numbers. Whoever proposed them is told once everybody has. Accepted twice, it counts once. */
export async function acceptProposal(app: App, actor: Actor, id: ProposalId): Promise<Answered> {
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const { proposal, plan } = await ownProposal(store, actor, id)
    if (proposal.state === 'accepted') return { proposal, plan }
    const accepted: Proposal = { ...proposal, state: 'accepted', answeredAt: store.now }
    await store.proposals.save(accepted)
    await store.records.audit({
      personId: actor.personId,
      act: 'proposal-accept',
      subject: id,
      before: proposal.state,
      after: proposal.targets,
    })
    const all = await store.proposals.ofPlans([plan.id])
    if (all.every(({ state }) => state === 'accepted'))
      await tellProposer(store, actor, proposal, `agreed:${plan.id}`, {
        kind: 'proposal-agreed',
        planId: plan.id,
        period: periodOf(planOf(plan)).id,
        members: all.length,
      })
    return { proposal: accepted, plan }
  })
}

/**
 * Asks for other numbers, with a reason; whoever proposed is told and decides. Sent again with other numbers, the last ones count.
 *
 * @throws UserError when the numbers are those proposed, or more than the whole team's
 */
export async function counterProposal(
  app: App,
  actor: Actor,
  id: ProposalId,
  { targets, reason }: { readonly targets: readonly CounterTarget[]; readonly reason: string },
): Promise<Answered> {
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const { proposal, plan } = await ownProposal(store, actor, id)
    const changes = counterChanges(proposal.targets, targets)
    if (changes.length === 0) throw new UserError('counter-same')
    for (const { metric, currency, asked } of changes) {
      const whole = planOf(plan).targets.find((target) => target.metric === metric)?.amount ?? 0n
      if (asked > whole) throw new UserError('counter-above-team', { metric, total: amountFact(whole, currency) }, metric)
    }
    const countered: Proposal = {
      ...proposal,
      state: 'countered',
      counter: { targets, reason },
      answeredAt: store.now,
      decision: undefined,
    }
    await store.proposals.save(countered)
    await store.records.audit({
      personId: actor.personId,
      act: 'proposal-counter',
      subject: id,
      before: proposal.targets,
      after: { targets, reason },
    })
    await tellProposer(store, actor, proposal, `countered:${id}:${store.now.epochMilliseconds}`, {
      kind: 'proposal-countered',
      planId: plan.id,
      proposalId: id,
      name: actor.name,
      period: periodOf(planOf(plan)).id,
      changes: changes.map(({ currency, ...change }) => ({ ...change, ...(currency === undefined ? {} : { currency }) })),
      reason,
    })
    return { proposal: countered, plan }
  })
}

/** In private; when the operator proposed it, the team's managers. */
async function tellProposer(store: Store, { team }: Actor, { proposedBy }: Proposal, key: string, post: Post): Promise<void> {
  const people = proposedBy === SYSTEM_PERSON ? await managersOf(store, team) : [proposedBy]
  await store.outbox.add(await privateEntries(store, team, people, key, post))
}

export function amountFact(amount: bigint, currency: string | undefined) {
  return currency === undefined ? amount : { kind: 'money' as const, minor: amount, currency }
}
