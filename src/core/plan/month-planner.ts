import { apportion } from '../amount/apportion.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'
import type { MonthPlan } from './decomposition.js'
import type { MemberTime } from './member-time.js'
import type { PlanMonth } from './plan-months.js'
import { spreadByWeight, spreadOverDays } from './spread-days.js'
import { STAGGER_PARTS, type Stagger } from './stagger.js'
import { type DayWeigher, dayWeigher, type WeekTemplate } from './week-template.js'

/** The days of the plan's nth month for an amount, as somebody's time has it. */
export type MonthPlanner = (time: MemberTime, month: number, amount: bigint, stagger: Stagger) => MonthPlan

/** Weights of three parts that follow one another; only their ratio counts. */
export type ThreeParts = readonly [bigint, bigint, bigint]

/**
 * Spreads amounts over the days that someone works in each month: by the rhythm's three spans if there is one, then by the week's
 * template, or evenly. Equal amounts over the same days and by the same stagger get the same answer, whoever asks, which keeps ten thousand like
 * members from filling the memory with like months.
 *
 * @param rhythm how a month's amount falls on its days 1–10, 11–20 and from the 21st
 */
export function monthPlanner(months: readonly PlanMonth[], rhythm?: ThreeParts, week?: WeekTemplate): MonthPlanner {
  // By the very list of days: members of one calendar share it for the months in which none of them is away.
  const known = new Map<readonly number[], KnownMonth>()
  return (time, index, amount, stagger) => {
    const [month, days] = [months[index], time.days[index]]
    if (month === undefined || days === undefined) throw new RangeError(`Cannot plan month ${index}: the plan has ${months.length}`)
    const of = known.get(days) ?? { parts: partsIn(month, days, time.calendarDays[index] ?? [], time.calendar), byRounding: new Map() }
    const rounding = amount * BigInt(STAGGER_PARTS) + BigInt(stagger)
    const plan = of.byRounding.get(rounding) ?? planned(month, amount, of.parts, stagger)
    known.set(days, of)
    of.byRounding.set(rounding, plan)
    return plan
  }

  function partsIn(
    { firstDay }: PlanMonth,
    days: readonly number[],
    calendarDays: readonly number[],
    calendar: WorkingCalendar,
  ): MonthPart[] {
    const weigh = week && dayWeigher(week, calendar)
    return partsOf(days, calendarDays, rhythm, weigh && ((day) => weigh(firstDay + day)))
  }
}

interface KnownMonth {
  readonly parts: readonly MonthPart[]
  /** By the amount in parts of a unit, plus the stagger. */
  readonly byRounding: Map<bigint, MonthPlan>
}

function planned({ id, firstDay, length }: PlanMonth, amount: bigint, parts: readonly MonthPart[], stagger: Stagger): MonthPlan {
  return { month: id, firstDay, total: amount, days: daysOf(amount, length, parts, stagger) }
}

/** Days over which an amount is spread, by their own weights or else evenly, with the weight of all of them in the month. */
interface MonthPart {
  readonly days: readonly number[]
  readonly dayWeights?: readonly bigint[] | undefined
  readonly weight: bigint
}

function daysOf(amount: bigint, length: number, parts: readonly MonthPart[], stagger: Stagger): (bigint | null)[] {
  const days: (bigint | null)[] = new Array(length).fill(null)
  const [first] = parts
  if (first === undefined) return days
  const weights = parts.map(({ weight }) => weight)
  const amounts = parts.length === 1 ? [amount] : apportion(amount, weights)
  for (const [index, part] of parts.entries()) {
    const own = amounts[index] ?? 0n
    if (part.dayWeights === undefined) spreadOverDays(own, part.days, days, stagger)
    else spreadByWeight(own, part.days, part.dayWeights, days, stagger)
  }
  return days
}

const SPANS = [
  { from: 0, until: 9 },
  { from: 10, until: 19 },
  { from: 20, until: Number.POSITIVE_INFINITY }, // a month of five or six weeks ends later than the 31st day
] as const

/**
 * A span weighs its part of the rhythm times the part of its working days, as the week weighs them, that can be worked. Where all the days
 * weigh nothing, or lie in spans that the rhythm leaves empty, the month is one part.
 */
function partsOf(
  worked: readonly number[],
  calendarDays: readonly number[],
  rhythm: ThreeParts | undefined,
  weightOf: DayWeigher | undefined,
): MonthPart[] {
  if (worked.length === 0) return []
  const whole = { days: worked, dayWeights: weightOf && worked.map(weightOf), weight: 1n }
  if (rhythm === undefined) return [whole]
  const weightIn = (days: readonly number[]) =>
    weightOf === undefined ? BigInt(days.length) : days.reduce((sum, day) => sum + weightOf(day), 0n)
  const spans = SPANS.map(({ from, until }, index) => {
    const isWithin = (day: number) => day >= from && day <= until
    const days = worked.filter(isWithin)
    const dayWeights = weightOf && days.map(weightOf)
    return { days, dayWeights, can: weightIn(days), all: weightIn(calendarDays.filter(isWithin)), share: rhythm[index] ?? 0n }
  })
  const common = spans.reduce((product, { all }) => (all === 0n ? product : product * all), 1n)
  const parts = spans.map(({ days, dayWeights, can, all, share }) => ({
    days,
    dayWeights,
    weight: all === 0n ? 0n : (share * can * common) / all,
  }))
  return parts.some(({ weight }) => weight > 0n) ? parts : [whole]
}
