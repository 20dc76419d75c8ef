/** Chance from a fixed seed: the same numbers on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  uniform(): number
  /** From the standard normal distribution (Box & Muller 1958). */
  normal(): number
  /** How many events come where `mean` are expected. */
  poisson(mean: number): number
}

/** A small generator of 32 bits ("mulberry32" by Tommy Ettinger): good enough to draw with, not for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal, poisson }

  function poisson(mean: number): number {
    if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
    const limit = Math.exp(-mean)
    let events = 0
    for (let product = uniform(); product > limit; product *= uniform()) events += 1
    return events
  }
}
