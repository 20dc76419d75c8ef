import { expect, test } from 'vitest'
import type { FunnelInput } from '../../../src/core/plan/strategy-input.js'
import { following, sizedSteps, stepKind, stepsInto, stepsNamed, withStep } from '../../../src/core/plan/what-if-steps.js'

const FUNNELS: readonly FunnelInput[] = [
  {
    name: 'New',
    target: 'revenue',
    stages: [
      { stage: 'Raw leads', metric: 'leads', rate: '50%', cycle: '1 month' },
      { metric: 'proposals', assume: '20%' },
      { metric: 'deals', size: '500k' },
    ],
  },
  {
    name: 'Renewal',
    target: 'revenue',
    share: '30%',
    stages: [{ metric: 'proposals', rate: '80%' }, { metric: 'deals' }],
  },
]

test.each([
  ['raw LEADS', [{ funnel: 0, stage: 0 }]],
  ['线索', [{ funnel: 0, stage: 0 }]],
  [
    'proposals',
    [
      { funnel: 0, stage: 1 },
      { funnel: 1, stage: 0 },
    ],
  ],
  ['renewal 方案', [{ funnel: 1, stage: 0 }]],
  ['New Deals won', [{ funnel: 0, stage: 2 }]],
  ['mood', []],
])('“%s” names its steps, in either language, with the funnel before it or not', (words, places) => {
  expect(stepsNamed(FUNNELS, words)).toEqual(places)
})

test('proposals win deals in both funnels, and a deal is worth money in both', () => {
  expect(stepsInto(FUNNELS, 'deals')).toEqual([
    { funnel: 0, stage: 1 },
    { funnel: 1, stage: 0 },
  ])
  expect(sizedSteps(FUNNELS)).toEqual([
    { funnel: 0, stage: 2 },
    { funnel: 1, stage: 1 },
  ])
  expect(stepKind(FUNNELS, { funnel: 0, stage: 0 })).toBe('rate')
})

test('a step that is tried takes the place of what was said or assumed of it, and no other changes', () => {
  const [first, second] = withStep(FUNNELS, { funnel: 0, stage: 1 }, { kind: 'rate', words: '25%' })
  expect(first?.stages).toEqual([FUNNELS[0]?.stages[0], { metric: 'proposals', rate: '25%' }, FUNNELS[0]?.stages[2]])
  expect(second).toEqual(FUNNELS[1])
})

test.each([
  // asked for, needed before, needed now, and what is asked for then
  [200n, 200n, 250n, 250n],
  [220n, 200n, 250n, 270n],
  [180n, 200n, 250n, 250n],
  [220n, 200n, 160n, 180n],
  [40n, undefined, 25n, 40n],
  [20n, undefined, 25n, 25n],
])('a target of %s, of which %s were needed and %s are, becomes %s', (amount, before, needed, then) => {
  expect(following(amount, before, needed)).toBe(then)
})
