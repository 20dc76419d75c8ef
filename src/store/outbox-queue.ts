import { Temporal } from 'temporal-polyfill'
import type { Database } from './database.js'
import { toInstantColumn } from './dates.js'
import { fromJson } from './json.js'

/** A message taken out of its lane to be tried once. */
export interface Attempt {
  readonly id: bigint
  readonly organisationId: string
  readonly key: string
  readonly platform: string
  readonly lane: string
  readonly destination: unknown
  readonly under: Origin | undefined
  readonly replaces: Origin | undefined
  readonly post: unknown
  readonly language: string
  /** 1 for the first. */
  readonly attempts: number
  readonly mayHaveArrived: boolean
  readonly firstTriedAt: Temporal.Instant
}

/** The message that an attempt refers to: `message` is its platform's reference, undefined when it was never sent. */
export interface Origin {
  readonly message: unknown
}

// An attempt is given up by its adapter well before; one that is older died with its process.
const LEASE_SECONDS = 90

/**
 * The outbox as its workers see it, over all organisations. The rows are the queue: a lane's oldest pending row is its head, and a
 * row is tried by one worker at a time. The bytes of a file that went with a post are let go with the last attempt; its facts stay.
 */
export function outboxQueue(database: Database) {
  const { client, sql } = database
  return {
    /** Takes the heads of at most `most` lanes that are due. What must rest is passed over; a workspace is named `platform:workspace`. */
    async take(
      now: Temporal.Instant,
      most: number,
      resting: { lanes: readonly string[]; workspaces: readonly string[]; platforms: readonly string[] },
    ): Promise<Attempt[]> {
      const at = toInstantColumn(now)
      const expired = toInstantColumn(now.subtract({ seconds: LEASE_SECONDS }))
      const rows = await sql.$queryRaw<AttemptRow[]>`
        UPDATE outbox SET
          may_have_arrived = may_have_arrived OR attempting_at IS NOT NULL,
          attempting_at = ${at}, attempts = attempts + 1, first_tried_at = COALESCE(first_tried_at, ${at})
        WHERE id IN (
          SELECT head.id FROM outbox head
          WHERE head.state = 'pending' AND head.next_attempt_at <= ${at}
            AND (head.attempting_at IS NULL OR head.attempting_at < ${expired})
            AND head.platform <> ALL(${[...resting.platforms]}::text[]) AND head.lane <> ALL(${[...resting.lanes]}::text[])
            AND concat_ws(':', head.platform, head.destination->>'workspace') <> ALL(${[...resting.workspaces]}::text[])
            AND NOT EXISTS (SELECT 1 FROM outbox earlier WHERE earlier.state = 'pending' AND earlier.lane = head.lane AND earlier.id < head.id)
          ORDER BY head.id LIMIT ${most} FOR UPDATE SKIP LOCKED)
        RETURNING id::text, organisation_id, key, platform, lane, destination, under, replaces, post, language, attempts, may_have_arrived,
          to_jsonb(first_tried_at) AS first_tried_at,
          (SELECT message FROM outbox origin
            WHERE origin.organisation_id = outbox.organisation_id AND origin.key = outbox.under) AS under_message,
          (SELECT message FROM outbox origin
            WHERE origin.organisation_id = outbox.organisation_id AND origin.key = outbox.replaces) AS replaces_message`
      return rows.map((row) => ({
        id: BigInt(row.id),
        organisationId: row.organisation_id,
        key: row.key,
        platform: row.platform,
        lane: row.lane,
        destination: row.destination,
        under: row.under === null ? undefined : { message: row.under_message ?? undefined },
        replaces: row.replaces === null ? undefined : { message: row.replaces_message ?? undefined },
        post: fromJson(row.post),
        language: row.language,
        attempts: row.attempts,
        mayHaveArrived: row.may_have_arrived,
        firstTriedAt: Temporal.Instant.from(row.first_tried_at),
      }))
    },
    async sent(id: bigint, message: SentMessage, at: Temporal.Instant): Promise<void> {
      await sql.$executeRaw`
        UPDATE outbox SET state = 'sent', message = ${JSON.stringify(message)}::jsonb, message_key = ${messageKey(message)},
          post = post - 'file', attempting_at = NULL, done_at = ${toInstantColumn(at)}
        WHERE id = ${id.toString()}::bigint`
    },
    async failed(id: bigint, reason: string, at: Temporal.Instant): Promise<void> {
      await sql.$executeRaw`
        UPDATE outbox SET state = 'failed', reason = ${reason}, post = post - 'file', attempting_at = NULL, done_at = ${toInstantColumn(at)}
        WHERE id = ${id.toString()}::bigint`
    },
    async again(id: bigint, at: Temporal.Instant, uncertain: boolean): Promise<void> {
      await client.outbox.updateMany({
        where: { id },
        data: { nextAttemptAt: toInstantColumn(at), attemptingAt: null, ...(uncertain ? { mayHaveArrived: true } : {}) },
      })
    },
    /** A conversation lives under a new id: its team's home and all that waits for it move along. */
    async moveConversation(platform: string, from: string, to: string): Promise<void> {
      await database.transaction(async (tx) => {
        await tx.$executeRaw`
          UPDATE team SET conversation = ${to}, workspace = CASE WHEN workspace = ${from} THEN ${to} ELSE workspace END
          WHERE platform = ${platform} AND conversation = ${from}`
        await tx.$executeRaw`UPDATE workspace SET external_id = ${to} WHERE platform = ${platform} AND external_id = ${from}`
        await tx.$executeRaw`UPDATE identity SET workspace = ${to} WHERE platform = ${platform} AND workspace = ${from}`
        await tx.$executeRaw`
          UPDATE outbox SET attempting_at = NULL,
            destination = destination || jsonb_build_object('conversation', ${to}::text)
              || CASE WHEN destination->>'workspace' = ${from} THEN jsonb_build_object('workspace', ${to}::text) ELSE '{}'::jsonb END
          WHERE platform = ${platform} AND state = 'pending' AND destination->>'conversation' = ${from}`
      })
    },
    /** What a dead process was about to send may have arrived. Only the sole user of a database may say so before the lease is over. */
    async releaseAll(): Promise<void> {
      await client.outbox.updateMany({
        where: { state: 'pending', attemptingAt: { not: null } },
        data: { attemptingAt: null, mayHaveArrived: true },
      })
    },
    async pendingCount(platforms: readonly string[]): Promise<number> {
      return client.outbox.count({ where: { state: 'pending', platform: { in: [...platforms] } } })
    },
  }
}

/** A message as its platform knows it. */
export interface SentMessage {
  readonly conversation: string
  readonly message: string
}

/** By which a message is found again when somebody writes under it. */
export function messageKey({ conversation, message }: SentMessage): string {
  return `${conversation} ${message}`
}

export type OutboxQueue = ReturnType<typeof outboxQueue>

interface AttemptRow {
  id: string
  organisation_id: string
  key: string
  platform: string
  lane: string
  destination: unknown
  under: string | null
  replaces: string | null
  post: unknown
  language: string
  attempts: number
  may_have_arrived: boolean
  first_tried_at: string
  under_message: unknown
  replaces_message: unknown
}
