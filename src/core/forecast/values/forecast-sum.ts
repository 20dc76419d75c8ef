import { at } from './at.js'
import { combinedForecast, type MethodShare } from './combined-forecast.js'
import { heldToMean } from './held-to-mean.js'
import { normalQuantile } from './normal-quantile.js'
import { quantile } from './quantile.js'
import { recentRootMeanSquare } from './recent-root-mean-square.js'
import { type Asked, forecastOf, type Rolled } from './rolled.js'

/** What the next values of a series add up to. */
export interface SumForecast {
  readonly value: number
  /** What it may come to, each as likely as the next, from the least up: chances and intervals are counted off here. */
  readonly draws: Float64Array
  readonly shares: readonly MethodShare[]
}

/**
 * What the next `horizon` values add up to, by the same combination as `forecastValues` as far as the numbers bear it (`heldToMean`), with
 * what its sums over as long a stretch were off by at the history's own past origins. Half of the draws are normal with the spread of the
 * recent errors, half are the errors themselves, which know how lopsided they are.
 *
 * No chance is drawn: the same numbers give the same answer. A history without a negative value is forecast without one.
 *
 * @param question.values evenly spaced, oldest first, no gaps; at least four
 * @param question.seasons lengths to try, in values; those too long for the history are left out
 * @param question.horizon at least 1
 * @param question.weights of the values, then of those to come: what a sum takes each times. The history is free of them: a value is what
 *   came over its weight
 */
export function forecastSum(question: {
  readonly values: readonly number[]
  readonly seasons: readonly number[]
  readonly horizon: number
  readonly weights: readonly number[]
}): SumForecast {
  const { values, horizon, weights } = question
  const scale = values.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, values.length)
  if (scale === 0) return { value: 0, draws: new Float64Array(1), shares: [] }

  const { asked, said, shares } = heldToMean(combinedForecast(question, scale))
  const floor = values.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY
  const used = Float64Array.from(weights.slice(values.length - asked.values.length))
  const middle = forecastOf(said, horizon).reduce((sum, value, k) => sum + value * at(used, asked.values.length + k), 0)
  const draws = spread(asked, said, used).map((error) => Math.max(floor, (middle + error) * scale))
  return { value: Math.max(floor, middle * scale), draws: draws.sort(), shares }
}

/** Draws of each of the two kinds. */
const DRAWS = 400
const ENOUGH = 5
/** Few errors understate the spread, and those of long stretches overlap, so that they count for fewer. */
const FEW = 2
const OVERLAP = 0.5
/** How a sum's error grows with its length: errors that are independent grow with the root, a level that is misjudged grows with the length. */
const GROWTH = 0.75

/** How far the sum may fall from what is said, as many ways as there are draws. */
function spread({ values, firstOrigin, horizon }: Omit<Asked, 'season'>, said: Rolled, weights: Float64Array): Float64Array {
  const origins = values.length - firstOrigin
  const length = Math.max(1, Math.min(horizon, origins - ENOUGH))
  const errors = sumErrors({ values, firstOrigin, horizon }, said, weights, length)
  const wider = (1 + (FEW + length * OVERLAP) / Math.max(1, errors.length)) * (horizon / length) ** GROWTH
  const deviation = recentRootMeanSquare(errors, RECENT) * wider
  const sorted = centred(errors).sort()
  return Float64Array.from({ length: 2 * DRAWS }, (_, index) => {
    const probability = ((index % DRAWS) + 0.5) / DRAWS
    return index < DRAWS ? normalQuantile(probability) * deviation : wider * quantile(sorted, probability)
  })
}

/** What came over `length` values less what was said of it, at each past origin that knows by now; the oldest first. */
function sumErrors(
  { values, firstOrigin, horizon }: Omit<Asked, 'season'>,
  said: Rolled,
  weights: Float64Array,
  length: number,
): Float64Array {
  const count = Math.max(0, values.length - length - firstOrigin)
  return Float64Array.from({ length: count }, (_, index) => {
    let error = 0
    for (let step = 1; step <= length; step += 1) {
      const place = firstOrigin + index + step
      error += at(weights, place) * (at(values, place) - at(said, index * horizon + step - 1))
    }
    return error
  })
}

/** Errors count half after so many origins. */
const RECENT = 52

function centred(errors: Float64Array): Float64Array {
  const mean = errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length)
  return errors.map((error) => error - mean)
}
