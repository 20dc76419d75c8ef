import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Id, MemberId, OrganisationId, PersonId, PlanId, TeamId } from '../../core/id.js'
import { type CounterTarget, PROPOSAL_STATES, type ProposalState, type ProposedTarget } from '../../core/plan/agreement/agreement.js'
import { METRICS } from '../../core/plan/metric.js'
import type { Transaction } from '../database.js'
import { fromInstantColumn, toInstantColumn } from '../dates.js'
import type { TargetProposal as ProposalRow } from '../generated/client.js'
import { fromJson, toJson } from '../json.js'

export type ProposalId = Id<'proposal'>

/** What a draft asks of one member, what they answered and what the manager made of it. */
export interface Proposal {
  readonly id: ProposalId
  readonly teamId: TeamId
  readonly planId: PlanId
  readonly memberId: MemberId
  readonly state: ProposalState
  readonly targets: readonly ProposedTarget[]
  readonly proposedBy: PersonId
  readonly proposedAt: Temporal.Instant
  /** The last one; a member who accepts afterwards leaves it on record. */
  readonly counter: { readonly targets: readonly CounterTarget[]; readonly reason: string } | undefined
  readonly answeredAt: Temporal.Instant | undefined
  readonly decision: Decision | undefined
}

export interface Decision {
  readonly kind: 'taken' | 'held'
  /** Why it was held to the proposal. */
  readonly reason: string | undefined
  readonly by: PersonId
  readonly at: Temporal.Instant
}

const metricKey = z.enum(METRICS.map(({ key }) => key))
const currency = z.string().optional()
const proposedTargets = z.array(
  z.object({ metric: metricKey, currency, amount: z.bigint(), before: z.bigint().nullable(), ahead: z.bigint(), days: z.number() }),
)
const counterTargets = z.array(z.object({ metric: metricKey, currency, amount: z.bigint() }))

export function proposalsIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    async byId(id: ProposalId): Promise<Proposal | undefined> {
      const row = await tx.targetProposal.findFirst({ where: { organisationId, id } })
      return row === null ? undefined : proposalOf(row)
    },
    async ofPlans(planIds: readonly PlanId[]): Promise<Proposal[]> {
      if (planIds.length === 0) return []
      const rows = await tx.targetProposal.findMany({
        where: { organisationId, planId: { in: [...planIds] } },
        orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
      })
      return rows.map(proposalOf)
    },
    /** Keeps a proposal as it is now: of a draft and member there is one. */
    async save(proposal: Proposal): Promise<void> {
      const { id, teamId, planId, memberId, counter, decision } = proposal
      const columns = {
        state: proposal.state,
        targets: toJson(proposal.targets),
        proposedBy: proposal.proposedBy,
        proposedAt: toInstantColumn(proposal.proposedAt),
        ...(counter === undefined ? {} : { counter: toJson(counter.targets) }),
        counterReason: counter?.reason ?? null,
        answeredAt: proposal.answeredAt === undefined ? null : toInstantColumn(proposal.answeredAt),
        decision: decision?.kind ?? null,
        decisionReason: decision?.reason ?? null,
        decidedBy: decision?.by ?? null,
        decidedAt: decision === undefined ? null : toInstantColumn(decision.at),
      }
      await tx.targetProposal.upsert({
        where: { planId_memberId: { planId, memberId }, organisationId },
        create: { id, organisationId, teamId, planId, memberId, ...columns },
        update: columns,
      })
    },
  }
}

function proposalOf(row: ProposalRow): Proposal {
  return {
    id: row.id as ProposalId,
    teamId: row.teamId as TeamId,
    planId: row.planId as PlanId,
    memberId: row.memberId as MemberId,
    state: z.enum(PROPOSAL_STATES).parse(row.state),
    targets: proposedTargets.parse(fromJson(row.targets)).map((target) => ({ ...target, currency: target.currency })),
    proposedBy: row.proposedBy as PersonId,
    proposedAt: fromInstantColumn(row.proposedAt),
    counter:
      row.counter === null
        ? undefined
        : {
            targets: counterTargets.parse(fromJson(row.counter)).map((target) => ({ ...target, currency: target.currency })),
            reason: row.counterReason ?? '',
          },
    answeredAt: row.answeredAt === null ? undefined : fromInstantColumn(row.answeredAt),
    decision:
      row.decision === null || row.decidedBy === null || row.decidedAt === null
        ? undefined
        : {
            kind: z.enum(['taken', 'held']).parse(row.decision),
            reason: row.decisionReason ?? undefined,
            by: row.decidedBy as PersonId,
            at: fromInstantColumn(row.decidedAt),
          },
  }
}
