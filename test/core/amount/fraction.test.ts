import { expect, test } from 'vitest'
import { ceilDivide, ceilShare, leastCommonMultiple, reduced } from '../../../src/core/amount/fraction.js'

test.each([
  { dividend: 6n, divisor: 3n, quotient: 2n },
  { dividend: 7n, divisor: 3n, quotient: 3n },
  { dividend: 0n, divisor: 3n, quotient: 0n },
  { dividend: -7n, divisor: 3n, quotient: -2n },
])('$dividend in parts of $divisor is $quotient', ({ dividend, divisor, quotient }) => expect(ceilDivide(dividend, divisor)).toBe(quotient))

test('nothing is divided by nothing', () => expect(() => ceilDivide(1n, 0n)).toThrow(RangeError))
test('80% of 11 takes 9', () => expect(ceilShare(11n, { num: 80n, den: 100n })).toBe(9n))
test('62.5% is five of eight', () => expect(reduced({ num: 625n, den: 1000n })).toEqual({ num: 5n, den: 8n }))
test('a common denominator', () => expect(leastCommonMultiple(20n, 22n)).toBe(220n))
