import type { Fraction } from '../amount/fraction.js'
import { FUNNEL } from './metric.js'
import type { Result } from './result.js'
import type { MetricAsk, WhatIf, WhatIfError } from './what-if.js'

/** A change said from what is now; down where it is negative. */
export type Shift =
  /** Of one: five points are 5 of 100. */
  | { readonly kind: 'win-rate-by'; readonly points: Fraction }
  | { readonly kind: 'deal-size-by'; readonly share: Fraction }
  /** Minor units. */
  | { readonly kind: 'deal-size-by'; readonly amount: bigint }
  | { readonly kind: 'headcount-by'; readonly people: number }
  | PartShift

/** Of a stage of the plan's funnels, or of a part of a target's tree, by its name: points of one. */
export type PartShift = ({ readonly kind: 'step-by' } & PartPoints) | ({ readonly kind: 'share-by' } & PartPoints)

interface PartPoints {
  readonly part: string
  readonly points: Fraction
}

/** What a shift starts from. Undefined: the plan says nothing of it. */
export interface PlanNow {
  readonly winRate: Fraction | undefined
  /** Minor units. */
  readonly dealSize: bigint | undefined
  readonly people: number
}

export interface Shifted {
  readonly now: WhatIf
  readonly change: WhatIf
}

/** What a plan's own targets come to: deals by the nearest stage before them that it asks for, and revenue by deals. */
export function planNow(asks: readonly MetricAsk[], people: number): PlanNow {
  const amounts = new Map(asks.map(({ metric, amount }) => [metric, amount]))
  const [deals = 0n, revenue = 0n] = [amounts.get('deals'), amounts.get('revenue')]
  const nearest = FUNNEL.slice(0, FUNNEL.indexOf('deals'))
    .toReversed()
    .map((metric) => amounts.get(metric) ?? 0n)
    .find((amount) => amount > 0n)
  return {
    winRate: nearest === undefined || deals <= 0n ? undefined : { num: deals, den: nearest },
    dealSize: deals <= 0n || revenue <= 0n ? undefined : revenue / deals,
    people,
  }
}

/** The value that a shift leads to: rates to a tenth of a percent, as people say them. 'out-of-range': nothing or less, or a rate over 100%. */
export function shifted(
  shift: Exclude<Shift, PartShift>,
  { winRate, dealSize, people }: PlanNow,
): Result<Shifted, WhatIfError | 'out-of-range'> {
  switch (shift.kind) {
    case 'win-rate-by': {
      if (winRate === undefined) return { ok: false, error: 'no-stages' }
      const rate = raisedBy(winRate, shift.points)
      if (rate === undefined) return { ok: false, error: 'out-of-range' }
      return { ok: true, value: { now: { kind: 'win-rate', rate: toTenths(winRate) }, change: { kind: 'win-rate', rate } } }
    }
    case 'deal-size-by': {
      if (dealSize === undefined) return { ok: false, error: 'no-revenue' }
      const more = 'amount' in shift ? shift.amount : (dealSize * shift.share.num) / shift.share.den
      if (dealSize + more <= 0n) return { ok: false, error: 'out-of-range' }
      return { ok: true, value: { now: { kind: 'deal-size', amount: dealSize }, change: { kind: 'deal-size', amount: dealSize + more } } }
    }
    case 'headcount-by': {
      if (people + shift.people <= 0) return { ok: false, error: 'out-of-range' }
      return { ok: true, value: { now: { kind: 'headcount', people }, change: { kind: 'headcount', people: people + shift.people } } }
    }
  }
}

/** A rate some points up or down, to a tenth of a percent; undefined where that is nothing or less, or over 100%. */
export function raisedBy(rate: Fraction, { num, den }: Fraction): Fraction | undefined {
  const raised = toTenths({ num: rate.num * den + num * rate.den, den: rate.den * den })
  return raised.num <= 0n || raised.num > raised.den ? undefined : raised
}

export function toTenths({ num, den }: Fraction): Fraction {
  return { num: (num * 2_000n + den) / (2n * den), den: 1_000n }
}
