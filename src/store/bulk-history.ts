import type { Temporal } from 'temporal-polyfill'
import type { OrganisationId, TeamId } from '../core/id.js'
import type { Transaction } from './database.js'
import { toDateColumn, toInstantColumn } from './dates.js'

export interface HistoryDay {
  readonly memberId: string
  readonly personId: string
  readonly on: Temporal.PlainDate
  readonly at: Temporal.Instant
  readonly entries: readonly { readonly metric: string; readonly amount: bigint }[]
  readonly notes: Readonly<Record<string, string>>
}

// PostgreSQL takes at most 65,535 values a statement, and Prisma half of them.
const ROWS_A_STATEMENT = 2_000

/** Adds whole days of check-ins at once, as an import or the demo does: the same rows that submitting them one by one would leave. */
export async function addHistory(
  tx: Transaction,
  organisationId: OrganisationId,
  teamId: TeamId,
  days: readonly HistoryDay[],
): Promise<void> {
  const checkInId = (day: HistoryDay) => `${day.memberId}-${day.on}`
  const checkIns = days.map((day) => ({
    id: checkInId(day),
    organisationId,
    teamId,
    memberId: day.memberId,
    on: toDateColumn(day.on),
    form: 'evening',
    notes: day.notes,
    late: false,
    submittedAt: toInstantColumn(day.at),
    updatedAt: toInstantColumn(day.at),
  }))
  const entries = days.flatMap((day) =>
    day.entries.map(({ metric, amount }) => ({
      id: `${checkInId(day)}-${metric}`,
      organisationId,
      teamId,
      memberId: day.memberId,
      metric,
      on: toDateColumn(day.on),
      amount,
      checkInId: checkInId(day),
      source: `check-in:${checkInId(day)}:1`,
      madeBy: day.personId,
      madeAt: toInstantColumn(day.at),
    })),
  )
  const totals = entries.map(({ memberId, metric, on, amount }) => ({ organisationId, teamId, memberId, metric, on, amount }))
  for (const data of batches(checkIns)) await tx.checkIn.createMany({ data })
  for (const data of batches(entries)) await tx.logEntry.createMany({ data })
  for (const data of batches(totals)) await tx.dailyTotal.createMany({ data })
}

function batches<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_STATEMENT) }, (_, index) =>
    rows.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT),
  )
}
