import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { MemberId, OrganisationId, PlanId, TeamId } from '../../core/id.js'
import type { Sql } from '../sql.js'

/** What one member is asked for in one month, day by day, in minor units; null on days without work. */
export interface TargetMonth {
  readonly memberId: MemberId
  readonly metric: string
  /** YYYY-MM. */
  readonly month: string
  readonly planId: PlanId
  readonly days: readonly (bigint | null)[]
  readonly currency: string | undefined
}

// JSON has no bigint: each day is a decimal string.
const targetMonths = z.array(
  z
    .object({
      member_id: z.string().transform((id) => id as MemberId),
      metric: z.string(),
      month: z.string(),
      plan_id: z.string().transform((id) => id as PlanId),
      days: z.array(z.string().nullable()).transform((days) => days.map((day) => (day === null ? null : BigInt(day)))),
      currency: z.string().nullable(),
    })
    .transform(({ member_id, plan_id, currency, ...row }): TargetMonth => {
      return { memberId: member_id, planId: plan_id, currency: currency ?? undefined, ...row }
    }),
)

export function targetsIn(sql: Sql, organisationId: OrganisationId) {
  return {
    /** Published numbers of the team's members for the months that touch the dates, both included. */
    async between(teamId: TeamId, from: Temporal.PlainDate, to: Temporal.PlainDate, memberId?: MemberId): Promise<TargetMonth[]> {
      return targetMonths.parse(
        await sql.$queryRaw`
          SELECT member_id, metric, to_char(month, 'YYYY-MM') AS month, plan_id, days, currency FROM target_month
          WHERE organisation_id = ${organisationId} AND team_id = ${teamId}
            AND month BETWEEN ${from.with({ day: 1 }).toString()}::date AND ${to.toString()}::date
            AND (${memberId ?? null}::text IS NULL OR member_id = ${memberId ?? null}::text)
          ORDER BY month`,
      )
    },
    /** Puts the numbers of whole months in place of what stood there for the same member, metric and month. */
    async write(teamId: TeamId, months: readonly TargetMonth[]): Promise<void> {
      for (let start = 0; start < months.length; start += ROWS_AT_ONCE) {
        const rows = months.slice(start, start + ROWS_AT_ONCE).map(({ memberId, metric, month, planId, days, currency }) => ({
          ...{ organisation_id: organisationId, team_id: teamId, member_id: memberId, metric, month: `${month}-01`, plan_id: planId },
          days: days.map((day) => day?.toString() ?? null),
          total: days.reduce<bigint>((sum, day) => sum + (day ?? 0n), 0n).toString(),
          currency,
        }))
        await sql.$executeRaw`
          INSERT INTO target_month (organisation_id, team_id, member_id, metric, month, plan_id, days, total, currency)
          SELECT organisation_id, team_id, member_id, metric, month, plan_id, days, total, currency
          FROM jsonb_populate_recordset(NULL::target_month, ${JSON.stringify(rows)}::text::jsonb)
          ON CONFLICT (member_id, metric, month) DO UPDATE
          SET plan_id = excluded.plan_id, days = excluded.days, total = excluded.total, currency = excluded.currency
          WHERE target_month.organisation_id = ${organisationId} AND target_month.team_id = ${teamId}`
      }
    },
    /** Takes these months away: from then on they have no target. */
    async remove(teamId: TeamId, months: readonly Pick<TargetMonth, 'memberId' | 'metric' | 'month'>[]): Promise<void> {
      if (months.length === 0) return
      await sql.$executeRaw`
        DELETE FROM target_month
        USING unnest(${months.map(({ memberId }) => memberId)}::text[], ${months.map(({ metric }) => metric)}::text[],
          ${months.map(({ month }) => `${month}-01`)}::text[]) AS gone (member_id, metric, month)
        WHERE target_month.organisation_id = ${organisationId} AND target_month.team_id = ${teamId}
          AND target_month.member_id = gone.member_id AND target_month.metric = gone.metric AND target_month.month = gone.month::date`
    },
  }
}

/** A statement's worth: a large team's year is tens of thousands of rows. */
const ROWS_AT_ONCE = 2_000
