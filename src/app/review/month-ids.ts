import type { Temporal } from 'temporal-polyfill'
import { CALENDAR_YEAR } from '../../core/calendar/fiscal-year.js'
import { periodContaining } from '../../core/calendar/period.js'
import type { Team } from '../../store/repository/teams.js'

/** The months under which a date may have been reviewed: the team's own, and the calendar's, by which it may have counted before. */
export function monthIdsOf(on: Temporal.PlainDate, { fiscal }: Pick<Team, 'fiscal'>): string[] {
  return [...new Set([fiscal, CALENDAR_YEAR].map((each) => periodContaining('month', on, each).id))]
}
