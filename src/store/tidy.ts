import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.js'
import { toInstantColumn } from './dates.js'

/** Longer than any platform sends a delivery again: Slack tries for minutes, Telegram keeps an update for a day. */
const DELIVERY_DAYS = 7

/** Forgets what is over: unconfirmed words, dialogues left open, codes, and the ids of deliveries that nobody repeats any more. */
export async function forgetWhatIsOver({ client }: Database, now: Temporal.Instant): Promise<number> {
  const at = toInstantColumn(now)
  const deliveries = { state: { not: 'pending' }, doneAt: { lt: toInstantColumn(now.subtract({ hours: 24 * DELIVERY_DAYS })) } }
  const forgotten = [
    await client.pending.deleteMany({ where: { expiresAt: { lt: at } } }),
    await client.dialogue.deleteMany({ where: { expiresAt: { lt: at } } }),
    await client.linkCode.deleteMany({ where: { expiresAt: { lt: at } } }),
    await client.inbox.deleteMany({ where: deliveries }),
  ]
  return forgotten.reduce((sum, { count }) => sum + count, 0)
}
