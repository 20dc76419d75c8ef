import type { ProposedTarget } from '../../../core/plan/agreement/agreement.js'
import type { ProposalId } from '../../../store/repository/proposals.js'
import type { Actor } from '../../access/visitor.js'
import type { App } from '../../app.js'
import { planEffect } from '../effect.js'
import { planOf } from '../stored-plan.js'
import { type TargetWhy, targetWhy } from '../why-draft.js'
import type { MemberWhy } from '../why-shares.js'
import { ownProposal } from './answer.js'
import { askedOfMembers } from './asked.js'

/** How what is proposed to somebody comes about. */
export interface ProposedWhy {
  /** The period's id. */
  readonly period: string
  readonly targets: readonly OwnWhy[]
}

export interface OwnWhy {
  readonly asked: ProposedTarget
  readonly why: TargetWhy
  readonly own: MemberWhy
}

/** Explains to a member what is proposed to them. @throws UserError when it is somebody else's, or has ended */
export async function whyProposed(app: App, actor: Actor, id: ProposalId): Promise<ProposedWhy> {
  const store = app.reading(actor.organisationId)
  const { proposal, plan } = await ownProposal(store, actor, id)
  const content = planOf(plan)
  const effect = await planEffect(store, actor.team, content)
  const targets = (askedOfMembers(effect).get(proposal.memberId) ?? []).flatMap((asked): OwnWhy[] => {
    const target = content.targets.find(({ metric }) => metric === asked.metric)
    const why = target && targetWhy(actor.team, target, effect)
    const own = why?.members.find(({ memberId }) => memberId === proposal.memberId)
    return why === undefined || own === undefined ? [] : [{ asked, why, own }]
  })
  return { period: content.period, targets }
}
