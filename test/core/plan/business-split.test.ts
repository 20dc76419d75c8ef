import { expect, test } from 'vitest'
import { splitByCustomerSize, splitByShare } from '../../../src/core/plan/business-split.js'

const percent = (num: bigint) => ({ num, den: 100n })

test('2.1 ten million by customer size are 10, 30 and 100 deals', () => {
  const sizes = [
    { name: 'large', share: percent(50n), dealAmount: 500_000_00n },
    { name: 'medium', share: percent(30n), dealAmount: 100_000_00n },
    { name: 'small', share: percent(20n), dealAmount: 20_000_00n },
  ]
  expect(splitByCustomerSize(10_000_000_00n, sizes)).toEqual({
    ok: true,
    value: [
      { name: 'large', amount: 5_000_000_00n, deals: 10n },
      { name: 'medium', amount: 3_000_000_00n, deals: 30n },
      { name: 'small', amount: 2_000_000_00n, deals: 100n },
    ],
  })
})

test('2.1 new 40%, repeat 30%, upgrades 30%', () => {
  expect(splitByShare(101n, [percent(40n), percent(30n), { num: 3n, den: 10n }])).toEqual({ ok: true, value: [41n, 30n, 30n] })
})

test('a part of a deal takes a whole one', () => {
  expect(splitByCustomerSize(101n, [{ name: 'all', share: percent(100n), dealAmount: 50n }])).toMatchObject({ value: [{ deals: 3n }] })
})

test.each([[[percent(50n), percent(49n)]], [[percent(50n), percent(51n)]], [[]]])('shares that are not the whole are refused', (shares) => {
  expect(splitByShare(100n, shares)).toMatchObject({ ok: false, error: { code: 'shares-not-whole' } })
})

test('thirds are a whole, exactly', () => {
  const third = { num: 1n, den: 3n }
  expect(splitByShare(10n, [third, third, third])).toEqual({ ok: true, value: [4n, 3n, 3n] })
})
