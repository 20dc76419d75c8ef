import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { CheckInForm } from '../../core/checkin/forms.js'
import type { CheckInId, MemberId, OrganisationId, PersonId, TeamId } from '../../core/id.js'
import { toInstantColumn } from '../dates.js'
import type { Sql } from '../sql.js'
import type { CheckIn } from './check-ins.js'
import type { Entry } from './entries.js'

/** One member's day as a check-in finds it. */
export interface MemberDay {
  readonly isLeave: boolean
  /** The month's report is out. */
  readonly isMonthClosed: boolean
  /** The check-in by the form that was asked for. */
  readonly checkIn: CheckIn | undefined
  /** Whether the check-in's post was written, under the key that was asked for with its id behind it. */
  readonly isPosted: boolean
  readonly hasPrompt: boolean
  /** Whether numbers of the source that was asked for are among the totals. */
  readonly isCounted: boolean
  /** Null on a day without work; a metric without a target is absent. Minor units. */
  readonly targets: readonly { readonly metric: string; readonly currency: string | undefined; readonly target: bigint | null }[]
  readonly totals: readonly Entry[]
}

/**
 * What a check-in reads and writes, each in one statement whatever the day holds: its transaction is what people wait for, and each
 * statement is a way to the database and back.
 */
export function daysIn(sql: Sql, organisationId: OrganisationId) {
  return {
    /** Makes another check-in of the same member wait until this transaction is over: of two at once, the second finds the first. */
    async hold(memberId: MemberId): Promise<void> {
      await sql.$executeRaw`SELECT 1 FROM member WHERE organisation_id = ${organisationId} AND id = ${memberId} FOR NO KEY UPDATE`
    },
    async read(day: {
      teamId: TeamId
      memberId: MemberId
      on: Temporal.PlainDate
      form: CheckInForm
      source: string
      promptKey: string
      postKeyPrefix: string
      /** The months that the day may have been reviewed under. */
      monthIds: readonly string[]
    }): Promise<MemberDay> {
      const { teamId, memberId, on, form, source, promptKey, postKeyPrefix, monthIds } = day
      const date = on.toString()
      const [row] = await sql.$queryRaw<unknown[]>`
        SELECT
          EXISTS (SELECT FROM leave WHERE organisation_id = ${organisationId} AND member_id = ${memberId}
            AND from_on <= ${date}::date AND to_on >= ${date}::date) AS is_leave,
          EXISTS (SELECT FROM report WHERE organisation_id = ${organisationId} AND team_id = ${teamId}
            AND kind = 'monthly' AND period = ANY(${monthIds}::text[])) AS is_month_closed,
          to_jsonb(found) AS check_in,
          EXISTS (SELECT FROM outbox WHERE organisation_id = ${organisationId} AND key = ${postKeyPrefix} || found.id) AS is_posted,
          EXISTS (SELECT FROM outbox WHERE organisation_id = ${organisationId} AND key = ${promptKey}) AS has_prompt,
          EXISTS (SELECT FROM log_entry WHERE organisation_id = ${organisationId} AND member_id = ${memberId}
            AND source = ${source}) AS is_counted,
          (SELECT jsonb_agg(jsonb_build_object('metric', metric, 'currency', currency, 'target', days ->> ${on.day - 1}::int))
            FROM target_month WHERE organisation_id = ${organisationId} AND team_id = ${teamId} AND member_id = ${memberId}
            AND month = date_trunc('month', ${date}::date)) AS targets,
          (SELECT jsonb_agg(jsonb_build_object('metric', metric, 'amount', amount::text))
            FROM daily_total WHERE organisation_id = ${organisationId} AND team_id = ${teamId} AND member_id = ${memberId}
            AND "on" = ${date}::date) AS totals
        FROM (SELECT) AS one LEFT JOIN check_in AS found
          ON found.organisation_id = ${organisationId} AND found.member_id = ${memberId} AND found."on" = ${date}::date AND found.form = ${form}`
      return memberDay.parse(row)
    },
    /**
     * Keeps a check-in (the same member, day and form again corrects it) with its numbers, and adds these to the day's totals. Numbers of
     * a source that has come before are not added again.
     *
     * @returns the new totals of the metrics that were added to
     */
    async keep(
      { id, teamId, memberId, on, form, notes, late, revision, submittedAt }: CheckIn,
      numbers: {
        readonly entries: readonly Entry[]
        readonly source: string
        readonly madeBy: PersonId
        readonly madeAt: Temporal.Instant
      },
    ): Promise<Entry[]> {
      const { entries, source, madeBy } = numbers
      const madeAt = toInstantColumn(numbers.madeAt)
      const date = on.toString()
      const rows = await sql.$queryRaw<unknown[]>`
        WITH kept AS (
          INSERT INTO check_in (id, organisation_id, team_id, member_id, "on", form, notes, late, revision, submitted_at, updated_at)
          VALUES (${id}, ${organisationId}, ${teamId}, ${memberId}, ${date}::date, ${form}, ${JSON.stringify(notes)}::jsonb, ${late},
            ${revision}::int, ${toInstantColumn(submittedAt)}, ${madeAt})
          ON CONFLICT (member_id, "on", form) DO UPDATE
            SET notes = EXCLUDED.notes, late = EXCLUDED.late, revision = EXCLUDED.revision, updated_at = EXCLUDED.updated_at
        ), added AS (
          INSERT INTO log_entry (id, organisation_id, team_id, member_id, metric, "on", amount, check_in_id, source, made_by, made_at)
          SELECT concat_ws(':', ${source}::text, metric, ${memberId}::text), ${organisationId}, ${teamId}, ${memberId}, metric,
            ${date}::date, amount::bigint, ${id}, ${source}, ${madeBy}, ${madeAt}
          FROM unnest(${entries.map(({ metric }) => metric)}::text[], ${entries.map(({ amount }) => amount.toString())}::text[])
            AS entry (metric, amount)
          ON CONFLICT DO NOTHING
          RETURNING metric, amount
        )
        INSERT INTO daily_total (organisation_id, team_id, member_id, metric, "on", amount)
        SELECT ${organisationId}, ${teamId}, ${memberId}, metric, ${date}::date, amount FROM added
        ON CONFLICT (member_id, metric, "on") DO UPDATE SET amount = daily_total.amount + EXCLUDED.amount
        RETURNING metric, amount::text`
      return entriesSchema.parse(rows)
    },
    /**
     * Keeps what an evening teaches: the cases that a source tells take the place of those it told before, and so does the improvement that
     * a check-in promises. An improvement whose words remain stays done.
     *
     * @param lessons.improvement none: it is promised no longer
     */
    async keepLessons(
      { id, teamId, memberId, on }: CheckIn,
      lessons: {
        readonly source: string
        readonly cases: readonly { readonly id: string; readonly kind: string; readonly words: string }[]
        readonly improvement: string | undefined
        readonly at: Temporal.Instant
      },
    ): Promise<void> {
      const { source, cases, improvement = null, at } = lessons
      const date = on.toString()
      await sql.$executeRaw`
        WITH untold AS (
          DELETE FROM case_entry
          WHERE organisation_id = ${organisationId} AND source = ${source} AND kind <> ALL(${cases.map(({ kind }) => kind)}::text[])
        ), told AS (
          INSERT INTO case_entry (id, organisation_id, team_id, member_id, "on", kind, words, source, created_at)
          SELECT entry.id, ${organisationId}, ${teamId}, ${memberId}, ${date}::date, entry.kind, entry.words, ${source}, ${toInstantColumn(at)}
          FROM unnest(${cases.map((each) => each.id)}::text[], ${cases.map(({ kind }) => kind)}::text[],
            ${cases.map(({ words }) => words)}::text[]) AS entry (id, kind, words)
          ON CONFLICT (organisation_id, source, kind) DO UPDATE SET words = EXCLUDED.words
        ), unpromised AS (
          DELETE FROM improvement WHERE organisation_id = ${organisationId} AND check_in_id = ${id} AND ${improvement}::text IS NULL
        )
        INSERT INTO improvement (id, organisation_id, team_id, member_id, "on", words, check_in_id)
        SELECT ${`${id}-improvement`}, ${organisationId}, ${teamId}, ${memberId}, ${date}::date, ${improvement}::text, ${id}
        WHERE ${improvement}::text IS NOT NULL
        ON CONFLICT (check_in_id) DO UPDATE SET words = EXCLUDED.words,
          done_on = CASE WHEN improvement.words = EXCLUDED.words THEN improvement.done_on END`
    },
  }
}

// JSON has no bigint: amounts are decimal strings in it.
const amount = z.string().transform(BigInt)
const entriesSchema = z.array(z.object({ metric: z.string(), amount }))
const instant = z.string().transform((at) => Temporal.Instant.from(at))

const checkIn = z
  .object({
    id: z.string().transform((id) => id as CheckInId),
    team_id: z.string().transform((id) => id as TeamId),
    member_id: z.string().transform((id) => id as MemberId),
    on: z.string().transform((on) => Temporal.PlainDate.from(on)),
    form: z.enum(['morning', 'midday', 'evening']),
    notes: z.record(z.string(), z.string()),
    late: z.boolean(),
    revision: z.int(),
    submitted_at: instant,
  })
  .transform(({ team_id, member_id, submitted_at, ...rest }): CheckIn => {
    return { ...rest, teamId: team_id, memberId: member_id, submittedAt: submitted_at }
  })

const memberDay = z
  .object({
    is_leave: z.boolean(),
    is_month_closed: z.boolean(),
    check_in: checkIn.nullable(),
    is_posted: z.boolean().nullable(),
    has_prompt: z.boolean(),
    is_counted: z.boolean(),
    targets: z.array(z.object({ metric: z.string(), currency: z.string().nullable(), target: amount.nullable() })).nullable(),
    totals: entriesSchema.nullable(),
  })
  .transform(
    (row): MemberDay => ({
      isLeave: row.is_leave,
      isMonthClosed: row.is_month_closed,
      checkIn: row.check_in ?? undefined,
      isPosted: row.is_posted ?? false,
      hasPrompt: row.has_prompt,
      isCounted: row.is_counted,
      targets: (row.targets ?? []).map(({ metric, currency, target }) => ({ metric, currency: currency ?? undefined, target })),
      totals: row.totals ?? [],
    }),
  )
