import { ceilShare, type Fraction } from '../amount/fraction.js'

export type Tier = 'base' | 'stretch' | 'breakthrough'

/** Each tier's share of the target. */
export type TierRates = Readonly<Record<Tier, Fraction>>

/** 80%, 100%, 120%. */
export const TIER_RATES: TierRates = {
  base: { num: 80n, den: 100n },
  stretch: { num: 100n, den: 100n },
  breakthrough: { num: 120n, den: 100n },
}

/** From the lowest up. */
export const TIERS = ['base', 'stretch', 'breakthrough'] as const satisfies readonly Tier[]

/** The least whole amount that reaches each tier: its exact share of the target, rounded up (80% of 11 visits is 9). */
export function tierAmounts(target: bigint, rates: TierRates = TIER_RATES): Record<Tier, bigint> {
  return {
    base: ceilShare(target, rates.base),
    stretch: ceilShare(target, rates.stretch),
    breakthrough: ceilShare(target, rates.breakthrough),
  }
}

/**
 * The highest tier that `done` has reached, by exact fractions.
 * A target of zero has nothing to reach: always 'none', so that no reward is earned by not being asked for anything.
 */
export function tierReached(done: bigint, target: bigint, rates: TierRates = TIER_RATES): 'none' | Tier {
  if (target <= 0n) return 'none'
  return TIERS.findLast((tier) => done >= ceilShare(target, rates[tier])) ?? 'none'
}
