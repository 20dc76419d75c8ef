import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TIERS, tierAmounts, tierReached } from '../../../src/core/plan/tiers.js'

test.each([
  { target: 100n, base: 80n, stretch: 100n, breakthrough: 120n },
  { target: 11n, base: 9n, stretch: 11n, breakthrough: 14n },
  { target: 1n, base: 1n, stretch: 1n, breakthrough: 2n },
  { target: 1_000_000_01n, base: 80_000_001n, stretch: 100_000_001n, breakthrough: 120_000_002n },
  { target: 0n, base: 0n, stretch: 0n, breakthrough: 0n },
])('1 tiers: base 80%, stretch 100% and breakthrough 120% of $target', ({ target, ...amounts }) =>
  expect(tierAmounts(target)).toEqual(amounts),
)

test.each([
  { done: 79n, target: 100n, tier: 'none' },
  { done: 80n, target: 100n, tier: 'base' },
  { done: 119n, target: 100n, tier: 'stretch' },
  { done: 120n, target: 100n, tier: 'breakthrough' },
  { done: -5n, target: 100n, tier: 'none' },
  { done: 50n, target: 0n, tier: 'none' },
])('$done of $target: $tier', ({ done, target, tier }) => expect(tierReached(done, target)).toBe(tier))

test('one less than its amount does not reach a tier', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.constantFrom(...TIERS), (target, tier) => {
      const amount = tierAmounts(target)[tier]
      const rank = (done: bigint) => ['none', ...TIERS].indexOf(tierReached(done, target))
      expect(rank(amount)).toBeGreaterThanOrEqual(TIERS.indexOf(tier) + 1)
      expect(rank(amount - 1n)).toBeLessThanOrEqual(TIERS.indexOf(tier))
    }),
  )
})
