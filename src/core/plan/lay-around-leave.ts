import { isWithinSpan, type LaidMonth, layOpenDays, type MonthDays, type OpenDays, publishedCalendar, sumOf } from './lay-open-days.js'
import type { LeaveSpan } from './member-time.js'

export interface AroundLeave extends OpenDays {
  /** The days that have become leave, or are leave no longer. */
  readonly changed: LeaveSpan
}

/**
 * Lays a month anew after leave has changed, by the plan's own rule: leave days get nothing, days that are leave no longer get their part
 * again, and the month keeps its total to the unit. Days before `from` stay as published; what they leave of the month is laid as for
 * somebody who begins on `from`. Leave that is taken back before a day has passed gives the plan's own days back.
 *
 * @returns undefined when no day from `from` on is left to take the rest
 */
export function layAroundLeave(laid: LaidMonth, { changed, ...around }: AroundLeave): MonthDays | undefined {
  const { month, days } = laid
  const spans = [...around.leave, changed]
  const { isWorkingDay } = publishedCalendar({ month, days }, around.calendar, spans)
  const isTouched = days.some((_, index) => {
    const on = month.start.add({ days: index })
    return isWithinSpan(on, changed) && isWorkingDay(on)
  })
  return isTouched ? layOpenDays(laid, sumOf(days), around, spans) : days
}
