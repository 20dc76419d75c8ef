import { Temporal } from 'temporal-polyfill'
import type { Period } from '../calendar/period.js'

/** How much of a running period is over: half a week's results can only be held against what was due in that half. */
export interface SoFar {
  /** Working days that are over. */
  readonly days: number
  /** Working days of the whole period. */
  readonly of: number
  /** The last day that counts, working or not; null while the period's first day is still open. */
  readonly through: Temporal.PlainDate | null
}

/**
 * @param workingDays of the period, in any order
 * @param todayIs 'closed' once today's work is in: then today counts as well, otherwise the days up to yesterday do
 */
export function soFar(
  { start, end }: Pick<Period, 'start' | 'end'>,
  workingDays: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
  todayIs: 'open' | 'closed',
): SoFar {
  const lastOver = todayIs === 'closed' ? today : today.subtract({ days: 1 })
  const through = isAfter(lastOver, end) ? end : lastOver
  if (isAfter(start, through)) return { days: 0, of: workingDays.length, through: null }
  return { days: workingDays.filter((on) => !isAfter(on, through)).length, of: workingDays.length, through }
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}
