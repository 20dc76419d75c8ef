import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { OrganisationId, TeamId } from '../core/id.js'
import type { Database, Transaction } from './database.js'
import { fromInstantColumn, toInstantColumn } from './dates.js'
import { teamSchema } from './lookup.js'
import type { Team } from './repository/teams.js'

const held = z
  .object({ team: teamSchema, scheduled_until: z.string() })
  .transform(({ team, scheduled_until }) => ({ team, scheduledUntil: Temporal.Instant.from(scheduled_until) }))

/** The clock's view of the teams, over all organisations. */
export function dueTeams(database: Database) {
  return {
    /** Teams something falls due for, the longest waiting first. */
    async find(now: Temporal.Instant, most: number): Promise<{ organisationId: OrganisationId; teamId: TeamId }[]> {
      const rows = await database.client.team.findMany({
        where: { nextDueAt: { lte: toInstantColumn(now) } },
        orderBy: { nextDueAt: 'asc' },
        take: most,
        select: { id: true, organisationId: true },
      })
      return rows.map((row) => ({ organisationId: row.organisationId as OrganisationId, teamId: row.id as TeamId }))
    },
    /** Holds a team until the transaction ends; undefined when another clock has dealt with it meanwhile. */
    async hold(
      tx: Transaction,
      teamId: TeamId,
      now: Temporal.Instant,
    ): Promise<{ team: Team; scheduledUntil: Temporal.Instant } | undefined> {
      // Whoever waited for the row looks at it as the other has left it.
      const [row] = await tx.$queryRaw<unknown[]>`
        SELECT to_jsonb(team) AS team, to_jsonb(scheduled_until) AS scheduled_until FROM team
        WHERE id = ${teamId} AND next_due_at <= ${toInstantColumn(now)} FOR UPDATE`
      return row === undefined ? undefined : held.parse(row)
    },
    async postpone(teamId: TeamId | string, until: Temporal.Instant): Promise<void> {
      await database.client.team.updateMany({ where: { id: teamId }, data: { nextDueAt: toInstantColumn(until) } })
    },
    /** The earliest instant at which anything falls due. */
    async earliest(): Promise<Temporal.Instant | undefined> {
      const row = await database.client.team.findFirst({
        where: { nextDueAt: { not: null } },
        orderBy: { nextDueAt: 'asc' },
        select: { nextDueAt: true },
      })
      return row?.nextDueAt == null ? undefined : fromInstantColumn(row.nextDueAt)
    },
  }
}
