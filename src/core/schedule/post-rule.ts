import type { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from '../calendar/working-calendar.js'

export type PostKind = 'morning' | 'midday' | 'evening' | 'weekly' | 'monthly'

/** On which dates a post is published. */
export type PostRule =
  | { readonly every: 'working-day' }
  /** On that weekday (ISO: 1 is Monday); where it is not worked, on the last working day of its week, Monday to Sunday. */
  | { readonly every: 'week'; readonly weekday: number }
  /** On the month's first working day. */
  | { readonly every: 'month' }

export const DEFAULT_RULES: Readonly<Record<PostKind, PostRule>> = {
  morning: { every: 'working-day' },
  midday: { every: 'working-day' },
  evening: { every: 'working-day' },
  weekly: { every: 'week', weekday: 5 },
  monthly: { every: 'month' },
}

/** Whether the rule publishes on that date. Never on a day that is not worked; a week or month without working days has no post. */
export function isPostDay(rule: PostRule, on: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  if (!calendar.isWorkingDay(on)) return false
  switch (rule.every) {
    case 'working-day':
      return true
    case 'week':
      return on.dayOfWeek === rule.weekday || (!calendar.isWorkingDay(sameWeek(on, rule.weekday)) && isLastOfWeek(on, calendar))
    case 'month':
      return isFirstOfMonth(on, calendar)
  }
}

function sameWeek(on: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return on.add({ days: weekday - on.dayOfWeek })
}

function isLastOfWeek(on: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  for (let weekday = on.dayOfWeek + 1; weekday <= 7; weekday += 1) {
    if (calendar.isWorkingDay(sameWeek(on, weekday))) return false
  }
  return true
}

function isFirstOfMonth(on: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  for (let day = 1; day < on.day; day += 1) {
    if (calendar.isWorkingDay(on.with({ day }))) return false
  }
  return true
}
