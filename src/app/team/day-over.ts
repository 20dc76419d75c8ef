import { Temporal } from 'temporal-polyfill'
import type { Team } from '../../store/repository/teams.js'

/** From the time on that makes a check-in late the day counts as over: what it asked is due, and it is no longer a day to catch up on. */
export function isDayOver(at: Temporal.Instant, { zone, settings }: Pick<Team, 'zone' | 'settings'>): boolean {
  return Temporal.PlainTime.compare(at.toZonedDateTimeISO(zone).toPlainTime(), settings.lateAfter) >= 0
}
