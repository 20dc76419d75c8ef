import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attainmentShare, compareAttainment } from '../../../src/core/pace/attainment.js'

const someAttainment = fc.record({ done: fc.bigInt({ min: 0n, max: 10n ** 17n }), target: fc.bigInt({ min: 1n, max: 10n ** 17n }) })

test('a cent of a quadrillion decides', () => {
  const target = 10n ** 17n
  expect(attainmentShare({ done: target - 1n, target })).toBe(attainmentShare({ done: target, target }))
  expect(compareAttainment({ done: target - 1n, target }, { done: target, target })).toBe(-1)
})

test('a target of zero has no share', () => expect(attainmentShare({ done: 5n, target: 0n })).toBeNull())

test('scaling both numbers changes nothing, one more is more', () => {
  fc.assert(
    fc.property(someAttainment, fc.bigInt({ min: 1n, max: 10n ** 6n }), (a, factor) => {
      expect(compareAttainment(a, { done: a.done * factor, target: a.target * factor })).toBe(0)
      expect(compareAttainment({ done: a.done + 1n, target: a.target }, a)).toBe(1)
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
