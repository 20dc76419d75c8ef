import type { Temporal } from 'temporal-polyfill'
import type { FiscalCalendar } from '../../core/calendar/fiscal-year.js'
import { type Period, parsePeriod } from '../../core/calendar/period.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { MonthlyFigures } from './figures.js'
import { monthlyFiguresOf } from './monthly-figures.js'
import type { MonthlyPost } from './post.js'
import { shownMonth } from './shown.js'

/**
 * A team's month and its top seller, as facts, at an instant; undefined when there were neither targets nor numbers.
 *
 * @param monthId '2026-10', or in a year of weeks '2026-P09'
 * @throws RangeError when there is no such month
 */
export async function composeMonthly(
  store: Store,
  team: Team,
  monthId: string,
  at: Temporal.Instant,
): Promise<{ figures: MonthlyFigures; post: MonthlyPost } | undefined> {
  const figures = await monthlyFiguresOf(store, team, monthOf(monthId, team.fiscal), at, team.settings.topSellerRest)
  if (figures === undefined) return undefined
  return {
    figures,
    post: { kind: 'monthly', teamId: team.id, period: monthId, late: false, figures: shownMonth(figures, { kind: 'everybody' }) },
  }
}

/** @throws RangeError when there is no such month */
export function monthOf(monthId: string, fiscal: FiscalCalendar): Period {
  const month = parsePeriod(monthId, fiscal)
  if (month?.kind !== 'month') throw new RangeError(`Cannot review month "${monthId}"`)
  return month
}
