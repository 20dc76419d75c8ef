import { describe, expect, test } from 'vitest'
import { rewrites } from '../../../src/core/plan/rewrite.js'
import { readWish } from '../../../src/core/plan/wish.js'

const nothing = { metric: undefined, amount: undefined, growth: undefined, carrier: undefined, period: undefined }

describe('a wish', () => {
  test.each([
    { words: 'raise sales', read: { metric: 'revenue' } },
    { words: 'Raise sales by 20%', read: { metric: 'revenue', growth: 0.2 } },
    { words: '提升业绩', read: { metric: 'revenue' } },
    { words: '提高销量', read: { metric: 'revenue' } },
    { words: '下季度业绩提升 15 个点', read: { metric: 'revenue', growth: 0.15, period: 'quarter' } },
    { words: 'do better', read: { metric: 'revenue' } },
    { words: '业务做得更好', read: { metric: 'revenue' } },
    { words: 'double sales next year', read: { metric: 'revenue', growth: 1, period: 'year' } },
    { words: '明年业绩翻番', read: { metric: 'revenue', growth: 1, period: 'year' } },
    { words: '双倍努力', read: {} },
    { words: '多卖点', read: { metric: 'revenue' } },
    { words: 'make more money', read: { metric: 'revenue' } },
    { words: 'win more often', read: { metric: 'revenue' } },
    { words: 'hit our numbers', read: { metric: 'revenue' } },
    { words: '加油', read: {} },
    { words: '20 new customers a quarter', read: { metric: 'new-customers', amount: 20n, carrier: 'new', period: 'quarter' } },
    { words: '每季度20个新客户', read: { metric: 'new-customers', amount: 20n, carrier: 'new', period: 'quarter' } },
    { words: '20 customers a month', read: { metric: 'new-customers', amount: 20n, carrier: 'new', period: 'month' } },
    { words: 'revenue 1.2m in 2026-Q3', read: { metric: 'revenue', amount: 1_200_000_00n, period: '2026-Q3' } },
    { words: '2027年销售额做到1500万', read: { metric: 'revenue', amount: 15_000_000_00n, period: '2027' } },
    {
      words: '¥500k from existing customers this year',
      read: { metric: 'revenue', amount: 500_000_00n, carrier: 'repeat', period: 'year' },
    },
    { words: '老客户复购', read: { metric: 'revenue', carrier: 'repeat' } },
    { words: '2026年第3季度签单30单', read: { metric: 'deals', amount: 30n, period: '2026-Q3' } },
    { words: 'raise the average deal', read: { metric: 'deals', carrier: 'deal-size' } },
    { words: 'from 20 to 30 deals', read: { metric: 'deals' } },
  ])('$words', ({ words, read }) => expect(readWish(words, 'CNY')).toEqual({ ...nothing, ...read }))
})

const done = { newCustomers: 0n, deals: 0n }
const rates = { negotiated: { num: 3n, den: 5n }, won: { num: 11n, den: 20n } }

describe('rewrites', () => {
  test("come from the team's own numbers, a tenth above them", () => {
    const own = { weeks: 13, months: 3, reps: 2, newCustomers: 18n, deals: 24n, revenue: 1_200_000_00n, done, rates }
    expect(rewrites(own)).toEqual([
      { kind: 'new-customers', metric: 'new-customers', carrier: 'new', amount: 20n, usual: 18n, weekly: { visits: 5n, negotiations: 3n } },
      {
        kind: 'repeat-revenue',
        metric: 'revenue',
        carrier: 'repeat',
        amount: 1_320_000_00n,
        more: 120_000_00n,
        orders: 3n,
        size: 50_000_00n,
      },
      { kind: 'deal-size', metric: 'revenue', carrier: 'deal-size', amount: 1_320_000_00n, from: 50_000_00n, to: 55_000_00n, deals: 24n },
    ])
  })

  test('come from the people alone where there is no history', () => {
    const own = { weeks: 13, months: 3, reps: 4, newCustomers: undefined, deals: undefined, revenue: undefined, done, rates }
    expect(rewrites(own).map(({ kind, metric, amount }) => [kind, metric, amount])).toEqual([
      ['new-customers', 'new-customers', 12n],
      ['repeat-deals', 'deals', 12n],
      ['visits', 'visits', 260n],
    ])
  })

  test('ask for as much more as was said, and for one more at least', () => {
    const own = { weeks: 4, months: 1, reps: 2, newCustomers: 3n, deals: 5n, revenue: 0n, done, rates }
    expect(rewrites(own, 0.5).map(({ amount }) => amount)).toEqual([5n, 8n, 40n])
    expect(rewrites({ ...own, newCustomers: 1n }, 0.01)[0]?.amount).toBe(2n)
  })
})
