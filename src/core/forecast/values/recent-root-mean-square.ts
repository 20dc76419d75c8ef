import { at } from './at.js'
import { fading } from './fading.js'

/**
 * The root mean square of errors, of which the recent ones count more.
 *
 * @param errors the oldest first
 * @param halfLife after so many an error counts half
 * @returns 0 without any
 */
export function recentRootMeanSquare(errors: Float64Array, halfLife: number): number {
  let squares = 0
  let weights = 0
  const weightAt = fading(halfLife)
  for (let index = 0; index < errors.length; index += 1) {
    const weight = weightAt(errors.length - index)
    squares += weight * at(errors, index) ** 2
    weights += weight
  }
  return weights === 0 ? 0 : Math.sqrt(squares / weights)
}
