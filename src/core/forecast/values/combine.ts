import { at } from './at.js'
import { fading } from './fading.js'
import { type Asked, forecastOf, type Rolled } from './rolled.js'

/** One way to forecast. */
export interface Member {
  readonly said: Rolled
}

export interface Combined {
  readonly said: Rolled
  /** By member, in the order given; they add up to 1. */
  readonly shares: readonly number[]
}

/**
 * The weighted mean of several methods, each by how near it came at the past origins (Bates & Granger 1969): the weight is the mean
 * absolute error to the power of −8, recent origins counting more. So steep a power all but chooses where one method is clearly
 * better, and still averages those that are alike.
 */
export function combine({ values, firstOrigin, horizon }: Omit<Asked, 'season'>, members: readonly Member[]): Combined {
  const errors = members.map(({ said }) => recentError(values, firstOrigin, horizon, said))
  const steepness = STEEPNESS * Math.min(1, (values.length - 1 - firstOrigin) / TRUSTED_ORIGINS)
  const least = Math.min(...errors.filter(Number.isFinite))
  const weights = errors.map((error) => (Number.isFinite(error) ? (error <= least ? 1 : (least / error) ** steepness) : 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight) => weight / total)
  return { shares, said: weightedMean(members, shares) }
}

const STEEPNESS = 8
/** With fewer origins to judge by, the choice is less sharp. */
const TRUSTED_ORIGINS = 40
/** Origins after which an error counts half. */
const HALF_LIFE = 26
const weightAt = fading(HALF_LIFE)

function recentError(values: Float64Array, firstOrigin: number, horizon: number, said: Rolled): number {
  if (!forecastOf(said, horizon).every(Number.isFinite)) return Number.NaN
  let errors = 0
  let weights = 0
  for (let origin = firstOrigin; origin < values.length - 1; origin += 1) {
    const weight = weightAt(values.length - 1 - origin)
    const steps = Math.min(horizon, values.length - 1 - origin)
    for (let step = 1; step <= steps; step += 1)
      errors += weight * Math.abs(at(values, origin + step) - at(said, (origin - firstOrigin) * horizon + step - 1))
    weights += weight * steps
  }
  return errors / weights
}

function weightedMean(members: readonly Member[], shares: readonly number[]): Rolled {
  const sum = new Float64Array(members[0]?.said.length ?? 0)
  members.forEach(({ said }, index) => {
    const share = at(shares, index)
    if (share > 0) for (let place = 0; place < sum.length; place += 1) sum[place] = at(sum, place) + share * at(said, place)
  })
  return sum
}
