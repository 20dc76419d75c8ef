import { Temporal } from 'temporal-polyfill'
import type { Span } from '../../core/plan/actions/rhythm.js'
import type { PlannedActions } from '../../core/plan/actions/spread-actions.js'
import { fiscalOfPlan } from '../../core/plan/plan-calendar.js'
import type { Team } from '../../store/repository/teams.js'
import { periodOf } from '../plan/plan-period.js'
import { planSaying } from '../plan/running-plan.js'
import { calendarOf } from '../team/calendar.js'

/** When a team works. */
type Working = Pick<Team, 'weekdays' | 'country' | 'region'>

/** The key actions that a team's plan asks for on a date; undefined where none has any. */
export function plannedActions(plans: readonly unknown[], team: Working, on: Temporal.PlainDate): PlannedActions | undefined {
  const plan = planSaying(plans, on, 'actions')
  return plan && { actions: plan.actions, period: periodOf(plan), fiscal: fiscalOfPlan(plan), calendar: calendarOf(team) }
}

/** The same of a week or a month, which two plans may share: each with the days on which it counts. */
export function plannedWithin(plans: readonly unknown[], team: Working, { start, end }: Span): { planned: PlannedActions; span: Span }[] {
  const [first, last] = [plannedActions(plans, team, start), plannedActions(plans, team, end)]
  // The later plan takes over where it begins, or where the earlier one ends if it runs all along as the year's does.
  const change =
    last !== undefined && Temporal.PlainDate.compare(last.period.start, start) > 0 ? last.period.start : first?.period.end.add({ days: 1 })
  if (change === undefined) return last === undefined ? [] : [{ planned: last, span: { start, end } }]
  return [
    { planned: first, span: { start, end: earlier(end, change.subtract({ days: 1 })) } },
    { planned: last, span: { start: change, end } },
  ].flatMap(({ planned, span }) =>
    planned === undefined || Temporal.PlainDate.compare(span.start, span.end) > 0 ? [] : [{ planned, span }],
  )
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other
}
