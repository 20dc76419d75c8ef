import { type WorkingCalendar, workingCalendar } from '../../core/calendar/working-calendar.js'
import type { Team } from '../../store/repository/teams.js'

/** The team's working days. Teams with the same rule share one calendar, whose holidays are worked out once. */
export function calendarOf(team: Pick<Team, 'weekdays' | 'country' | 'region'>): WorkingCalendar {
  const key = `${team.country ?? ''} ${team.region ?? ''} ${team.weekdays.join()}`
  const known = calendars.get(key)
  if (known !== undefined) return known
  const calendar = workingCalendar({
    weekdays: team.weekdays,
    ...(team.country === undefined ? {} : { country: team.country }),
    ...(team.region === undefined ? {} : { region: team.region }),
  })
  calendars.set(key, calendar)
  return calendar
}

// Bounded by the countries, their regions and week patterns there are.
const calendars = new Map<string, WorkingCalendar>()
