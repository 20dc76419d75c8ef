import { Temporal } from 'temporal-polyfill'
import type { FiscalCalendar } from '../../calendar/fiscal-year.js'
import { isWithin } from '../../calendar/period.js'
import { type WorkingCalendar, workingDaysBetween } from '../../calendar/working-calendar.js'
import type { MemberDays } from '../member-time.js'
import { isActionOf, type KeyAction } from './key-action.js'
import { type Span, type Turn, turnsIn } from './rhythm.js'

/** A plan's key actions, and when its team works. */
export interface PlannedActions {
  readonly actions: readonly KeyAction[]
  readonly period: Span
  readonly fiscal: FiscalCalendar
  readonly calendar: WorkingCalendar
}

/** When a member is there. */
export type ActionMember = Pick<MemberDays, 'joinedOn' | 'leftOn' | 'leave'> & { readonly name: string }

/** A key action of one member on one day. */
export interface ActionItem {
  readonly action: KeyAction
  /** The stretch that its turn belongs to, as far as it lies in the plan's period: until its end it can be made up for. */
  readonly span: Span
  /** The member's working day on which it is due. */
  readonly on: Temporal.PlainDate
  /** How many on that day. */
  readonly count: number
}

/**
 * Spreads key actions over its members' working days, the same way every time it is asked and whatever part is asked for: a turn's count
 * falls evenly on the team's working days of its stretch, several actions beside rather than upon each other; a dated one on its date, or
 * else the working day before it in its stretch, or the one after. What falls on a member's leave moves to their next working day of the
 * stretch, or the one before; who has none in it, or was not there on that day, is not asked. So leave moves nothing but what falls on it.
 *
 * @param part of the plan's period: the items of all turns that touch it are given, also those that lie outside
 * @returns a member's items, by action in the plan's order and then by turn
 */
export function spreadActions(plan: PlannedActions, part: Span): (member: ActionMember) => ActionItem[] {
  const { actions, period, fiscal, calendar } = plan
  const within = overlap(period, part)
  const workingDays = daysFinder(calendar)
  const planned =
    within === undefined ? [] : actions.flatMap((action, index) => turnsIn(action.every, period, within, fiscal).map(laid(action, index)))
  return (member) => planned.filter(({ action }) => isActionOf(action, member.name)).flatMap((each) => placed(each, member, period))

  function laid(action: KeyAction, index: number) {
    return (turn: Turn): LaidTurn => {
      const days = workingDays(turn.span)
      const counts = turn.on === undefined ? evenly(days, action.count, (index + 0.5) / actions.length) : dated(days, turn.on, action.count)
      return { action, span: overlap(turn.span, period) ?? turn.span, days, counts }
    }
  }
}

interface LaidTurn {
  readonly action: KeyAction
  readonly span: Span
  /** The team's working days of the whole stretch. */
  readonly days: readonly Temporal.PlainDate[]
  readonly counts: readonly { readonly on: Temporal.PlainDate; readonly count: number }[]
}

/** @param phase 0 to 1: where within its part of the stretch each one falls */
function evenly(days: readonly Temporal.PlainDate[], count: number, phase: number): LaidTurn['counts'] {
  const counts = days.map(() => 0)
  for (let each = 0; each < count && days.length > 0; each += 1) {
    const place = Math.floor(((each + phase) * days.length) / count)
    counts[place] = (counts[place] ?? 0) + 1
  }
  return days.flatMap((on, place) => ((counts[place] ?? 0) > 0 ? [{ on, count: counts[place] ?? 0 }] : []))
}

function dated(days: readonly Temporal.PlainDate[], on: Temporal.PlainDate, count: number): LaidTurn['counts'] {
  const nearest = days.findLast((day) => Temporal.PlainDate.compare(day, on) <= 0) ?? days[0]
  return nearest === undefined ? [] : [{ on: nearest, count }]
}

function placed({ action, span, days, counts }: LaidTurn, member: ActionMember, period: Span): ActionItem[] {
  const own = days.filter((day) => isThere(day, member) && !isOnLeave(day, member) && isWithin(day, period))
  return counts
    .filter((planned) => isThere(planned.on, member) && isWithin(planned.on, period))
    .flatMap((planned) => {
      const on =
        own.find((day) => Temporal.PlainDate.compare(day, planned.on) >= 0) ??
        own.findLast((day) => Temporal.PlainDate.compare(day, planned.on) < 0)
      return on === undefined ? [] : [{ action, span, on, count: planned.count }]
    })
}

function isThere(on: Temporal.PlainDate, { joinedOn, leftOn }: ActionMember): boolean {
  return (
    (joinedOn === undefined || Temporal.PlainDate.compare(joinedOn, on) <= 0) &&
    (leftOn === undefined || Temporal.PlainDate.compare(on, leftOn) <= 0)
  )
}

function isOnLeave(on: Temporal.PlainDate, { leave = [] }: ActionMember): boolean {
  return leave.some(({ from, until }) => isWithin(on, { start: from, end: until }))
}

function overlap(one: Span, other: Span): Span | undefined {
  const start = Temporal.PlainDate.compare(one.start, other.start) >= 0 ? one.start : other.start
  const end = Temporal.PlainDate.compare(one.end, other.end) <= 0 ? one.end : other.end
  return Temporal.PlainDate.compare(start, end) <= 0 ? { start, end } : undefined
}

/** Several actions ask for the same weeks and months. */
function daysFinder(calendar: WorkingCalendar) {
  const known = new Map<string, Temporal.PlainDate[]>()
  return ({ start, end }: Span): Temporal.PlainDate[] => {
    const key = `${start} ${end}`
    const days = known.get(key) ?? workingDaysBetween(calendar, start, end)
    known.set(key, days)
    return days
  }
}
