import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_AMOUNT, parseAmount } from '../../../src/core/amount/parse-amount.js'

const yuan = { kind: 'money', currency: 'CNY' } as const
const dollars = { kind: 'money', currency: 'USD' } as const
const yen = { kind: 'money', currency: 'JPY' } as const
const dinars = { kind: 'money', currency: 'KWD' } as const
const count = { kind: 'count' } as const

describe('amounts as people write them', () => {
  test.each([
    { words: '1,000,000', unit: count, value: 1_000_000n },
    { words: '1 200 000', unit: count, value: 1_200_000n },
    { words: '1\u202f200\u00a0000', unit: count, value: 1_200_000n },
    { words: "1'200'000", unit: count, value: 1_200_000n },
    { words: '1.2m', unit: count, value: 1_200_000n },
    { words: '1.2 Million', unit: count, value: 1_200_000n },
    { words: '500k', unit: count, value: 500_000n },
    { words: '2bn', unit: count, value: 2_000_000_000n },
    { words: '10w', unit: count, value: 100_000n },
    { words: '100万', unit: count, value: 1_000_000n },
    { words: '1.5亿', unit: count, value: 150_000_000n },
    { words: '3千', unit: count, value: 3_000n },
    { words: '5百万', unit: count, value: 5_000_000n },
    { words: '2千万', unit: count, value: 20_000_000n },
    { words: '1万亿', unit: count, value: 1_000_000_000_000n },
    { words: '1亿2000万', unit: count, value: 120_000_000n },
    { words: '1.5亿 300万', unit: count, value: 153_000_000n },
    { words: '１２３，４５６', unit: count, value: 123_456n },
    { words: '１００万', unit: count, value: 1_000_000n },
    { words: '+5', unit: count, value: 5n },
    { words: '0', unit: count, value: 0n },
    { words: '007', unit: count, value: 7n },
    { words: '¥1,000.50', unit: yuan, value: 100_050n },
    { words: '￥100万', unit: yuan, value: 100_000_000n },
    { words: '100万元', unit: yuan, value: 100_000_000n },
    { words: 'RMB 5', unit: yuan, value: 500n },
    { words: '5 cny', unit: yuan, value: 500n },
    { words: '$.5', unit: dollars, value: 50n },
    { words: 'US$1.50', unit: dollars, value: 150n },
    { words: '1.500', unit: dollars, value: 150n },
    { words: '1.2345k', unit: dollars, value: 123_450n },
    { words: '0.1', unit: dollars, value: 10n },
    { words: '¥500', unit: yen, value: 500n },
    { words: '1.234', unit: dinars, value: 1_234n },
    { words: '1000000000000000', unit: dollars, value: MAX_AMOUNT },
  ])('$words in $unit.kind $unit.currency', ({ words, unit, value }) => expect(parseAmount(words, unit)).toEqual({ ok: true, value }))

  test.each([
    { words: '', unit: count, reason: 'not-a-number' },
    { words: 'many', unit: count, reason: 'not-a-number' },
    { words: '1.234,56', unit: dollars, reason: 'not-a-number' },
    { words: '1,5', unit: dollars, reason: 'not-a-number' },
    { words: '12,34', unit: dollars, reason: 'not-a-number' },
    { words: '1,2345', unit: dollars, reason: 'not-a-number' },
    { words: '1.2.3', unit: dollars, reason: 'not-a-number' },
    { words: '.', unit: dollars, reason: 'not-a-number' },
    { words: '1e6', unit: count, reason: 'not-a-number' },
    { words: '0x10', unit: count, reason: 'not-a-number' },
    { words: '1 2', unit: count, reason: 'not-a-number' },
    { words: '3万5', unit: count, reason: 'not-a-number' },
    { words: '3万5亿', unit: count, reason: 'not-a-number' },
    { words: '5 visits', unit: count, reason: 'not-a-number' },
    { words: '5kg', unit: count, reason: 'not-a-number' },
    { words: '$5', unit: count, reason: 'not-a-number' },
    { words: '€5', unit: dollars, reason: 'not-a-number' },
    { words: '5 EUR', unit: dollars, reason: 'not-a-number' },
    { words: '$$5', unit: dollars, reason: 'not-a-number' },
    { words: '1'.repeat(81), unit: count, reason: 'not-a-number' },
    { words: '-5', unit: count, reason: 'negative' },
    { words: '−5', unit: count, reason: 'negative' },
    { words: '－５', unit: count, reason: 'negative' },
    { words: '$-5', unit: dollars, reason: 'negative' },
    { words: '(5.00)', unit: dollars, reason: 'negative' },
    { words: '1.5', unit: count, reason: 'too-precise' },
    { words: '1.234', unit: count, reason: 'too-precise' },
    { words: '1.005', unit: dollars, reason: 'too-precise' },
    { words: '0.5', unit: yen, reason: 'too-precise' },
    { words: '1.23456万', unit: count, reason: 'too-precise' },
    { words: '1000000000000000.01', unit: dollars, reason: 'too-large' },
    { words: '9'.repeat(80), unit: count, reason: 'too-large' },
  ])('$words in $unit.kind $unit.currency is $reason', ({ words, unit, reason }) => {
    expect(parseAmount(words, unit)).toEqual({ ok: false, reason })
  })
})

test('what Intl writes, grouped and in full, is read back exactly', () => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' })
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (cents) => {
      const written = `${format.format(cents / 100n).replace('.00', '')}.${String(cents % 100n).padStart(2, '0')}`
      expect(parseAmount(written, dollars)).toEqual({ ok: true, value: cents })
    }),
  )
})

test('no words make it throw, and none make a negative amount', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-$¥ 千万亿km') })), (words) => {
      const parsed = parseAmount(words, dollars)
      if (parsed.ok) expect(parsed.value).toBeGreaterThanOrEqual(0n)
    }),
  )
})
