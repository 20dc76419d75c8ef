/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32): the demo's history never changes. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number around an expected one, as a person's days vary: seldom off by more than its root. */
export function around(expected: number, random: () => number): number {
  return Math.max(0, Math.round(expected + (random() + random() - 1) * Math.sqrt(expected)))
}
