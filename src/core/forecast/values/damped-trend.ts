import { at } from './at.js'
import { type Asked, type Rolled, rolled } from './rolled.js'

/**
 * Exponential smoothing with a damped trend (Gardner & McKenzie 1985), in the error-correction form of Hyndman et al. 2008: "ETS(A,Ad,N)".
 * Level, slope and damping are those of the least squared one-step error over the latest `FITTED` values, out of a grid: a search
 * would end elsewhere after a rounding error. Past origins keep them, but know no later level or slope.
 */
export function dampedTrend(asked: Asked): Rolled {
  const { values } = asked
  const from = Math.max(0, values.length - FITTED)
  const factors = GRID.map((tried) => ({ tried, error: smooth(values, from, tried) })).reduce((best, next) =>
    next.error < best.error ? next : best,
  ).tried
  const levels = new Float64Array(values.length)
  const slopes = new Float64Array(values.length)
  smooth(values, 0, factors, (index, level, slope) => {
    levels[index] = level
    slopes[index] = slope
  })
  // φ + φ² + … + φⁿ
  const damped = (step: number) => (factors.damping * (1 - factors.damping ** step)) / (1 - factors.damping)
  const reach = Float64Array.from({ length: asked.horizon }, (_, index) => damped(index + 1))
  return rolled(asked, (origin, step) => at(levels, origin) + at(reach, step - 1) * at(slopes, origin))
}

const FITTED = 520

interface Factors {
  readonly level: number
  /** Of the level's. */
  readonly slope: number
  readonly damping: number
}

const GRID: readonly Factors[] = [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1].flatMap((level) =>
  [0, 0.01, 0.04, 0.15].flatMap((slope) => (slope === 0 ? [0.98] : [0.9, 0.98]).map((damping) => ({ level, slope, damping }))),
)

/** Returns the sum of squared errors. */
function smooth(
  values: Float64Array,
  from: number,
  factors: Factors,
  see: (index: number, level: number, slope: number) => void = () => {},
): number {
  let slope = 0
  let level = at(values, from)
  let squares = 0
  for (let i = from; i < values.length; i += 1) {
    const expected = level + factors.damping * slope
    const error = at(values, i) - expected
    squares += error * error
    level = expected + factors.level * error
    slope = factors.damping * slope + factors.level * factors.slope * error
    see(i, level, slope)
  }
  return squares
}
