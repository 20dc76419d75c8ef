import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../calendar/period.js'
import { type WorkingCalendar, workingDaysBetween } from '../../calendar/working-calendar.js'
import type { MemberDays } from '../member-time.js'
import type { KeyAction } from './key-action.js'
import { type Turn, turnsIn } from './rhythm.js'

/** A key action of one member on one day. */
export interface ActionItem {
  readonly action: string
  /** The team's own date for it, before the member's leave moved it: with the action, what makes the item one. */
  readonly planned: Temporal.PlainDate
  /** The member's working day on which it is due. */
  readonly on: Temporal.PlainDate
  /** How often on that day. */
  readonly times: number
  /** The last day of its turn: until then it can be made up for. */
  readonly until: Temporal.PlainDate
}

/**
 * Spreads key actions over one member's working days in a period, the same way every time it is asked: a turn's times fall evenly on the
 * team's working days of its stretch, several actions beside rather than upon each other; a dated one on its date, or else the working day
 * before it in its stretch, or the one after. What falls on a member's leave moves to their next working day of the stretch, or the one
 * before; who has none in it, or was not there on that day, is not asked. So leave moves nothing but what falls on it.
 */
export function spreadActions(actions: readonly KeyAction[], period: Pick<Period, 'start' | 'end'>, member: MemberDays): ActionItem[] {
  const workingDays = daysFinder(member.calendar)
  return actions
    .flatMap((action, index) =>
      turnsIn(action.rhythm, period).flatMap((turn) => {
        const days = workingDays(turn.span)
        const planned =
          turn.on === undefined ? evenly(days, action.times, (index + 0.5) / actions.length) : dated(days, turn.on, action.times)
        return planned.flatMap(({ on, times }) => placed(action, turn, days, on, times, member))
      }),
    )
    .filter(({ planned, on }) => isWithin(planned, period) && isWithin(on, period))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}

interface Planned {
  readonly on: Temporal.PlainDate
  readonly times: number
}

/** @param phase 0 to 1: where within its part of the stretch each one falls */
function evenly(days: readonly Temporal.PlainDate[], times: number, phase: number): Planned[] {
  const counts = days.map(() => 0)
  for (let each = 0; each < times && days.length > 0; each += 1) {
    const place = Math.floor(((each + phase) * days.length) / times)
    counts[place] = (counts[place] ?? 0) + 1
  }
  return days.flatMap((on, place) => ((counts[place] ?? 0) > 0 ? [{ on, times: counts[place] ?? 0 }] : []))
}

function dated(days: readonly Temporal.PlainDate[], on: Temporal.PlainDate, times: number): Planned[] {
  const nearest = days.findLast((day) => Temporal.PlainDate.compare(day, on) <= 0) ?? days[0]
  return nearest === undefined ? [] : [{ on: nearest, times }]
}

function placed(
  { action }: KeyAction,
  { span }: Turn,
  days: readonly Temporal.PlainDate[],
  planned: Temporal.PlainDate,
  times: number,
  member: MemberDays,
): ActionItem[] {
  if (!isThere(planned, member)) return []
  const own = days.filter((day) => isThere(day, member) && !isOnLeave(day, member))
  const on =
    own.find((day) => Temporal.PlainDate.compare(day, planned) >= 0) ?? own.findLast((day) => Temporal.PlainDate.compare(day, planned) < 0)
  return on === undefined ? [] : [{ action, planned, on, times, until: span.end }]
}

function isThere(on: Temporal.PlainDate, { joinedOn, leftOn }: MemberDays): boolean {
  return (
    (joinedOn === undefined || Temporal.PlainDate.compare(joinedOn, on) <= 0) &&
    (leftOn === undefined || Temporal.PlainDate.compare(on, leftOn) <= 0)
  )
}

function isOnLeave(on: Temporal.PlainDate, { leave = [] }: MemberDays): boolean {
  return leave.some(({ from, until }) => isWithin(on, { start: from, end: until }))
}

function isWithin(on: Temporal.PlainDate, { start, end }: Pick<Period, 'start' | 'end'>): boolean {
  return Temporal.PlainDate.compare(on, start) >= 0 && Temporal.PlainDate.compare(on, end) <= 0
}

/** Several actions ask for the same weeks and months. */
function daysFinder(calendar: WorkingCalendar) {
  const known = new Map<string, Temporal.PlainDate[]>()
  return ({ start, end }: Pick<Period, 'start' | 'end'>): Temporal.PlainDate[] => {
    const key = `${start} ${end}`
    const days = known.get(key) ?? workingDaysBetween(calendar, start, end)
    known.set(key, days)
    return days
  }
}
