import { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../../core/calendar/day-number.js'
import { CALENDAR_YEAR } from '../../core/calendar/fiscal-year.js'
import { type Period, periodContaining } from '../../core/calendar/period.js'
import { type LandingPoint, landingPoint } from '../../core/forecast/run/landing-point.js'
import { type LandingRecord, landingRecord } from '../../core/forecast/run/landing-record.js'
import type { MetricKey } from '../../core/plan/metric.js'
import { publishedDays } from '../../core/plan/published.js'
import type { DailyRun, LandingSubject } from '../../store/repository/landings.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Standing } from '../target/standing.js'
import { calendarOf } from '../team/calendar.js'
import { dealsSource, type LandingSources, withDeals } from './deals-source.js'

/** Where a metric's running period will land, and how such forecasts did so far. */
export interface MetricLanding {
  readonly metric: MetricKey
  readonly currency: string | undefined
  /** From both sources where there are deals, else from the run of the numbers. */
  readonly landing: LandingPoint
  /** What each source says; undefined where nobody of them ever had a deal. */
  readonly sources: LandingSources | undefined
  readonly record: LandingRecord
  /** Whether this week's forecast is in the record's keeping already. */
  readonly isKept: boolean
}

export interface LandingsInput {
  readonly team: Team
  /** Undefined for the team as a whole. */
  readonly memberId: LandingSubject['memberId']
  readonly period: Period
  /** Of the period and the same members. */
  readonly standings: readonly Standing[]
  readonly months: readonly TargetMonth[]
  readonly asOf: Temporal.PlainDate
  readonly asOfDay: 'open' | 'closed'
}

/** The chance with which the interval should cover the outcome: 4 in 5. */
const LEVEL = 0.8
/** So that a season of the year, which takes more than two of them, can show. */
const YEARS_OF_HISTORY = 3

/** The landing points of a running month or quarter, in three queries. */
export async function landings(store: Store, input: LandingsInput): Promise<MetricLanding[]> {
  const { team, period, standings, asOf } = input
  if (standings.length === 0 || (period.kind !== 'month' && period.kind !== 'quarter')) return []
  const subject = { teamId: team.id, memberId: input.memberId }
  const [run, kept, deals] = await Promise.all([
    store.landings.run(subject, asOf.subtract({ years: YEARS_OF_HISTORY }), asOf),
    store.landings.record(subject, period.kind, period.id, weekOf(asOf)),
    dealsSource(store, input, YEARS_OF_HISTORY),
  ])
  const isWorked = workedBy(team, run)
  return standings.map(({ metric, currency, pace }) => {
    const done = run.done.filter((each) => each.metric === metric)
    const question = { done, isWorked, period, asOf, asOfDay: input.asOfDay, daysLeft: daysLeft(input, metric) }
    const byRun = landingPoint({ ...question, fiscal: team.fiscal, target: pace.target, daysAWeek: team.weekdays.length, level: LEVEL })
    // On the last day's evening nothing is left to expect.
    const rest = byRun.workingDaysLeft === 0 ? undefined : deals(metric, done)
    return {
      metric,
      currency,
      ...withDeals(byRun, rest, pace, { until: period.end, level: LEVEL }),
      record: landingRecord(kept.scored.filter((each) => each.metric === metric)),
      isKept: kept.kept.has(metric),
    }
  })
}

/** The ISO week's id. */
export function weekOf(on: Temporal.PlainDate): string {
  return periodContaining('week', on, CALENDAR_YEAR).id
}

/** The days that the published plan still has, as the pace counts them. */
function daysLeft({ months, period, asOf, asOfDay }: LandingsInput, metric: MetricKey): Temporal.PlainDate[] {
  const own = months.filter((month) => month.metric === metric)
  const first = asOfDay === 'open' ? asOf : asOf.add({ days: 1 })
  const from = Temporal.PlainDate.compare(first, period.start) > 0 ? first : period.start
  const days = publishedDays(own, from, period.end).flatMap(({ on, target }) => (target === null ? [] : [on]))
  return [...new Map(days.map((on) => [dayNumber(on), on])).values()].toSorted(Temporal.PlainDate.compare)
}

/** The team's working days less the person's leave. A day is asked about for each metric, and reckoned once. */
function workedBy(team: Team, { leave }: DailyRun): (on: Temporal.PlainDate) => boolean {
  const calendar = calendarOf(team)
  const away = leave.map(({ from, to }) => [dayNumber(from), dayNumber(to)] as const)
  const known = new Map<number, boolean>()
  return (on) => {
    const day = dayNumber(on)
    const found = known.get(day) ?? (calendar.isWorkingDay(on) && !away.some(([from, to]) => from <= day && day <= to))
    known.set(day, found)
    return found
  }
}
