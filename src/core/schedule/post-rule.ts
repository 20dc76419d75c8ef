import { Temporal } from 'temporal-polyfill'
import type { FiscalCalendar } from '../calendar/fiscal-year.js'
import { periodContaining } from '../calendar/period.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'
import { opensOn } from '../plan/window/calendar-window.js'

/** Those whose hour a team chooses, or switches off. */
export type ChosenPost = 'morning' | 'midday' | 'evening' | 'weekly' | 'monthly'

export type PostKind = ChosenPost | 'window'

/** On which dates a post is published. */
export type PostRule =
  | { readonly every: 'working-day' }
  /** On that weekday (ISO: 1 is Monday); where it is not worked, on the last working day of its week, Monday to Sunday. */
  | { readonly every: 'week'; readonly weekday: number }
  /** On the first working day of a month, as the team's year counts months. */
  | { readonly every: 'month' }
  /** On the day on which the quarter's adjustment window opens: the first of its so many last working days. */
  | { readonly every: 'quarter'; readonly workingDays: number }

export const DEFAULT_RULES: Readonly<Record<ChosenPost, PostRule>> = {
  morning: { every: 'working-day' },
  midday: { every: 'working-day' },
  evening: { every: 'working-day' },
  weekly: { every: 'week', weekday: 5 },
  monthly: { every: 'month' },
}

/** Whether the rule publishes on that date. Never on a day that is not worked; a week or month without working days has no post. */
export function isPostDay(rule: PostRule, on: Temporal.PlainDate, calendar: WorkingCalendar, fiscal: FiscalCalendar): boolean {
  if (!calendar.isWorkingDay(on)) return false
  switch (rule.every) {
    case 'working-day':
      return true
    case 'week':
      return on.dayOfWeek === rule.weekday || (!calendar.isWorkingDay(sameWeek(on, rule.weekday)) && isLastOfWeek(on, calendar))
    case 'month':
      return isFirstOfMonth(on, calendar, fiscal)
    case 'quarter':
      return opensOn({ workingDays: rule.workingDays, calendar, fiscal }, on)
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

function isFirstOfMonth(on: Temporal.PlainDate, calendar: WorkingCalendar, fiscal: FiscalCalendar): boolean {
  const { start } = periodContaining('month', on, fiscal)
  for (let day = start; Temporal.PlainDate.compare(day, on) < 0; day = day.add({ days: 1 })) {
    if (calendar.isWorkingDay(day)) return false
  }
  return true
}
