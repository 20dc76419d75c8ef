import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { OrganisationId, PersonId, PlanId, TeamId } from '../../core/id.js'
import { CHECKS, type CheckKey } from '../../core/plan/checks/check.js'
import { METRICS } from '../../core/plan/metric.js'
import type { Transaction } from '../database.js'
import { fromInstantColumn, toInstantColumn } from '../dates.js'
import { fromJson, toJson } from '../json.js'

/** That a plan was published or recalled. Never rewritten. */
export interface PlanChange {
  readonly planId: PlanId
  readonly act: 'published' | 'recalled'
  readonly by: PersonId
  readonly at: Temporal.Instant
  /** 'free': a first plan, or people who joined or left. 'unrecorded': from before this was kept. */
  readonly ground: 'free' | 'opened' | 'calendar' | 'override' | 'unrecorded'
  readonly reason: string | undefined
  /** The blocked checks in spite of which an admin published it. */
  readonly overridden: readonly CheckKey[]
  readonly changes: readonly MetricChange[]
}

/** A metric's totals over the plan's period, in minor units or a count; null where there was, or is, no target. */
export interface MetricChange {
  readonly metric: string
  readonly currency?: string | undefined
  readonly before: bigint | null
  readonly after: bigint | null
  /** Those whose numbers changed. */
  readonly members: readonly { readonly name: string; readonly before: bigint | null; readonly after: bigint | null }[]
}

const total = z.bigint().nullable()
const metricChanges = z.array(
  z.object({
    metric: z.enum(METRICS.map(({ key }) => key)),
    currency: z.string().optional(),
    before: total,
    after: total,
    members: z.array(z.object({ name: z.string(), before: total, after: total })),
  }),
)

export function planChangesIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    async add(teamId: TeamId, { reason, overridden, changes, at, ...change }: PlanChange): Promise<void> {
      await tx.planChange.create({
        data: {
          ...change,
          organisationId,
          teamId,
          reason: reason ?? null,
          overridden: toJson(overridden),
          changes: toJson(changes),
          at: toInstantColumn(at),
        },
      })
    },
    /** Newest first. */
    async ofTeam(teamId: TeamId): Promise<PlanChange[]> {
      const rows = await tx.planChange.findMany({ where: { organisationId, teamId }, orderBy: { id: 'desc' } })
      return rows.map((row) => ({
        planId: row.planId as PlanId,
        act: z.enum(['published', 'recalled']).parse(row.act),
        by: row.by as PersonId,
        at: fromInstantColumn(row.at),
        ground: z.enum(['free', 'opened', 'calendar', 'override', 'unrecorded']).parse(row.ground),
        reason: row.reason ?? undefined,
        overridden: z.array(z.enum(CHECKS)).parse(row.overridden),
        changes: metricChanges.parse(fromJson(row.changes)),
      }))
    },
  }
}
