import { dateOfDayNumber, dayNumber } from '../calendar/day-number.js'
import { type FiscalCalendar, fiscalMonthIndex } from '../calendar/fiscal-year.js'
import { monthsOf, type Period, periodContaining } from '../calendar/period.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'

/** A calendar month of the plan's period, with the part of it that lies in the period, in day numbers. */
export interface PlanMonth {
  readonly id: string
  /** The fiscal quarter it belongs to. */
  readonly quarter: string
  /** 0 to 2: which of the quarter's months it is. */
  readonly phase: number
  readonly firstDay: number
  readonly length: number
  readonly planFrom: number
  readonly planUntil: number
}

export function planMonths(period: Period, fiscal: FiscalCalendar): PlanMonth[] {
  const [periodFrom, periodUntil] = [dayNumber(period.start), dayNumber(period.end)]
  return monthsOf(period).map(({ id, start, end }) => {
    const [firstDay, lastDay] = [dayNumber(start), dayNumber(end)]
    return {
      id,
      quarter: periodContaining('quarter', start, fiscal).id,
      phase: fiscalMonthIndex(start, fiscal) % 3,
      firstDay,
      length: lastDay - firstDay + 1,
      planFrom: Math.max(firstDay, periodFrom),
      planUntil: Math.min(lastDay, periodUntil),
    }
  })
}

/** For each month the working days that lie in the period, counted from 0 for the 1st. */
export function workingDaysOf(calendar: WorkingCalendar, months: readonly PlanMonth[]): number[][] {
  return months.map(({ firstDay, planFrom, planUntil }) =>
    Array.from({ length: planUntil - planFrom + 1 }, (_, index) => planFrom - firstDay + index).filter((day) =>
      calendar.isWorkingDay(dateOfDayNumber(firstDay + day)),
    ),
  )
}
