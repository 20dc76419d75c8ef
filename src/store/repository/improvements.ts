import type { Temporal } from 'temporal-polyfill'
import type { MemberId, OrganisationId, TeamId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { fromDateColumn, toDateColumn } from '../dates.js'
import type { CheckIn } from './check-ins.js'

export interface Improvement {
  readonly id: string
  readonly memberId: MemberId
  readonly on: Temporal.PlainDate
  readonly words: string
  readonly doneOn: Temporal.PlainDate | undefined
}

/** What people promised in their check-ins to do better. */
export function improvementsIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    /** Keeps the improvement a check-in promises; an empty one takes it away. */
    async save(checkIn: CheckIn, words: string): Promise<void> {
      await tx.improvement.deleteMany({ where: { organisationId, checkInId: checkIn.id } })
      if (words === '') return
      await tx.improvement.create({
        data: {
          id: `${checkIn.id}-improvement`,
          organisationId,
          teamId: checkIn.teamId,
          memberId: checkIn.memberId,
          on: toDateColumn(checkIn.on),
          words,
          checkInId: checkIn.id,
        },
      })
    },
    async between(teamId: TeamId, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<Improvement[]> {
      const rows = await tx.improvement.findMany({
        where: { organisationId, teamId, on: { gte: toDateColumn(from), lte: toDateColumn(to) } },
        orderBy: { on: 'asc' },
      })
      return rows.map((row) => ({
        id: row.id,
        memberId: row.memberId as MemberId,
        on: fromDateColumn(row.on),
        words: row.words,
        doneOn: row.doneOn === null ? undefined : fromDateColumn(row.doneOn),
      }))
    },
    async settle(id: string, memberId: MemberId, doneOn: Temporal.PlainDate): Promise<boolean> {
      const { count } = await tx.improvement.updateMany({
        where: { organisationId, id, memberId, doneOn: null },
        data: { doneOn: toDateColumn(doneOn) },
      })
      return count === 1
    },
  }
}
