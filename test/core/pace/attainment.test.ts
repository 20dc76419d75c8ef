import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attainmentShare, compareAttainment } from '../../../src/core/pace/attainment.js'

const someAttainment = fc.record({ done: fc.bigInt({ min: 0n, max: 10n ** 17n }), target: fc.bigInt({ min: 1n, max: 10n ** 17n }) })

test.each([
  { what: 'the odd cent of an equal split', a: [50_000_000n, 33_333_334n], b: [50_000_000n, 33_333_333n], verdict: 0 },
  { what: 'a cent of a large sum', a: [10n ** 17n - 1n, 10n ** 17n], b: [10n ** 17n, 10n ** 17n], verdict: 0 },
  { what: 'a hundredth of a percent', a: [10_001n, 20_000n], b: [5_000n, 10_000n], verdict: 1 },
  { what: 'less than half of that', a: [100_004n, 200_000n], b: [5_000n, 10_000n], verdict: 0 },
  { what: 'a step back, and none', a: [-1n, 100n], b: [0n, 100n], verdict: -1 },
  { what: 'two steps back', a: [-2n, 100n], b: [-1n, 100n], verdict: -1 },
])('$what: $verdict', ({ a: [done = 0n, target = 1n], b: [otherDone = 0n, otherTarget = 1n], verdict }) => {
  expect(compareAttainment({ done, target }, { done: otherDone, target: otherTarget })).toBe(verdict)
})

test('a target of zero has no share', () => expect(attainmentShare({ done: 5n, target: 0n })).toBeNull())

test('scaling both numbers changes nothing, and more is never less', () => {
  fc.assert(
    fc.property(someAttainment, fc.bigInt({ min: 1n, max: 10n ** 6n }), (a, factor) => {
      expect(compareAttainment(a, { done: a.done * factor, target: a.target * factor })).toBe(0)
      expect(compareAttainment({ done: a.done + factor, target: a.target }, a)).toBeGreaterThanOrEqual(0)
      expect(compareAttainment({ done: a.done + a.target, target: a.target }, a)).toBe(1)
    }),
  )
})

test('the order is one: what is true one way round is true the other', () => {
  fc.assert(
    fc.property(someAttainment, someAttainment, (a, b) => {
      expect(compareAttainment(a, b) + compareAttainment(b, a)).toBe(0)
    }),
  )
})
