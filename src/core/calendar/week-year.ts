import { Temporal } from 'temporal-polyfill'
import { dayNumber } from './day-number.js'
import { type Weekday, weekdayNumber } from './weekday.js'

/** How many weeks each month of a quarter has; or thirteen months of four weeks. */
export const WEEK_LAYOUTS = ['4-4-5', '4-5-4', '5-4-4', '13x4'] as const
export type WeekLayout = (typeof WEEK_LAYOUTS)[number]

/** A year of whole weeks, 52 or 53 of them, as retailers and manufacturers count. */
export interface WeekCalendar {
  readonly kind: 'weeks'
  readonly layout: WeekLayout
  /** 1 to 12: the year begins with a week at the turn to this month. 2 is retail's, at the end of January. */
  readonly startMonth: number
  /** The first day of its weeks. */
  readonly weekStart: Weekday
  /** Where the year before ends: on the last day of the week that is nearest to the end of the month before, or on the last one in that month. */
  readonly yearEnds: 'nearest' | 'last'
  /** Whether a year is named by the calendar year that its first month begins in, as retail does, or that its last month ends in. */
  readonly yearName: 'start' | 'end'
}

/**
 * The calendar of the National Retail Federation (nrf.com, "4-5-4 Calendar"): weeks from Sunday to Saturday, the year ends on the Saturday
 * nearest to the end of January and is named by the year it starts in.
 */
export const RETAIL_CALENDAR: WeekCalendar = {
  kind: 'weeks',
  layout: '4-5-4',
  startMonth: 2,
  weekStart: 'sunday',
  yearEnds: 'nearest',
  yearName: 'start',
}

/** The name of the year that `on` lies in. */
export function weekYearOf(on: Temporal.PlainDate, calendar: WeekCalendar): number {
  const around = [on.year + 2, on.year + 1, on.year, on.year - 1]
  return around.find((year) => Temporal.PlainDate.compare(startOfWeekYear(year, calendar), on) <= 0) ?? on.year - 2
}

/** The first day of the year of that name. */
export function startOfWeekYear(year: number, { startMonth, weekStart, yearEnds, yearName }: WeekCalendar): Temporal.PlainDate {
  const nominalYear = yearName === 'end' && startMonth > 1 ? year - 1 : year
  const monthEnd = Temporal.PlainDate.from({ year: nominalYear, month: startMonth, day: 1 }).subtract({ days: 1 })
  const lastWeekday = ((weekdayNumber(weekStart) + 5) % 7) + 1
  const daysBack = (monthEnd.dayOfWeek - lastWeekday + 7) % 7
  const yearEnd = yearEnds === 'nearest' && daysBack > 3 ? monthEnd.add({ days: 7 - daysBack }) : monthEnd.subtract({ days: daysBack })
  return yearEnd.add({ days: 1 })
}

/** The weeks of each month of the year of that name. The 53rd week, where there is one, makes the year's last month longer. */
export function weeksOfMonths(year: number, calendar: WeekCalendar): number[] {
  const weeks = (dayNumber(startOfWeekYear(year + 1, calendar)) - dayNumber(startOfWeekYear(year, calendar))) / 7
  const months = LAYOUTS[calendar.layout]
  return months.map((length, index) => (index === months.length - 1 ? length + weeks - 52 : length))
}

const LAYOUTS: Readonly<Record<WeekLayout, readonly number[]>> = {
  '4-4-5': [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5],
  '4-5-4': [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4],
  '5-4-4': [5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4],
  '13x4': new Array(13).fill(4),
}
