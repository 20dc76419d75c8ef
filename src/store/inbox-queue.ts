import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.js'
import { toInstantColumn } from './dates.js'
import { toJson } from './json.js'

export interface Received {
  readonly id: bigint
  readonly interaction: unknown
  /** 1 for the first. */
  readonly attempts: number
}

const LEASE_SECONDS = 60

/** What was acknowledged to a platform and is still to be worked on: one person's words in one conversation in their order. */
export function inboxQueue(database: Database) {
  const { client, sql } = database
  return {
    /** Keeps an interaction; resolves once it is safe. The same delivery again is kept once. */
    async keep(received: {
      platform: string
      deliveryId: string
      lane: string
      interaction: unknown
      at: Temporal.Instant
    }): Promise<void> {
      const { platform, deliveryId, lane, interaction, at } = received
      await sql.$executeRaw`
        INSERT INTO inbox (platform, delivery_id, lane, interaction, received_at)
        VALUES (${platform}, ${deliveryId}, ${lane}, ${JSON.stringify(toJson(interaction))}::jsonb, ${toInstantColumn(at)})
        ON CONFLICT DO NOTHING`
    },
    async take(now: Temporal.Instant, most: number): Promise<Received[]> {
      const at = toInstantColumn(now)
      const expired = toInstantColumn(now.subtract({ seconds: LEASE_SECONDS }))
      const rows = await sql.$queryRaw<{ id: string; interaction: unknown; attempts: number }[]>`
        UPDATE inbox SET attempting_at = ${at}, attempts = attempts + 1
        WHERE id IN (
          SELECT head.id FROM inbox head
          WHERE head.state = 'pending' AND (head.attempting_at IS NULL OR head.attempting_at < ${expired})
            AND NOT EXISTS (SELECT 1 FROM inbox earlier WHERE earlier.state = 'pending' AND earlier.lane = head.lane AND earlier.id < head.id)
          ORDER BY head.id LIMIT ${most} FOR UPDATE SKIP LOCKED)
        RETURNING id::text, interaction, attempts`
      return rows.map((row) => ({ ...row, id: BigInt(row.id) }))
    },
    async done(id: bigint, state: 'done' | 'failed', at: Temporal.Instant): Promise<void> {
      // The words have done their work: only the delivery's id is kept on, to know a redelivery by.
      await client.inbox.updateMany({ where: { id }, data: { state, interaction: {}, doneAt: toInstantColumn(at), attemptingAt: null } })
    },
    async releaseAll(): Promise<void> {
      await client.inbox.updateMany({ where: { state: 'pending', attemptingAt: { not: null } }, data: { attemptingAt: null } })
    },
    async pendingCount(): Promise<number> {
      return client.inbox.count({ where: { state: 'pending' } })
    },
  }
}

export type InboxQueue = ReturnType<typeof inboxQueue>
