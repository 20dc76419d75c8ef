import { at } from './at.js'
import { type Asked, type Rolled, rolled } from './rolled.js'

/**
 * The Theta method (Assimakopoulos & Nikolopoulos 2000) as Hyndman & Billah 2003 showed it to be: simple exponential smoothing with half
 * the slope of the straight line through the history as its drift. The smoothing factor is the one of the least squared one-step
 * error; level and slope at an origin know nothing of what came later.
 */
export function theta(asked: Asked): Rolled {
  const { values } = asked
  const levels = new Float64Array(values.length)
  const drifts = driftsOf(values)
  const factor = FACTORS.reduce((best, tried) =>
    smooth(values, drifts, tried, levels) < smooth(values, drifts, best, levels) ? tried : best,
  )
  smooth(values, drifts, factor, levels)
  return rolled(asked, (origin, step) => at(levels, origin) + at(drifts, origin) * step)
}

const FACTORS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]

/** Half the slope of the least-squares line through the values up to each. */
function driftsOf(values: Float64Array): Float64Array {
  let sum = 0
  let timed = 0
  return values.map((value, index) => {
    sum += value
    timed += index * value
    const count = index + 1
    return index === 0 ? 0 : (3 * (2 * timed - index * sum)) / (count * (count * count - 1))
  })
}

/** Fills in the level after each value; returns the sum of squared errors. */
function smooth(values: Float64Array, drifts: Float64Array, factor: number, levels: Float64Array): number {
  let level = at(values, 0)
  let drift = 0
  let squares = 0
  for (let i = 0; i < values.length; i += 1) {
    const error = at(values, i) - level - drift
    squares += error * error
    level += drift + factor * error
    levels[i] = level
    drift = at(drifts, i)
  }
  return squares
}
