import { Temporal } from 'temporal-polyfill'
import type { FiscalCalendar } from '../../calendar/fiscal-year.js'
import { nextPeriod, type Period, periodContaining } from '../../calendar/period.js'
import { type WorkingCalendar, workingDaysBetween } from '../../calendar/working-calendar.js'

/** The end of a quarter, when the targets of the next one may be adjusted. */
export interface CalendarWindow {
  /** The first of the quarter's last working days. */
  readonly opensOn: Temporal.PlainDate
  /** The quarter's last day, which belongs to it. */
  readonly closesOn: Temporal.PlainDate
  /** The quarter whose targets it is for: no earlier day changes. */
  readonly quarter: Period
}

export interface WindowRule {
  readonly calendar: WorkingCalendar
  readonly fiscal: FiscalCalendar
  /** How many working days before a quarter's end it opens; 0: never. */
  readonly workingDays: number
}

/** The window that a date lies in, or else the next one; undefined when the rule opens none. */
export function windowOnOrAfter(rule: WindowRule, on: Temporal.PlainDate): CalendarWindow | undefined {
  let quarter = periodContaining('quarter', on, rule.fiscal)
  // A quarter without a working day has no window; two years of them is a calendar without weekdays.
  for (let quarters = 0; quarters < 8; quarters += 1) {
    const window = windowOf(rule, quarter)
    if (window !== undefined) return window
    quarter = nextPeriod(quarter, rule.fiscal)
  }
  return undefined
}

/** Whether the window of its quarter opens on that date, a working day. Looks at the few days after it, since it is asked of every day. */
export function opensOn({ calendar, fiscal, workingDays }: WindowRule, on: Temporal.PlainDate): boolean {
  if (workingDays === 0) return false
  const { start, end } = periodContaining('quarter', on, fiscal)
  const later = countUpTo(workingDays, calendar, on.add({ days: 1 }), end)
  if (later === workingDays - 1) return true
  // A quarter of fewer working days opens with its first.
  return later < workingDays && countUpTo(1, calendar, start, on.subtract({ days: 1 })) === 0
}

/** How many working days there are between two dates, both included; no more than `most` are counted. */
function countUpTo(most: number, calendar: WorkingCalendar, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  let count = 0
  for (let day = from; count < most && Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    if (calendar.isWorkingDay(day)) count += 1
  }
  return count
}

export function isWithin(on: Temporal.PlainDate, { opensOn, closesOn }: Pick<CalendarWindow, 'opensOn' | 'closesOn'>): boolean {
  return Temporal.PlainDate.compare(on, opensOn) >= 0 && Temporal.PlainDate.compare(on, closesOn) <= 0
}

function windowOf({ calendar, fiscal, workingDays }: WindowRule, quarter: Period): CalendarWindow | undefined {
  if (workingDays === 0) return undefined
  const [opensOn] = workingDaysBetween(calendar, quarter.start, quarter.end).slice(-workingDays)
  return opensOn && { opensOn, closesOn: quarter.end, quarter: nextPeriod(quarter, fiscal) }
}
