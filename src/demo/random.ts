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

/** How often something with that expectation happens in a day: Poisson, by Knuth's method (fine for the small numbers of a day). */
export function timesADay(expected: number, random: () => number): number {
  const limit = Math.exp(-Math.max(0, expected))
  let times = 0
  for (let product = random(); product > limit; product *= random()) times += 1
  return times
}
