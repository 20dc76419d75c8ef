import { WEEKDAYS, type Weekday } from '../calendar/weekday.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'

/** How a week's work falls on its weekdays: Monday visits, Friday review. Only the ratio counts; a weekday that is not named weighs nothing. */
export type WeekTemplate = Readonly<Partial<Record<Weekday, bigint>>>

/** What a day weighs, by its day number. */
export type DayWeigher = (day: number) => bigint

/**
 * The weights of days by a template. A make-up day (worked although its weekday usually is not, as on a Saturday before China's holidays)
 * stands in for a lost weekday of which nobody says which: it weighs as much as the usual weekdays do on average, unless the template
 * names its own weekday.
 */
export function dayWeigher(week: WeekTemplate, { weekdays }: Pick<WorkingCalendar, 'weekdays'>): DayWeigher {
  const usual = weekdays ?? WEEKDAYS.map((_, index) => index + 1)
  const own = WEEKDAYS.map((weekday) => week[weekday])
  const count = BigInt(usual.length)
  const onAverage = usual.reduce((sum, weekday) => sum + (own[weekday - 1] ?? 0n), 0n)
  const weights = own.map((weight, index) => (weight !== undefined ? weight * count : usual.includes(index + 1) ? 0n : onAverage))
  return (day) => weights[weekdayIndex(day)] ?? 0n
}

/** 0 is Monday. 1970-01-01, day 0, was a Thursday. */
function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}
