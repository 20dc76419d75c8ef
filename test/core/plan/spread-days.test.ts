import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadOverDays } from '../../../src/core/plan/spread-days.js'

test('after k of n days it is the exact share, rounded down', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 1, max: 31 }), (amount, count) => {
      const days: (bigint | null)[] = []
      spreadOverDays(amount, [...Array(count).keys()], days)
      let running = 0n
      for (const [index, share] of days.entries()) {
        running += share ?? 0n
        expect(running).toBe((BigInt(index + 1) * amount) / BigInt(count))
      }
    }),
  )
})

test('only the days named are touched', () => {
  const days: (bigint | null)[] = [null, null, null, null]
  spreadOverDays(5n, [1, 3], days)
  expect(days).toEqual([null, 2n, null, 3n])
})
