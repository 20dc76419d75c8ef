import { apportion } from '../amount/apportion.js'
import { ceilDivide, type Fraction, leastCommonMultiple } from '../amount/fraction.js'
import type { Result } from './result.js'

/** The shares do not add up to the whole; `sum` is what they do add up to. */
export interface SharesError {
  readonly code: 'shares-not-whole'
  readonly sum: Fraction
}

/** Splits a target over parts of the business: new customers 40%, repeat 30%, upgrades 30%. To the last minor unit, largest remainder. */
export function splitByShare(target: bigint, shares: readonly Fraction[]): Result<bigint[], SharesError> {
  const den = shares.reduce((common, share) => leastCommonMultiple(common, share.den), 1n)
  const weights = shares.map((share) => share.num * (den / share.den))
  const sum = weights.reduce((total, weight) => total + weight, 0n)
  return sum === den
    ? { ok: true, value: apportion(target, weights) }
    : { ok: false, error: { code: 'shares-not-whole', sum: { num: sum, den } } }
}

export interface CustomerSize {
  readonly name: string
  readonly share: Fraction
  /** The average deal, in the target's minor units. */
  readonly dealAmount: bigint
}

export interface SizePart {
  readonly name: string
  readonly amount: bigint
  /** Rounded up: one deal less would miss the part's amount. */
  readonly deals: bigint
}

/**
 * Splits a money target by customer size, and into deals: of 10,000,000, 50% at 500,000 a deal are 10 deals.
 *
 * @throws RangeError when a deal's amount is not positive
 */
export function splitByCustomerSize(target: bigint, sizes: readonly CustomerSize[]): Result<SizePart[], SharesError> {
  const amounts = splitByShare(
    target,
    sizes.map(({ share }) => share),
  )
  if (!amounts.ok) return amounts
  return {
    ok: true,
    value: sizes.map(({ name, dealAmount }, index) => {
      const amount = amounts.value[index] ?? 0n
      return { name, amount, deals: ceilDivide(amount, dealAmount) }
    }),
  }
}
