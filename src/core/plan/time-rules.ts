import { type FiscalCalendar, fiscalMonthOf } from '../calendar/fiscal-year.js'
import { monthsOf, type Period } from '../calendar/period.js'
import { WEEKDAYS } from '../calendar/weekday.js'
import type { DecomposeInput } from './decompose.js'
import type { MetricKey } from './metric.js'
import type { ThreeParts } from './month-planner.js'
import { fiscalOfPlan } from './plan-calendar.js'
import { type PlanInput, type PlanTarget, wholeWeights } from './plan-input.js'
import type { WeekTemplate } from './week-template.js'

export type TimeRules = Pick<DecomposeInput, 'months' | 'phases' | 'rhythm' | 'week'>

/** How a target falls on time, as `decompose` takes it: weights written as decimals are whole numbers of the same ratio. */
export function timeRules(target: PlanTarget, period: Period, fiscal: FiscalCalendar): TimeRules {
  const { phases, rhythm, week } = target
  return {
    months: seasonOf(target, period, fiscal),
    phases: phases && parts(phases),
    rhythm: rhythm && parts(rhythm),
    week: week && weekOf(week),
  }
}

/** Whether two plans lay a metric on time in one way, whatever they ask for. */
export function isSameTime(one: PlanInput, other: PlanInput, metric: MetricKey): boolean {
  return timeWords(one, metric) === timeWords(other, metric)
}

function timeWords(plan: PlanInput, key: MetricKey): string | undefined {
  const { targets, joiners, leavers, leave, ramps } = plan
  const target = targets.find(({ metric }) => metric === key)
  if (target === undefined) return undefined
  const { months, seasonality, phases, rhythm, week } = target
  return JSON.stringify([months, seasonality, phases, rhythm, week, joiners, leavers, leave, ramps, fiscalOfPlan(plan)])
}

function seasonOf({ months, seasonality }: PlanTarget, period: Period, fiscal: FiscalCalendar): Record<string, bigint> | undefined {
  if (months !== undefined) return weighed(Object.keys(months), Object.values(months))
  if (seasonality === undefined || seasonality === 'last-year') return undefined
  const named = monthsOf(period, fiscal)
  return weighed(
    named.map(({ id }) => id),
    named.map(({ start }) => seasonality[fiscalMonthOf(start, fiscal).index] ?? '0'),
  )
}

function weekOf(week: Exclude<PlanTarget['week'], undefined>): WeekTemplate {
  const named = WEEKDAYS.filter((weekday) => week[weekday] !== undefined)
  return weighed(
    named,
    named.map((weekday) => week[weekday] ?? '0'),
  )
}

function weighed(names: readonly string[], words: readonly string[]): Record<string, bigint> {
  const weights = wholeWeights(words)
  return Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0n]))
}

export function parts([first, second, third]: readonly [number, number, number]): ThreeParts {
  return [BigInt(first), BigInt(second), BigInt(third)]
}
