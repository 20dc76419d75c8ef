import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { CheckInId, MemberId, OrganisationId, PersonId, TeamId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { fromDateColumn, fromInstantColumn, toDateColumn, toInstantColumn } from '../dates.js'
import type { Sql } from '../sql.js'

/** A number that somebody reported. */
export interface Entry {
  readonly metric: string
  /** Minor units. */
  readonly amount: bigint
}

export interface DayTotal extends Entry {
  readonly memberId: MemberId
  readonly on: Temporal.PlainDate
}

const dayTotals = z.array(
  z.object({
    memberId: z.string().transform((id) => id as MemberId),
    metric: z.string(),
    on: z.string().transform((on) => Temporal.PlainDate.from(on)),
    amount: z.string().transform(BigInt),
  }),
)

export interface MonthTotal extends Entry {
  readonly memberId: MemberId
  /** YYYY-MM. */
  readonly month: string
}

/** The numbers that people report, and what their days add up to. */
export function entriesIn(tx: Transaction, sql: Sql, organisationId: OrganisationId) {
  return {
    /**
     * Adds numbers of a day and keeps the day's totals. The same source (a delivery's id, a check-in's revision) counts once.
     *
     * @returns whether anything was added
     */
    async add(entry: {
      teamId: TeamId
      memberId: MemberId
      on: Temporal.PlainDate
      entries: readonly Entry[]
      source: string
      checkInId?: CheckInId
      madeBy: PersonId
      madeAt: Temporal.Instant
    }): Promise<boolean> {
      if (entry.entries.length === 0) return true
      const added = await tx.logEntry.createManyAndReturn({
        skipDuplicates: true,
        select: { metric: true, amount: true },
        data: entry.entries.map(({ metric, amount }) => ({
          id: `${entry.source}:${metric}:${entry.memberId}`,
          organisationId,
          teamId: entry.teamId,
          memberId: entry.memberId,
          metric,
          on: toDateColumn(entry.on),
          amount,
          checkInId: entry.checkInId ?? null,
          source: entry.source,
          madeBy: entry.madeBy,
          madeAt: toInstantColumn(entry.madeAt),
        })),
      })
      await addToTotals(tx, organisationId, entry.teamId, entry.memberId, entry.on, added)
      return added.length > 0
    },
    /** The numbers that sources brought a member whose name begins so, each metric by itself; void where they were taken back. */
    async broughtBy(prefix: string, memberId: MemberId): Promise<(Entry & { readonly source: string; readonly isVoid: boolean })[]> {
      const rows = await tx.logEntry.findMany({ where: { organisationId, memberId, source: { startsWith: prefix } } })
      return rows.map(({ metric, amount, source, voidedAt }) => ({ metric, amount, source, isVoid: voidedAt !== null }))
    },
    /** Takes back the numbers of one source, or of one check-in. Taken back twice, it counts once; a day with none left was not reported. */
    async void(which: { source: string; memberId: MemberId } | { checkInId: CheckInId }, at: Temporal.Instant): Promise<Entry[]> {
      const voided = await tx.logEntry.updateManyAndReturn({
        where: { organisationId, voidedAt: null, ...which },
        data: { voidedAt: toInstantColumn(at) },
      })
      for (const row of voided) {
        await addToTotals(tx, organisationId, row.teamId as TeamId, row.memberId as MemberId, fromDateColumn(row.on), [
          { metric: row.metric, amount: -row.amount },
        ])
      }
      await dropUnreported(tx, organisationId, voided)
      return voided.map(({ metric, amount }) => ({ metric, amount }))
    },
    /** What the days of a team (or of one member) add up to, both dates included. */
    async totals(teamId: TeamId, from: Temporal.PlainDate, to: Temporal.PlainDate, memberId?: MemberId): Promise<DayTotal[]> {
      return dayTotals.parse(
        await sql.$queryRaw`
          SELECT member_id AS "memberId", metric, "on"::text, amount::text FROM daily_total
          WHERE organisation_id = ${organisationId} AND team_id = ${teamId}
            AND "on" BETWEEN ${from.toString()}::date AND ${to.toString()}::date
            AND (${memberId ?? null}::text IS NULL OR member_id = ${memberId ?? null}::text)
          ORDER BY "on"`,
      )
    },
    /** When each member of a team last reported a number of these days themselves, both dates included; taken back, it does not count. */
    async lastOwn(teamId: TeamId, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<Map<MemberId, Temporal.Instant>> {
      const rows = await tx.$queryRaw<{ member_id: string; at: Date }[]>`
        SELECT entry.member_id, max(entry.made_at) AS at FROM log_entry AS entry
        JOIN member ON member.organisation_id = entry.organisation_id AND member.id = entry.member_id AND member.person_id = entry.made_by
        WHERE entry.organisation_id = ${organisationId} AND entry.team_id = ${teamId} AND entry.voided_at IS NULL
          AND entry."on" BETWEEN ${from.toString()}::date AND ${to.toString()}::date
        GROUP BY entry.member_id`
      return new Map(rows.map((row) => [row.member_id as MemberId, fromInstantColumn(row.at)]))
    },
    /** The same summed by months: what a year and more of history is compared by. Both dates included. */
    async monthlyTotals(teamId: TeamId, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<MonthTotal[]> {
      const rows = await tx.$queryRaw<{ member_id: string; metric: string; month: string; amount: string }[]>`
        SELECT member_id, metric, to_char("on", 'YYYY-MM') AS month, sum(amount)::text AS amount FROM daily_total
        WHERE organisation_id = ${organisationId} AND team_id = ${teamId}
          AND "on" BETWEEN ${from.toString()}::date AND ${to.toString()}::date
        GROUP BY member_id, metric, month`
      return rows.map((row) => ({ memberId: row.member_id as MemberId, metric: row.metric, month: row.month, amount: BigInt(row.amount) }))
    },
  }
}

/** One statement, so that two check-ins of a moment both count. */
async function addToTotals(
  tx: Transaction,
  organisationId: OrganisationId,
  teamId: TeamId,
  memberId: MemberId,
  on: Temporal.PlainDate,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return
  const metrics = entries.map((entry) => entry.metric)
  const amounts = entries.map((entry) => entry.amount.toString())
  await tx.$executeRaw`
    INSERT INTO daily_total (organisation_id, team_id, member_id, metric, "on", amount)
    SELECT ${organisationId}, ${teamId}, ${memberId}, added.metric, ${on.toString()}::date, added.amount::bigint
    FROM unnest(${metrics}::text[], ${amounts}::text[]) AS added (metric, amount)
    ON CONFLICT (member_id, metric, "on") DO UPDATE SET amount = daily_total.amount + EXCLUDED.amount`
}

/** A total without a number behind it would read as a zero that somebody reported. */
async function dropUnreported(
  tx: Transaction,
  organisationId: OrganisationId,
  voided: readonly { readonly memberId: string; readonly metric: string; readonly on: Date }[],
): Promise<void> {
  if (voided.length === 0) return
  const members = voided.map(({ memberId }) => memberId)
  const metrics = voided.map(({ metric }) => metric)
  const dates = voided.map(({ on }) => fromDateColumn(on).toString())
  await tx.$executeRaw`
    DELETE FROM daily_total AS total
    USING unnest(${members}::text[], ${metrics}::text[], ${dates}::text[]) AS voided (member_id, metric, "on")
    WHERE total.organisation_id = ${organisationId} AND total.member_id = voided.member_id AND total.metric = voided.metric
      AND total."on" = voided."on"::date AND NOT EXISTS (
        SELECT FROM log_entry AS entry
        WHERE entry.organisation_id = ${organisationId} AND entry.member_id = total.member_id AND entry."on" = total."on"
          AND entry.metric = total.metric AND entry.voided_at IS NULL)`
}
