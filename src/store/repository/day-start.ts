import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { MemberId, OrganisationId, TeamId } from '../../core/id.js'
import { fromJson } from '../json.js'
import type { Sql } from '../sql.js'
import type { Improvement } from './improvements.js'

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

/**
 * Whether a member's day lies in leave, the newest improvement they promised before it, not earlier than `since`, and what plans say of
 * their day; where one has key actions, also what they have ticked off and when they are there: one statement.
 */
export function dayStartIn(sql: Sql, organisationId: OrganisationId) {
  return async (teamId: TeamId, memberId: MemberId, on: Temporal.PlainDate, since: Temporal.PlainDate): Promise<DayStart> => {
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
  }
}

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
