import { z } from 'zod'
import { type FiscalCalendar, monthsOfFiscalYear } from '../calendar/fiscal-year.js'
import { metricKey, name, weightOrZero, wholeNumber } from './input-words.js'

/** What a plan says of time beside its period: the season, the week, the day, and who is there for a part of it only. */

/** A weekday that is left out weighs nothing. */
export const weekInput = z
  .strictObject({
    monday: weightOrZero.optional(),
    tuesday: weightOrZero.optional(),
    wednesday: weightOrZero.optional(),
    thursday: weightOrZero.optional(),
    friday: weightOrZero.optional(),
    saturday: weightOrZero.optional(),
    sunday: weightOrZero.optional(),
  })
  .refine((week) => Object.values(week).some((words) => words !== undefined && /[1-9]/.test(words)), { error: 'week-without-weight' })

/** A weight for each month of the fiscal year, in its order; or what last year's results say, which is learnt when the plan is drafted. */
export const seasonalityInput = z.union([z.literal('last-year'), z.array(weightOrZero).min(1).max(13)], { error: 'not-a-season' })

/** What everybody does each working day, whatever the targets: 5 follow-ups, 2 proposals, 3 lost cases reviewed. */
const dayItem = z
  .strictObject({ metric: metricKey.optional(), action: name.optional(), count: wholeNumber })
  .refine(({ metric, action, count }) => (metric === undefined) !== (action === undefined) && count >= 1 && count <= 999, {
    error: 'not-a-day-item',
  })
const dayInput = z.array(dayItem).min(1, 'not-a-day-item').max(10, 'too-many')
export type DayItem = z.output<typeof dayItem>

const percent = wholeNumber.pipe(z.number().max(100, 'not-a-percentage'))

/** How a new hire comes up to a whole share: percent of it, month by month, from the date or else from the day they joined. */
const rampInput = z.strictObject({
  member: name,
  from: z.iso.date({ error: 'not-a-date' }).optional(),
  steps: z.array(percent).min(1, 'not-a-percentage').max(24, 'too-many'),
})
export type PlanRamp = z.output<typeof rampInput>

const shareRule = z.enum(['team', 'carried'], { error: 'not-a-share-rule' })

/**
 * What a plan says once for all its targets. Who joins or leaves in the middle leaves the rest of their share to the team, or carries it; what
 * days of leave ask for goes to the team, or is carried by who is away on their other days.
 */
export const planTimeFields = {
  joiners: shareRule.optional(),
  leavers: shareRule.optional(),
  leave: shareRule.optional(),
  ramps: z.array(rampInput).min(1, 'nobody').max(1000, 'too-many').optional(),
  day: dayInput.optional(),
}

/** Whose is the work of days on leave: the others' of the team, or that of who is away, on their other days; 'carried' without it. */
export type LeaveRule = z.output<typeof shareRule>

export interface PlanTime {
  readonly joiners?: 'team' | 'carried' | undefined
  readonly leavers?: 'team' | 'carried' | undefined
  readonly leave?: LeaveRule | undefined
  readonly ramps?: readonly PlanRamp[] | undefined
}

/** What becomes of days on leave by the next plan, where it is not what the one before says. */
export function leaveChange(before: PlanTime, next: PlanTime): LeaveRule | undefined {
  const rule = next.leave ?? 'carried'
  return rule === (before.leave ?? 'carried') ? undefined : rule
}

/** How many weights a season by hand has: the months of a year. */
export function monthsInYear(fiscal: FiscalCalendar): number {
  return monthsOfFiscalYear(2024, fiscal).length
}
