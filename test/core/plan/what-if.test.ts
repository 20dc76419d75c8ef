import { expect, test } from 'vitest'
import type { MetricKey } from '../../../src/core/plan/metric.js'
import { type WhatIf, whatIf } from '../../../src/core/plan/what-if.js'

const PLAN: readonly { metric: MetricKey; amount: bigint }[] = [
  { metric: 'revenue', amount: 10_000_000_00n },
  { metric: 'deals', amount: 20n },
  { metric: 'proposals', amount: 100n },
  { metric: 'visits', amount: 400n },
]

function tried(change: WhatIf, plan = PLAN) {
  const result = whatIf(plan, 10, change)
  return result.ok ? result.value.asks.map(({ metric, before, amount }) => [metric, before, amount]) : result.error
}

test('a win rate of 25% instead of 20% takes 80 proposals for the same 20 deals, and 320 visits', () => {
  expect(tried({ kind: 'win-rate', rate: { num: 1n, den: 4n } })).toEqual([
    ['revenue', 10_000_000_00n, 10_000_000_00n],
    ['deals', 20n, 20n],
    ['proposals', 100n, 80n],
    ['visits', 400n, 320n],
  ])
})

test('deals of 400,000 instead of 500,000 are 25 for the same revenue, and every stage follows', () => {
  expect(tried({ kind: 'deal-size', amount: 400_000_00n })).toEqual([
    ['revenue', 10_000_000_00n, 10_000_000_00n],
    ['deals', 20n, 25n],
    ['proposals', 100n, 125n],
    ['visits', 400n, 500n],
  ])
})

test('another headcount leaves the plan as it is', () => {
  expect(whatIf(PLAN, 10, { kind: 'headcount', people: 8 })).toMatchObject({ value: { peopleBefore: 10, people: 8, asks: PLAN } })
})

test('a rate needs deals and a stage before them, a deal size revenue and deals', () => {
  const [revenue, , proposals] = PLAN
  const without = [revenue, proposals].flatMap((ask) => (ask === undefined ? [] : [ask]))
  expect(tried({ kind: 'win-rate', rate: { num: 1n, den: 2n } }, without)).toBe('no-stages')
  expect(tried({ kind: 'deal-size', amount: 1n }, without)).toBe('no-revenue')
})
