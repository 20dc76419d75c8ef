import { type WorkingCalendar, workingCalendar } from '../../core/calendar/working-calendar.js'
import type { Team } from '../../store/repository/teams.js'

/** The team's working days. Teams with the same rule share one calendar, whose holidays are worked out once. */
export function calendarOf(team: Pick<Team, 'weekdays' | 'country'>): WorkingCalendar {
  const key = `${team.country ?? ''} ${team.weekdays.join()}`
  const known = calendars.get(key)
  if (known !== undefined) return known
  const calendar = workingCalendar({ weekdays: team.weekdays, ...(team.country === undefined ? {} : { country: team.country }) })
  calendars.set(key, calendar)
  return calendar
}

// Bounded by the countries and week patterns there are.
const calendars = new Map<string, WorkingCalendar>()
