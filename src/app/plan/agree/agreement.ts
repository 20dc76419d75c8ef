import { isToCome } from '../../../core/calendar/stay.js'
import type { MemberId } from '../../../core/id.js'
import { asksTheSameOf, counterChanges } from '../../../core/plan/agreement/agreement.js'
import type { PlanRevision } from '../../../store/repository/plans.js'
import type { Proposal, ProposalId } from '../../../store/repository/proposals.js'
import { localDate, type Team } from '../../../store/repository/teams.js'
import type { Store } from '../../../store/store.js'
import { type PlanEffect, planEffect } from '../effect.js'
import { planOf } from '../stored-plan.js'
import { askedOfMembers } from './asked.js'
import { proposalsBehind } from './earlier.js'

/** Who has agreed to a draft's numbers, and who has not. */
export interface Agreement {
  /** The draft was changed since it was proposed, and its members have not been asked about it. */
  readonly isOutdated: boolean
  readonly accepted: readonly string[]
  /** Asked, and not heard from. */
  readonly waiting: readonly string[]
  readonly countered: readonly CounterFigures[]
  /** Carry a part of the draft that was never proposed to them, or not in these numbers. */
  readonly notAsked: readonly string[]
}

export interface CounterFigures {
  readonly id: ProposalId
  readonly name: string
  readonly changes: ReturnType<typeof counterChanges>
  readonly reason: string
  /** Why the manager keeps to the proposal; undefined while nobody has decided. */
  readonly held: string | undefined
}

/** @returns undefined when nothing was ever proposed */
export async function agreementOf(store: Store, team: Team, draft: PlanRevision, effect?: PlanEffect): Promise<Agreement | undefined> {
  const behind = await proposalsBehind(store, team, draft)
  if (behind === undefined) return undefined
  const { members, ...worked } = effect ?? (await planEffect(store, team, planOf(draft)))
  const asked = askedOfMembers({ ...worked, members })
  const proposalOf = (id: MemberId) => behind.proposals.find(({ memberId }) => memberId === id)
  const today = localDate(team, store.now)
  const carriers = members.flatMap(({ id, name, ...stay }) => {
    const targets = asked.get(id)
    // Who has yet to come can answer nothing.
    if (targets === undefined || isToCome(stay, today)) return []
    const proposal = proposalOf(id)
    return [{ name, proposal, isAsked: proposal !== undefined && asksTheSameOf(proposal.targets, targets) }]
  })
  const named = (isMeant: (state: Proposal['state']) => boolean) =>
    carriers.flatMap(({ name, proposal, isAsked }) => (proposal !== undefined && isAsked && isMeant(proposal.state) ? [name] : []))
  const notAsked = carriers.filter(({ isAsked }) => !isAsked).map(({ name }) => name)
  return {
    isOutdated: behind.revision !== draft.revision && notAsked.length > 0,
    accepted: named((state) => state === 'accepted'),
    waiting: named((state) => state === 'proposed'),
    countered: carriers.flatMap(({ name, proposal, isAsked }) => (proposal !== undefined && isAsked ? counterOf(name, proposal) : [])),
    notAsked,
  }
}

/** Whose agreement a draft lacks. */
export function withoutAgreement({ waiting, countered, notAsked }: Agreement): string[] {
  return [...waiting, ...countered.map(({ name }) => name), ...notAsked]
}

function counterOf(name: string, { id, state, targets, counter, decision }: Proposal): CounterFigures[] {
  if (counter === undefined || (state !== 'countered' && state !== 'held')) return []
  return [
    {
      id,
      name,
      changes: counterChanges(targets, counter.targets),
      reason: counter.reason,
      held: state === 'held' ? (decision?.reason ?? '') : undefined,
    },
  ]
}
