import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { MemberId, OrganisationId, TeamId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { fromDateColumn, toDateColumn, toInstantColumn } from '../dates.js'

const caseKind = z.enum(['success', 'failure', 'top-seller', 'lesson'])
export type CaseKind = z.infer<typeof caseKind>

export interface CaseEntry {
  readonly memberId: MemberId
  readonly on: Temporal.PlainDate
  readonly kind: CaseKind
  readonly words: string
}

/** The case library. */
export function casesIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    async save(entry: {
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
    /** The newest cases of the team whose words hold all of the given ones, whatever their case. */
    async find(teamId: TeamId, words: readonly string[], most: number): Promise<CaseEntry[]> {
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
  }
}
