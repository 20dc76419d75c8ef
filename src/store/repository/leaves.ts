import type { Temporal } from 'temporal-polyfill'
import type { MemberId, OrganisationId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { fromDateColumn, toDateColumn, toInstantColumn } from '../dates.js'

export interface LeaveDays {
  readonly id: string
  readonly memberId: MemberId
  readonly from: Temporal.PlainDate
  /** Included. */
  readonly to: Temporal.PlainDate
}

export function leavesIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    async add(leave: {
      id: string
      memberId: MemberId
      from: Temporal.PlainDate
      to: Temporal.PlainDate
      at: Temporal.Instant
    }): Promise<void> {
      await tx.leave.create({
        data: {
          id: leave.id,
          organisationId,
          memberId: leave.memberId,
          from: toDateColumn(leave.from),
          to: toDateColumn(leave.to),
          createdAt: toInstantColumn(leave.at),
        },
      })
    },
    async remove(id: string, memberId: MemberId): Promise<boolean> {
      return (await tx.leave.deleteMany({ where: { organisationId, id, memberId } })).count > 0
    },
    async between(memberIds: readonly MemberId[], from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<LeaveDays[]> {
      const rows = await tx.leave.findMany({
        where: { organisationId, memberId: { in: [...memberIds] }, from: { lte: toDateColumn(to) }, to: { gte: toDateColumn(from) } },
        orderBy: { from: 'asc' },
      })
      return rows.map((row) => ({
        id: row.id,
        memberId: row.memberId as MemberId,
        from: fromDateColumn(row.from),
        to: fromDateColumn(row.to),
      }))
    },
  }
}
