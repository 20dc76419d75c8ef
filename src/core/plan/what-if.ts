import { ceilDivide, type Fraction } from '../amount/fraction.js'
import { requiredUpstream } from './funnel.js'
import { FUNNEL, type MetricKey } from './metric.js'
import type { Result } from './result.js'

/** A change to try on a plan. Amounts in minor units. */
export type WhatIf =
  /** How many of the stage before become deals. */
  | { readonly kind: 'win-rate'; readonly rate: Fraction }
  /** What a deal brings on average. */
  | { readonly kind: 'deal-size'; readonly amount: bigint }
  /** How many carry the plan. */
  | { readonly kind: 'headcount'; readonly people: number }

export interface MetricAsk {
  readonly metric: MetricKey
  readonly amount: bigint
}

export interface WhatIfResult {
  /** In the plan's order. */
  readonly asks: readonly (MetricAsk & { readonly before: bigint })[]
  /** The target that stays, and the one that comes of it by the tried rate or size; undefined where nothing is divided so. */
  readonly worked: { readonly from: MetricKey; readonly to: MetricKey } | undefined
  readonly peopleBefore: number
  readonly people: number
}

/** 'no-stages': the plan asks for no deals, or for nothing that leads to them. 'no-revenue': for no deals, or for no money that they bring. */
export type WhatIfError = 'no-stages' | 'no-revenue'

/**
 * What a plan would ask for.
 * - By the win rate, the deals stay: the nearest stage before them that the plan asks for brings as many as the rate takes, rounded up, and
 *   what lies further up keeps its ratio to it, rounded up.
 * - By the deal size, the revenue stays: the deals are as many as it takes, rounded up, and every stage keeps its ratio to them.
 * - By the headcount, the plan stays, and falls on other shoulders.
 *
 * @param people how many carry the plan now
 */
export function whatIf(asks: readonly MetricAsk[], people: number, change: WhatIf): Result<WhatIfResult, WhatIfError> {
  const amounts = new Map(asks.map(({ metric, amount }) => [metric, amount]))
  const deals = amounts.get('deals')
  const upstream = FUNNEL.slice(0, FUNNEL.indexOf('deals'))
    .toReversed()
    .filter((metric) => (amounts.get(metric) ?? 0n) > 0n)
  const changed = new Map<MetricKey, bigint>()
  let worked: WhatIfResult['worked']
  const rescale = (metrics: readonly MetricKey[], now: bigint, before: bigint) => {
    for (const metric of metrics) changed.set(metric, ceilDivide((amounts.get(metric) ?? 0n) * now, before))
  }
  if (change.kind === 'win-rate') {
    const [nearest, ...further] = upstream
    if (nearest === undefined || deals === undefined || deals === 0n) return { ok: false, error: 'no-stages' }
    const needed = requiredUpstream(deals, change.rate)
    changed.set(nearest, needed)
    worked = { from: 'deals', to: nearest }
    rescale(further, needed, amounts.get(nearest) ?? 1n)
  }
  if (change.kind === 'deal-size') {
    const revenue = amounts.get('revenue')
    if (revenue === undefined || deals === undefined || deals === 0n) return { ok: false, error: 'no-revenue' }
    const needed = ceilDivide(revenue, change.amount)
    changed.set('deals', needed)
    worked = { from: 'revenue', to: 'deals' }
    rescale(upstream, needed, deals)
  }
  return {
    ok: true,
    value: {
      asks: asks.map(({ metric, amount }) => ({ metric, before: amount, amount: changed.get(metric) ?? amount })),
      worked,
      peopleBefore: people,
      people: change.kind === 'headcount' ? change.people : people,
    },
  }
}
