import { expect, test } from 'vitest'
import { restByStage } from '../../../src/core/pace/rest-by-stage.js'
import type { MetricKey } from '../../../src/core/plan/metric.js'
import { motionsOf } from '../../../src/core/plan/motions.js'
import type { FunnelInput } from '../../../src/core/plan/strategy-input.js'
import { funnelTo, NO_HISTORY } from '../plan/funnels.js'

/** The stages' amounts of each motion, from the first contact on. */
function rest(target: MetricKey, remaining: bigint, funnels: FunnelInput[]) {
  const targets = [
    { metric: 'revenue' as const, amount: 1n, currency: 'CNY', split: 'equal' as const },
    { metric: 'deals' as const, amount: 1n, split: 'equal' as const },
  ]
  const motions = motionsOf({ targets, funnels }, NO_HISTORY)
  return restByStage(target, remaining, motions).map(({ name, stages }) => [name, ...stages.map(({ amount }) => amount)])
}

const DIRECT = funnelTo('revenue', 'Direct', [
  { metric: 'leads', rate: '25%', cycle: '1 month' },
  { metric: 'visits', rate: '2/3' },
  { metric: 'proposals', rate: '50%' },
  { metric: 'deals', size: '100000' },
])
const PIPELINE = funnelTo('revenue', 'Pipeline', [{ stage: 'Pipeline', rate: '30%' }])
const NEW = funnelTo(
  'deals',
  'New',
  [
    { metric: 'leads', rate: '10%' },
    { metric: 'proposals', rate: '40%' },
  ],
  '60%',
)
const REPEAT = funnelTo('deals', 'Repeat', [{ metric: 'proposals', rate: '80%' }], '40%')

test.each([
  // 100,000 is one deal, two proposals, three visits, twelve leads.
  ['one deal', 'revenue', 100_000_00n, [DIRECT], [['Direct', 12n, 3n, 2n, 1n]]],
  // 100,000.01 takes two deals: four proposals, six visits, 24 leads.
  ['a cent more than one deal', 'revenue', 100_000_01n, [DIRECT], [['Direct', 24n, 6n, 4n, 2n]]],
  // 1,000 at 30% take 3,333.34 of pipeline.
  ['money into money', 'revenue', 1_000_00n, [PIPELINE], [['Pipeline', 3_333_34n]]],
  // Of 7 deals 60% are 4.2, so 5: 12.5, so 13 proposals, 130 leads. 40% are 2.8, so 3: 3.75, so 4 proposals.
  [
    'two motions',
    'deals',
    7n,
    [NEW, REPEAT],
    [
      ['New', 130n, 13n],
      ['Repeat', 4n],
    ],
  ],
  ['nothing left', 'revenue', 0n, [DIRECT], []],
  ['another target’s funnel', 'deals', 7n, [DIRECT], []],
  ['a deal that nobody knows the worth of', 'revenue', 100n, [{ ...DIRECT, stages: [{ metric: 'deals' }] }], []],
] satisfies [string, MetricKey, bigint, FunnelInput[], (string | bigint)[][]][])('%s', (_name, target, remaining, funnels, expected) => {
  expect(rest(target, remaining, funnels)).toEqual(expected)
})
