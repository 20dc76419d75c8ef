import type { Temporal } from 'temporal-polyfill'
import { CALENDAR_YEAR } from '../../core/calendar/fiscal-year.js'
import { parsePeriod } from '../../core/calendar/period.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { WeeklyFigures } from './figures.js'
import type { WeeklyManagersPost, WeeklyPost } from './post.js'
import { shownWeek } from './shown.js'
import { weeklyFiguresOf } from './weekly-figures.js'

export interface ComposedWeek {
  readonly figures: WeeklyFigures
  /** For the team's conversation. */
  readonly post: WeeklyPost
  /** For each manager in private; undefined when everybody was heard from. */
  readonly toManagers: WeeklyManagersPost | undefined
}

/**
 * A team's week, as facts, at an instant; undefined when there is nothing to say: no targets, no numbers and no check-ins.
 *
 * @param weekId '2026-W47'
 * @throws RangeError when there is no such week
 */
export async function composeWeekly(store: Store, team: Team, weekId: string, at: Temporal.Instant): Promise<ComposedWeek | undefined> {
  const week = parsePeriod(weekId, CALENDAR_YEAR)
  if (week?.kind !== 'week') throw new RangeError(`Cannot review week "${weekId}"`)
  const figures = await weeklyFiguresOf(store, team, week, at)
  if (figures === undefined) return undefined
  const about = { teamId: team.id, period: weekId }
  const { notHeardFrom } = figures
  return {
    figures,
    post: { kind: 'weekly', ...about, late: false, figures: shownWeek(figures, { kind: 'everybody' }) },
    toManagers:
      notHeardFrom.length === 0
        ? undefined
        : {
            kind: 'weekly-managers',
            ...about,
            team: team.name,
            notHeardFrom: notHeardFrom.map(({ name, missedDays }) => ({ name, missedDays })),
          },
  }
}
