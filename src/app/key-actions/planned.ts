import type { Temporal } from 'temporal-polyfill'
import type { PlannedActions } from '../../core/plan/actions/spread-actions.js'
import { fiscalOfPlan } from '../../core/plan/plan-calendar.js'
import type { Team } from '../../store/repository/teams.js'
import { periodOf } from '../plan/plan-period.js'
import { planSaying } from '../plan/running-plan.js'
import { calendarOf } from '../team/calendar.js'

/** The key actions that a team's plan asks for on a date; undefined where none has any. */
export function plannedActions(plans: readonly unknown[], team: Team, on: Temporal.PlainDate): PlannedActions | undefined {
  const plan = planSaying(plans, on, 'actions')
  return plan && { actions: plan.actions, period: periodOf(plan), fiscal: fiscalOfPlan(plan), calendar: calendarOf(team) }
}
