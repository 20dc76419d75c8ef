import type { Database } from './database.js'
import { toJson } from './json.js'

/** State of guided dialogues, kept over a restart. @param now milliseconds since 1970, by which a state's time is over */
export function dialoguesIn({ client }: Database, now: () => number) {
  return {
    async load(key: string): Promise<unknown> {
      const row = await client.dialogue.findUnique({ where: { key } })
      return row === null || row.expiresAt.getTime() <= now() ? undefined : row.state
    },
    async save(key: string, state: unknown, expiresAt: string): Promise<void> {
      const kept = { state: toJson(state), expiresAt: new Date(expiresAt) }
      await client.dialogue.upsert({ where: { key }, create: { key, ...kept }, update: kept })
    },
    async clear(key: string): Promise<void> {
      await client.dialogue.deleteMany({ where: { key } })
    },
    async forgetExpired(): Promise<void> {
      await client.dialogue.deleteMany({ where: { expiresAt: { lt: new Date(now()) } } })
    },
  }
}
