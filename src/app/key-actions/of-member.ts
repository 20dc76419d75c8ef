import type { Temporal } from 'temporal-polyfill'
import { type ActionCount, type ActionStanding, actionCount, actionStandings, addedUp } from '../../core/plan/actions/action-standing.js'
import type { Span } from '../../core/plan/actions/rhythm.js'
import { spreadActions } from '../../core/plan/actions/spread-actions.js'
import type { DayStart } from '../../store/repository/day-start.js'
import type { Team } from '../../store/repository/teams.js'
import { plannedActions, plannedWithin } from './planned.js'

/** How a member stands on a day on each of their key actions. */
export function actionsOnDay(team: Team, name: string, start: DayStart | undefined, on: Temporal.PlainDate): ActionStanding[] {
  const acting = start?.acting
  const planned = acting && plannedActions(start.dayPlans, team, on)
  if (planned === undefined) return []
  return actionStandings(spreadActions(planned, { start: on, end: on })({ name, ...acting }), acting?.ticks ?? [], on)
}

/** How many of each key action a week or a month asks a member for, and how many they did; what it does not ask for is left out. */
export function actionsWithin(team: Team, name: string, start: DayStart | undefined, span: Span): ActionCount[] {
  const acting = start?.acting
  if (start === undefined || acting === undefined) return []
  const counts = plannedWithin(start.dayPlans, team, span).flatMap(({ planned, span: own }) =>
    actionCount(spreadActions(planned, own)({ name, ...acting }), acting.ticks, own),
  )
  return addedUp(counts)
}
