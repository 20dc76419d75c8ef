import { ceilDivide, type Fraction } from '../amount/fraction.js'

/** What a team could sell to in a year. */
export interface Market {
  /** Of a year, in minor units. */
  readonly size: bigint
  readonly shareNow: Fraction
  readonly shareWanted: Fraction
}

/** What a gain in share is worth in a year: of 100,000,000, two points more are 2,000,000. Negative for a loss, rounded down. */
export function shareGain({ size, shareNow, shareWanted }: Market): bigint {
  return shareOf(size, shareWanted) - shareOf(size, shareNow)
}

/** That share of the market in so many months, rounded down. */
export function capacityOf({ size }: Market, share: Fraction, months: number): bigint {
  return (size * BigInt(months) * share.num) / (12n * share.den)
}

/** Points of share, 0.02 for two, that an amount in so many months would be. */
export function shareAsked({ size }: Market, amount: bigint, months: number): number {
  return Number(amount) / Number(ceilDivide(size * BigInt(months), 12n))
}

function shareOf(size: bigint, { num, den }: Fraction): bigint {
  return (size * num) / den
}
