import type { Temporal } from 'temporal-polyfill'
import type { OrganisationId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { fromInstantColumn, toInstantColumn } from '../dates.js'
import { fromJson, toJson } from '../json.js'
import { messageKey } from '../outbox-queue.js'
import type { Sql } from '../sql.js'

/** A message to be sent once this transaction has committed. */
export interface OutboxEntry {
  /** What the message is for, unique in the organisation: written again, it is still sent once. */
  readonly key: string
  readonly to: { readonly platform: string } & (
    | { readonly kind: 'conversation'; readonly workspace: string; readonly conversation: string; readonly thread?: string }
    | { readonly kind: 'private'; readonly workspace: string; readonly person: string }
  )
  /** The key of the entry in whose thread this one goes. */
  readonly under?: string
  /** The key of the entry that this one takes the place of. */
  readonly replaces?: string
  /** Facts to be said when it is sent; app/posts.ts. */
  readonly post: unknown
  readonly language: string
}

/** What is written for whom somebody waits. */
export function outboxByHand(sql: Sql, organisationId: OrganisationId, now: Temporal.Instant) {
  return {
    async add(entries: readonly OutboxEntry[]): Promise<void> {
      if (entries.length === 0) return
      const at = toInstantColumn(now)
      const rows = entries.map(({ key, to: { platform, ...destination }, under, replaces, post, language }) => {
        return { key, platform, lane: laneOf(platform, destination), destination, under, replaces, post: toJson(post), language }
      })
      // By hand, since it stands in nearly every transaction that people wait for, and spares the client its making of the statement.
      await sql.$executeRaw`
        INSERT INTO outbox (organisation_id, key, platform, lane, destination, under, replaces, post, language, created_at, next_attempt_at)
        SELECT ${organisationId}, key, platform, lane, destination, under, replaces, post, language, ${at}, ${at}
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS entry (key text, platform text, lane text, destination jsonb, under text, replaces text, post jsonb, language text)
        ON CONFLICT DO NOTHING`
    },
  }
}

export function outboxIn(tx: Transaction, organisationId: OrganisationId, now: Temporal.Instant) {
  return {
    /** The organisation's newest entry; 0 when there is none. */
    async newestId(): Promise<bigint> {
      return (await tx.outbox.aggregate({ where: { organisationId }, _max: { id: true } }))._max.id ?? 0n
    },
    /** What was added after an entry. */
    async since(id: bigint): Promise<{ key: string; to: string; post: unknown; language: 'en' | 'zh-CN' }[]> {
      const rows = await tx.outbox.findMany({ where: { organisationId, id: { gt: id } }, orderBy: { id: 'asc' } })
      return rows.map((row) => ({
        key: row.key,
        to: row.lane,
        post: fromJson(row.post),
        language: row.language === 'zh-CN' ? 'zh-CN' : 'en',
      }))
    },
    async has(key: string): Promise<boolean> {
      return (await tx.outbox.count({ where: { organisationId, key } })) > 0
    },
    /** When the first entry whose key begins so was added. */
    async firstUnder(key: string): Promise<Temporal.Instant | undefined> {
      const row = await tx.outbox.findFirst({ where: { organisationId, key: { startsWith: key } }, orderBy: { id: 'asc' } })
      return row === null ? undefined : fromInstantColumn(row.createdAt)
    },
    /** The key of the message that stands in a conversation under this platform id, if it is one of ours. */
    async keyOfMessage(platform: string, conversation: string, message: string): Promise<string | undefined> {
      const row = await tx.outbox.findFirst({
        where: { organisationId, platform, messageKey: messageKey({ conversation, message }) },
        orderBy: { id: 'asc' },
      })
      return row?.key
    },
    /** The key of the last message that has gone to any of these destinations, if any has. */
    async newestKeyTo(platform: string, places: readonly Readonly<Record<string, string | undefined>>[]): Promise<string | undefined> {
      const row = await tx.outbox.findFirst({
        where: { organisationId, state: 'sent', lane: { in: places.map((to) => laneOf(platform, to)) } },
        orderBy: { id: 'desc' },
      })
      return row?.key
    },
    ...outboxByHand(tx, organisationId, now),
  }
}

/** Messages to one conversation keep their order; a person's private chat is a conversation of its own. */
function laneOf(platform: string, to: Readonly<Record<string, string | undefined>>): string {
  return to.kind === 'private' ? `${platform}:${to.workspace}:@${to.person}` : `${platform}:${to.workspace}:${to.conversation}`
}
