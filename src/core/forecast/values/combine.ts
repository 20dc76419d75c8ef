import { at } from './at.js'
import type { Rolled } from './rolled.js'

/** One way to forecast, with the name under which its share is told. */
export interface Member {
  readonly name: string
  readonly rolled: Rolled
}

export interface Combined {
  readonly rolled: Rolled
  /** By member, in the order given; they add up to 1. */
  readonly shares: readonly number[]
}

/**
 * The weighted mean of several methods, each by how near it came at the past origins (Bates & Granger 1969): the weight is the mean
 * absolute error to the power of −8, recent origins counting more. So steep a power all but chooses where one method is clearly
 * better, and still averages those that are alike.
 */
export function combine(values: Float64Array, firstOrigin: number, members: readonly Member[]): Combined {
  const errors = members.map(({ rolled }) => recentError(values, firstOrigin, rolled))
  const origins = values.length - 1 - firstOrigin
  const steepness = STEEPNESS * Math.min(1, origins / TRUSTED_ORIGINS)
  const least = Math.min(...errors.filter(Number.isFinite))
  const weights = errors.map((error) => (Number.isFinite(error) ? (error <= least ? 1 : (least / error) ** steepness) : 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight) => weight / total)
  return { shares, rolled: weightedMean(members, shares) }
}

const STEEPNESS = 8
/** With fewer origins to judge by, the choice is less sharp. */
const TRUSTED_ORIGINS = 40
/** Origins after which an error counts half. */
const HALF_LIFE = 26

function recentError(values: Float64Array, firstOrigin: number, { past, next }: Rolled): number {
  if (!next.every(Number.isFinite)) return Number.NaN
  let errors = 0
  let weights = 0
  past.forEach((said, index) => {
    const origin = firstOrigin + index
    const weight = 0.5 ** ((values.length - 1 - origin) / HALF_LIFE)
    for (let k = 0; k < said.length && origin + k + 1 < values.length; k += 1) {
      errors += weight * Math.abs(at(values, origin + k + 1) - at(said, k))
      weights += weight
    }
  })
  return errors / weights
}

function weightedMean(members: readonly Member[], shares: readonly number[]): Rolled {
  const told = members.flatMap(({ rolled }, index) => (at(shares, index) > 0 ? [{ rolled, share: at(shares, index) }] : []))
  const mean = (saidBy: (rolled: Rolled) => Float64Array | undefined, steps: number) => {
    const sum = new Float64Array(steps)
    for (const { rolled, share } of told) {
      const said = saidBy(rolled)
      for (let k = 0; said !== undefined && k < steps; k += 1) sum[k] = at(sum, k) + share * at(said, k)
    }
    return sum
  }
  const steps = told.at(0)?.rolled.next.length ?? 0
  return {
    next: mean(({ next }) => next, steps),
    past: (told.at(0)?.rolled.past ?? []).map((_, origin) => mean(({ past }) => past[origin], steps)),
  }
}
