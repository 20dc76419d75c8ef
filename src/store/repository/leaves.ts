import { Temporal } from 'temporal-polyfill'
import type { MemberId, OrganisationId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { toDateColumn, toInstantColumn } from '../dates.js'

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
      const rows = await tx.$queryRaw<{ id: string; member_id: MemberId; from_on: string; to_on: string }[]>`
        SELECT id, member_id, from_on::text, to_on::text FROM leave
        WHERE organisation_id = ${organisationId} AND member_id = ANY(${[...memberIds]}::text[])
          AND from_on <= ${to.toString()}::date AND to_on >= ${from.toString()}::date
        ORDER BY from_on`
      return rows.map((row) => ({
        id: row.id,
        memberId: row.member_id,
        from: Temporal.PlainDate.from(row.from_on),
        to: Temporal.PlainDate.from(row.to_on),
      }))
    },
  }
}
