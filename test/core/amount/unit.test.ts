import { expect, test } from 'vitest'
import { fractionDigits, isCurrency, unitDigits } from '../../../src/core/amount/unit.js'

test.each([
  { currency: 'CNY', digits: 2 },
  { currency: 'USD', digits: 2 },
  { currency: 'JPY', digits: 0 },
  { currency: 'KWD', digits: 3 },
])('$currency has $digits decimal digits', ({ currency, digits }) => expect(fractionDigits(currency)).toBe(digits))

test('pieces have no decimals', () => expect(unitDigits({ kind: 'count' })).toBe(0))

test('a currency is known by its code in capitals', () => {
  expect(['CNY', 'cny', 'ABC', ''].map(isCurrency)).toEqual([true, false, false, false])
})
