import { expect, test } from 'vitest'
import { type MemberMonth, monthChanges } from '../../../src/core/plan/month-changes.js'

const month = (memberId: string, days: readonly (bigint | null)[], more: Partial<MemberMonth> = {}): MemberMonth => ({
  ...{ memberId, metric: 'deals', month: '2026-03', currency: undefined, days },
  ...more,
})

test('only a month with another number, another currency or none before is written, and only what is asked for no longer goes', () => {
  const [same, other, added, left] = [month('a', [1n, null]), month('b', [2n, null]), month('c', [0n]), month('d', [1n])]
  const inMoney = month('a', [5n], { metric: 'revenue', currency: 'CNY' })
  const standing = [month('a', [1n, null]), month('b', [1n, null]), left, inMoney]
  const inEuro = { ...inMoney, currency: 'EUR' }
  expect(monthChanges(standing, [same, other, added, inEuro])).toEqual({ written: [other, added, inEuro], gone: [left] })
})

test('a day off is not a day of nothing', () => {
  expect(monthChanges([month('a', [1n, null])], [month('a', [1n, 0n])]).written).toHaveLength(1)
})
