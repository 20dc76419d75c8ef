import type { Temporal } from 'temporal-polyfill'

/** In ISO's order: Monday is 1, Sunday 7. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export type Weekday = (typeof WEEKDAYS)[number]

export function weekdayOf(on: Temporal.PlainDate): Weekday {
  return WEEKDAYS[on.dayOfWeek - 1] ?? 'monday'
}

/** ISO: 1 is Monday, 7 Sunday. */
export function weekdayNumber(weekday: Weekday): number {
  return WEEKDAYS.indexOf(weekday) + 1
}
