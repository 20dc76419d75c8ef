import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import { nextWorkingDay } from '../../core/calendar/working-calendar.js'
import type { DayTotal } from '../../store/repository/entries.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { calendarOf } from '../team/calendar.js'
import type { Subject } from './subject.js'

export interface TargetNumbers {
  /** Up to the working day after `on`, which may lie behind the period: a holiday's card says what comes next. */
  readonly months: readonly TargetMonth[]
  /** Of the period. */
  readonly totals: readonly DayTotal[]
}

/** What was published for somebody and what they did, in two queries. */
export async function readNumbers(
  store: Store,
  team: Team,
  { start, end }: Period,
  on: Temporal.PlainDate,
  { memberId }: Subject,
): Promise<TargetNumbers> {
  const next = nextWorkingDay(calendarOf(team), on) ?? end
  const [months, totals] = await Promise.all([
    store.targets.between(team.id, start, Temporal.PlainDate.compare(next, end) > 0 ? next : end, memberId),
    store.entries.totals(team.id, start, end, memberId),
  ])
  return { months, totals }
}

/** Of a team's numbers those of one member; of a team all. */
export function numbersOf(numbers: TargetNumbers, { memberId }: Pick<Subject, 'memberId'>): TargetNumbers {
  if (memberId === undefined) return numbers
  return {
    months: numbers.months.filter((month) => month.memberId === memberId),
    totals: numbers.totals.filter((total) => total.memberId === memberId),
  }
}
