import { apportion } from '../amount/apportion.js'
import type { MonthPlan } from './decomposition.js'
import type { MemberTime } from './member-time.js'
import type { PlanMonth } from './plan-months.js'
import { spreadOverDays } from './spread-days.js'

/** The days of the plan's nth month for an amount. */
export type MonthPlanner = (month: number, amount: bigint) => MonthPlan

/** Weights of three parts that follow one another; only their ratio counts. */
export type ThreeParts = readonly [bigint, bigint, bigint]

/**
 * Spreads amounts over the days that someone works in each month: by the rhythm's three spans if there is one, then evenly. Equal
 * amounts get the same answer, which keeps ten thousand like members from filling the memory with like months.
 *
 * @param rhythm how a month's amount falls on its days 1–10, 11–20 and from the 21st
 */
export function monthPlanner(time: MemberTime, months: readonly PlanMonth[], rhythm: ThreeParts | undefined): MonthPlanner {
  const parts = months.map((_, index) => partsOf(time.days[index] ?? [], time.calendarDays[index] ?? [], rhythm))
  const plans = months.map(() => new Map<bigint, MonthPlan>())
  return (index, amount) => {
    const known = plans[index]?.get(amount)
    if (known !== undefined) return known
    const month = months[index]
    if (month === undefined) throw new RangeError(`Cannot plan month ${index}: the plan has ${months.length}`)
    const plan: MonthPlan = {
      month: month.id,
      firstDay: month.firstDay,
      total: amount,
      days: daysOf(amount, month.length, parts[index] ?? []),
    }
    plans[index]?.set(amount, plan)
    return plan
  }
}

/** Days over which an amount is spread evenly, with their weight in the month. */
interface MonthPart {
  readonly days: readonly number[]
  readonly weight: bigint
}

function daysOf(amount: bigint, length: number, parts: readonly MonthPart[]): (bigint | null)[] {
  const days: (bigint | null)[] = new Array(length).fill(null)
  const [first] = parts
  if (first === undefined) return days
  const weights = parts.map(({ weight }) => weight)
  const amounts = parts.length === 1 ? [amount] : apportion(amount, weights)
  for (const [index, part] of parts.entries()) spreadOverDays(amounts[index] ?? 0n, part.days, days)
  return days
}

const SPANS = [
  { from: 0, until: 9 },
  { from: 10, until: 19 },
  { from: 20, until: Number.POSITIVE_INFINITY }, // a month of five or six weeks ends later than the 31st day
] as const

/**
 * A span weighs its part of the rhythm times the part of its working days that can be worked. Where all the days lie in spans that
 * the rhythm leaves empty, the month is one part.
 */
function partsOf(worked: readonly number[], calendarDays: readonly number[], rhythm: ThreeParts | undefined): MonthPart[] {
  if (worked.length === 0) return []
  if (rhythm === undefined) return [{ days: worked, weight: 1n }]
  const spans = SPANS.map(({ from, until }, index) => {
    const isWithin = (day: number) => day >= from && day <= until
    return { days: worked.filter(isWithin), all: BigInt(calendarDays.filter(isWithin).length), share: rhythm[index] ?? 0n }
  })
  const common = spans.reduce((product, { all }) => (all === 0n ? product : product * all), 1n)
  const parts = spans.map(({ days, all, share }) => ({ days, weight: all === 0n ? 0n : (share * BigInt(days.length) * common) / all }))
  return parts.some(({ weight }) => weight > 0n) ? parts : [{ days: worked, weight: 1n }]
}
