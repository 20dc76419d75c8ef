import type { Temporal } from 'temporal-polyfill'
import { type Fraction, greatestCommonDivisor, leastCommonMultiple, reduced } from '../amount/fraction.js'
import { dayNumber } from '../calendar/day-number.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'
import { type PlanMonth, workingDaysOf } from './plan-months.js'

/** When someone works. */
export interface MemberDays {
  readonly calendar: WorkingCalendar
  /** The first day they carry work; without it from the start. */
  readonly joinedOn?: Temporal.PlainDate | undefined
  /** The last day they carry work; without it to the end. */
  readonly leftOn?: Temporal.PlainDate | undefined
  /** Absences. They do not lower the share: its work moves to the other working days in the period. */
  readonly leave?: readonly LeaveSpan[] | undefined
}

export interface LeaveSpan {
  readonly from: Temporal.PlainDate
  /** The last day of absence. */
  readonly until: Temporal.PlainDate
}

/** What a member's time means for a plan. Each list stands in the order of the plan's months. */
export interface MemberTime {
  /** The days, from 0 for the month's first, that the calendar works. */
  readonly calendarDays: readonly (readonly number[])[]
  /** Of these, the days they can work: there, and not on leave. */
  readonly days: readonly (readonly number[])[]
  /** How their share falls on the months; all 0n when they have no day to work on. */
  readonly monthWeights: readonly bigint[]
  /** The part of the period, weighted by season, for which they are there at all: 1 for who neither joins nor leaves in it. */
  readonly presence: Fraction
}

/**
 * A month weighs what the plan gives it (its season, or its calendar's working days) times the part of its working days that the member
 * can work. Members of one calendar who are there and away on the same days share one answer, as ten thousand of them may ask.
 *
 * @param seasonOf a calendar's weights of the months, from its working days in each
 */
export function memberTimes(
  members: readonly MemberDays[],
  months: readonly PlanMonth[],
  seasonOf: (calendarDays: readonly (readonly number[])[]) => readonly bigint[],
): MemberTime[] {
  const byCalendar = new Map<WorkingCalendar, KnownTimes>()
  return members.map((member) => {
    let known = byCalendar.get(member.calendar)
    if (known === undefined) {
      const calendarDays = workingDaysOf(member.calendar, months)
      known = { whole: timeOf(calendarDays, calendarDays, calendarDays, seasonOf(calendarDays)), parts: new Map() }
      byCalendar.set(member.calendar, known)
    }
    if (isThroughout(member, months)) return known.whole
    const words = absenceWords(member)
    const part = known.parts.get(words) ?? partOf(known.whole, member, months, seasonOf)
    known.parts.set(words, part)
    return part
  })
}

interface KnownTimes {
  readonly whole: MemberTime
  /** By who is away alike. */
  readonly parts: Map<string, MemberTime>
}

function absenceWords({ joinedOn, leftOn, leave = [] }: MemberDays): string {
  return `${joinedOn} ${leftOn} ${leave.map(({ from, until }) => `${from}/${until}`).join()}`
}

function isThroughout({ joinedOn, leftOn, leave }: MemberDays, months: readonly PlanMonth[]): boolean {
  const [from, until] = [months[0]?.planFrom ?? 0, months.at(-1)?.planUntil ?? 0]
  const isThere = (joinedOn === undefined || dayNumber(joinedOn) <= from) && (leftOn === undefined || dayNumber(leftOn) >= until)
  return isThere && (leave === undefined || leave.length === 0)
}

function partOf(
  { calendarDays }: MemberTime,
  { joinedOn, leftOn, leave = [] }: MemberDays,
  months: readonly PlanMonth[],
  seasonOf: (calendarDays: readonly (readonly number[])[]) => readonly bigint[],
): MemberTime {
  const from = joinedOn === undefined ? -Infinity : dayNumber(joinedOn)
  const until = leftOn === undefined ? Infinity : dayNumber(leftOn)
  const spans = leave.map((span) => ({ from: dayNumber(span.from), until: dayNumber(span.until) }))
  const employed = keepDays(calendarDays, months, (day) => day >= from && day <= until)
  const days = keepDays(employed, months, (day) => !spans.some((span) => day >= span.from && day <= span.until))
  return timeOf(calendarDays, employed, days, seasonOf(calendarDays))
}

function keepDays(days: readonly (readonly number[])[], months: readonly PlanMonth[], isKept: (dayNumber: number) => boolean): number[][] {
  return months.map(({ firstDay }, index) => (days[index] ?? []).filter((day) => isKept(firstDay + day)))
}

function timeOf(
  calendarDays: readonly (readonly number[])[],
  employed: readonly (readonly number[])[],
  days: readonly (readonly number[])[],
  season: readonly bigint[],
): MemberTime {
  const common = calendarDays.reduce(
    (multiple, { length }) => (length === 0 ? multiple : leastCommonMultiple(multiple, BigInt(length))),
    1n,
  )
  const weigh = (worked: readonly (readonly number[])[]) =>
    calendarDays.map(({ length }, month) =>
      length === 0 ? 0n : ((season[month] ?? 0n) * BigInt(worked[month]?.length ?? 0) * common) / BigInt(length),
    )
  const [there, whole] = [sumOf(weigh(employed)), sumOf(weigh(calendarDays))]
  return {
    calendarDays,
    days,
    monthWeights: lowestTerms(weigh(days)),
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
