import { Temporal } from 'temporal-polyfill'
import { nextWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.js'
import { localInstant } from '../schedule/local-instant.js'

/** How a member's day stands. Missed is the absence of an answer, never a zero; what is not asked for can be neither late nor missed. */
export type DayState =
  | { readonly state: 'not-due'; readonly opensAt: Temporal.Instant }
  | { readonly state: 'awaiting'; readonly lateAt: Temporal.Instant; readonly endsAt: Temporal.Instant }
  | { readonly state: 'done'; readonly submittedAt: Temporal.Instant }
  | { readonly state: 'late'; readonly submittedAt: Temporal.Instant }
  /** Numbers that came after the window count, and the day stays missed: what the week's report said about it remains true. */
  | { readonly state: 'missed'; readonly madeUpAt: Temporal.Instant | null }
  | { readonly state: 'leave' }
  | { readonly state: 'excused'; readonly why: 'spectator' | 'holiday' }

/** From when to when a day's check-in is taken. */
export interface ResponseWindow {
  /** The member's own midnight. An answer before it counts: tomorrow's prompt may be answered today. */
  readonly opensAt: Temporal.Instant
  /** From here on it is marked late. */
  readonly lateAt: Temporal.Instant
  /** From here on the day is missed. */
  readonly endsAt: Temporal.Instant
}

export interface WindowTimes {
  /** On the day itself; 20:00 by default. */
  readonly lateAfter: Temporal.PlainTime
  /** On the next working day; 12:00 by default, so that the morning prompt can still ask for what is missing. */
  readonly windowEnds: Temporal.PlainTime
}

const DEFAULT_WINDOW: WindowTimes = {
  lateAfter: Temporal.PlainTime.from('20:00'),
  windowEnds: Temporal.PlainTime.from('12:00'),
}

/** The window of the day `on` in a zone (IANA name). Where no working day follows it ends on the day after. */
export function responseWindow(on: Temporal.PlainDate, zone: string, calendar: WorkingCalendar, times = DEFAULT_WINDOW): ResponseWindow {
  const endsOn = nextWorkingDay(calendar, on) ?? on.add({ days: 1 })
  return {
    opensAt: localInstant(on, MIDNIGHT, zone),
    lateAt: localInstant(on, times.lateAfter, zone),
    endsAt: localInstant(endsOn, times.windowEnds, zone),
  }
}

const MIDNIGHT = Temporal.PlainTime.from('00:00')

export interface MemberDay {
  readonly now: Temporal.Instant
  readonly window: ResponseWindow
  /** The first time that the day was answered; a correction does not make it late. */
  readonly submittedAt: Temporal.Instant | null
  readonly onLeave: boolean
  readonly isWorkingDay: boolean
  readonly role: 'rep' | 'manager' | 'spectator'
}

/** A spectator's day comes first, then a holiday, then leave, also where an answer was given all the same: its numbers count elsewhere. */
export function dayState({ now, window, submittedAt, onLeave, isWorkingDay, role }: MemberDay): DayState {
  if (role === 'spectator') return { state: 'excused', why: 'spectator' }
  if (!isWorkingDay) return { state: 'excused', why: 'holiday' }
  if (onLeave) return { state: 'leave' }
  if (submittedAt !== null) return answered(submittedAt, window)
  if (isBefore(now, window.opensAt)) return { state: 'not-due', opensAt: window.opensAt }
  if (isBefore(now, window.endsAt)) return { state: 'awaiting', lateAt: window.lateAt, endsAt: window.endsAt }
  return { state: 'missed', madeUpAt: null }
}

function answered(submittedAt: Temporal.Instant, { lateAt, endsAt }: ResponseWindow): DayState {
  if (isBefore(submittedAt, lateAt)) return { state: 'done', submittedAt }
  return isBefore(submittedAt, endsAt) ? { state: 'late', submittedAt } : { state: 'missed', madeUpAt: submittedAt }
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
