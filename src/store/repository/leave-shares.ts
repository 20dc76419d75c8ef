import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { MemberId, OrganisationId, TeamId } from '../../core/id.js'
import type { HandedOver } from '../../core/plan/hand-over.js'
import type { Transaction } from '../database.js'
import { fromDateColumn, toDateColumn } from '../dates.js'
import type { LeaveShare as ShareRow } from '../generated/client.js'
import { fromJson, toJson } from '../json.js'

/** What a member's days of one leave asked for in one month of a metric, and who of the team has it. */
export interface LeaveShare {
  readonly leaveId: string
  /** Who is away. */
  readonly memberId: MemberId
  readonly metric: string
  /** As the plan's own year calls it, with its days. */
  readonly month: { readonly id: string; readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate }
  readonly handed: HandedOver
}

const days = z.array(z.bigint().nullable())
const handed = z.object({
  asked: days,
  parts: z.array(z.object({ member: z.string(), amount: z.bigint(), laid: z.object({ before: days, after: days }).optional() })),
})

export function leaveSharesIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    async ofLeave(leaveId: string): Promise<LeaveShare[]> {
      return (await tx.leaveShare.findMany({ where: { organisationId, leaveId } })).map(shareOf)
    },
    /** Those of the team's members whose month touches the dates, both included. */
    async between(teamId: TeamId, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<LeaveShare[]> {
      const rows = await tx.leaveShare.findMany({
        where: { organisationId, teamId, ...touching(from, to) },
        orderBy: { monthStart: 'asc' },
      })
      return rows.map(shareOf)
    },
    /** Puts these in place of all that was kept of the leave. */
    async replace(teamId: TeamId, leaveId: string, shares: readonly LeaveShare[]): Promise<void> {
      await tx.leaveShare.deleteMany({ where: { organisationId, leaveId } })
      await tx.leaveShare.createMany({
        data: shares.map(({ memberId, metric, month, handed: own }) => ({
          ...{ organisationId, teamId, leaveId, memberId, metric, month: month.id, handed: toJson(own) },
          monthStart: toDateColumn(month.start),
          monthEnd: toDateColumn(month.end),
        })),
      })
    },
    /** Forgets those of the metrics in the months that touch the dates: what is published anew knows of the leave by itself. */
    async forget(teamId: TeamId, metrics: readonly string[], from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<void> {
      await tx.leaveShare.deleteMany({ where: { organisationId, teamId, metric: { in: [...metrics] }, ...touching(from, to) } })
    },
  }
}

function touching(from: Temporal.PlainDate, to: Temporal.PlainDate) {
  return { monthStart: { lte: toDateColumn(to) }, monthEnd: { gte: toDateColumn(from) } }
}

function shareOf(row: ShareRow): LeaveShare {
  return {
    leaveId: row.leaveId,
    memberId: row.memberId as MemberId,
    metric: row.metric,
    month: { id: row.month, start: fromDateColumn(row.monthStart), end: fromDateColumn(row.monthEnd) },
    handed: handed.parse(fromJson(row.handed)),
  }
}
