import type { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../calendar/day-number.js'
import type { FiscalCalendar } from '../calendar/fiscal-year.js'
import type { Period } from '../calendar/period.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'
import { decompose } from './decompose.js'
import type { LeaveSpan, MemberDays } from './member-time.js'
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

/** Which of a member's days of a month may change, and by what rules they are laid. */
export interface OpenDays {
  /** All of the member's leave in the month, as it is now. */
  readonly leave: readonly LeaveSpan[]
  /** The first day whose number may change. */
  readonly from: Temporal.PlainDate
  /** The last one; the month's without it. */
  readonly until?: Temporal.PlainDate | undefined
  readonly calendar: WorkingCalendar
  /** The member's, as in decompose; the first without it. */
  readonly place?: number | undefined
  /** The year whose month it is, and the plan's rhythm and week, as in decompose. */
  readonly fiscal?: FiscalCalendar | undefined
  readonly rhythm?: ThreeParts | undefined
  readonly week?: WeekTemplate | undefined
}

/**
 * Lays a month's open days anew, by the plan's own rule, so that the month comes to `total`. The other days stay as published; what they leave
 * is laid as in the plan's own month where that asks the same of them, or else as for somebody who is there on the open days alone.
 *
 * @param emptied spans whose days may have been worked although they ask for nothing now: there the calendar says which were
 * @returns undefined when no open day is left to take the rest
 */
export function layOpenDays(
  { metric, month, days }: LaidMonth,
  total: bigint,
  around: OpenDays,
  emptied: readonly LeaveSpan[] = around.leave,
): MonthDays | undefined {
  const isOpen = openIn(month, around)
  const calendar = publishedCalendar({ month, days }, around.calendar, emptied)
  const rest = total - sumOf(days.filter((_, index) => !isOpen(index)))
  const whole = laid(total)
  const isWhole = whole !== undefined && sumOf(whole.filter((_, index) => isOpen(index))) === rest
  const after = isWhole ? whole : laid(rest, { joinedOn: around.from, leftOn: around.until })
  return after && days.map((day, index) => (isOpen(index) ? (after[index] ?? null) : day))

  function laid(amount: bigint, stay: Pick<MemberDays, 'joinedOn' | 'leftOn'> = {}): MonthDays | undefined {
    const { leave, fiscal, rhythm, week, place } = around
    const member = { member: 'member', weight: 1n, calendar, place, leave, ...stay }
    const plan = decompose({ metric, amount, period: month, fiscal, members: [member], rhythm, week })
    return plan.ok ? plan.value.members[0]?.months[0]?.days : undefined
  }
}

/** Whether a day of the month, from 0, is one that may change. */
export function openIn({ start }: Pick<Period, 'start'>, { from, until }: Pick<OpenDays, 'from' | 'until'>): (index: number) => boolean {
  const firstDay = dayNumber(start)
  const [first, last] = [dayNumber(from) - firstDay, until === undefined ? Infinity : dayNumber(until) - firstDay]
  return (index) => index >= first && index <= last
}

/** Days with a number are worked, whatever the team's settings say by now; of days that leave has emptied the calendar says which were. */
export function publishedCalendar(
  { month, days }: Pick<LaidMonth, 'month' | 'days'>,
  calendar: WorkingCalendar,
  emptied: readonly LeaveSpan[],
): WorkingCalendar {
  const firstDay = dayNumber(month.start)
  return {
    ...(calendar.weekdays === undefined ? {} : { weekdays: calendar.weekdays }),
    isWorkingDay: (on) =>
      days[dayNumber(on) - firstDay] !== null || (emptied.some((span) => isWithinSpan(on, span)) && calendar.isWorkingDay(on)),
  }
}

export function isWithinSpan(on: Temporal.PlainDate, { from, until }: LeaveSpan): boolean {
  const day = dayNumber(on)
  return day >= dayNumber(from) && day <= dayNumber(until)
}

export function sumOf(days: MonthDays): bigint {
  return days.reduce<bigint>((sum, day) => sum + (day ?? 0n), 0n)
}
