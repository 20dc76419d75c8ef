/** How daring a figure is beside what the past leads one to expect. */
export type Boldness = 'good' | 'bold' | 'unreachable'

/**
 * Up to 10% above what is expected is good. Beyond one and a half times that (the most that a catch-up asks of a day) and also beyond the best
 * ever by a fifth (the breakthrough tier over it) it is not reachable by anything that was ever done. All between is bold.
 */
export function boldnessOf(asked: bigint, expected: bigint, best: bigint = 0n): Boldness {
  if (asked * 10n <= expected * 11n) return 'good'
  return asked <= mostReachable(expected, best) ? 'bold' : 'unreachable'
}

/** The most that is bold rather than out of reach. */
export function mostReachable(expected: bigint, best: bigint = 0n): bigint {
  const [byLevel, byBest] = [(expected * 3n) / 2n, (best * 6n) / 5n]
  return byLevel > byBest ? byLevel : byBest
}

/** How much more than expected: 0.2 is 20% more; undefined where nothing is expected. */
export function excess(asked: bigint, expected: bigint): number | undefined {
  return expected <= 0n ? undefined : Number(asked) / Number(expected) - 1
}
