import { Temporal } from 'temporal-polyfill'
import { CALENDAR_YEAR, type FiscalCalendar } from '../calendar/fiscal-year.js'
import { datesOf, periodContaining, previousPeriod } from '../calendar/period.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'
import { localInstant } from './local-instant.js'
import { isPostDay, type PostKind, type PostRule } from './post-rule.js'

/** When a team is written to, of itself. */
export interface Schedule {
  /** IANA name: 'Asia/Shanghai'. */
  readonly zone: string
  /** A kind stands at most once; one that is absent is switched off. */
  readonly posts: readonly { readonly kind: PostKind; readonly time: Temporal.PlainTime; readonly on: PostRule }[]
  readonly calendar: WorkingCalendar
  /** Says what a month is; the calendar's without it. */
  readonly fiscal?: FiscalCalendar
}

export interface Occurrence {
  readonly kind: PostKind
  /** The team's own date: with the kind, what makes the occurrence one. */
  readonly on: Temporal.PlainDate
  readonly at: Temporal.Instant
  /** What it is about: weekly its week ('2026-W47'), monthly the month before ('2026-10', in a year of weeks '2026-P09'), the others their date. */
  readonly period: string
}

/**
 * What falls due after `from`, up to and including `to`: half open, so two ticks never share an occurrence. In order of time, of equal
 * times in the schedule's order. A local time that daylight saving skips comes later that day by what was skipped; one that it repeats
 * comes once, the first time. The work is one look at each day between, whatever the hour.
 */
export function due(schedule: Schedule, from: Temporal.Instant, to: Temporal.Instant): Occurrence[] {
  if (Temporal.Instant.compare(from, to) >= 0 || schedule.posts.length === 0) return []
  const days = { start: localDate(from, schedule.zone).subtract({ days: 1 }), end: localDate(to, schedule.zone).add({ days: 1 }) } // a day to spare
  return datesOf(days)
    .flatMap((on) => occurrencesOn(schedule, on))
    .filter(({ at }) => Temporal.Instant.compare(at, from) > 0 && Temporal.Instant.compare(at, to) <= 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
}

/** When the next post falls due after `after`; undefined when there is none within 400 days, as in a schedule or calendar without days. */
export function nextDue(schedule: Schedule, after: Temporal.Instant): Temporal.Instant | undefined {
  for (const days of SEARCH_DAYS) {
    const first = due(schedule, after, after.add({ hours: days * 24 }))[0]
    if (first !== undefined) return first.at
  }
  return undefined
}

/** Most teams find theirs in the first; together they look at little more than the last alone. */
const SEARCH_DAYS = [3, 14, 60, 400]

function localDate(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate()
}

function occurrencesOn({ zone, posts, calendar, fiscal = CALENDAR_YEAR }: Schedule, on: Temporal.PlainDate): Occurrence[] {
  return posts
    .filter((post) => isPostDay(post.on, on, calendar, fiscal))
    .map(({ kind, time }) => ({ kind, on, at: localInstant(on, time, zone), period: postPeriod(kind, on, fiscal) }))
}

/** What a post of a date is about, by its id. */
export function postPeriod(kind: PostKind, on: Temporal.PlainDate, fiscal: FiscalCalendar): string {
  switch (kind) {
    case 'morning':
    case 'midday':
    case 'evening':
    case 'window':
      return on.toString()
    case 'weekly':
      return periodContaining('week', on, fiscal).id
    case 'monthly':
      return previousPeriod(periodContaining('month', on, fiscal), fiscal).id
  }
}
