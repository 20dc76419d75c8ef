import type { Proposal } from '../../../store/repository/proposals.js'
import type { Actor } from '../../access/visitor.js'
import type { App } from '../../app.js'
import { planOf } from '../stored-plan.js'

export interface OpenProposal {
  readonly proposal: Proposal
  /** The period it is for, by its id. */
  readonly period: string
}

/** What is proposed to the actor and not published yet, the newest first. */
export async function openProposals(app: App, actor: Actor): Promise<OpenProposal[]> {
  if (actor.memberId === undefined) return []
  const store = app.reading(actor.organisationId)
  const drafts = await store.plans.ofTeam(actor.team.id, ['draft'])
  const proposals = await store.proposals.ofPlans(drafts.map(({ id }) => id))
  return drafts.flatMap((draft) =>
    proposals
      .filter(({ planId, memberId }) => planId === draft.id && memberId === actor.memberId)
      .map((proposal) => ({ proposal, period: planOf(draft).period })),
  )
}
