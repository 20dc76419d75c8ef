import type { Decomposition } from '../../core/plan/decomposition.js'
import type { PlanTarget } from '../../core/plan/plan-input.js'
import { type MonthWorking, monthWorkings } from '../../core/plan/workings.js'
import type { PlanEffect, TargetEffect, Workings } from './effect.js'

/** How a quarter or month of a draft comes to its amount: what has passed of it, and its share of what is still open. Minor units. */
export interface PartWhy {
  readonly id: string
  readonly total: bigint
  /** Published for its days before the draft's first, which stay. */
  readonly past: bigint
  /** By what its share goes. */
  readonly by: 'working-days' | 'season' | 'season-learnt' | 'phases' | 'phases-left'
  /** Of the quarter, where phases share it: 0 to 2. */
  readonly phase: number
  /** What it is a share of: all that is open, or that of its quarter where a quarter's phases say so. */
  readonly of: bigint
  /** From 0 to 1. */
  readonly share: number
  readonly workingDays: number
  readonly workingDaysInAll: number
  /** `past`, and by the share what is open, before rounding: who joins, leaves or is away may move some of that. */
  readonly byRule: number
  /** Whether it is that but for rounding. */
  readonly isByRule: boolean
}

/** A year's quarters and the month of its first day, a quarter's months; none of a month. */
export function partWhys(
  target: PlanTarget,
  { after, currency }: TargetEffect,
  { time, carriers }: Workings,
  { period, from }: PlanEffect,
  { past, month }: { readonly past: Decomposition; readonly month: string | undefined },
): PartWhy[] {
  const [someone] = carriers.members
  const isYear = period.kind === 'year'
  const ids = isYear
    ? [...after.quarters.map(({ quarter }) => quarter), ...(month === undefined ? [] : [month])]
    : after.months.map((each) => each.month)
  if (someone === undefined || ids.length < 2) return []
  const months = monthWorkings(time, someone.calendar, from)
  const all = openIn(months, after.total - past.total)
  const daysInAll = sumOf(months, (each) => BigInt(each.workingDays))
  // Each member's months are rounded for themselves: of cents nobody minds a few, a whole number is seen.
  const tolerance = currency === undefined ? 1 : after.members.length + 1
  const quarterOf = (quarter: string) =>
    isYear
      ? openIn(
          months.filter((each) => each.quarter === quarter),
          partTotal(after, quarter) - partTotal(past, quarter),
        )
      : all
  return ids.map((id): PartWhy => {
    const own = months.filter((each) => id === each.quarter || id === each.month)
    const passed = partTotal(past, id)
    const total = partTotal(after, id)
    const workingDays = sumOf(own, (each) => BigInt(each.workingDays))
    const isByDays = sumOf(own, (each) => each.weight) * daysInAll === workingDays * all.weight
    const basis = basisOf(target, own, isByDays)
    const quarter = basis.by === 'phases' ? own[0]?.quarter : undefined
    const { of, weight } = quarter === undefined ? all : quarterOf(quarter)
    const share = weight === 0n ? 0 : Number(sumOf(own, (each) => each.weight)) / Number(weight)
    const byRule = Number(passed) + Number(of) * share
    return {
      id,
      total,
      past: passed,
      ...basis,
      of,
      share,
      workingDays: Number(workingDays),
      workingDaysInAll: Number(daysInAll),
      byRule,
      isByRule: Math.abs(Number(total) - byRule) < tolerance,
    }
  })
}

/**
 * Phases share a quarter out over its months; the quarters themselves go by the season or by working days, but one that has begun by what its
 * phases leave.
 */
function basisOf(
  { phases, months, seasonality }: PlanTarget,
  own: readonly MonthWorking[],
  isByDays: boolean,
): Pick<PartWhy, 'by' | 'phase'> {
  const [only, ...others] = own
  const phase = only?.phase ?? 0
  if (phases !== undefined && others.length === 0) return { by: 'phases', phase }
  if (seasonality === 'last-year') return { by: 'season-learnt', phase }
  if (months !== undefined || seasonality !== undefined) return { by: 'season', phase }
  return { by: phases === undefined || isByDays ? 'working-days' : 'phases-left', phase }
}

function partTotal({ quarters, months }: Decomposition, id: string): bigint {
  return quarters.find(({ quarter }) => quarter === id)?.total ?? months.find(({ month }) => month === id)?.total ?? 0n
}

function openIn(months: readonly MonthWorking[], of: bigint): { of: bigint; weight: bigint } {
  return { of, weight: sumOf(months, ({ weight }) => weight) }
}

function sumOf<T>(items: readonly T[], of: (item: T) => bigint): bigint {
  return items.reduce((sum, item) => sum + of(item), 0n)
}
