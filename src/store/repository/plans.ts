import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { OrganisationId, PersonId, PlanId, TeamId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { fromInstantColumn, toInstantColumn } from '../dates.js'
import type { Plan as PlanRow } from '../generated/client.js'
import { fromJson, toJson } from '../json.js'

const state = z.enum(['draft', 'published', 'superseded', 'recalled'])
export type PlanState = z.infer<typeof state>

/** One revision of a team's plan. What a revision asks for is never rewritten once it was published. */
export interface PlanRevision {
  readonly id: PlanId
  readonly teamId: TeamId
  /** 1 is the team's first. */
  readonly revision: number
  readonly state: PlanState
  /** As core/plan/plan-input has it; parsed by whoever reads it. */
  readonly input: unknown
  readonly madeBy: PersonId
  readonly madeAt: Temporal.Instant
  readonly publishedBy: PersonId | undefined
  readonly publishedAt: Temporal.Instant | undefined
  /** Who had not agreed when it was published; empty: all had. Undefined when it was never proposed, or not published. */
  readonly unagreed: readonly string[] | undefined
}

export function plansIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    async byId(id: PlanId): Promise<PlanRevision | undefined> {
      const row = await tx.plan.findFirst({ where: { organisationId, id } })
      return row === null ? undefined : planOf(row)
    },
    /** Newest revision first. */
    async ofTeam(teamId: TeamId, states?: readonly PlanState[]): Promise<PlanRevision[]> {
      const rows = await tx.plan.findMany({
        where: { organisationId, teamId, ...(states === undefined ? {} : { state: { in: [...states] } }) },
        orderBy: { revision: 'desc' },
      })
      return rows.map(planOf)
    },
    /** Adds the next revision of the team's plan, as a draft. */
    async addDraft(draft: {
      id: PlanId
      teamId: TeamId
      input: unknown
      madeBy: PersonId
      madeAt: Temporal.Instant
    }): Promise<PlanRevision> {
      const newest = await tx.plan.aggregate({ where: { organisationId, teamId: draft.teamId }, _max: { revision: true } })
      const row = await tx.plan.create({
        data: {
          id: draft.id,
          organisationId,
          teamId: draft.teamId,
          revision: (newest._max.revision ?? 0) + 1,
          state: 'draft',
          input: toJson(draft.input),
          madeBy: draft.madeBy,
          madeAt: toInstantColumn(draft.madeAt),
        },
      })
      return planOf(row)
    },
    /** Keeps on record who had not agreed to a plan that is published. */
    async keepUnagreed(id: PlanId, names: readonly string[]): Promise<void> {
      await tx.plan.updateMany({ where: { organisationId, id }, data: { unagreed: toJson(names) } })
    },
    /** Moves a revision on, if it still is where the caller thinks: of two who publish at once, one does. */
    async move(id: PlanId, from: PlanState, to: PlanState, by?: { personId: PersonId; at: Temporal.Instant }): Promise<boolean> {
      const { count } = await tx.plan.updateMany({
        where: { organisationId, id, state: from },
        data: { state: to, ...(by === undefined ? {} : { publishedBy: by.personId, publishedAt: toInstantColumn(by.at) }) },
      })
      return count === 1
    },
  }
}

function planOf(row: PlanRow): PlanRevision {
  return {
    id: row.id as PlanId,
    teamId: row.teamId as TeamId,
    revision: row.revision,
    state: state.parse(row.state),
    input: fromJson(row.input),
    madeBy: row.madeBy as PersonId,
    madeAt: fromInstantColumn(row.madeAt),
    publishedBy: row.publishedBy === null ? undefined : (row.publishedBy as PersonId),
    publishedAt: row.publishedAt === null ? undefined : fromInstantColumn(row.publishedAt),
    unagreed: row.unagreed === null ? undefined : z.array(z.string()).parse(row.unagreed),
  }
}
