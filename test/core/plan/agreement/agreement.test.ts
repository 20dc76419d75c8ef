import { expect, test } from 'vitest'
import { carriedOver, counterChanges, type ProposedTarget } from '../../../../src/core/plan/agreement/agreement.js'

const target = (amount: bigint, metric: ProposedTarget['metric'] = 'visits'): ProposedTarget => ({
  metric,
  currency: undefined,
  amount,
  before: null,
  ahead: amount,
  days: 10,
})

test.each([
  { state: 'accepted', earlier: 100n, now: 100n, kind: 'same', next: 'accepted' },
  { state: 'held', earlier: 100n, now: 100n, kind: 'same', next: 'held' },
  { state: 'proposed', earlier: 100n, now: 120n, kind: 'changed', next: 'proposed' },
  { state: 'accepted', earlier: 100n, now: 120n, kind: 'changed', next: 'proposed' },
  { state: 'held', earlier: 100n, now: 120n, kind: 'changed', next: 'proposed' },
  { state: 'countered', earlier: 100n, now: 120n, kind: 'changed', next: 'countered' },
] as const)('$state for $earlier is $next when $now is asked', ({ state, earlier, now, kind, next }) => {
  expect(carriedOver({ state, targets: [target(earlier)] }, [target(now)])).toEqual({ kind, state: next })
})

test('the order of the metrics and how the days fall do not matter, another metric does', () => {
  const both = [target(5n, 'leads'), target(100n)]
  expect(
    carriedOver(
      { state: 'accepted', targets: both.toReversed() },
      both.map((each) => ({ ...each, days: 3 })),
    ).kind,
  ).toBe('same')
  expect(carriedOver({ state: 'accepted', targets: [target(100n)] }, both).kind).toBe('changed')
})

test('a counter changes what it names otherwise, and nothing else', () => {
  const targets = [target(100n), target(5n, 'leads')]
  const counter = [
    { metric: 'visits', currency: undefined, amount: 80n },
    { metric: 'leads', currency: undefined, amount: 5n },
  ] as const
  expect(counterChanges(targets, counter)).toEqual([{ metric: 'visits', currency: undefined, proposed: 100n, asked: 80n }])
})
