import type { Temporal } from 'temporal-polyfill'
import type { Id, OrganisationId, PersonId, TeamId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { fromDateColumn, fromInstantColumn, toDateColumn, toInstantColumn } from '../dates.js'
import type { AdjustmentWindow as WindowRow } from '../generated/client.js'

export type WindowId = Id<'window'>

/** A stretch in which an admin lets managers change published targets. */
export interface OpenedWindow {
  readonly id: WindowId
  readonly teamId: TeamId
  readonly reason: string
  readonly openedBy: PersonId
  readonly openedAt: Temporal.Instant
  /** The last day, which belongs to it. */
  readonly endsOn: Temporal.PlainDate
  /** Closed before its end. */
  readonly closedAt: Temporal.Instant | undefined
}

export function windowsIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    async add({ openedAt, endsOn, closedAt: _, ...window }: OpenedWindow): Promise<void> {
      await tx.adjustmentWindow.create({
        data: { ...window, organisationId, openedAt: toInstantColumn(openedAt), endsOn: toDateColumn(endsOn) },
      })
    },
    /** Those that are open on a date; several may overlap. */
    async openOn(teamId: TeamId, on: Temporal.PlainDate): Promise<OpenedWindow[]> {
      const rows = await tx.adjustmentWindow.findMany({
        where: { organisationId, teamId, closedAt: null, endsOn: { gte: toDateColumn(on) } },
        orderBy: { endsOn: 'desc' },
      })
      return rows.map(windowOf)
    },
    /** Newest first. */
    async ofTeam(teamId: TeamId, most: number): Promise<OpenedWindow[]> {
      const rows = await tx.adjustmentWindow.findMany({ where: { organisationId, teamId }, orderBy: { openedAt: 'desc' }, take: most })
      return rows.map(windowOf)
    },
    /** Closes all that are open. @returns how many */
    async close(teamId: TeamId, by: { personId: PersonId; at: Temporal.Instant; today: Temporal.PlainDate }): Promise<number> {
      const { count } = await tx.adjustmentWindow.updateMany({
        where: { organisationId, teamId, closedAt: null, endsOn: { gte: toDateColumn(by.today) } },
        data: { closedBy: by.personId, closedAt: toInstantColumn(by.at) },
      })
      return count
    },
  }
}

function windowOf(row: WindowRow): OpenedWindow {
  return {
    id: row.id as WindowId,
    teamId: row.teamId as TeamId,
    reason: row.reason,
    openedBy: row.openedBy as PersonId,
    openedAt: fromInstantColumn(row.openedAt),
    endsOn: fromDateColumn(row.endsOn),
    closedAt: row.closedAt === null ? undefined : fromInstantColumn(row.closedAt),
  }
}
