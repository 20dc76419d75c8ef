import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { MemberId, OrganisationId, PlanId, TeamId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { toJson } from '../json.js'
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
      days: z.array(z.string().transform(BigInt).nullable()),
      currency: z.string().nullable(),
    })
    .transform(({ member_id, plan_id, currency, ...row }): TargetMonth => {
      return { ...row, memberId: member_id, planId: plan_id, currency: currency ?? undefined }
    }),
)

export function targetsIn(tx: Transaction, sql: Sql, organisationId: OrganisationId) {
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
    /** Puts the published numbers of whole months in place of what stood there for those members and metrics. */
    async replace(teamId: TeamId, months: readonly TargetMonth[]): Promise<void> {
      const keys = new Set(months.map((month) => month.month))
      await tx.targetMonth.deleteMany({
        where: {
          organisationId,
          teamId,
          metric: { in: [...new Set(months.map((month) => month.metric))] },
          month: { in: [...keys].map((month) => new Date(`${month}-01T00:00:00Z`)) },
        },
      })
      await tx.targetMonth.createMany({
        data: months.map((month) => ({
          organisationId,
          teamId,
          memberId: month.memberId,
          metric: month.metric,
          month: new Date(`${month.month}-01T00:00:00Z`),
          planId: month.planId,
          days: toJson(month.days.map((day) => day?.toString() ?? null)),
          total: month.days.reduce<bigint>((sum, day) => sum + (day ?? 0n), 0n),
          currency: month.currency ?? null,
        })),
      })
    },
    /** Puts one member's numbers of whole months in place of what stood there for the same metrics. */
    async replaceMember(teamId: TeamId, memberId: MemberId, months: readonly TargetMonth[]): Promise<void> {
      for (const { metric, month, planId, days, currency } of months) {
        const key = { memberId, metric, month: new Date(`${month}-01T00:00:00Z`) }
        const numbers = {
          days: toJson(days.map((day) => day?.toString() ?? null)),
          total: days.reduce<bigint>((sum, day) => sum + (day ?? 0n), 0n),
        }
        await tx.targetMonth.upsert({
          where: { memberId_metric_month: key, organisationId, teamId },
          update: numbers,
          create: { ...key, ...numbers, organisationId, teamId, planId, currency: currency ?? null },
        })
      }
    },
    /** Takes away what stands for the metrics from one month up to and including another (YYYY-MM). */
    async remove(teamId: TeamId, metrics: readonly string[], fromMonth: string, untilMonth: string): Promise<void> {
      await tx.targetMonth.deleteMany({
        where: {
          organisationId,
          teamId,
          metric: { in: [...metrics] },
          month: { gte: new Date(`${fromMonth}-01T00:00:00Z`), lte: new Date(`${untilMonth}-01T00:00:00Z`) },
        },
      })
    },
  }
}
