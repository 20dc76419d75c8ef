import type { Temporal } from 'temporal-polyfill'
import type { PostKind } from './post-rule.js'

export type Staleness = 'on-time' | 'late-but-useful' | 'stale'

/**
 * Whether a post that fell due at `at` is still worth sending at `now`, as after an outage. `late-but-useful` is sent and says that it is
 * late; `stale` is recorded and left out.
 */
export function staleness(kind: PostKind, at: Temporal.Instant, now: Temporal.Instant): Staleness {
  const lateMinutes = (now.epochMilliseconds - at.epochMilliseconds) / MINUTE_MS
  if (lateMinutes <= ON_TIME_MINUTES) return 'on-time'
  return lateMinutes <= USEFUL_MINUTES[kind] ? 'late-but-useful' : 'stale'
}

const MINUTE_MS = 60_000
/** A restart or a slow platform; nobody would call it late. */
const ON_TIME_MINUTES = 10
const HOUR = 60
const DAY = 24 * HOUR

const USEFUL_MINUTES: Readonly<Record<PostKind, number>> = {
  morning: 4 * HOUR, // until the midday post: a plan for the day is worth having while there is a day left
  midday: 90, // "what changes this afternoon" makes no sense once the afternoon is under way
  evening: 90, // later people have gone home, and tomorrow morning asks for what is missing
  weekly: 3 * DAY, // over the weekend to Monday, when the next week is planned
  window: 2 * DAY, // it is open for a few days only, but as long as it is, one wants to know
  monthly: 7 * DAY, // the month is still talked about; the figures do not change
}
