import { at } from './at.js'
import { normalQuantile } from './normal-quantile.js'
import type { Rolled } from './rolled.js'

/**
 * How far the interval reaches on either side, for each step, so that it covers the outcome with the chance `level`: from the errors
 * that the same forecast made at past origins, each step from its own, with no formula for how they grow.
 *
 * It is the mean of two: the normal quantile times the root mean square of the recent errors, which follows a change of the spread,
 * and the quantile of the absolute errors over a longer time, which knows how heavy the tails are (in the spirit of conformal
 * prediction, Vovk et al. 2005). It never narrows from one step to the next; where a step has too few errors, it grows with
 * the root of the step from the one before.
 *
 * @param level between 0 and 1, e.g. 0.8
 */
export function halfWidths(values: Float64Array, firstOrigin: number, { past, next }: Rolled, level: number): Float64Array {
  const normal = normalQuantile((1 + level) / 2)
  let widest = 0
  return next.map((_, k) => {
    const errors = errorsAt(values, firstOrigin, past, k)
    const own =
      errors.length < ENOUGH && k > 0
        ? widest * Math.sqrt((k + 1) / k)
        : halfWidth(errors, level, normal) * (1 + (FEW + k * OVERLAP) / errors.length)
    widest = Math.max(widest, own)
    return widest
  })
}

const ENOUGH = 5
/** Few errors understate the spread, and those of later steps overlap, so that they count for fewer. */
const FEW = 2
const OVERLAP = 0.3

interface PastError {
  readonly size: number
  /** Origins ago. */
  readonly age: number
}

function errorsAt(values: Float64Array, firstOrigin: number, past: readonly Float64Array[], k: number): PastError[] {
  const errors: PastError[] = []
  past.forEach((said, index) => {
    const origin = firstOrigin + index
    if (origin + k + 1 >= values.length) return
    errors.push({ size: Math.abs(at(values, origin + k + 1) - at(said, k)), age: values.length - 1 - origin })
  })
  return errors
}

function halfWidth(errors: readonly PastError[], level: number, normal: number): number {
  const recent = weightedMean(errors.map(({ size, age }) => ({ value: size * size, weight: 0.5 ** (age / 26) })))
  const long = weightedQuantile(
    errors.map(({ size, age }) => ({ value: size, weight: 0.5 ** (age / 104) })),
    level,
  )
  return (normal * Math.sqrt(recent) + long) / 2
}

interface Weighted {
  readonly value: number
  readonly weight: number
}

function weightedMean(list: readonly Weighted[]): number {
  const weights = list.reduce((sum, { weight }) => sum + weight, 0)
  return list.reduce((sum, { value, weight }) => sum + weight * value, 0) / weights
}

function weightedQuantile(list: readonly Weighted[], share: number): number {
  const sorted = list.toSorted((a, b) => a.value - b.value)
  const wanted = share * list.reduce((sum, { weight }) => sum + weight, 0)
  let passed = 0
  for (const { value, weight } of sorted) {
    passed += weight
    if (passed >= wanted) return value
  }
  return sorted.at(-1)?.value ?? 0
}
