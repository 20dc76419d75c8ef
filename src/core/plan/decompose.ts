import type { Temporal } from 'temporal-polyfill'
import { apportion } from '../amount/apportion.js'
import { apportionTable } from '../amount/apportion-table.js'
import { type Fraction, leastCommonMultiple, weighedBy } from '../amount/fraction.js'
import { CALENDAR_YEAR, type FiscalCalendar } from '../calendar/fiscal-year.js'
import type { Period } from '../calendar/period.js'
import { type Decomposition, type MemberPlan, teamTotals } from './decomposition.js'
import { type MemberDays, type MemberTime, memberTimes } from './member-time.js'
import type { MetricKey } from './metric.js'
import { monthPlanner, type ThreeParts } from './month-planner.js'
import { type PlanMonth, planMonths } from './plan-months.js'
import type { Result } from './result.js'
import { staggerOf } from './stagger.js'
import type { WeekTemplate } from './week-template.js'

export interface DecomposeInput {
  readonly metric: MetricKey
  /** Minor units or a count, not negative. */
  readonly amount: bigint
  readonly period: Period
  /** Names the quarters and says where their phases start; the calendar year without it. */
  readonly fiscal?: FiscalCalendar | undefined
  readonly members: readonly DecomposeMember[]
  /** The first day that is asked for, where the plan was made within its period: who was there before it has no larger share for that. */
  readonly asksFrom?: Temporal.PlainDate | undefined
  /** What members carry who do not carry it by weight: the people of a plan's tree. Then weights do not count. */
  readonly totals?: ReadonlyMap<string, bigint> | undefined
  /** The season: a weight for each month ('2026-03'); one that is not named weighs nothing. Without it each working day weighs the same. */
  readonly months?: Readonly<Record<string, bigint>> | undefined
  /** How a quarter's weight falls on its three months, 30/40/30. */
  readonly phases?: ThreeParts | undefined
  /** How a month's amount falls on its days 1–10, 11–20 and from the 21st, 30/50/20. */
  readonly rhythm?: ThreeParts | undefined
  /** How a week's work falls on its weekdays; evenly on those worked without it. */
  readonly week?: WeekTemplate | undefined
}

export interface DecomposeMember extends MemberDays {
  readonly member: string
  /** Only its ratio to the others' counts; who weighs 0n has no part in the target. */
  readonly weight: bigint
  /** Theirs in the team, from 0, by which equal members' whole numbers fall on different days; without it their place among the members. */
  readonly place?: number | undefined
}

/** 'no-weight': nobody carries the target. 'no-working-day': nobody who carries it has a day to work on in the period (and its season). */
export interface DecomposeError {
  readonly code: 'no-weight' | 'no-working-day'
}

/**
 * Breaks a target down to members, quarters, months and each member's working days, so that nothing is lost in rounding.
 * - Members, by largest remainder: by weight times the part of the period they are there (or carry although they are not), less what a
 *   ramp takes off at their start. Leave changes no share, unless its days are the team's.
 * - Months, by members at the same time (see `apportionTable`): the team's running total is the exact one rounded to the nearest unit, each
 *   member's is rounded down or up. Quarters and the year are sums of months, so the same holds for them.
 * - Days, by the rhythm's spans if there is one (largest remainder), then by the week's weights or evenly, counts from each
 *   member's own place (see `staggerOf`, `spreadOverDays`).
 *
 * What has no working day gets nothing and its part goes to what has: a day of rest to the other days, an empty span to the month's other
 * spans, an empty month to the other months, a member without a day to the other members. Without a season and a rhythm, whose
 * amount is no less than their working days has something to do on each of them.
 *
 * @throws RangeError when the amount or a weight is negative
 */
export function decompose(input: DecomposeInput): Result<Decomposition, DecomposeError> {
  if (input.amount < 0n) throw new RangeError(`Cannot decompose ${input.metric}: the amount is ${input.amount}`)
  const weighed = input.members.filter(({ member, weight }) => (input.totals === undefined ? weight !== 0n : input.totals.has(member)))
  if (weighed.length === 0) return { ok: false, error: { code: 'no-weight' } }
  const months = planMonths(input.period, input.fiscal ?? CALENDAR_YEAR)
  const times = memberTimes(weighed, months, (calendarDays) => season(input, months, calendarDays), input.asksFrom)
  const carriers = weighed.flatMap((member, index) => withTime(member, times[index]))
  if (carriers.length === 0) return { ok: false, error: { code: 'no-working-day' } }

  const totals =
    input.totals === undefined ? apportion(input.amount, shareWeights(carriers)) : ownTotals(input.amount, input.totals, carriers)
  const amounts = apportionTable(
    totals,
    carriers.map(({ time }) => time.monthWeights),
  )
  const placeOf = new Map(input.members.map((member, index) => [member, member.place ?? index]))
  const planned = monthPlanner(months, input.rhythm, input.week)
  const members = carriers.map(({ member, time }, index): MemberPlan => {
    const stagger = staggerOf(input.metric, placeOf.get(member) ?? 0)
    return { member: member.member, total: totals[index] ?? 0n, months: planned(time, amounts[index] ?? [], stagger) }
  })
  const carrying = new Set(carriers.map(({ member }) => member))
  const excluded = weighed.filter((member) => !carrying.has(member)).map(({ member }) => member)
  return { ok: true, value: { metric: input.metric, period: input.period, ...teamTotals(members, months), members, excluded } }
}

interface Carrier {
  readonly member: DecomposeMember
  readonly time: MemberTime
}

function withTime(member: DecomposeMember, time: MemberTime | undefined): Carrier[] {
  return time?.monthWeights.some((weight) => weight > 0n) ? [{ member, time }] : []
}

/** The months' weights: the season's or the calendar's working days, and with phases the quarter's weight by its phases. */
export function season(
  { months: seasonal, phases }: Pick<DecomposeInput, 'months' | 'phases'>,
  months: readonly PlanMonth[],
  calendarDays: readonly (readonly number[])[],
): bigint[] {
  const weights = months.map(({ id }, index) => (seasonal === undefined ? BigInt(calendarDays[index]?.length ?? 0) : (seasonal[id] ?? 0n)))
  return phases === undefined ? weights : phased(weights, phases, months)
}

/** Of months that share a phase each takes its part of it by its own weight. */
function phased(weights: readonly bigint[], phases: ThreeParts, months: readonly PlanMonth[]): bigint[] {
  const weightOf = (isMeant: (month: PlanMonth) => boolean) =>
    months.reduce((sum, month, index) => (isMeant(month) ? sum + (weights[index] ?? 0n) : sum), 0n)
  const parts = months.map(({ quarter, phase }, index) => {
    const inPhase = months.filter((month) => month.quarter === quarter && month.phase === phase)
    const inQuarter = weightOf((month) => month.quarter === quarter) * (phases[phase] ?? 0n)
    if (inPhase.length === 1) return { num: inQuarter, den: 1n }
    const whole = weightOf((month) => month.quarter === quarter && month.phase === phase)
    return whole === 0n ? { num: 0n, den: 1n } : { num: inQuarter * (weights[index] ?? 0n), den: whole }
  })
  const common = parts.reduce((multiple, { den }) => leastCommonMultiple(multiple, den), 1n)
  return parts.map(({ num, den }) => num * (common / den))
}

/** The part of the period for which each member is there, by season: what a share is lowered by. 0 for who has no day to work on. */
export function presenceIn(input: DecomposeInput): ReadonlyMap<string, Fraction> {
  const months = planMonths(input.period, input.fiscal ?? CALENDAR_YEAR)
  const times = memberTimes(input.members, months, (calendarDays) => season(input, months, calendarDays), input.asksFrom)
  return new Map(
    input.members.map((member, index) => [member.member, withTime(member, times[index])[0]?.time.presence ?? { num: 0n, den: 1n }]),
  )
}

/** Each carrier's own, and what was meant for those without a day to work on in proportion to it. */
function ownTotals(amount: bigint, totals: ReadonlyMap<string, bigint>, carriers: readonly Carrier[]): bigint[] {
  const own = carriers.map(({ member }) => totals.get(member.member) ?? 0n)
  const left = amount - own.reduce((sum, total) => sum + total, 0n)
  const extra = apportion(left, own.some((total) => total > 0n) ? own : own.map(() => 1n))
  return own.map((total, index) => total + (extra[index] ?? 0n))
}

/** Weight times presence; of people who are all gone before anything is asked for, weight alone. */
function shareWeights(carriers: readonly Carrier[]): bigint[] {
  const weights = carriers.map(({ member }) => member.weight)
  const there = weighedBy(
    weights,
    carriers.map(({ time }) => time.presence),
  )
  return there.some((weight) => weight > 0n) ? there : weights
}
