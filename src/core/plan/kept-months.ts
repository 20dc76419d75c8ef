import { dayNumber } from '../calendar/day-number.js'
import { CALENDAR_YEAR } from '../calendar/fiscal-year.js'
import { monthsOf, type Period, parsePeriod } from '../calendar/period.js'

/** Published numbers are kept by calendar months, whatever the fiscal year: a change of the year rewrites none of them. */
export interface KeptMonth {
  /** '2026-03' */
  readonly month: string
  /** The 1st at 0; null on a day without work. */
  readonly days: readonly (bigint | null)[]
}

/** What is asked for by day numbers; null on a day without work, nothing where nothing is published. */
export type DayTargets = ReadonlyMap<number, bigint | null>

export function dayTargets(months: readonly KeptMonth[]): DayTargets {
  const targets = new Map<number, bigint | null>()
  for (const { month, days } of months) {
    const firstDay = firstDayOf(month)
    for (const [index, target] of days.entries()) targets.set(firstDay + index, target)
  }
  return targets
}

/** The calendar months that a stretch touches, whole, with what is asked for in them. */
export function keptMonths(targets: DayTargets, stretch: Pick<Period, 'start' | 'end'>): KeptMonth[] {
  return monthsOf(stretch).map(({ id, start, end }) => {
    const firstDay = dayNumber(start)
    const days = Array.from({ length: dayNumber(end) - firstDay + 1 }, (_, index) => targets.get(firstDay + index) ?? null)
    return { month: id, days }
  })
}

/** Whether a stretch begins and ends with a calendar month, and so shares no kept month with what lies around it. */
export function isWholeMonths({ start, end }: Pick<Period, 'start' | 'end'>): boolean {
  return start.day === 1 && end.day === end.daysInMonth
}

function firstDayOf(month: string): number {
  const period = parsePeriod(month, CALENDAR_YEAR)
  if (period === undefined) throw new RangeError(`Cannot read the numbers of month "${month}"`)
  return dayNumber(period.start)
}
