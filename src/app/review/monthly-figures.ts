import { Temporal } from 'temporal-polyfill'
import { CALENDAR_YEAR, type FiscalCalendar } from '../../core/calendar/fiscal-year.js'
import { type Period, parsePeriod, previousPeriod } from '../../core/calendar/period.js'
import type { Stay } from '../../core/calendar/stay.js'
import type { MemberId } from '../../core/id.js'
import { streak } from '../../core/pace/streak.js'
import { type TopSellerInput, topSeller } from '../../core/review/top-seller.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { attainmentFigures } from './attainment.js'
import { boardOf } from './board.js'
import { dayStates, STREAK_DAYS } from './day-states.js'
import { type HonoursFigures, type MonthlyFigures, monthlyFigures } from './figures.js'
import { mainMetric, numbersOf, type PeriodNumbers, reachedOn, readRows, type TeamRows } from './numbers.js'
import { presentIn } from './present.js'
import { dueSoFar, soFarFigures } from './so-far.js'

/**
 * A team's figures of a month, as its year counts months, as they stand at an instant; undefined when there were neither targets nor numbers.
 *
 * @param restMonths the rule of "not the same one again for N months"; 0 for none
 * @param held 'so-far' holds a running month against what was due by the days that are over
 */
export async function monthlyFiguresOf(
  store: Store,
  team: Team,
  month: Period,
  at: Temporal.Instant,
  restMonths: number,
  held: 'whole' | 'so-far' = 'whole',
): Promise<MonthlyFigures | undefined> {
  // A month that was published before the team counted in weeks is compared with the calendar month before it.
  const fiscal = parsePeriod(month.id, CALENDAR_YEAR) === undefined ? team.fiscal : CALENDAR_YEAR
  const before = previousPeriod(month, fiscal)
  const rows = await readRows(store, team, { start: before.start, end: month.end })
  const numbers = numbersOf(rows, team, month)
  if (numbers.team.length === 0) return undefined
  const due = held === 'whole' ? undefined : await dueSoFar(store, team, rows, month, at)
  const published = (await store.records.reports(team.id, 'monthly', REPORTS_LOOKED_AT)).filter(({ period }) => period < month.id)
  const stateOf = await dayStates(store, team, rows.members, { start: month.end.subtract({ days: STREAK_DAYS }), end: month.end }, at)
  const isPresent = presentIn(team, month, at)
  const lastBoard = monthlyFigures.safeParse(published[0]?.figures).data?.board
  return {
    team: team.name,
    month: month.id,
    board: boardOf(numbers, team, isPresent, (memberId) => streak(stateOf(memberId as MemberId)), lastBoard),
    ...(due === undefined ? {} : { soFar: soFarFigures(due) }),
    attainment: attainmentFigures(numbers.team, due),
    members: numbers.members.map(({ member, numbers: own }) => ({
      memberId: member.id,
      name: member.name,
      attainment: attainmentFigures(own),
    })),
    honours: honoursOf(
      rows,
      presentOnly(numbers, isPresent),
      numbersOf(rows, team, before),
      month,
      restRule(published, month, restMonths, fiscal),
    ),
    restMonths,
    quiet: rows.members.filter(({ isQuiet }) => isQuiet).map(({ id }) => id),
  }
}

/** The most that the rest rule can ask for, and the month itself. */
const REPORTS_LOOKED_AT = 13

/** The month by the team's numbers, won by somebody who is there at its end. */
function presentOnly(numbers: PeriodNumbers, isPresent: (stay: Stay) => boolean): PeriodNumbers {
  return { ...numbers, members: numbers.members.filter(({ member }) => isPresent(member)) }
}

function honoursOf(rows: TeamRows, now: PeriodNumbers, before: PeriodNumbers, month: Period, rest: TopSellerInput['rest']): HonoursFigures {
  const main = mainMetric(now)?.metric
  const earlier = new Map(before.members.map(({ member, numbers }) => [member.id, numbers] as const))
  const {
    topSeller: top,
    progress,
    newCustomers,
  } = topSeller({
    members: now.members.map(({ member, numbers }) => {
      const own = numbers.find(({ metric }) => metric === main)
      const ownBefore = earlier.get(member.id)?.find(({ metric }) => metric === main)
      return {
        memberId: member.id,
        name: member.name,
        target: own?.target ?? null,
        done: own?.done ?? 0n,
        reachedOn: main === undefined ? null : reachedOn(rows.totals, member.id, main, month),
        previous: ownBefore === undefined ? null : { target: ownBefore.target, done: ownBefore.done },
        newCustomers: numbers.find(({ metric }) => metric === 'new-customers')?.done ?? 0n,
      }
    }),
    ...(rest === undefined ? {} : { rest }),
  })
  return {
    topSeller: top.state === 'none' ? top : { ...top, winners: [...top.winners], passedOver: [...top.passedOver] },
    progress: [...progress],
    newCustomers: [...newCustomers],
  }
}

function restRule(
  published: readonly { period: string; figures: unknown }[],
  month: Period,
  months: number,
  fiscal: FiscalCalendar,
): TopSellerInput['rest'] {
  if (months === 0) return undefined
  return {
    months,
    winners: published.flatMap(({ period, figures }) => {
      const won = parsePeriod(period, fiscal)
      const top = monthlyFigures.safeParse(figures).data?.honours.topSeller
      if (won === undefined || top?.state !== 'won') return []
      const monthsAgo = monthsBetween(won, month, fiscal)
      return top.winners.map(({ memberId }) => ({ memberId, monthsAgo }))
    }),
  }
}

/** How many months after `won` the month begins; a month of another calendar counts as the one that it began in. */
function monthsBetween(won: Period, month: Period, fiscal: FiscalCalendar): number {
  let count = 0
  for (let each = month; Temporal.PlainDate.compare(each.start, won.start) > 0; each = previousPeriod(each, fiscal)) count += 1
  return count
}
