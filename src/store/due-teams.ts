import type { Temporal } from 'temporal-polyfill'
import type { OrganisationId, TeamId } from '../core/id.js'
import type { Database, Transaction } from './database.js'
import { fromInstantColumn, toInstantColumn } from './dates.js'
import { type Team, teamOf } from './repository/teams.js'

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
      await tx.$executeRaw`SELECT id FROM team WHERE id = ${teamId} FOR UPDATE`
      const row = await tx.team.findUnique({ where: { id: teamId } })
      if (row === null || row.nextDueAt === null || row.nextDueAt > toInstantColumn(now)) return undefined
      return { team: teamOf(row), scheduledUntil: fromInstantColumn(row.scheduledUntil) }
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
