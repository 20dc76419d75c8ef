import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../calendar/period.js'
import { type CalendarWindow, isWithin } from './calendar-window.js'

/** By what a published target may be changed. */
export type ChangeRight =
  /** Nothing that was published is asked for otherwise (a first plan, a new metric, people who joined or left), or today's plan is taken back. */
  | { readonly kind: 'free' }
  /** An admin opened a window: changes hold from today. */
  | { readonly kind: 'opened' }
  /** The quarter's end: changes hold from the next quarter's first day. */
  | { readonly kind: 'calendar'; readonly from: Temporal.PlainDate }
  /** Neither: an admin has to override, with a reason. The window to wait for, if there is one that the plan lives to see. */
  | { readonly kind: 'closed'; readonly next: CalendarWindow | undefined }

export interface ChangeCircumstances {
  readonly today: Temporal.PlainDate
  readonly period: Pick<Period, 'start' | 'end'>
  readonly isChange: boolean
  readonly isOpened: boolean
  /** The calendar's window today, or the next one. */
  readonly calendar: CalendarWindow | undefined
}

export function changeRight({ today, period, isChange, isOpened, calendar }: ChangeCircumstances): ChangeRight {
  if (!isChange) return { kind: 'free' }
  if (isOpened) return { kind: 'opened' }
  // What ends with this quarter cannot be changed from the next one on.
  if (calendar === undefined || Temporal.PlainDate.compare(period.end, calendar.quarter.start) < 0)
    return { kind: 'closed', next: undefined }
  return isWithin(today, calendar) ? { kind: 'calendar', from: calendar.quarter.start } : { kind: 'closed', next: calendar }
}
