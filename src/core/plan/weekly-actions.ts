import { type Fraction, reduced } from '../amount/fraction.js'
import { type ConversionRate, FEW_CASES, learntRate, standardRate } from './conversion.js'
import { requiredUpstream, weeklyNumber } from './funnel.js'

/** What a target in customers or deals asks of a week. */
export interface WeeklyActions {
  /** To high-potential customers. */
  readonly visits: bigint
  /** Of them, how many lead into negotiation. */
  readonly negotiations: bigint
}

export interface ActionRates {
  /** Of visits that lead into negotiation. */
  readonly negotiated: Fraction
  /** Of negotiations that are won. */
  readonly won: Fraction
}

/**
 * A target as weekly actions, each rounded up: with 60% of visits leading into negotiation and 55% of negotiations won, 20 new customers in the
 * 13 weeks of a quarter are 5 visits a week, 3 of them into negotiation.
 */
export function weeklyActions(target: bigint, weeks: number, { negotiated, won }: ActionRates): WeeklyActions {
  const negotiations = requiredUpstream(target, won)
  return { visits: weeklyNumber(requiredUpstream(negotiations, negotiated), weeks), negotiations: weeklyNumber(negotiations, weeks) }
}

/** What a team counted over its last six months. */
export interface ActionCases {
  readonly visits: bigint
  readonly negotiations: bigint
  readonly won: bigint
}

/**
 * What the rates rest on. Steps: each step by its own cases, drawn towards what is assumed. Whole way: negotiations are hardly counted, so
 * visits are held against what was won of them, and only what a negotiation is worth is assumed.
 */
export type ActionBasis =
  | { readonly kind: 'steps'; readonly negotiated: ConversionRate; readonly won: ConversionRate }
  | { readonly kind: 'whole-way'; readonly won: ConversionRate; readonly ofNegotiations: Fraction }

/**
 * How visits become negotiations, and those what is won. A stage of which less was counted than came out of it is not counted by most: a rate
 * learnt from it would say that next to no visit leads anywhere, and ask for thousands.
 */
export function actionBasis(to: 'deals' | 'new-customers', { visits, negotiations, won }: ActionCases): ActionBasis {
  const assumed = { negotiated: standardRate('visits', 'negotiations'), won: standardRate('negotiations', to) }
  const isCounted = negotiations > 0n && negotiations >= won
  if (isCounted)
    return {
      kind: 'steps',
      negotiated: learntRate(assumed.negotiated, visits, negotiations),
      won: learntRate(assumed.won, negotiations, won),
    }
  // Fewer wins than may be chance say nothing of how many visits one takes.
  if (won < FEW_CASES || visits < won)
    return { kind: 'steps', negotiated: learntRate(assumed.negotiated, 0n, 0n), won: learntRate(assumed.won, 0n, 0n) }
  return { kind: 'whole-way', won: learntRate(product(assumed.negotiated, assumed.won), visits, won), ofNegotiations: assumed.won }
}

/** Of the whole way, the visits that lead into negotiation are what is won, divided by what is won of negotiations: all of them at the most. */
export function ratesOf(basis: ActionBasis): ActionRates {
  if (basis.kind === 'steps') return { negotiated: basis.negotiated.rate, won: basis.won.rate }
  const { rate } = basis.won
  const won = rate.num * basis.ofNegotiations.den > rate.den * basis.ofNegotiations.num ? rate : basis.ofNegotiations
  return { negotiated: reduced({ num: rate.num * won.den, den: rate.den * won.num }), won }
}

function product(one: Fraction, other: Fraction): Fraction {
  return { num: one.num * other.num, den: one.den * other.den }
}
