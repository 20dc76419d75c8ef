import type { Temporal } from 'temporal-polyfill'

/**
 * When a zone's clocks show `time` on that date. A time that daylight saving skips comes later by what was skipped (an hour, on Lord
 * Howe half of one); a time that it repeats comes the first time.
 *
 * @param zone IANA name: 'Europe/Berlin'
 * @throws RangeError when there is no such zone: a bug, since the settings form offers those there are
 */
export function localInstant(on: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): Temporal.Instant {
  return on.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}
