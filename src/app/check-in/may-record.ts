import { Temporal } from 'temporal-polyfill'
import { periodContaining } from '../../core/calendar/period.js'
import { responseWindow } from '../../core/checkin/day-state.js'
import type { CheckInForm } from '../../core/checkin/forms.js'
import type { MemberId } from '../../core/id.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { monthIdsOf } from '../review/month-ids.js'
import { calendarOf } from '../team/calendar.js'
import { UserError } from '../user-error.js'

/**
 * Whether a day can still be filled in: not ahead of itself (but for tomorrow's morning), not on leave, and not once its month's report is
 * out.
 *
 * @throws UserError that says why not
 * @returns whether it counts as late
 */
export async function mayRecord(
  store: Store,
  team: Team,
  memberId: MemberId,
  on: Temporal.PlainDate,
  form: CheckInForm,
): Promise<'on-time' | 'late'> {
  const leaves = await store.leaves.between([memberId], on, on)
  const isMonthClosed = await store.records.hasReport(team.id, 'monthly', monthIdsOf(on, team))
  return mayRecordNow(team, store.now, { on, form, isLeave: leaves.length > 0, isMonthClosed })
}

/** The same, when what must be known of the day was read already. */
export function mayRecordNow(
  team: Team,
  now: Temporal.Instant,
  { on, form, isLeave, isMonthClosed }: { on: Temporal.PlainDate; form: CheckInForm; isLeave: boolean; isMonthClosed: boolean },
): 'on-time' | 'late' {
  const today = now.toZonedDateTimeISO(team.zone).toPlainDate()
  const daysAhead = today.until(on, { largestUnit: 'days' }).days
  if (daysAhead > (form === 'morning' ? 1 : 0)) throw new UserError('check-in-ahead', { on: day(on) })
  if (isLeave) throw new UserError('check-in-on-leave', { on: day(on) })
  if (daysAhead < 0 && isMonthClosed) {
    throw new UserError('check-in-closed', { month: { kind: 'period', id: periodContaining('month', on, team.fiscal).id } })
  }
  const window = responseWindow(on, team.zone, calendarOf(team), {
    lateAfter: Temporal.PlainTime.from(team.settings.lateAfter),
    windowEnds: Temporal.PlainTime.from(team.settings.windowEnds),
  })
  return Temporal.Instant.compare(now, window.lateAt) < 0 ? 'on-time' : 'late'
}

/** Tomorrow's morning can be filled in ahead, but not on somebody's last day. @throws UserError for a day after it */
export function mustStillBeThere({ team, lastDay }: Pick<Actor, 'team' | 'lastDay'>, on: Temporal.PlainDate): void {
  if (lastDay !== undefined && Temporal.PlainDate.compare(on, lastDay) > 0)
    throw new UserError('check-in-after-leaving', { team: team.name, last: day(lastDay) })
}

function day(on: Temporal.PlainDate) {
  return { kind: 'date' as const, on: on.toString(), style: 'weekday' as const }
}
