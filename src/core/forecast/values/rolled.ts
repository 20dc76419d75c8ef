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
 * what its weight and the interval are made of.
 */
export interface Rolled {
  /** The value 1, 2, … `horizon` steps after the last. */
  readonly next: Float64Array
  /** The same from each origin, from `firstOrigin` to the last value but one. */
  readonly past: readonly Float64Array[]
}

/** Calls `sayAt` for each origin in turn, the end of the history last, and keeps what it says. */
export function rolled({ values, horizon, firstOrigin }: Asked, sayAt: (origin: number, said: Float64Array) => void): Rolled {
  const past: Float64Array[] = []
  for (let origin = firstOrigin; origin < values.length - 1; origin += 1) past.push(said(origin))
  return { past, next: said(values.length - 1) }

  function said(origin: number): Float64Array {
    const values = new Float64Array(horizon)
    sayAt(origin, values)
    return values
  }
}
