import { counterChanges } from '../../../core/plan/agreement/agreement.js'
import type { PlanInput, PlanTarget } from '../../../core/plan/plan-input.js'
import type { PlanRevision } from '../../../store/repository/plans.js'
import type { Proposal, ProposalId } from '../../../store/repository/proposals.js'
import type { Store } from '../../../store/store.js'
import { type Actor, mustManage } from '../../access/visitor.js'
import type { App } from '../../app.js'
import { privateEntries } from '../../review/private-entries.js'
import { UserError } from '../../user-error.js'
import { planEffect } from '../effect.js'
import { periodOf } from '../plan-period.js'
import { keepDraft } from '../save-draft.js'
import { planOf } from '../stored-plan.js'
import { openPlan } from './answer.js'
import type { ProposalSettledPost } from './post.js'
import { putForward } from './put-forward.js'

/**
 * Takes a member's counter into the draft: their numbers become what they asked for, the others share the rest, and everybody whose numbers
 * change by it is told and asked anew. The draft is a new revision.
 *
 * @throws UserError when nobody is left to share the rest, or there is no counter to decide on any more
 */
export async function takeCounter(app: App, actor: Actor, id: ProposalId): Promise<PlanRevision> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const { proposal, plan, name } = await countered(store, actor, id)
    const input = withCounter(planOf(plan), proposal, name)
    const draft = await keepDraft(store, actor, input)
    const decision = { kind: 'taken', reason: undefined, by: actor.personId, at: store.now } as const
    await store.proposals.save({ ...proposal, decision })
    await putForward(
      store,
      actor,
      draft,
      await planEffect(store, actor.team, input),
      new Map([[proposal.memberId, { ...proposal, decision }]]),
    )
    await settled(store, actor, proposal, plan, { outcome: 'taken', act: 'counter-take' })
    return draft
  })
}

/** Keeps to the proposal, with a reason that the member is told. They may still accept it, or ask once more. */
export async function holdToProposal(app: App, actor: Actor, id: ProposalId, reason: string): Promise<PlanRevision> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const { proposal, plan } = await countered(store, actor, id)
    await store.proposals.save({
      ...proposal,
      state: 'held',
      decision: { kind: 'held', reason, by: actor.personId, at: store.now },
    })
    await settled(store, actor, proposal, plan, { outcome: 'held', reason, act: 'counter-hold' })
    return plan
  })
}

/** A counter that waits for a decision, or was held to and is thought over. */
async function countered(store: Store, actor: Actor, id: ProposalId) {
  const proposal = await store.proposals.byId(id)
  if (proposal === undefined || proposal.teamId !== actor.team.id) throw new UserError('proposal-gone')
  const plan = await openPlan(store, proposal)
  const name = (await store.teams.members(actor.team.id)).find((member) => member.id === proposal.memberId)?.name ?? ''
  if (proposal.counter === undefined || (proposal.state !== 'countered' && proposal.state !== 'held'))
    throw new UserError('counter-settled', { name })
  return { proposal, plan, name }
}

function withCounter(plan: PlanInput, { targets, counter }: Proposal, member: string): PlanInput {
  const changes = counterChanges(targets, counter?.targets ?? [])
  return {
    ...plan,
    targets: plan.targets.map((target): PlanTarget => {
      const change = changes.find(({ metric }) => metric === target.metric)
      if (change === undefined) return target
      const others = (target.agreed ?? []).filter((part) => part.member !== member)
      return { ...target, agreed: [...others, { member, amount: change.asked, reason: counter?.reason ?? '' }] }
    }),
  }
}

async function settled(
  store: Store,
  actor: Actor,
  proposal: Proposal,
  plan: PlanRevision,
  { outcome, reason, act }: { readonly outcome: 'taken' | 'held'; readonly reason?: string; readonly act: string },
): Promise<void> {
  await store.records.audit({
    personId: actor.personId,
    act,
    subject: proposal.id,
    before: proposal.counter,
    after: reason === undefined ? undefined : { reason },
  })
  const post: ProposalSettledPost = {
    kind: 'proposal-settled',
    outcome,
    proposalId: proposal.id,
    team: actor.team.name,
    period: periodOf(planOf(plan)).id,
    by: actor.name,
    changes: counterChanges(proposal.targets, proposal.counter?.targets ?? []).map(({ currency, ...change }) => ({
      ...change,
      ...(currency === undefined ? {} : { currency }),
    })),
    ...(reason === undefined ? {} : { reason }),
  }
  const member = (await store.teams.members(actor.team.id)).find(({ id }) => id === proposal.memberId)
  const key = `settled:${proposal.id}:${store.now.epochMilliseconds}`
  await store.outbox.add(await privateEntries(store, actor.team, member === undefined ? [] : [member.personId], key, post))
}
