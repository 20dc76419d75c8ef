import type { MetricKey } from '../../../src/core/plan/metric.js'
import type { MonthlyHistory } from '../../../src/core/plan/motions.js'
import type { FunnelInput, StageInput } from '../../../src/core/plan/strategy-input.js'

/** Nothing to learn a rate from. */
export const NO_HISTORY: MonthlyHistory = { months: [], amount: () => 0n }

/** The stages that lead to a target, from the first contact on. @param share of the target, where it is not all of it */
export function funnelTo(target: MetricKey, name: string, stages: StageInput[], share?: string): FunnelInput {
  return { name, target, stages, ...(share === undefined ? {} : { share }) }
}
