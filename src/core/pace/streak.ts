import { Temporal } from 'temporal-polyfill'
import type { DayState } from '../checkin/day-state.js'

/**
 * Working days in a row with a check-in, a late one included, counted back from the latest. Leave, holidays and days that are still open
 * neither break it nor count; only a missed day ends it.
 *
 * @param days in any order, each date once
 */
export function streak(days: readonly { readonly on: Temporal.PlainDate; readonly state: DayState['state'] }[]): number {
  let count = 0
  for (const { state } of days.toSorted((a, b) => Temporal.PlainDate.compare(b.on, a.on))) {
    if (state === 'missed') return count
    if (state === 'done' || state === 'late') count += 1
  }
  return count
}
