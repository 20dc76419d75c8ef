import { ceilDivide, type Fraction, reduced } from '../amount/fraction.js'
import type { MetricKey } from './metric.js'

/**
 * How many the stage before must bring, so that at least `target` come out at the rate: 10 deals at 20% take 50 leads.
 *
 * @throws RangeError when the rate is not positive
 */
export function requiredUpstream(target: bigint, rate: Fraction): bigint {
  return ceilDivide(target * rate.den, rate.num)
}

/** One step of a funnel: `rate` of `from` become the next. */
export interface FunnelStep {
  readonly from: MetricKey
  readonly rate: Fraction
}

/**
 * What each stage must bring for a target, computed backwards; every stage is rounded up, as nobody makes half a visit.
 *
 * @param steps from the target back to the first contact
 */
export function requiredFunnel(target: bigint, steps: readonly FunnelStep[]): { metric: MetricKey; amount: bigint }[] {
  let amount = target
  return steps.map(({ from, rate }) => {
    amount = requiredUpstream(amount, rate)
    return { metric: from, amount }
  })
}

/** The weekly number that is enough over so many weeks: 65 visits in the 13 weeks of a quarter are 5 a week. */
export function weeklyNumber(amount: bigint, weeks: number): bigint {
  return ceilDivide(amount, BigInt(weeks))
}

/** Reads "62.5%", "0.2" or "1/5" exactly; undefined unless it is more than 0 and at most 1. */
export function parseRate(words: string): Fraction | undefined {
  const plain = words.normalize('NFKC').trim()
  const match = /^(?<whole>\d{1,9})(?:\.(?<decimals>\d{1,9}))?(?: ?(?<percent>%)| ?\/ ?(?<den>\d{1,9}))?$/.exec(plain)
  if (match?.groups === undefined) return undefined
  const { whole = '', decimals = '', percent, den } = match.groups
  const rate = {
    num: BigInt(whole + decimals),
    den: 10n ** BigInt(decimals.length) * BigInt(den ?? (percent === undefined ? '1' : '100')),
  }
  return rate.num > 0n && rate.num <= rate.den ? reduced(rate) : undefined
}
