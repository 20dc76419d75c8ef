import type { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../calendar/day-number.js'

/** How somebody new comes up to a whole share, month by month from their first day: 25, 50 and 75 percent, then all of it. */
export interface Ramp {
  readonly from: Temporal.PlainDate
  /** Percent of a whole share, one for each month. */
  readonly steps: readonly bigint[]
}

/** What a day counts for, of a hundred, by its day number. Before the ramp begins as in its first month, after it for all. */
export function rampFactor({ from, steps }: Ramp): (day: number) => bigint {
  const ends = steps.map((_, index) => dayNumber(from.add({ months: index + 1 })))
  return (day) => {
    const step = ends.findIndex((end) => day < end)
    return step < 0 ? 100n : (steps[step] ?? 100n)
  }
}
