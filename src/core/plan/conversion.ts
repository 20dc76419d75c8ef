import { type Fraction, reduced } from '../amount/fraction.js'
import type { MetricKey } from './metric.js'

/** How many of one stage become the next, and what that rests on. */
export interface ConversionRate {
  readonly rate: Fraction
  /** By hand: the plan says it. Assumption: there is no case yet. History: the team's own cases, drawn towards the assumption. */
  readonly basis: 'hand' | 'assumption' | 'history'
  /** What is assumed where there are no cases. */
  readonly assumed: Fraction
  /** Cases that stood before the step, and how many of them took it. */
  readonly tried: bigint
  readonly converted: bigint
}

/** As many cases as an assumption counts for: with 20 of the team's own, both count the same. */
const ASSUMED_CASES = 20n

/** Fewer cases than this may be chance, and the reader is told so. */
export const FEW_CASES = 20n

/**
 * The rate that a team's own cases show, drawn towards what is assumed where they are few: (20 × assumed + converted) ÷ (20 + tried), the
 * mean of a beta-binomial model whose prior weighs 20 cases. More conversions than cases (deals without a lead on record) count as all of them.
 */
export function learntRate(assumed: Fraction, tried: bigint, converted: bigint): ConversionRate {
  if (tried === 0n) return { rate: assumed, basis: 'assumption', assumed, tried, converted: 0n }
  const taken = converted < tried ? converted : tried
  const rate = { num: ASSUMED_CASES * assumed.num + taken * assumed.den, den: assumed.den * (ASSUMED_CASES + tried) }
  return { rate: reduced(rate), basis: 'history', assumed, tried, converted: taken }
}

/**
 * What is assumed of a step that the plan says nothing of. The figures are the product's own starting point, said as an assumption
 * wherever they are used: of visits to high-potential customers 60% lead into negotiation, of negotiations 55% are won.
 */
export function standardRate(from: MetricKey | undefined, to: MetricKey | undefined): Fraction {
  return STANDARD[`${from} ${to}`] ?? { num: 1n, den: 2n }
}

const STANDARD: Readonly<Record<string, Fraction>> = {
  'visits negotiations': { num: 3n, den: 5n },
  'proposals negotiations': { num: 3n, den: 5n },
  'negotiations deals': { num: 11n, den: 20n },
  'negotiations new-customers': { num: 11n, den: 20n },
  'leads deals': { num: 1n, den: 5n },
  'leads new-customers': { num: 1n, den: 5n },
  'follow-ups deals': { num: 1n, den: 10n },
}
