import type { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import { workingDaysBetween } from '../../core/calendar/working-calendar.js'
import { publishedDays } from '../../core/plan/published.js'
import { type SoFar, soFar } from '../../core/review/so-far.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { calendarOf } from '../team/calendar.js'
import { isDayOver } from '../team/day-over.js'
import type { SoFarFigures } from './figures.js'
import { type Numbers, numbersOf, type PeriodNumbers, type TeamRows } from './numbers.js'

/** A running period's days that are over, and the team's numbers of those days alone. */
export interface DueSoFar {
  readonly soFar: SoFar
  readonly numbers: PeriodNumbers
}

/** Today counts from the time on that makes a check-in late, or once everybody of whom it asks something has closed it. */
export async function dueSoFar(store: Store, team: Team, rows: TeamRows, period: Period, at: Temporal.Instant): Promise<DueSoFar> {
  const today = at.toZonedDateTimeISO(team.zone).toPlainDate()
  const isClosed = isDayOver(at, team) || (await isClosedByAll(store, team, rows, today))
  const days = workingDaysBetween(calendarOf(team), period.start, period.end)
  const found = soFar(period, days, today, isClosed ? 'closed' : 'open')
  return {
    soFar: found,
    numbers: found.through === null ? { members: [], team: [] } : numbersOf(rows, team, { start: period.start, end: found.through }),
  }
}

export function soFarFigures({ soFar: { days, of, through } }: DueSoFar): SoFarFigures {
  return { days, of, through: through?.toString() ?? null }
}

/** What of a metric's target was due by then. */
export function dueOf({ numbers }: DueSoFar, { metric }: Pick<Numbers, 'metric'>): bigint {
  return numbers.team.find((each) => each.metric === metric)?.target ?? 0n
}

async function isClosedByAll(store: Store, team: Team, rows: TeamRows, today: Temporal.PlainDate): Promise<boolean> {
  const asked = new Set(publishedDays(rows.targets, today, today).flatMap(({ memberId, target }) => (target ? [memberId] : [])))
  if (asked.size === 0) return false
  const checkIns = await store.checkIns.between(team.id, today, today)
  const closed = new Set<string>(checkIns.flatMap(({ memberId, form }) => (form === 'evening' ? [memberId] : [])))
  return [...asked].every((memberId) => closed.has(memberId))
}
