import { at } from './at.js'
import { fading } from './fading.js'
import { normalQuantile } from './normal-quantile.js'
import { recentRootMeanSquare } from './recent-root-mean-square.js'
import type { Asked, Rolled } from './rolled.js'

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
export function halfWidths({ values, firstOrigin, horizon }: Omit<Asked, 'season'>, said: Rolled, level: number): Float64Array {
  const normal = normalQuantile((1 + level) / 2)
  let widest = 0
  return Float64Array.from({ length: horizon }, (_, k) => {
    const errors = errorsOf(values, firstOrigin, horizon, said, k + 1)
    const own =
      errors.length < ENOUGH && k > 0
        ? widest * Math.sqrt((k + 1) / k)
        : halfWidth(errors, level, normal) * (1 + (FEW + k * OVERLAP) / Math.max(1, errors.length))
    widest = Math.max(widest, own)
    return widest
  })
}

const ENOUGH = 5
/** Few errors understate the spread, and those of later steps overlap, so that they count for fewer. */
const FEW = 2
const OVERLAP = 0.3

/** Their sizes, the oldest first. */
function errorsOf(values: Float64Array, firstOrigin: number, horizon: number, said: Rolled, step: number): Float64Array {
  const count = Math.max(0, values.length - step - firstOrigin)
  return Float64Array.from({ length: count }, (_, index) => {
    const outcome = at(values, firstOrigin + index + step)
    return Math.abs(outcome - at(said, index * horizon + step - 1))
  })
}

function halfWidth(errors: Float64Array, level: number, normal: number): number {
  return (normal * recentRootMeanSquare(errors, RECENT) + longQuantile(errors, level)) / 2
}

/** Origins after which an error counts half, for each of the two. */
const RECENT = 26
const LONG = 104
const longWeight = fading(LONG)

/** The least of the errors that, with all that are no greater, weighs the share of the whole. */
function longQuantile(errors: Float64Array, share: number): number {
  const sorted = errors.toSorted()
  const wanted = share * weightUpTo(errors, Number.POSITIVE_INFINITY)
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (weightUpTo(errors, at(sorted, middle)) >= wanted) high = middle
    else low = middle + 1
  }
  return sorted[low] ?? 0
}

function weightUpTo(errors: Float64Array, most: number): number {
  let weight = 0
  for (let index = 0; index < errors.length; index += 1) if (at(errors, index) <= most) weight += longWeight(errors.length - index)
  return weight
}
