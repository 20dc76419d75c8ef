import { Temporal } from 'temporal-polyfill'
import { workingDaysBetween } from '../../core/calendar/working-calendar.js'
import { type DayState, dayState, responseWindow } from '../../core/checkin/day-state.js'
import type { MemberId } from '../../core/id.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { calendarOf } from '../team/calendar.js'

export interface MemberDayState {
  readonly on: Temporal.PlainDate
  readonly state: DayState['state']
}

/** How far back a streak is counted: a quarter, so that a report's work does not grow with the years. */
export const STREAK_DAYS = 91

/**
 * How each member's working days stood at an instant, over the dates given, both included. Days before a member came and after they left
 * are left out.
 */
export async function dayStates(
  store: Store,
  team: Team,
  members: readonly Member[],
  { start, end }: { start: Temporal.PlainDate; end: Temporal.PlainDate },
  at: Temporal.Instant,
): Promise<(memberId: MemberId) => MemberDayState[]> {
  const answers = await store.checkIns.first(team.id, start, end)
  const leaves = await store.leaves.between(
    members.map(({ id }) => id),
    start,
    end,
  )
  const calendar = calendarOf(team)
  const times = {
    lateAfter: Temporal.PlainTime.from(team.settings.lateAfter),
    windowEnds: Temporal.PlainTime.from(team.settings.windowEnds),
  }
  const days = workingDaysBetween(calendar, start, end).map((on) => ({
    on,
    key: on.toString(),
    window: responseWindow(on, team.zone, calendar, times),
  }))
  const submitted = new Map(answers.map(({ memberId, on, submittedAt }) => [`${memberId} ${on}`, submittedAt] as const))
  const byId = new Map(members.map((member) => [member.id, member] as const))

  return (memberId) => {
    const member = byId.get(memberId)
    if (member === undefined) return []
    const away = leaves.filter((leave) => leave.memberId === memberId)
    return days
      .filter(({ on }) => isWithin(on, member.joinedOn, member.leftOn))
      .map(({ on, key, window }) => ({
        on,
        state: dayState({
          now: at,
          window,
          submittedAt: submitted.get(`${memberId} ${key}`) ?? null,
          onLeave: away.some(({ from, to }) => isWithin(on, from, to)),
          isWorkingDay: true,
          role: member.role,
        }).state,
      }))
  }
}

function isWithin(on: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate | undefined): boolean {
  return Temporal.PlainDate.compare(on, from) >= 0 && (to === undefined || Temporal.PlainDate.compare(on, to) <= 0)
}
