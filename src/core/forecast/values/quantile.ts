import { at } from './at.js'

/**
 * Between two neighbours in proportion; 0 of none.
 *
 * @param sorted from the least up
 * @param probability 0 to 1
 */
export function quantile(sorted: Float64Array, probability: number): number {
  if (sorted.length === 0) return 0
  const place = Math.min(sorted.length - 1, Math.max(0, probability * sorted.length - 0.5))
  const below = Math.floor(place)
  const above = Math.min(sorted.length - 1, below + 1)
  return at(sorted, below) + (place - below) * (at(sorted, above) - at(sorted, below))
}
