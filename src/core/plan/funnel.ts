import type { Temporal } from 'temporal-polyfill'
import { ceilDivide, type Fraction, reduced } from '../amount/fraction.js'
import { before, type Cycle } from './cycle.js'

/**
 * How many the stage before must bring, so that at least `target` come out at the rate: 10 deals at 20% take 50 leads. A rate above 1 is what a
 * piece is worth: 1,000,000 of revenue at 50,000 a deal take 20 deals.
 *
 * @throws RangeError when the rate is not positive
 */
export function requiredUpstream(target: bigint, rate: Fraction): bigint {
  return ceilDivide(target * rate.den, rate.num)
}

/** What comes out of so many at the rate: 50 leads at 20% make 10 deals. Rounded down, as nobody wins half a deal. */
function reachedDownstream(amount: bigint, rate: Fraction): bigint {
  return (amount * rate.num) / rate.den
}

/** One stage of a funnel: `rate` of it become the next, a cycle later. */
export interface FunnelStage {
  readonly rate: Fraction
  readonly cycle: Cycle
}

/** So many, by then. */
export interface Due {
  readonly on: Temporal.PlainDate
  readonly amount: bigint
}

/**
 * What each stage must bring for a target, and by when: computed backwards, each stage rounded up and a cycle earlier. Rounding up is done on
 * running totals, so that a year of twelve small months asks for no more than the year as a whole does.
 *
 * @param target in the order of its dates
 * @param stages from the first contact to the last before the target; the answer stands in the same order
 */
export function requiredStages(target: readonly Due[], stages: readonly FunnelStage[]): Due[][] {
  let next = target
  return stages
    .toReversed()
    .map((stage) => {
      next = requiredStage(next, stage)
      return [...next]
    })
    .toReversed()
}

function requiredStage(target: readonly Due[], { rate, cycle }: FunnelStage): Due[] {
  let wanted = 0n
  let required = 0n
  return target.map(({ on, amount }) => {
    wanted += amount
    const soFar = required
    required = requiredUpstream(wanted, rate)
    return { on: before(on, cycle), amount: required - soFar }
  })
}

/** Where so many at a stage land, through this stage and those after it. Backwards and forwards agree: what a target requires reaches it, one less does not. */
export function reachedTarget(amount: bigint, stages: readonly FunnelStage[]): bigint {
  return stages.reduce((reached, { rate }) => reachedDownstream(reached, rate), amount)
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
