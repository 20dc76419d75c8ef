import type { Temporal } from 'temporal-polyfill'
import { nextPeriod, type Period, periodContaining } from '../../core/calendar/period.js'
import { type PlanInput, planPeriod } from '../../core/plan/plan-input.js'
import type { Team } from '../../store/repository/teams.js'
import { UserError } from '../user-error.js'

/** @throws UserError for a day or a week: targets are kept by whole months */
export function periodOf(plan: PlanInput): Period {
  const period = planPeriod(plan)
  if (period === undefined || period.kind === 'day' || period.kind === 'week') throw new UserError('plan-period', {}, 'period')
  return period
}

export function isSamePeriod(one: Period, other: Period): boolean {
  return one.start.equals(other.start) && one.end.equals(other.end)
}

/** What a new plan may be for, the likeliest first: this and the next year, quarter and month; the next year before one that is all but over. */
export function periodChoices(team: Team, today: Temporal.PlainDate): Period[] {
  const { fiscal } = team
  return (['year', 'quarter', 'month'] as const).flatMap((kind) => {
    const current = periodContaining(kind, today, fiscal)
    const next = nextPeriod(current, fiscal)
    const isEnding = kind === 'year' && today.until(current.end).days < LAST_DAYS
    return isEnding ? [next, current] : [current, next]
  })
}

const LAST_DAYS = 45
