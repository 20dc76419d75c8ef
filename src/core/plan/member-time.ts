import type { Temporal } from 'temporal-polyfill'
import { type Fraction, greatestCommonDivisor, leastCommonMultiple, reduced } from '../amount/fraction.js'
import { dayNumber } from '../calendar/day-number.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'
import { type PlanMonth, workingDaysOf } from './plan-months.js'
import { type Ramp, rampFactor } from './ramp.js'

/** When someone works. */
export interface MemberDays {
  readonly calendar: WorkingCalendar
  /** The first day they carry work; without it from the start. */
  readonly joinedOn?: Temporal.PlainDate | undefined
  /** The last day they carry work; without it to the end. */
  readonly leftOn?: Temporal.PlainDate | undefined
  /** Absences, on which nothing is worked. */
  readonly leave?: readonly LeaveSpan[] | undefined
  /** How they come up to a whole share at the start. */
  readonly ramp?: Ramp | undefined
  /**
   * Whose is the work of the days before somebody joins or after they leave: the team's, without it, so that they carry the part of a share that
   * their days are of the period; or 'carried' by themselves, a whole share in the days they are there.
   */
  readonly beforeJoining?: 'team' | 'carried' | undefined
  readonly afterLeaving?: 'team' | 'carried' | undefined
  /** Whose is the work of days on leave: their own, without it, on their other working days in the period; or the team's, so that the share is less. */
  readonly onLeave?: 'team' | 'carried' | undefined
}

export interface LeaveSpan {
  readonly from: Temporal.PlainDate
  /** The last day of absence. */
  readonly until: Temporal.PlainDate
}

/** What a member's time means for a plan. Each list stands in the order of the plan's months. */
export interface MemberTime {
  readonly calendar: WorkingCalendar
  /** The days, from 0 for the month's first, that the calendar works. */
  readonly calendarDays: readonly (readonly number[])[]
  /** Of these, the days they can work: there, and not on leave. */
  readonly days: readonly (readonly number[])[]
  /** How their share falls on the months; all 0n when they have no day to work on. */
  readonly monthWeights: readonly bigint[]
  /**
   * The part of the period, weighted by season and ramp, that counts for their share: the days they are there, and those that they carry
   * although they are not, among those that are asked for at all. 1 for who neither joins nor leaves in it, nor leaves days off to the team.
   */
  readonly presence: Fraction
}

/**
 * A month weighs what the plan gives it (its season, or its calendar's working days) times the part of its working days that the member
 * can work, each counting for what a ramp makes of it. Members of one calendar who are there and away on the same days share one answer, as
 * ten thousand of them may ask.
 *
 * @param seasonOf a calendar's weights of the months, from its working days in each
 * @param asksFrom the first day that the plan asks for anything, where it was made within its period: the days before count for nobody's share
 */
export function memberTimes(
  members: readonly MemberDays[],
  months: readonly PlanMonth[],
  seasonOf: (calendarDays: readonly (readonly number[])[]) => readonly bigint[],
  asksFrom?: Temporal.PlainDate,
): MemberTime[] {
  const first = asksFrom === undefined ? -Infinity : dayNumber(asksFrom)
  const byCalendar = new Map<WorkingCalendar, KnownTimes>()
  return members.map((member) => {
    let known = byCalendar.get(member.calendar)
    if (known === undefined) {
      const calendarDays = workingDaysOf(member.calendar, months)
      const all = wholeDays(calendarDays)
      const counted = { days: calendarDays, worked: all, counted: all, whole: all }
      known = { whole: timeOf(member.calendar, calendarDays, counted, seasonOf(calendarDays)), parts: new Map() }
      byCalendar.set(member.calendar, known)
    }
    if (isThroughout(member, months)) return known.whole
    const words = absenceWords(member)
    const part = known.parts.get(words) ?? partOf(known.whole, member, months, seasonOf, first)
    known.parts.set(words, part)
    return part
  })
}

interface KnownTimes {
  readonly whole: MemberTime
  /** By who is away alike. */
  readonly parts: Map<string, MemberTime>
}

function absenceWords({ joinedOn, leftOn, leave = [], ramp, beforeJoining, afterLeaving, onLeave }: MemberDays): string {
  const rules = `${beforeJoining} ${afterLeaving} ${onLeave} ${ramp?.from} ${ramp?.steps}`
  return `${joinedOn} ${leftOn} ${rules} ${leave.map(({ from, until }) => `${from}/${until}`).join()}`
}

function isThroughout({ joinedOn, leftOn, leave, ramp }: MemberDays, months: readonly PlanMonth[]): boolean {
  const [from, until] = [months[0]?.planFrom ?? 0, months.at(-1)?.planUntil ?? 0]
  const isThere = (joinedOn === undefined || dayNumber(joinedOn) <= from) && (leftOn === undefined || dayNumber(leftOn) >= until)
  return isThere && ramp === undefined && (leave === undefined || leave.length === 0)
}

function partOf(
  { calendarDays }: MemberTime,
  member: MemberDays,
  months: readonly PlanMonth[],
  seasonOf: (calendarDays: readonly (readonly number[])[]) => readonly bigint[],
  first: number,
): MemberTime {
  const { calendar, leave = [], ramp, beforeJoining, afterLeaving, onLeave } = member
  const from = member.joinedOn === undefined ? -Infinity : dayNumber(member.joinedOn)
  const until = member.leftOn === undefined ? Infinity : dayNumber(member.leftOn)
  const spans = leave.map((span) => ({ from: dayNumber(span.from), until: dayNumber(span.until) }))
  const isThere = (day: number) => day >= from && day <= until
  const isCarried = (day: number) => (day < from && beforeJoining === 'carried') || (day > until && afterLeaving === 'carried')
  const isAway = (day: number) => spans.some((span) => day >= span.from && day <= span.until)
  const factorOf = ramp === undefined ? () => WHOLE : rampFactor(ramp)
  const days = keepDays(calendarDays, months, (day) => isThere(day) && !isAway(day))
  const counts = (day: number) => (isThere(day) && (onLeave !== 'team' || !isAway(day))) || isCarried(day)
  const worked = countDays(days, months, factorOf)
  const counted = countDays(
    keepDays(calendarDays, months, (day) => day >= first && counts(day)),
    months,
    // A ramp asks less of somebody new; who is to carry a whole share carries it.
    beforeJoining === 'carried' ? () => WHOLE : factorOf,
  )
  const whole = wholeDays(keepDays(calendarDays, months, (day) => day >= first))
  return timeOf(calendar, calendarDays, { days, worked, counted, whole }, seasonOf(calendarDays))
}

/** What a day counts for that nothing takes from, of a hundred. */
const WHOLE = 100n

/** A month of which every day is kept stays the very list it was, so that what is worked out for it once holds for all who share it. */
function keepDays(
  days: readonly (readonly number[])[],
  months: readonly PlanMonth[],
  isKept: (dayNumber: number) => boolean,
): (readonly number[])[] {
  return months.map(({ firstDay }, index) => {
    const all = days[index] ?? []
    const kept = all.filter((day) => isKept(firstDay + day))
    return kept.length === all.length ? all : kept
  })
}

function countDays(days: readonly (readonly number[])[], months: readonly PlanMonth[], factorOf: (dayNumber: number) => bigint): bigint[] {
  return months.map(({ firstDay }, index) => (days[index] ?? []).reduce((sum, day) => sum + factorOf(firstDay + day), 0n))
}

function wholeDays(days: readonly (readonly number[])[]): bigint[] {
  return days.map(({ length }) => BigInt(length) * WHOLE)
}

interface CountedDays {
  readonly days: readonly (readonly number[])[]
  /** What the days that can be worked count for, by month, of a hundred each. */
  readonly worked: readonly bigint[]
  /** The same of the days that count for the share. */
  readonly counted: readonly bigint[]
  /** The same of those that would, were they there all along. */
  readonly whole: readonly bigint[]
}

function timeOf(
  calendar: WorkingCalendar,
  calendarDays: readonly (readonly number[])[],
  { days, worked, counted, whole: asked }: CountedDays,
  season: readonly bigint[],
): MemberTime {
  const common = calendarDays.reduce(
    (multiple, { length }) => (length === 0 ? multiple : leastCommonMultiple(multiple, BigInt(length))),
    1n,
  )
  const weigh = (counts: readonly bigint[]) =>
    calendarDays.map(({ length }, month) => (length === 0 ? 0n : ((season[month] ?? 0n) * (counts[month] ?? 0n) * common) / BigInt(length)))
  const [there, whole] = [sumOf(weigh(counted)), sumOf(weigh(asked))]
  return {
    calendar,
    calendarDays,
    days,
    monthWeights: lowestTerms(weigh(worked)),
    presence: whole === 0n ? { num: 0n, den: 1n } : reduced({ num: there, den: whole }),
  }
}

// in lowest terms a month without seasons weighs a fraction of its working days, and apportionTable gives each of these its unit first
function lowestTerms(weights: readonly bigint[]): bigint[] {
  const divisor = weights.reduce(greatestCommonDivisor, 0n)
  return divisor > 1n ? weights.map((weight) => weight / divisor) : [...weights]
}

function sumOf(weights: readonly bigint[]): bigint {
  return weights.reduce((sum, weight) => sum + weight, 0n)
}
