/** What is asked of a method. */
export interface Asked {
  /** Evenly spaced, oldest first, no gaps. */
  readonly values: Float64Array
  /** Values in a season; 1 where there is none. */
  readonly season: number
  /** How many values ahead. */
  readonly horizon: number
  /** Index of the last value known at the first past origin; at least 1. */
  readonly firstOrigin: number
}

/**
 * What a method says of the values to come, and what it would have said at each past origin had it been asked then: the second is
 * what its weight and the interval are made of. Row by row: for each origin from `firstOrigin` to the end of the history, the value
 * 1, 2, … `horizon` steps after it. The last row is the forecast proper.
 */
export type Rolled = Float64Array

/** Fills in what `sayAt` says of each step at each origin; called for the steps of one origin after the other. */
export function rolled({ values, horizon, firstOrigin }: Asked, sayAt: (origin: number, step: number) => number): Rolled {
  const said = new Float64Array((values.length - firstOrigin) * horizon)
  let place = 0
  for (let origin = firstOrigin; origin < values.length; origin += 1) {
    for (let step = 1; step <= horizon; step += 1) said[place++] = sayAt(origin, step)
  }
  return said
}

/** The forecast proper: what is said at the end of the history. */
export function forecastOf(said: Rolled, horizon: number): Float64Array {
  return said.subarray(said.length - horizon)
}
