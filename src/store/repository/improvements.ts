import { Temporal } from 'temporal-polyfill'
import type { MemberId, OrganisationId, TeamId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { toDateColumn } from '../dates.js'
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
      const rows = await tx.$queryRaw<{ id: string; member_id: MemberId; on: string; words: string; done_on: string | null }[]>`
        SELECT id, member_id, "on"::text, words, done_on::text FROM improvement
        WHERE organisation_id = ${organisationId} AND team_id = ${teamId}
          AND "on" BETWEEN ${from.toString()}::date AND ${to.toString()}::date
        ORDER BY "on"`
      return rows.map((row) => ({
        id: row.id,
        memberId: row.member_id,
        on: Temporal.PlainDate.from(row.on),
        words: row.words,
        doneOn: row.done_on === null ? undefined : Temporal.PlainDate.from(row.done_on),
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
