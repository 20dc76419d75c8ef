import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { FiscalCalendar } from '../../core/calendar/fiscal-year.js'
import { isHolidayCountry } from '../../core/calendar/public-holidays.js'
import { readTime } from '../../core/calendar/read-time.js'
import { WEEK_LAYOUTS } from '../../core/calendar/week-year.js'
import { WEEKDAYS } from '../../core/calendar/weekday.js'

const localTime = z.string().transform((words, context): string => {
  const time = readTime(words)
  if (time === undefined) context.addIssue({ code: 'custom', message: 'time' })
  return time ?? z.NEVER
})
/** Empty: switched off. */
const timeIfAny = z.string().transform((words, context): string | undefined => {
  const time = readTime(words)
  if (time === undefined && words.trim() !== '') context.addIssue({ code: 'custom', message: 'time' })
  return time
})

/** What a team is made of and what may be changed about it, as a form or a command gives it. */
export const teamInput = z.object({
  name: z.string().trim().min(1).max(60),
  zone: z.string().transform((words, context): string => {
    const zone = zoneNamed(words.trim())
    if (zone === undefined) context.addIssue({ code: 'custom', message: 'zone' })
    return zone ?? z.NEVER
  }),
  language: z.enum(['en', 'zh-CN']),
  currency: z.string().trim().toUpperCase().refine(isCurrency, 'currency'),
  /** Empty: no public holidays are kept. */
  country: z.string().refine((code) => code === '' || isHolidayCountry(code), 'country'),
  /** Of the country, whose regional holidays are kept too; empty for none. */
  region: z.string().trim().max(20).default(''),
  weekdays: z.array(z.coerce.number().int().min(1).max(7)).min(1),
  morning: localTime,
})
export type TeamInput = z.infer<typeof teamInput>

/** The hours of the posts; an empty one switches its post off. */
export const scheduleInput = z.object({
  morning: timeIfAny,
  midday: timeIfAny,
  evening: timeIfAny,
  weekly: timeIfAny,
  monthly: timeIfAny,
})

/** The rules of check-ins and boards. */
export const rulesInput = z.object({
  lateAfter: localTime,
  windowEnds: localTime,
  boardBest: z.coerce.number().int().min(1).max(20),
  topSellerRest: z.coerce.number().int().min(0).max(12),
  adjustmentDays: z.coerce.number().int().min(0).max(20),
  catchUpPercent: z.coerce.number().int().min(100).max(300),
})
export type TeamRules = z.infer<typeof rulesInput>

/** The team's fiscal year, as its form gives it: of months, or of weeks laid out in one way. */
export const fiscalInput = z
  .object({
    layout: z.union([z.literal('months'), z.enum(WEEK_LAYOUTS)]),
    startMonth: z.coerce.number().int().min(1).max(12),
    weekStart: z.enum(WEEKDAYS),
    yearEnds: z.enum(['nearest', 'last']),
    yearName: z.enum(['start', 'end']),
  })
  .transform(
    ({ layout, startMonth, ...weeks }): FiscalCalendar =>
      layout === 'months' ? { kind: 'months', startMonth } : { kind: 'weeks', layout, startMonth, ...weeks },
  )

/** A zone by its own name, in whatever case it was typed: europe/berlin is shown to the whole team. */
function zoneNamed(typed: string): string | undefined {
  try {
    return EPOCH.toZonedDateTimeISO(typed).timeZoneId
  } catch {
    return undefined
  }
}

const EPOCH = Temporal.Instant.fromEpochMilliseconds(0)

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}
