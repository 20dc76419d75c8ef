import type { Temporal } from 'temporal-polyfill'
import type { OrganisationId, TeamId } from '../core/id.js'
import type { Transaction } from './database.js'
import { Prisma } from './generated/client.js'

export interface HistoryDay {
  readonly memberId: string
  readonly personId: string
  readonly on: Temporal.PlainDate
  readonly at: Temporal.Instant
  readonly entries: readonly { readonly metric: string; readonly amount: bigint }[]
  /** By field name; success and failure stand in the case library too. */
  readonly notes: Readonly<Record<string, string>>
  /** When the promised improvement was settled. */
  readonly improvementDoneOn: Temporal.PlainDate | undefined
  /** Of key actions, by what the plan knows them by. */
  readonly ticks: readonly { readonly key: string; readonly count: number }[]
}

/**
 * Adds whole days of evening check-ins at once, as the demo does: the same rows that submitting them one by one would leave. One statement
 * a table, since a year of a team is tens of thousands of values.
 */
export async function addHistory(
  tx: Transaction,
  organisationId: OrganisationId,
  teamId: TeamId,
  days: readonly HistoryDay[],
): Promise<void> {
  const all = days.map((day) => ({
    ...day,
    id: `${day.memberId}-${day.on}`,
    shared: { organisation_id: organisationId, team_id: teamId, member_id: day.memberId, on: day.on.toString() },
  }))
  await insert(
    tx,
    Prisma.sql`check_in`,
    all.map(({ id, shared, notes, at }) => {
      const sent = { revision: 1, late: false, submitted_at: at.toString(), updated_at: at.toString() }
      return { ...shared, id, form: 'evening', notes, ...sent }
    }),
  )
  const numbers = all.flatMap((day) => day.entries.map(({ metric, amount }) => ({ ...day, metric, amount: amount.toString() })))
  await insert(
    tx,
    Prisma.sql`log_entry`,
    numbers.map(({ id, shared, metric, amount, personId, at }) => {
      const made = { check_in_id: id, source: `check-in:${id}:1`, made_by: personId, made_at: at.toString() }
      return { ...shared, id: `${id}-${metric}`, metric, amount, ...made }
    }),
  )
  await insert(
    tx,
    Prisma.sql`daily_total`,
    numbers.map(({ shared, metric, amount }) => ({ ...shared, metric, amount })),
  )
  await insert(
    tx,
    Prisma.sql`case_entry`,
    all.flatMap(({ id, shared, notes, at }) =>
      (['success', 'failure'] as const).flatMap((kind) => {
        const words = notes[kind]
        if (words === undefined) return []
        return [{ ...shared, id: `${id}-${kind}`, kind, words, source: `check-in:${id}`, created_at: at.toString() }]
      }),
    ),
  )
  await insert(
    tx,
    Prisma.sql`improvement`,
    all.flatMap(({ id, shared, notes: { improvement }, improvementDoneOn }) =>
      improvement === undefined
        ? []
        : [{ ...shared, id: `${id}-improvement`, words: improvement, check_in_id: id, done_on: improvementDoneOn?.toString() }],
    ),
  )
  await insert(
    tx,
    Prisma.sql`action_tick`,
    all.flatMap(({ shared, ticks, personId, at }) =>
      ticks.map(({ key, count }) => ({ ...shared, action: key, count, ticked_by: personId, ticked_at: at.toString() })),
    ),
  )
}

/** Makes what was written into the outbox at the times of a history read as sent at those times. */
export async function backdatePosts(tx: Transaction, organisationId: OrganisationId): Promise<void> {
  await tx.$executeRaw`UPDATE outbox SET first_tried_at = created_at WHERE organisation_id = ${organisationId} AND state = 'pending'`
}

/** @param rows by the table's own column names; a column that is left out stays empty */
async function insert(tx: Transaction, table: Prisma.Sql, rows: readonly object[]): Promise<void> {
  await tx.$executeRaw`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, ${JSON.stringify(rows)}::text::jsonb)`
}
