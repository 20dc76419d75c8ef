import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { CheckInId, MemberId, OrganisationId, PersonId, TeamId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { fromDateColumn, fromInstantColumn, toDateColumn, toInstantColumn } from '../dates.js'
import type { CheckIn as CheckInRow } from '../generated/client.js'
import { fromJson, toJson } from '../json.js'
import type { Sql } from '../sql.js'

export const FORMS = ['morning', 'midday', 'evening'] as const
export type CheckInForm = (typeof FORMS)[number]

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

const notes = z.record(z.string(), z.string())
const form = z.enum(FORMS)

export function workIn(tx: Transaction, sql: Sql, organisationId: OrganisationId) {
  return {
    /**
     * Adds numbers of a day and keeps the day's totals. The same source (a delivery's id, a check-in's revision) counts once.
     *
     * @returns whether anything was added
     */
    async addEntries(entry: {
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
    /** Takes back the numbers of one source, or of one check-in. Taken back twice, it counts once; a day with none left was not reported. */
    async voidEntries(which: { source: string; memberId: MemberId } | { checkInId: CheckInId }, at: Temporal.Instant): Promise<Entry[]> {
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
    /** The same summed by months: what a year and more of history is compared by. Both dates included. */
    async monthlyTotals(teamId: TeamId, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<MonthTotal[]> {
      const rows = await tx.$queryRaw<{ member_id: string; metric: string; month: string; amount: string }[]>`
        SELECT member_id, metric, to_char("on", 'YYYY-MM') AS month, sum(amount)::text AS amount FROM daily_total
        WHERE organisation_id = ${organisationId} AND team_id = ${teamId}
          AND "on" BETWEEN ${from.toString()}::date AND ${to.toString()}::date
        GROUP BY member_id, metric, month`
      return rows.map((row) => ({ memberId: row.member_id as MemberId, metric: row.metric, month: row.month, amount: BigInt(row.amount) }))
    },
    async checkIn(memberId: MemberId, on: Temporal.PlainDate, which: CheckInForm): Promise<CheckIn | undefined> {
      const row = await tx.checkIn.findUnique({
        where: { memberId_on_form: { memberId, on: toDateColumn(on), form: which }, organisationId },
      })
      return row === null ? undefined : checkInOf(row)
    },
    async checkInById(id: CheckInId): Promise<CheckIn | undefined> {
      const row = await tx.checkIn.findFirst({ where: { organisationId, id } })
      return row === null ? undefined : checkInOf(row)
    },
    async checkIns(teamId: TeamId, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<CheckIn[]> {
      const rows = await tx.checkIn.findMany({
        where: { organisationId, teamId, on: { gte: toDateColumn(from), lte: toDateColumn(to) } },
        orderBy: [{ on: 'asc' }, { submittedAt: 'asc' }],
      })
      return rows.map(checkInOf)
    },
    /** When each member first answered each day, by whatever form: one row a member and day, however much they wrote. */
    async firstCheckIns(
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
    async saveCheckIn(checkIn: CheckIn): Promise<void> {
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
    async removeCheckIn(id: CheckInId): Promise<void> {
      await tx.checkIn.deleteMany({ where: { organisationId, id } })
    },
    /** Keeps the improvement a check-in promises; an empty one takes it away. */
    async saveImprovement(checkIn: CheckIn, words: string): Promise<void> {
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
    async improvements(teamId: TeamId, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<Improvement[]> {
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
    /**
     * Whether a member's day lies in leave, the newest improvement they promised before it, not earlier than `since`, and what plans say of
     * their day; where one has key actions, also what they have ticked off and when they are there: one statement.
     */
    async dayStart(teamId: TeamId, memberId: MemberId, on: Temporal.PlainDate, since: Temporal.PlainDate): Promise<DayStart> {
      const [row] = await sql.$queryRaw<DayStartRow[]>`
        SELECT off.until::text, promised.id, promised."on"::text, promised.words, promised.done_on::text, plans.inputs AS day_plans,
          acting.joined_on::text, acting.left_on::text, acting.leaves, acting.ticks
        FROM (
          SELECT max(to_on) AS until FROM leave
          WHERE organisation_id = ${organisationId} AND member_id = ${memberId} AND ${on.toString()}::date BETWEEN from_on AND to_on
        ) AS off
        LEFT JOIN LATERAL (
          SELECT id, "on", words, done_on FROM improvement
          WHERE organisation_id = ${organisationId} AND team_id = ${teamId} AND member_id = ${memberId}
            AND "on" >= ${since.toString()}::date AND "on" < ${on.toString()}::date
          ORDER BY "on" DESC LIMIT 1
        ) AS promised ON true
        CROSS JOIN LATERAL (
          SELECT jsonb_agg(input) AS inputs, coalesce(bool_or(jsonb_exists(input, 'actions')), false) AS have_actions FROM plan
          WHERE organisation_id = ${organisationId} AND team_id = ${teamId} AND state = 'published'
            AND (jsonb_exists(input, 'day') OR jsonb_exists(input, 'actions'))
        ) AS plans
        LEFT JOIN LATERAL (
          SELECT joined_on, left_on,
            (SELECT jsonb_agg(jsonb_build_object('from', from_on, 'until', to_on)) FROM leave
              WHERE organisation_id = ${organisationId} AND member_id = ${memberId}
                AND to_on >= ${on.toString()}::date - ${TURN_DAYS}::int AND from_on <= ${on.toString()}::date + ${TURN_DAYS}::int) AS leaves,
            (SELECT jsonb_agg(jsonb_build_object('key', action, 'on', "on", 'count', count)) FROM action_tick
              WHERE organisation_id = ${organisationId} AND member_id = ${memberId}
                AND "on" >= ${on.toString()}::date - ${TURN_DAYS}::int) AS ticks
          FROM member WHERE plans.have_actions AND organisation_id = ${organisationId} AND id = ${memberId}
        ) AS acting ON true`
      if (row === undefined) return { leaveUntil: undefined, promised: undefined, dayPlans: [], acting: undefined }
      const { until, id, on: promisedOn, words, done_on: doneOn, day_plans: dayPlans } = row
      return {
        leaveUntil: until === null ? undefined : Temporal.PlainDate.from(until),
        dayPlans: Array.isArray(dayPlans) ? dayPlans.map(fromJson) : [],
        acting: row.joined_on === null ? undefined : actingRow.parse(row),
        promised:
          id === null || promisedOn === null || words === null
            ? undefined
            : {
                id,
                memberId,
                on: Temporal.PlainDate.from(promisedOn),
                words,
                doneOn: doneOn === null ? undefined : Temporal.PlainDate.from(doneOn),
              },
      }
    },
    async settleImprovement(id: string, memberId: MemberId, doneOn: Temporal.PlainDate): Promise<boolean> {
      const { count } = await tx.improvement.updateMany({
        where: { organisationId, id, memberId, doneOn: null },
        data: { doneOn: toDateColumn(doneOn) },
      })
      return count === 1
    },
    async saveCase(entry: {
      id: string
      teamId: TeamId
      memberId: MemberId
      on: Temporal.PlainDate
      kind: CaseKind
      words: string
      source: string
      at: Temporal.Instant
    }) {
      await tx.caseEntry.upsert({
        where: { organisationId_source_kind: { organisationId, source: entry.source, kind: entry.kind } },
        create: {
          id: entry.id,
          organisationId,
          teamId: entry.teamId,
          memberId: entry.memberId,
          on: toDateColumn(entry.on),
          kind: entry.kind,
          words: entry.words,
          source: entry.source,
          createdAt: toInstantColumn(entry.at),
        },
        update: { words: entry.words },
      })
    },
    async removeCases(source: string): Promise<void> {
      await tx.caseEntry.deleteMany({ where: { organisationId, source } })
    },
    /** The newest cases of the team whose words hold all of the given ones, whatever their case. */
    async findCases(teamId: TeamId, words: readonly string[], most: number): Promise<CaseEntry[]> {
      const rows = await tx.caseEntry.findMany({
        where: { organisationId, teamId, AND: words.map((word) => ({ words: { contains: word, mode: 'insensitive' as const } })) },
        orderBy: [{ on: 'desc' }, { createdAt: 'desc' }],
        take: most,
      })
      return rows.map((row) => ({
        memberId: row.memberId as MemberId,
        on: fromDateColumn(row.on),
        kind: caseKind.parse(row.kind),
        words: row.words,
      }))
    },
    async addLeave(leave: {
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
    async removeLeave(id: string, memberId: MemberId): Promise<boolean> {
      return (await tx.leave.deleteMany({ where: { organisationId, id, memberId } })).count > 0
    },
    async leaves(memberIds: readonly MemberId[], from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<LeaveDays[]> {
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

const caseKind = z.enum(['success', 'failure', 'top-seller', 'lesson'])
export type CaseKind = z.infer<typeof caseKind>

export interface CaseEntry {
  readonly memberId: MemberId
  readonly on: Temporal.PlainDate
  readonly kind: CaseKind
  readonly words: string
}

export interface Improvement {
  readonly id: string
  readonly memberId: MemberId
  readonly on: Temporal.PlainDate
  readonly words: string
  readonly doneOn: Temporal.PlainDate | undefined
}

/** How a member's day begins. */
export interface DayStart {
  /** The last day of the leave that the day lies in. */
  readonly leaveUntil: Temporal.PlainDate | undefined
  readonly promised: Improvement | undefined
  /** Inputs of published plans that say what everybody does each day or have key actions, as core/plan/plan-input has them. */
  readonly dayPlans: readonly unknown[]
  /** Where a plan has key actions: when the member is there, and what they ticked off in as many days back as a turn may have. */
  readonly acting:
    | {
        readonly joinedOn: Temporal.PlainDate
        readonly leftOn: Temporal.PlainDate | undefined
        readonly leave: readonly { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate }[]
        readonly ticks: readonly { readonly key: string; readonly on: Temporal.PlainDate; readonly count: number }[]
      }
    | undefined
}

/** The longest turn of a key action: a quarter of four periods of four weeks and the 53rd week has 119 days. */
export const TURN_DAYS = 120

const isoDate = z.string().transform((on) => Temporal.PlainDate.from(on))
const actingRow = z
  .object({
    joined_on: isoDate,
    left_on: isoDate.nullable(),
    leaves: z.array(z.object({ from: isoDate, until: isoDate })).nullable(),
    ticks: z.array(z.object({ key: z.string(), on: isoDate, count: z.number() })).nullable(),
  })
  .transform((row) => ({ joinedOn: row.joined_on, leftOn: row.left_on ?? undefined, leave: row.leaves ?? [], ticks: row.ticks ?? [] }))

interface DayStartRow {
  readonly day_plans: unknown
  readonly until: string | null
  readonly id: string | null
  readonly on: string | null
  readonly words: string | null
  readonly done_on: string | null
  readonly joined_on: string | null
  readonly left_on: string | null
  readonly leaves: unknown
  readonly ticks: unknown
}

export interface LeaveDays {
  readonly id: string
  readonly memberId: MemberId
  readonly from: Temporal.PlainDate
  /** Included. */
  readonly to: Temporal.PlainDate
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
