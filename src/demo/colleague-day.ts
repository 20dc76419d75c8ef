import { Temporal } from 'temporal-polyfill'
import { calendarOf } from '../app/team/calendar.js'
import { dayNumber } from '../core/calendar/day-number.js'
import { nextWorkingDay } from '../core/calendar/working-calendar.js'
import { localInstant } from '../core/schedule/local-instant.js'
import type { Team } from '../store/repository/teams.js'
import { DEFAULT_SCHEDULE } from '../store/team-settings.js'
import { randomFrom } from './random.js'

/** What a colleague does of an own accord at some moment of a working day. */
export interface ColleagueMoment {
  /** The account in the playground. */
  readonly externalId: string
  /** `settle`: says that yesterday's promised improvement is done. */
  readonly act: 'settle' | 'check-in'
  readonly at: Temporal.Instant
  /** Of the numbers and words of this moment. */
  readonly seed: number
}

/** Shares of the days on which a colleague … */
const FORGETS = 0.08
const NEEDS_THE_NUDGE = 0.12
const KEEPS_THE_PROMISE = 0.7

/**
 * The moments of one date, in the order of time: promises settled in the first hours, most check-ins in the two hours before the evening
 * nudge, a few because of it, and now and then one forgotten. The same date gives the same moments.
 */
export function colleagueMoments(team: Team, colleagues: readonly string[], on: Temporal.PlainDate): ColleagueMoment[] {
  if (!calendarOf(team).isWorkingDay(on)) return []
  const morning = localInstant(on, Temporal.PlainTime.from(team.schedule.morning ?? DEFAULT_SCHEDULE.morning ?? '09:00'), team.zone)
  const evening = localInstant(on, Temporal.PlainTime.from(team.schedule.evening ?? DEFAULT_SCHEDULE.evening ?? '18:00'), team.zone)
  return colleagues
    .flatMap((externalId): ColleagueMoment[] => {
      const seed = seedOf(externalId, on)
      const random = randomFrom(seed)
      const [promise, mood] = [random(), random()]
      const settlesAfter = minutes(15, 80, random)
      const checksInAfter = mood < FORGETS + NEEDS_THE_NUDGE ? minutes(8, 45, random) : minutes(-115, -10, random)
      return [
        ...(promise < KEEPS_THE_PROMISE ? [{ externalId, act: 'settle' as const, at: morning.add({ minutes: settlesAfter }), seed }] : []),
        ...(mood < FORGETS ? [] : [{ externalId, act: 'check-in' as const, at: evening.add({ minutes: checksInAfter }), seed }]),
      ]
    })
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
}

/** When the next of them comes after an instant; undefined for a team that never works. */
export function nextColleagueMoment(team: Team, colleagues: readonly string[], after: Temporal.Instant): Temporal.Instant | undefined {
  let on: Temporal.PlainDate | undefined = after.toZonedDateTimeISO(team.zone).toPlainDate()
  // A day on which everybody forgets is rare, a week of them is not to be had.
  for (let days = 0; on !== undefined && days < 5; days += 1) {
    const next = colleagueMoments(team, colleagues, on).find(({ at }) => Temporal.Instant.compare(at, after) > 0)
    if (next !== undefined) return next.at
    on = nextWorkingDay(calendarOf(team), on)
  }
  return undefined
}

function seedOf(externalId: string, on: Temporal.PlainDate): number {
  return [...externalId].reduce((seed, letter) => seed * 31 + (letter.codePointAt(0) ?? 0), dayNumber(on)) % 2_147_483_647
}

function minutes(from: number, to: number, random: () => number): number {
  return from + Math.floor(random() * (to - from + 1))
}
