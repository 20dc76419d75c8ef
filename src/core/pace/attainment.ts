/** What was done of a target, both in minor units or both counts. */
export interface Attainment {
  readonly done: bigint
  readonly target: bigint
}

/** The share of the target that is done, 0 up, for showing; null where the target is zero, which has no share. */
export function attainmentShare({ done, target }: Attainment): number | null {
  return target > 0n ? Number(done) / Number(target) : null
}

/**
 * Positive when `a` attained the larger share, 0 when the same, negative otherwise. Shares are compared to the nearest hundredth of a percent:
 * an equal split leaves somebody with the odd cent, which makes nobody the better seller.
 * Both targets must be positive; less than nothing may be done, as of what was gained.
 */
export function compareAttainment(a: Attainment, b: Attainment): -1 | 0 | 1 {
  return compareAmounts(hundredthsOfPercent(a), hundredthsOfPercent(b))
}

function hundredthsOfPercent({ done, target }: Attainment): bigint {
  const share = (2n * 10_000n * (done < 0n ? -done : done) + target) / (2n * target)
  return done < 0n ? -share : share
}

/** Positive when `a` is the larger. */
export function compareAmounts(a: bigint, b: bigint): -1 | 0 | 1 {
  return a === b ? 0 : a > b ? 1 : -1
}
