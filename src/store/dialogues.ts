import type { Database } from './database.js'
import { toJson } from './json.js'

/**
 * State of guided dialogues, kept over a restart. Past the client, as a check-in is: the one that is sent waits for its state too.
 *
 * @param now milliseconds since 1970, by which a state's time is over
 */
export function dialoguesIn({ sql }: Database, now: () => number) {
  return {
    async load(key: string): Promise<unknown> {
      const [row] = await sql.$queryRaw<[{ state: unknown }?]>`
        SELECT state FROM dialogue WHERE key = ${key} AND expires_at > ${new Date(now())}`
      return row?.state
    },
    async save(key: string, state: unknown, expiresAt: string): Promise<void> {
      await sql.$executeRaw`
        INSERT INTO dialogue (key, state, expires_at) VALUES (${key}, ${JSON.stringify(toJson(state))}::jsonb, ${new Date(expiresAt)})
        ON CONFLICT (key) DO UPDATE SET state = EXCLUDED.state, expires_at = EXCLUDED.expires_at`
    },
    async clear(key: string): Promise<void> {
      await sql.$executeRaw`DELETE FROM dialogue WHERE key = ${key}`
    },
    async forgetExpired(): Promise<void> {
      await sql.$executeRaw`DELETE FROM dialogue WHERE expires_at < ${new Date(now())}`
    },
  }
}
