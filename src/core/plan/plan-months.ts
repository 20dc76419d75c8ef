import { dateOfDayNumber, dayNumber } from '../calendar/day-number.js'
import { type FiscalCalendar, fiscalMonthOf } from '../calendar/fiscal-year.js'
import { monthsOf, type Period, periodContaining } from '../calendar/period.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'

/** A month of the plan's period, as its fiscal year counts months, with the part of it that lies in the period, in day numbers. */
export interface PlanMonth {
  readonly id: string
  /** The fiscal quarter it belongs to. */
  readonly quarter: string
  /** 0 to 2: which of the quarter's phases it is. A fourth month of a quarter, where a year has thirteen, belongs to the last phase. */
  readonly phase: number
  readonly firstDay: number
  readonly length: number
  readonly planFrom: number
  readonly planUntil: number
}

export function planMonths(period: Period, fiscal: FiscalCalendar): PlanMonth[] {
  const [periodFrom, periodUntil] = [dayNumber(period.start), dayNumber(period.end)]
  return monthsOf(period, fiscal).map(({ id, start, end }) => {
    const { index, quarter } = fiscalMonthOf(start, fiscal)
    const [firstDay, lastDay] = [dayNumber(start), dayNumber(end)]
    return {
      id,
      quarter: periodContaining('quarter', start, fiscal).id,
      phase: Math.min(2, index - quarter * 3),
      firstDay,
      length: lastDay - firstDay + 1,
      planFrom: Math.max(firstDay, periodFrom),
      planUntil: Math.min(lastDay, periodUntil),
    }
  })
}

/** For each month the working days that lie in the period, counted from 0 for the month's first. */
export function workingDaysOf(calendar: WorkingCalendar, months: readonly PlanMonth[]): number[][] {
  return months.map(({ firstDay, planFrom, planUntil }) =>
    Array.from({ length: planUntil - planFrom + 1 }, (_, index) => planFrom - firstDay + index).filter((day) =>
      calendar.isWorkingDay(dateOfDayNumber(firstDay + day)),
    ),
  )
}
