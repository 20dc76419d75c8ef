import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { CHECK_IN_FORMS, type CheckInForm } from '../../core/checkin/forms.js'
import type { CheckInId, MemberId, OrganisationId, TeamId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { fromDateColumn, fromInstantColumn, toDateColumn, toInstantColumn } from '../dates.js'
import type { CheckIn as CheckInRow } from '../generated/client.js'
import { toJson } from '../json.js'

export interface CheckIn {
  readonly id: CheckInId
  readonly teamId: TeamId
  readonly memberId: MemberId
  readonly on: Temporal.PlainDate
  readonly form: CheckInForm
  /** By field name, as typed. */
  readonly notes: Readonly<Record<string, string>>
  readonly late: boolean
  /** 1 when sent first; each correction adds one. */
  readonly revision: number
  readonly submittedAt: Temporal.Instant
}

const notes = z.record(z.string(), z.string())
const form = z.enum(CHECK_IN_FORMS)

export function checkInsIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    async find(memberId: MemberId, on: Temporal.PlainDate, which: CheckInForm): Promise<CheckIn | undefined> {
      const row = await tx.checkIn.findUnique({
        where: { memberId_on_form: { memberId, on: toDateColumn(on), form: which }, organisationId },
      })
      return row === null ? undefined : checkInOf(row)
    },
    async byId(id: CheckInId): Promise<CheckIn | undefined> {
      const row = await tx.checkIn.findFirst({ where: { organisationId, id } })
      return row === null ? undefined : checkInOf(row)
    },
    async between(teamId: TeamId, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<CheckIn[]> {
      const rows = await tx.checkIn.findMany({
        where: { organisationId, teamId, on: { gte: toDateColumn(from), lte: toDateColumn(to) } },
        orderBy: [{ on: 'asc' }, { submittedAt: 'asc' }],
      })
      return rows.map(checkInOf)
    },
    /** When each member first answered each day, by whatever form: one row a member and day, however much they wrote. */
    async first(
      teamId: TeamId,
      from: Temporal.PlainDate,
      to: Temporal.PlainDate,
    ): Promise<{ memberId: MemberId; on: Temporal.PlainDate; submittedAt: Temporal.Instant }[]> {
      const rows = await tx.checkIn.groupBy({
        by: ['memberId', 'on'],
        where: { organisationId, teamId, on: { gte: toDateColumn(from), lte: toDateColumn(to) } },
        _min: { submittedAt: true },
      })
      return rows.flatMap(({ memberId, on, _min: { submittedAt } }) =>
        submittedAt === null
          ? []
          : [{ memberId: memberId as MemberId, on: fromDateColumn(on), submittedAt: fromInstantColumn(submittedAt) }],
      )
    },
    /** Keeps a check-in; the same member, day and form again corrects it. */
    async save(checkIn: CheckIn): Promise<void> {
      const { id, memberId, teamId, on, form: which, submittedAt, ...rest } = checkIn
      const kept = { ...rest, notes: toJson(rest.notes), updatedAt: toInstantColumn(submittedAt) }
      await tx.checkIn.upsert({
        where: { memberId_on_form: { memberId, on: toDateColumn(on), form: which }, organisationId },
        create: {
          id,
          organisationId,
          teamId,
          memberId,
          on: toDateColumn(on),
          form: which,
          submittedAt: toInstantColumn(submittedAt),
          ...kept,
        },
        update: kept,
      })
    },
    async remove(id: CheckInId): Promise<void> {
      await tx.checkIn.deleteMany({ where: { organisationId, id } })
    },
  }
}

function checkInOf(row: CheckInRow): CheckIn {
  return {
    id: row.id as CheckInId,
    teamId: row.teamId as TeamId,
    memberId: row.memberId as MemberId,
    on: fromDateColumn(row.on),
    form: form.parse(row.form),
    notes: notes.parse(row.notes),
    late: row.late,
    revision: row.revision,
    submittedAt: fromInstantColumn(row.submittedAt),
  }
}
