import { z } from 'zod'
import { weekYearFields } from '../calendar/fiscal-schema.js'
import { CALENDAR_YEAR, type FiscalCalendar } from '../calendar/fiscal-year.js'
import { wholeNumber } from './input-words.js'

export const fiscalStartMonth = wholeNumber.pipe(z.number().min(1, 'not-a-month').max(12, 'not-a-month'))

/** A year of weeks as a plan file names it; without it a plan's year is one of calendar months. */
export const planWeekYear = z.strictObject({ ...weekYearFields, startMonth: fiscalStartMonth.default(2) })

/** The part of a plan that says which fiscal year it is made in. */
export interface PlanCalendar {
  readonly fiscalStartMonth?: number | undefined
  readonly calendar?: z.output<typeof planWeekYear> | undefined
}

/** The plan's own fiscal calendar; each kept plan names it, so that a team that changes its year changes no plan. */
export function fiscalOfPlan({ fiscalStartMonth: startMonth, calendar }: PlanCalendar): FiscalCalendar {
  if (calendar !== undefined) return { kind: 'weeks', ...calendar }
  return startMonth === undefined ? CALENDAR_YEAR : { kind: 'months', startMonth }
}

/** How a plan names a fiscal calendar. */
export function namedInPlan(fiscal: FiscalCalendar): PlanCalendar {
  if (fiscal.kind === 'months') return { fiscalStartMonth: fiscal.startMonth }
  const { kind: _, ...calendar } = fiscal
  return { calendar }
}
