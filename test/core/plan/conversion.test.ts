import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learntRate } from '../../../src/core/plan/conversion.js'
import { capacityOf, shareGain } from '../../../src/core/plan/market.js'

const half = { num: 1n, den: 2n }

test.each([
  { example: 'no case: the assumption itself', tried: 0n, converted: 0n, rate: half, basis: 'assumption' },
  {
    example: 'as many cases as the assumption weighs count as much as it',
    tried: 20n,
    converted: 2n,
    rate: { num: 3n, den: 10n },
    basis: 'history',
  },
  { example: 'one lucky case moves it by little', tried: 1n, converted: 1n, rate: { num: 11n, den: 21n }, basis: 'history' },
  { example: 'many cases leave little of it', tried: 980n, converted: 90n, rate: { num: 1n, den: 10n }, basis: 'history' },
  { example: 'more deals than leads on record are all of them', tried: 20n, converted: 50n, rate: { num: 3n, den: 4n }, basis: 'history' },
])('$example', ({ tried, converted, rate, basis }) => expect(learntRate(half, tried, converted)).toMatchObject({ rate, basis }))

test('a learnt rate lies between what is assumed and what was seen', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 99n), fc.bigInt(1n, 500n), fc.bigInt(0n, 500n), (percent, tried, some) => {
      const converted = some < tried ? some : tried
      const { rate } = learntRate({ num: percent, den: 100n }, tried, converted)
      const [assumed, seen, learnt] = [Number(percent) / 100, Number(converted) / Number(tried), Number(rate.num) / Number(rate.den)]
      expect(learnt).toBeGreaterThanOrEqual(Math.min(assumed, seen) - 1e-12)
      expect(learnt).toBeLessThanOrEqual(Math.max(assumed, seen) + 1e-12)
    }),
  )
})

test('1 achievable: of a market of 100,000,000 two points of share more are 2,000,000', () => {
  const market = { size: 100_000_000_00n, shareNow: { num: 12n, den: 100n }, shareWanted: { num: 14n, den: 100n } }
  expect(shareGain(market)).toBe(2_000_000_00n)
  expect(capacityOf(market, market.shareWanted, 3)).toBe(3_500_000_00n)
})
