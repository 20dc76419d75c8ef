import { apportion } from '../amount/apportion.js'
import type { MonthPlan } from './decomposition.js'
import type { MemberTime } from './member-time.js'
import type { PlanMonth } from './plan-months.js'
import { spreadByWeight, spreadOverDays } from './spread-days.js'
import type { Stagger } from './stagger.js'
import { type DayWeigher, dayWeigher, type WeekTemplate } from './week-template.js'

/** The days of the plan's months for the amounts of each, as somebody's time has them. */
export type MonthPlanner = (time: MemberTime, amounts: readonly bigint[], stagger: Stagger) => readonly MonthPlan[]

/** Weights of three parts that follow one another; only their ratio counts. */
export type ThreeParts = readonly [bigint, bigint, bigint]

/**
 * Spreads amounts over the days that someone works in each month: by the rhythm's three spans if there is one, then by the week's
 * template, or evenly. Who has the same time, the very amounts (see `apportionTable`) and the same stagger gets the very months of the other,
 * and equal amounts over the same days are one month: so ten thousand like members neither take long nor fill the memory with like months.
 *
 * @param rhythm how a month's amount falls on its days 1–10, 11–20 and from the 21st
 */
export function monthPlanner(months: readonly PlanMonth[], rhythm?: ThreeParts, week?: WeekTemplate): MonthPlanner {
  const knownTimes = new Map<MemberTime, KnownTime>()
  // By the very list of days: members of one calendar share it for the months in which none of them is away.
  const knownDays = new Map<readonly number[], KnownMonth>()
  return (time, amounts, stagger) => {
    const known = knownTimes.get(time) ?? { months: months.map((month, index) => monthOf(month, index, time)), plans: [] }
    knownTimes.set(time, known)
    return knownIn(known.plans, stagger, amounts, () => known.months.map((month, index) => planned(month, amounts[index] ?? 0n, stagger)))
  }

  function monthOf(month: PlanMonth, index: number, { days, calendarDays, calendar }: MemberTime): KnownMonth {
    const own = days[index] ?? []
    const known = knownDays.get(own)
    if (known !== undefined) return known
    const weigh = week && dayWeigher(week, calendar)
    const parts = partsOf(own, calendarDays[index] ?? [], rhythm, weigh && ((day) => weigh(month.firstDay + day)))
    const made = { month, parts, plans: [] }
    knownDays.set(own, made)
    return made
  }
}

interface KnownTime {
  readonly months: readonly KnownMonth[]
  readonly plans: ByStagger<readonly bigint[], readonly MonthPlan[]>
}

interface KnownMonth {
  readonly month: PlanMonth
  readonly parts: readonly MonthPart[]
  readonly plans: ByStagger<bigint, MonthPlan>
}

/** What was made before, for each stagger. */
type ByStagger<Key, Made> = Map<Key, Made>[]

function knownIn<Key, Made>(known: ByStagger<Key, Made>, stagger: Stagger, key: Key, make: () => Made): Made {
  const byKey = known[stagger] ?? new Map<Key, Made>()
  known[stagger] = byKey
  const made = byKey.get(key) ?? make()
  byKey.set(key, made)
  return made
}

function planned({ month: { id, firstDay, length }, parts, plans }: KnownMonth, amount: bigint, stagger: Stagger): MonthPlan {
  return knownIn(plans, stagger, amount, () => ({ month: id, firstDay, total: amount, days: daysOf(amount, length, parts, stagger) }))
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
