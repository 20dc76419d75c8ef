/** What was done of a target, both in minor units or both counts. */
export interface Attainment {
  readonly done: bigint
  readonly target: bigint
}

/** The share of the target that is done, 0 up, for showing; null where the target is zero, which has no share. Ranks are compared exactly, below. */
export function attainmentShare({ done, target }: Attainment): number | null {
  return target > 0n ? Number(done) / Number(target) : null
}

/**
 * Positive when `a` attained the larger share, 0 when exactly the same, negative otherwise: by cross-multiplication, since two shares
 * that differ by a cent of a hundred million are one and the same as floats.
 * Both targets must be positive.
 */
export function compareAttainment(a: Attainment, b: Attainment): -1 | 0 | 1 {
  return compareAmounts(a.done * b.target, b.done * a.target)
}

/** Positive when `a` is the larger. */
export function compareAmounts(a: bigint, b: bigint): -1 | 0 | 1 {
  return a === b ? 0 : a > b ? 1 : -1
}
