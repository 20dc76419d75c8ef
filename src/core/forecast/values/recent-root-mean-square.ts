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
  errors.forEach((error, index) => {
    const weight = 0.5 ** ((errors.length - index) / halfLife)
    squares += weight * error * error
    weights += weight
  })
  return weights === 0 ? 0 : Math.sqrt(squares / weights)
}
