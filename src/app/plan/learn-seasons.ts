import { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../../core/calendar/day-number.js'
import { type FiscalCalendar, fiscalMonthOf, monthsOfFiscalYear } from '../../core/calendar/fiscal-year.js'
import { monthsOf, type Period } from '../../core/calendar/period.js'
import { type WorkingCalendar, workingDaysBetween } from '../../core/calendar/working-calendar.js'
import { learnSeason } from '../../core/plan/learn-season.js'
import { fiscalOfPlan } from '../../core/plan/plan-calendar.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import type { DayTotal } from '../../store/repository/entries.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { calendarOf } from '../team/calendar.js'
import { UserError } from '../user-error.js'
import { periodOf } from './plan-period.js'

/**
 * Puts weights in place of a season that is to be learnt from last year's results. Once learnt they stay with the plan: numbers that come in
 * later do not move what was drafted, and a plan that is exported brings them along.
 *
 * @throws UserError when the team's last year says nothing about a metric
 */
export async function learnSeasons(store: Store, team: Team, plan: PlanInput): Promise<PlanInput> {
  const isToLearn = ({ seasonality, months }: PlanTarget) => seasonality === 'last-year' && months === undefined
  if (!plan.targets.some(isToLearn)) return plan
  const fiscal = fiscalOfPlan(plan)
  const pairs = monthsOf(periodOf(plan), fiscal).map((month) => ({ month, before: yearBefore(month, fiscal) }))
  const [first, last] = [pairs[0]?.before, pairs.at(-1)?.before]
  if (first === undefined || last === undefined) return plan
  const totals = await store.entries.totals(team.id, first.start, last.end)
  return {
    ...plan,
    targets: plan.targets.map((target) =>
      isToLearn(target) ? { ...target, months: learnt(target, pairs, totals, calendarOf(team)) } : target,
    ),
  }
}

type Span = Pick<Period, 'start' | 'end'>
interface MonthPair {
  readonly month: Period
  /** The same month a year before. */
  readonly before: Span
}

function yearBefore({ start }: Period, fiscal: FiscalCalendar): Span {
  const { year, index } = fiscalMonthOf(start, fiscal)
  const before = monthsOfFiscalYear(year - 1, fiscal)
  const month = before[index] ?? before.at(-1)
  if (month === undefined) throw new RangeError(`Cannot find the year before ${year}: it has no month`)
  return month
}

function learnt(
  { metric }: PlanTarget,
  pairs: readonly MonthPair[],
  totals: readonly DayTotal[],
  calendar: WorkingCalendar,
): Record<string, string> {
  const done = totals.filter((total) => total.metric === metric)
  // A team that began in the middle of the year has no record of the months before, which is not a record of nothing.
  const firstDone = done[0]?.on
  const season = learnSeason(
    pairs.map(({ before }) => ({ daily: firstDone === undefined ? [] : dailyIn(before, done, calendar, firstDone) })),
    pairs.map(({ month }) => ({ month, workingDays: workingDaysBetween(calendar, month.start, month.end).length })),
  )
  if (season === undefined) throw new UserError('plan-season-unknown', { metric }, 'season')
  return Object.fromEntries(season.map(({ month, weight }) => [month, String(weight)]))
}

/** What was done on each working day of a month that is on record; what was done on a day off counts for the working day before it. */
function dailyIn({ start, end }: Span, done: readonly DayTotal[], calendar: WorkingCalendar, firstDone: Temporal.PlainDate): number[] {
  const from = Temporal.PlainDate.compare(start, firstDone) < 0 ? firstDone : start
  if (Temporal.PlainDate.compare(from, end) > 0) return []
  const days = workingDaysBetween(calendar, from, end).map(dayNumber)
  const daily = days.map(() => 0)
  for (const { on, amount } of done) {
    const day = dayNumber(on)
    if (day < dayNumber(from) || day > dayNumber(end)) continue
    const index = Math.max(
      0,
      days.findLastIndex((each) => each <= day),
    )
    if (daily.length > 0) daily[index] = (daily[index] ?? 0) + Number(amount)
  }
  return daily
}
