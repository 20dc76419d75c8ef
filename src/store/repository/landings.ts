import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { MemberId, OrganisationId, TeamId } from '../../core/id.js'
import { newId } from '../new-id.js'
import type { Sql } from '../sql.js'

/** Whose numbers: a member's, or the team's as a whole. */
export interface LandingSubject {
  readonly teamId: TeamId
  readonly memberId: MemberId | undefined
}

/** A forecast of where a period lands, as it was said. Amounts in minor units. */
export interface SaidLanding {
  readonly metric: string
  readonly kind: 'month' | 'quarter'
  readonly period: { readonly id: string; readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate }
  /** '2026-W47' */
  readonly week: string
  readonly asOf: Temporal.PlainDate
  readonly value: bigint
  readonly lower: bigint
  readonly upper: bigint
  readonly runRate: bigint
  readonly method: string
}

/** The run of the numbers, and what was forecast of it. */
export function landingsIn(sql: Sql, organisationId: OrganisationId) {
  return {
    /** What each day brought, members' numbers added up, and a member's days of leave, both dates included: one statement. */
    async run({ teamId, memberId }: LandingSubject, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<DailyRun> {
      const rows = runRows.parse(
        await sql.$queryRaw`
          SELECT metric, "on"::text, NULL AS until, sum(amount)::text AS amount FROM daily_total
          WHERE organisation_id = ${organisationId} AND team_id = ${teamId}
            AND "on" BETWEEN ${from.toString()}::date AND ${to.toString()}::date
            AND (${memberId ?? null}::text IS NULL OR member_id = ${memberId ?? null}::text)
          GROUP BY metric, "on"
          UNION ALL
          SELECT NULL, from_on::text, to_on::text, NULL FROM leave
          WHERE organisation_id = ${organisationId} AND member_id = ${memberId ?? ''}
            AND to_on >= ${from.toString()}::date AND from_on <= ${to.toString()}::date`,
      )
      return {
        done: rows.flatMap(({ metric, on, amount }) => (metric === null || amount === null ? [] : [{ metric, on, amount }])),
        leave: rows.flatMap(({ on, until }) => (until === null ? [] : [{ from: on, to: until }])),
      }
    },
    /** What was forecast of periods that are over and scored, and the metrics of which this week's forecast is kept: one statement. */
    async record({ teamId, memberId }: LandingSubject, kind: SaidLanding['kind'], period: string, week: string): Promise<KeptLandings> {
      const rows = keptRows.parse(
        await sql.$queryRaw`
          SELECT metric, value::text, lower::text, upper::text, run_rate::text AS "runRate", outcome::text,
            period = ${period} AND week = ${week} AS "isThisWeeks"
          FROM landing_forecast
          WHERE organisation_id = ${organisationId} AND team_id = ${teamId} AND member_id = ${memberId ?? ''} AND kind = ${kind}
            AND (outcome IS NOT NULL OR (period = ${period} AND week = ${week}))`,
      )
      return {
        scored: rows.flatMap(({ outcome, isThisWeeks: _, ...said }) => (outcome === null ? [] : [{ ...said, outcome }])),
        kept: new Set(rows.filter(({ isThisWeeks }) => isThisWeeks).map(({ metric }) => metric)),
      }
    },
    /** Keeps forecasts; of a week the first one stays. */
    async keep({ teamId, memberId }: LandingSubject, said: readonly SaidLanding[]): Promise<void> {
      for (const each of said) {
        await sql.$executeRaw`
          INSERT INTO landing_forecast (id, organisation_id, team_id, member_id, metric, kind, period, period_start, period_end, week, as_of,
            value, lower, upper, run_rate, method)
          VALUES (${newId()}, ${organisationId}, ${teamId}, ${memberId ?? ''}, ${each.metric}, ${each.kind}, ${each.period.id},
            ${each.period.start.toString()}::date, ${each.period.end.toString()}::date, ${each.week}, ${each.asOf.toString()}::date,
            ${each.value.toString()}::bigint, ${each.lower.toString()}::bigint, ${each.upper.toString()}::bigint,
            ${each.runRate.toString()}::bigint, ${each.method})
          ON CONFLICT (team_id, member_id, metric, period, week) DO NOTHING`
      }
    },
    /** Holds every forecast of a team's periods that ended before `before` against what they came to. Scored once, a forecast stays so. */
    async score(teamId: TeamId, before: Temporal.PlainDate): Promise<void> {
      await sql.$executeRaw`
        UPDATE landing_forecast AS said SET outcome = (
          SELECT coalesce(sum(amount), 0) FROM daily_total AS done
          WHERE done.organisation_id = said.organisation_id AND done.team_id = said.team_id AND done.metric = said.metric
            AND done."on" BETWEEN said.period_start AND said.period_end AND (said.member_id = '' OR done.member_id = said.member_id)
        )
        WHERE organisation_id = ${organisationId} AND team_id = ${teamId} AND outcome IS NULL AND period_end < ${before.toString()}::date`
    },
  }
}

export interface DailyRun {
  readonly done: readonly { readonly metric: string; readonly on: Temporal.PlainDate; readonly amount: bigint }[]
  readonly leave: readonly { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }[]
}

export interface KeptLandings {
  readonly scored: readonly (Pick<SaidLanding, 'metric' | 'value' | 'lower' | 'upper' | 'runRate'> & { readonly outcome: bigint })[]
  readonly kept: ReadonlySet<string>
}

const date = z.string().transform((on) => Temporal.PlainDate.from(on))
const amount = z.string().transform(BigInt)
const runRows = z.array(z.object({ metric: z.string().nullable(), on: date, until: date.nullable(), amount: amount.nullable() }))
const keptRows = z.array(
  z.object({
    metric: z.string(),
    value: amount,
    lower: amount,
    upper: amount,
    runRate: amount,
    outcome: amount.nullable(),
    isThisWeeks: z.boolean(),
  }),
)
