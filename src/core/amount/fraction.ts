/** An exact rate: `num` of `den`. `den` is positive. */
export interface Fraction {
  readonly num: bigint
  readonly den: bigint
}

/** That share of `amount`, rounded up to a whole unit: the least that reaches the exact share. */
export function ceilShare(amount: bigint, { num, den }: Fraction): bigint {
  return ceilDivide(amount * num, den)
}

/**
 * Rounds up, for negative dividends too (-3 of 2 is -1).
 *
 * @throws RangeError when the divisor is not positive
 */
export function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError(`Cannot divide ${dividend} by ${divisor}: the divisor must be positive`)
  const quotient = dividend / divisor
  return dividend > 0n && dividend % divisor !== 0n ? quotient + 1n : quotient
}

/** Lowest terms: 625 of 1000 is 5 of 8. */
export function reduced({ num, den }: Fraction): Fraction {
  const divisor = greatestCommonDivisor(num, den)
  return divisor > 1n ? { num: num / divisor, den: den / divisor } : { num, den }
}

/** Each weight times its part, as whole numbers of the same ratio: 2 and 1 in halves and thirds are 6 and 2. */
export function weighedBy(weights: readonly bigint[], parts: readonly Fraction[]): bigint[] {
  const common = [...new Set(parts.map(({ den }) => den))].reduce(leastCommonMultiple, 1n)
  return weights.map((weight, index) => {
    const { num, den } = parts[index] ?? { num: 1n, den: 1n }
    return weight * num * (common / den)
  })
}

/** Euclid's; 0n when both are 0n. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b
}
