import { z } from 'zod'
import { RETAIL_CALENDAR, WEEK_LAYOUTS } from './week-year.js'
import { WEEKDAYS } from './weekday.js'

const startMonth = z.int().min(1).max(12)

/** A year of weeks as it is written down; what is left out is as retail has it. */
export const weekYearFields = {
  layout: z.enum(WEEK_LAYOUTS, { error: 'not-a-layout' }),
  startMonth: startMonth.default(RETAIL_CALENDAR.startMonth),
  weekStart: z.enum(WEEKDAYS, { error: 'not-a-weekday' }).default(RETAIL_CALENDAR.weekStart),
  yearEnds: z.enum(['nearest', 'last'], { error: 'not-a-year-end' }).default(RETAIL_CALENDAR.yearEnds),
  yearName: z.enum(['start', 'end'], { error: 'not-a-year-name' }).default(RETAIL_CALENDAR.yearName),
}

export const fiscalCalendarSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('months'), startMonth }),
  z.object({ kind: z.literal('weeks'), ...weekYearFields }),
])
