import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from '../../../src/core/amount/apportion.js'

const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n)
const someWeights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 20n }), { minLength: 1, maxLength: 40 })
  .filter((weights) => sum(weights) > 0n)

describe('worked examples', () => {
  test.each([
    {
      example: '2.1 new 40%, repeat 30%, upgrades 30%',
      total: 1_000_000_000n,
      weights: [4n, 3n, 3n],
      parts: [400_000_000n, 300_000_000n, 300_000_000n],
    },
    { example: 'the odd cent goes to the earliest of equals', total: 100n, weights: [1n, 1n, 1n], parts: [34n, 33n, 33n] },
    {
      example: 'Hamilton, ten seats',
      total: 10n,
      weights: [47000n, 16000n, 15800n, 12000n, 6100n, 3100n],
      parts: [5n, 2n, 1n, 1n, 1n, 0n],
    },
    { example: 'Hamilton, sixty nurses', total: 60n, weights: [216n, 310n, 22n, 32n], parts: [23n, 32n, 2n, 3n] },
    { example: 'a credit note', total: -100n, weights: [1n, 1n, 1n], parts: [-34n, -33n, -33n] },
    { example: 'nothing to share', total: 0n, weights: [1n, 0n], parts: [0n, 0n] },
    { example: 'a weight of zero receives nothing', total: 7n, weights: [0n, 2n, 0n, 1n], parts: [0n, 5n, 0n, 2n] },
  ])('$example', ({ total, weights, parts }) => expect(apportion(total, weights)).toEqual(parts))
})

test('nothing is lost, whatever the weights', () => {
  fc.assert(
    fc.property(fc.bigInt(), someWeights, (total, weights) => {
      expect(sum(apportion(total, weights))).toBe(total)
    }),
  )
})

test('every part is its exact share, rounded down or up', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), someWeights, (total, weights) => {
      for (const [index, part] of apportion(total, weights).entries()) {
        const floor = (total * (weights[index] ?? 0n)) / sum(weights)
        expect([floor, floor + 1n]).toContain(part)
      }
    }),
  )
})

test('remainders too close for floating point are still told apart', () => {
  const large = 10n ** 30n
  expect(apportion(1n, [large, large + 1n])).toEqual([0n, 1n])
})

test.each([[[]], [[0n, 0n]], [[1n, -1n, 5n]]])('weights [%s] are a bug', (weights: bigint[]) => {
  expect(() => apportion(1n, weights)).toThrow(RangeError)
})
