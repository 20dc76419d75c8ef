import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import { hasLeft, isToCome, type Stay } from '../../core/calendar/stay.js'
import { localDate, type Team } from '../../store/repository/teams.js'

/**
 * Who is shown by name where members of a period are ranked or asked for more, as of an instant: nobody who has left by then, or by the
 * period's end, and nobody who has yet to come. What they did counts for the team all the same.
 */
export function presentIn(team: Pick<Team, 'zone'>, { end }: Pick<Period, 'end'>, at: Temporal.Instant): (stay: Stay) => boolean {
  const today = localDate(team, at)
  const on = Temporal.PlainDate.compare(today, end) < 0 ? today : end
  return (stay) => !hasLeft(stay, on) && !isToCome(stay, today)
}
