import { Temporal } from 'temporal-polyfill'
import type { PlanInput } from '../../core/plan/plan-input.js'
import { periodOf } from './plan-period.js'
import { planOf } from './stored-plan.js'

/**
 * The plan that says something of a date. Of plans that overlap the shortest says it: a month's plan knows better than the year's.
 *
 * @param inputs of published plans, as they are kept
 */
export function planSaying<Part extends 'day' | 'actions' | 'funnels' | 'focus'>(
  inputs: readonly unknown[],
  on: Temporal.PlainDate,
  part: Part,
): (PlanInput & Readonly<Record<Part, NonNullable<PlanInput[Part]>>>) | undefined {
  const running = inputs
    .map((input) => planOf({ input }))
    .filter((plan): plan is PlanInput & Record<Part, NonNullable<PlanInput[Part]>> => plan[part] !== undefined)
    .map((plan) => ({ plan, period: periodOf(plan) }))
    .filter(({ period: { start, end } }) => Temporal.PlainDate.compare(start, on) <= 0 && Temporal.PlainDate.compare(on, end) <= 0)
    .toSorted((a, b) => a.period.start.until(a.period.end).days - b.period.start.until(b.period.end).days)
  return running[0]?.plan
}
