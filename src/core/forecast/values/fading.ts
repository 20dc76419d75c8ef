const known = new Map<number, (age: number) => number>()

/**
 * What something counts at an age: half of what is new after each `halfLife`. Each age is worked out once, as powers take longer than all
 * else that is done with an error.
 */
export function fading(halfLife: number): (age: number) => number {
  const before = known.get(halfLife)
  if (before !== undefined) return before
  const weights: number[] = []
  const weightAt = (age: number) => {
    for (let next = weights.length; next <= age; next += 1) weights.push(0.5 ** (next / halfLife))
    return weights[age] ?? 0
  }
  known.set(halfLife, weightAt)
  return weightAt
}
