import { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../calendar/day-number.js'
import type { FiscalCalendar } from '../calendar/fiscal-year.js'
import type { Period } from '../calendar/period.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'
import { decompose } from './decompose.js'
import type { LeaveSpan } from './member-time.js'
import type { MetricKey } from './metric.js'
import type { ThreeParts } from './month-planner.js'
import type { WeekTemplate } from './week-template.js'

/** A member's days of a month, its first at 0, in minor units; null where nothing is worked. */
export type MonthDays = readonly (bigint | null)[]

export interface LaidMonth {
  readonly metric: MetricKey
  readonly month: Period
  readonly days: MonthDays
}

export interface AroundLeave {
  /** All of the member's leave in the month, as it is now. */
  readonly leave: readonly LeaveSpan[]
  /** The days that have become leave, or are leave no longer. */
  readonly changed: LeaveSpan
  /** The first day whose number may change. */
  readonly from: Temporal.PlainDate
  readonly calendar: WorkingCalendar
  /** The member's, as in decompose; the first without it. */
  readonly place?: number | undefined
  /** The year whose month it is, and the plan's rhythm and week, as in decompose. */
  readonly fiscal?: FiscalCalendar | undefined
  readonly rhythm?: ThreeParts | undefined
  readonly week?: WeekTemplate | undefined
}

/**
 * Lays a month anew after leave has changed, by the plan's own rule: leave days get nothing, days that are leave no longer get their part
 * again, and the month keeps its total to the unit. Days before `from` stay as published; what they leave of the month is laid as for
 * somebody who begins on `from`. Leave that is taken back before a day has passed gives the plan's own days back.
 *
 * @returns undefined when no day from `from` on is left to take the rest
 */
export function layAroundLeave({ metric, month, days }: LaidMonth, around: AroundLeave): MonthDays | undefined {
  const { start } = month
  const calendar = publishedCalendar({ month, days }, around)
  const isTouched = days.some((_, index) => isWorkedIn(start.add({ days: index }), around.changed, calendar))
  if (!isTouched) return days
  const open = Math.max(0, start.until(around.from, { largestUnit: 'days' }).days)
  const past = days.slice(0, open)
  const rest = sumOf(days) - sumOf(past)

  const whole = laid(sumOf(days))?.slice(open)
  const after = whole !== undefined && sumOf(whole) === rest ? whole : laid(rest, around.from)?.slice(open)
  return after === undefined ? undefined : [...past, ...after]

  function laid(amount: bigint, joinedOn?: Temporal.PlainDate): MonthDays | undefined {
    const { fiscal, rhythm, week, place } = around
    const member = { member: 'member', weight: 1n, calendar, place, leave: around.leave, joinedOn }
    const plan = decompose({ metric, amount, period: month, fiscal, members: [member], rhythm, week })
    return plan.ok ? plan.value.members[0]?.months[0]?.days : undefined
  }
}

/** Days with a number are worked, whatever the team's settings say by now; of days that leave has emptied the calendar says which were. */
function publishedCalendar({ month, days }: Pick<LaidMonth, 'month' | 'days'>, { leave, changed, calendar }: AroundLeave): WorkingCalendar {
  const spans = [...leave, changed]
  const firstDay = dayNumber(month.start)
  return {
    ...(calendar.weekdays === undefined ? {} : { weekdays: calendar.weekdays }),
    isWorkingDay: (on) =>
      days[dayNumber(on) - firstDay] !== null || (spans.some((span) => isWithin(on, span)) && calendar.isWorkingDay(on)),
  }
}

function isWorkedIn(on: Temporal.PlainDate, span: LeaveSpan, calendar: WorkingCalendar): boolean {
  return isWithin(on, span) && calendar.isWorkingDay(on)
}

function isWithin(on: Temporal.PlainDate, { from, until }: LeaveSpan): boolean {
  return Temporal.PlainDate.compare(on, from) >= 0 && Temporal.PlainDate.compare(on, until) <= 0
}

function sumOf(days: MonthDays): bigint {
  return days.reduce<bigint>((sum, day) => sum + (day ?? 0n), 0n)
}
