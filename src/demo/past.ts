import { Temporal } from 'temporal-polyfill'
import type { App } from '../app/app.js'
import { publishMorning } from '../app/morning/publish.js'
import { publishMonthly } from '../app/review/publish-monthly.js'
import { publishWeekly } from '../app/review/publish-weekly.js'
import { calendarOf } from '../app/team/calendar.js'
import { CALENDAR_YEAR } from '../core/calendar/fiscal-year.js'
import { nextPeriod, type Period, periodContaining } from '../core/calendar/period.js'
import { firstWorkingDayOfMonth, workingDaysBetween } from '../core/calendar/working-calendar.js'
import { localInstant } from '../core/schedule/local-instant.js'
import type { Team } from '../store/repository/teams.js'
import { DEFAULT_SCHEDULE } from '../store/team-settings.js'
import { colleagueMoments } from './colleague-day.js'
import { colleaguesWork } from './colleagues.js'

/** Something that happened before the visitor came. The app's clock must stand at its instant. */
export interface PastEvent {
  readonly at: Temporal.Instant
  readonly happen: () => Promise<unknown>
}

/** The weekly and monthly reports that a team has had by the end of a date. */
export function reportsBetween(app: App, team: Team, from: Temporal.PlainDate, to: Temporal.PlainDate): PastEvent[] {
  const calendar = calendarOf(team)
  const weekly = periodsBetween('week', from, to).map(({ id, start, end }) => ({
    on: workingDaysBetween(calendar, start, end.subtract({ days: 2 })).at(-1),
    time: DEFAULT_SCHEDULE.weekly,
    publish: () => app.transaction(team.organisationId, (store) => publishWeekly(store, team, id, { late: false })),
  }))
  const monthly = periodsBetween('month', from, to).map(({ id, end }) => ({
    on: firstWorkingDayOfMonth(calendar, end.add({ days: 1 })),
    time: DEFAULT_SCHEDULE.monthly,
    publish: () => app.transaction(team.organisationId, (store) => publishMonthly(store, team, id, { late: false })),
  }))
  return [...weekly, ...monthly].flatMap(({ on, time, publish }) =>
    on === undefined || time === undefined ? [] : [{ at: localInstant(on, Temporal.PlainTime.from(time), team.zone), happen: publish }],
  )
}

/** One day of the channel: the morning post, and what the given reps do on it. Nothing where nobody works. */
export function dayInChannel(app: App, team: Team, reps: readonly string[], on: Temporal.PlainDate): PastEvent[] {
  if (!calendarOf(team).isWorkingDay(on)) return []
  const moments = colleagueMoments(team, reps, on)
  const morning = localInstant(on, Temporal.PlainTime.from(team.schedule.morning ?? '09:00'), team.zone)
  return [
    { at: morning, happen: () => app.transaction(team.organisationId, (store) => publishMorning(store, team, on)) },
    ...moments.map(({ at }) => ({
      at,
      happen: () => colleaguesWork(app, team, reps, { since: at.subtract({ nanoseconds: 1 }), stop: at }),
    })),
  ]
}

function periodsBetween(kind: 'week' | 'month', from: Temporal.PlainDate, to: Temporal.PlainDate): Period[] {
  const periods: Period[] = []
  for (
    let period = periodContaining(kind, from, CALENDAR_YEAR);
    Temporal.PlainDate.compare(period.start, to) <= 0;
    period = nextPeriod(period, CALENDAR_YEAR)
  ) {
    periods.push(period)
  }
  return periods
}
