import type { Fraction } from '../amount/fraction.js'
import type { MetricKey } from '../plan/metric.js'

/** One stage of the funnel over the same stretch of time: what the plan wanted by then, what came. */
export interface FunnelStage {
  readonly stage: MetricKey
  readonly planned: bigint
  readonly actual: bigint
}

/** Where a funnel loses against its plan: too few enter it, or too few of one stage become the next. */
export type FunnelGap = {
  /** Revenue in minor units, rounded down towards zero; negative where the step brought more than planned. */
  readonly cost: bigint
  /** What the finding rests on: entries planned, or cases that stood before the step. */
  readonly sampleSize: bigint
  /** Fewer than 20: chance alone may explain it, and the reader is told so. */
  readonly isSmallSample: boolean
} & (
  | { readonly kind: 'entry'; readonly stage: MetricKey; readonly planned: bigint; readonly actual: bigint }
  | {
      readonly kind: 'conversion'
      readonly from: MetricKey
      readonly to: MetricKey
      readonly planned: Fraction
      /** Null when nothing stood before the step: what is missing there was lost earlier. */
      readonly actual: Fraction | null
    }
)

export type Bottleneck = { readonly state: 'found'; readonly gap: FunnelGap } | { readonly state: 'none' } | { readonly state: 'no-plan' }

/**
 * The gap that costs most revenue: of equal ones the earlier. 'none' when no step costs anything, 'no-plan' when fewer than two
 * stages, or not the last one, are planned.
 */
export function bottleneck(stages: readonly FunnelStage[], averageDeal: bigint): Bottleneck {
  const gaps = funnelGaps(stages, averageDeal)
  if (gaps.length === 0) return { state: 'no-plan' }
  const worst = gaps.reduce((most, gap) => (gap.cost > most.cost ? gap : most))
  return worst.cost > 0n ? { state: 'found', gap: worst } : { state: 'none' }
}

/**
 * Every step's gap to plan, in revenue. With planned counts P, actual counts A, the last stage L and the average deal D (minor units):
 * - conversion from i to j: `(A_i × P_j ÷ P_i − A_j) × P_L ÷ P_j × D`: the cases that the planned rate would have made of what was there, less
 *   those it became, each worth what the plan makes of it further on;
 * - entry into the first stage e: `(P_e − A_e) × P_L ÷ P_e × D`.
 *
 * Valued at planned rates the costs add up, before rounding, to `(P_L − A_L) × D`: the whole shortfall, each part of it named once.
 * Stages that the plan does not count are passed over.
 *
 * @param stages from the first contact to the deal
 * @param averageDeal minor units
 */
export function funnelGaps(stages: readonly FunnelStage[], averageDeal: bigint): FunnelGap[] {
  const last = stages.at(-1)
  const planned = stages.filter((stage) => stage.planned > 0n)
  const [first, ...rest] = planned
  if (first === undefined || rest.length === 0 || last === undefined || last.planned <= 0n) return []
  const finalValue = last.planned * averageDeal
  return [entryGap(first, finalValue), ...rest.map((to, index) => conversionGap(planned[index] ?? first, to, finalValue))]
}

const SMALL_SAMPLE = 20n

function entryGap({ stage, planned, actual }: FunnelStage, finalValue: bigint): FunnelGap {
  const cost = ((planned - actual) * finalValue) / planned
  return { kind: 'entry', stage, planned, actual, cost, ...sample(planned) }
}

function conversionGap(from: FunnelStage, to: FunnelStage, finalValue: bigint): FunnelGap {
  return {
    kind: 'conversion',
    from: from.stage,
    to: to.stage,
    planned: { num: to.planned, den: from.planned },
    actual: from.actual > 0n ? { num: to.actual, den: from.actual } : null,
    cost: ((from.actual * to.planned - to.actual * from.planned) * finalValue) / (from.planned * to.planned),
    ...sample(from.actual),
  }
}

function sample(sampleSize: bigint) {
  return { sampleSize, isSmallSample: sampleSize < SMALL_SAMPLE }
}
