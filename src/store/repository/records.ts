import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { OrganisationId, PersonId, TeamId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { fromInstantColumn, toInstantColumn } from '../dates.js'
import type { Report as ReportRow } from '../generated/client.js'
import { fromJson, toJson } from '../json.js'
import { newId } from '../new-id.js'
import type { Sql } from '../sql.js'

/** What is kept of what somebody waits for. */
export function recordsByHand(sql: Sql, organisationId: OrganisationId, now: Temporal.Instant) {
  return {
    /** Keeps state that is too long for a button, or not yet confirmed, for a day. */
    async keepPending(pending: { id: string; personId: PersonId; kind: string; state: unknown }): Promise<void> {
      const { id, personId, kind, state } = pending
      await sql.$executeRaw`
        INSERT INTO pending (id, organisation_id, person_id, kind, state, created_at, expires_at)
        VALUES (${id}, ${organisationId}, ${personId}, ${kind}, ${JSON.stringify(toJson(state))}::jsonb,
          ${toInstantColumn(now)}, ${toInstantColumn(now.add({ hours: 24 }))})
        ON CONFLICT (id) DO UPDATE
          SET kind = EXCLUDED.kind, state = EXCLUDED.state, created_at = EXCLUDED.created_at, expires_at = EXCLUDED.expires_at`
    },
  }
}

/** Frozen reports, decided occurrences, state behind buttons, codes, and the audit log. */
export function recordsIn(tx: Transaction, organisationId: OrganisationId, now: Temporal.Instant) {
  return {
    /** Keeps a report as it was published; the first one of a period stays. @returns whether this call published it */
    async freezeReport(report: { id: string; teamId: TeamId; kind: string; period: string; figures: unknown }): Promise<boolean> {
      const { count } = await tx.report.createMany({
        skipDuplicates: true,
        data: [{ ...report, organisationId, figures: toJson(report.figures), publishedAt: toInstantColumn(now) }],
      })
      return count === 1
    },
    async report(teamId: TeamId, kind: string, period: string): Promise<{ figures: unknown; publishedAt: Temporal.Instant } | undefined> {
      const row = await tx.report.findUnique({ where: { teamId_kind_period: { teamId, kind, period }, organisationId } })
      return row === null ? undefined : { figures: fromJson(row.figures), publishedAt: fromInstantColumn(row.publishedAt) }
    },
    /** Whether one of these periods has been reported on. */
    async hasReport(teamId: TeamId, kind: string, periods: readonly string[]): Promise<boolean> {
      return (await tx.report.count({ where: { organisationId, teamId, kind, period: { in: [...periods] } } })) > 0
    },
    /** The newest published first. */
    async reports(teamId: TeamId, kind: string, most: number): Promise<{ period: string; figures: unknown }[]> {
      const rows = await tx.report.findMany({ where: { organisationId, teamId, kind }, orderBy: { period: 'desc' }, take: most })
      return rows.map((row) => ({ period: row.period, figures: fromJson(row.figures) }))
    },
    /** The newest report of a period that comes before this one. */
    async reportBefore(teamId: TeamId, kind: string, period: string): Promise<PublishedReport | undefined> {
      const row = await tx.report.findFirst({
        where: { organisationId, teamId, kind, period: { lt: period } },
        orderBy: { period: 'desc' },
      })
      return row === null ? undefined : publishedReport(row)
    },
    /** Every report whose period starts so, in their order: the corrections of a month stand under its id. */
    async reportsUnder(teamId: TeamId, kind: string, prefix: string): Promise<PublishedReport[]> {
      const rows = await tx.report.findMany({
        where: { organisationId, teamId, kind, period: { startsWith: prefix } },
        orderBy: { period: 'asc' },
      })
      return rows.map(publishedReport)
    },
    /** Marks posts of a date as decided, whatever their number in one statement. One that was decided before stays as it was. */
    async decide(
      teamId: TeamId,
      occurrences: readonly {
        readonly kind: string
        readonly on: Temporal.PlainDate
        readonly dueAt: Temporal.Instant
        readonly outcome: string
      }[],
    ): Promise<void> {
      const rows = occurrences.map(({ on, dueAt, ...rest }) => ({ ...rest, id: newId(), on: on.toString(), due_at: dueAt.toString() }))
      await tx.$executeRaw`
        INSERT INTO occurrence (id, organisation_id, team_id, kind, "on", due_at, decided_at, outcome)
        SELECT id, ${organisationId}, ${teamId}, kind, "on", due_at, ${toInstantColumn(now)}, outcome
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS decided (id text, kind text, "on" date, due_at timestamptz, outcome text)
        ON CONFLICT DO NOTHING`
    },
    async scheduleNext(teamId: TeamId, scheduledUntil: Temporal.Instant, nextDueAt: Temporal.Instant | undefined): Promise<void> {
      await tx.$executeRaw`
        UPDATE team SET scheduled_until = ${toInstantColumn(scheduledUntil)},
          next_due_at = ${nextDueAt === undefined ? null : toInstantColumn(nextDueAt)}
        WHERE id = ${teamId} AND organisation_id = ${organisationId}`
    },
    /** Gives pending state to the person it belongs to, without taking it away. */
    async pending(id: string, personId: PersonId, kind: string): Promise<unknown> {
      const row = await tx.pending.findFirst({ where: { id, organisationId, personId, kind, expiresAt: { gt: toInstantColumn(now) } } })
      return row === null ? undefined : fromJson(row.state)
    },
    /** All of a kind that still wait for a person. */
    async pendings(personId: PersonId, kind: string): Promise<{ readonly id: string; readonly state: unknown }[]> {
      const rows = await tx.pending.findMany({ where: { organisationId, personId, kind, expiresAt: { gt: toInstantColumn(now) } } })
      return rows.map(({ id, state }) => ({ id, state: fromJson(state) }))
    },
    async dropPending(id: string): Promise<void> {
      await tx.pending.deleteMany({ where: { id, organisationId } })
    },
    async addLinkCode(code: string, personId: PersonId): Promise<void> {
      await tx.linkCode.create({
        data: { hash: hashOf(code), organisationId, personId, expiresAt: toInstantColumn(now.add({ minutes: 15 })) },
      })
    },
    /** Uses a code up. @returns whose it is; undefined when it is wrong, used or over */
    async useLinkCode(code: string): Promise<PersonId | undefined> {
      const [used] = await tx.linkCode.updateManyAndReturn({
        where: { hash: hashOf(code), organisationId, usedAt: null, expiresAt: { gt: toInstantColumn(now) } },
        data: { usedAt: toInstantColumn(now) },
      })
      return used === undefined ? undefined : (used.personId as PersonId)
    },
    async audit(entry: { personId: PersonId | undefined; act: string; subject: string; before?: unknown; after?: unknown }): Promise<void> {
      await tx.audit.create({
        data: {
          organisationId,
          personId: entry.personId ?? null,
          act: entry.act,
          subject: entry.subject,
          ...(entry.before === undefined ? {} : { before: toJson(entry.before) }),
          ...(entry.after === undefined ? {} : { after: toJson(entry.after) }),
          at: toInstantColumn(now),
        },
      })
    },
    ...recordsByHand(tx, organisationId, now),
  }
}

export interface PublishedReport {
  readonly period: string
  readonly figures: unknown
  readonly publishedAt: Temporal.Instant
}

function publishedReport(row: ReportRow): PublishedReport {
  return { period: row.period, figures: fromJson(row.figures), publishedAt: fromInstantColumn(row.publishedAt) }
}

export function hashOf(code: string): string {
  return createHash('sha256').update(code.trim().toUpperCase()).digest('hex')
}
