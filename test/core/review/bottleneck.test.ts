import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bottleneck, type FunnelStage, funnelGaps } from '../../../src/core/review/bottleneck.js'

const AVERAGE_DEAL = 1_000_00n
const STAGES = ['leads', 'visits', 'proposals', 'negotiations', 'deals'] as const

function funnel(planned: readonly number[], actual: readonly number[]): FunnelStage[] {
  return planned.map((count, index) => ({
    stage: STAGES[index + STAGES.length - planned.length] ?? 'deals',
    planned: BigInt(count),
    actual: BigInt(actual[index] ?? 0),
  }))
}

describe('proposals 50, negotiations 20, deals 10 were planned; a deal brings 1,000', () => {
  const planned = [50, 20, 10]
  test.each([
    { what: 'all as planned', actual: [50, 20, 10], step: undefined, cost: 0n },
    { what: 'more than planned everywhere', actual: [60, 30, 20], step: undefined, cost: 0n },
    { what: 'half the proposals', actual: [25, 10, 5], step: 'entry', cost: 5_000_00n },
    { what: 'too few go on to negotiate: 10 missing, half of them deals', actual: [50, 10, 5], step: 'negotiations', cost: 5_000_00n },
    { what: 'too few are closed: 20 planned to give 10, gave 4', actual: [50, 20, 4], step: 'deals', cost: 6_000_00n },
    { what: 'both, the second costs more', actual: [50, 18, 4], step: 'deals', cost: 5_000_00n },
    { what: 'few entries, good rates', actual: [40, 20, 10], step: 'entry', cost: 2_000_00n },
    { what: 'nothing happened: it is lost at the entry', actual: [0, 0, 0], step: 'entry', cost: 10_000_00n },
  ])('$what', ({ actual, step, cost }) => {
    const found = bottleneck(funnel(planned, actual), AVERAGE_DEAL)
    if (step === undefined) return expect(found).toEqual({ state: 'none' })
    const gap = found.state === 'found' ? found.gap : undefined
    expect([gap?.kind === 'conversion' ? gap.to : gap?.kind, gap?.cost]).toEqual([step, cost])
  })
})

test('a finding has its rates and says when it rests on few cases', () => {
  const gap = funnelGaps(funnel([50, 20, 10], [50, 19, 4]), AVERAGE_DEAL)[2]
  expect(gap).toEqual({
    kind: 'conversion',
    from: 'negotiations',
    to: 'deals',
    planned: { num: 10n, den: 20n },
    actual: { num: 4n, den: 19n },
    cost: 5_500_00n,
    sampleSize: 19n,
    isSmallSample: true,
  })
  expect(funnelGaps(funnel([50, 20, 10], [50, 20, 4]), AVERAGE_DEAL)[2]?.isSmallSample).toBe(false)
})

test('where nothing stood before a step there is no rate', () => {
  const gap = funnelGaps(funnel([50, 20, 10], [50, 0, 0]), AVERAGE_DEAL)[2]
  expect(gap).toMatchObject({ actual: null, cost: 0n })
})

test('a stage that the plan does not count is passed over, an unplanned end makes no finding', () => {
  expect(funnelGaps(funnel([50, 0, 10], [50, 7, 5]), AVERAGE_DEAL)).toHaveLength(2)
  expect(bottleneck(funnel([50, 20, 0], [50, 20, 10]), AVERAGE_DEAL)).toEqual({ state: 'no-plan' })
  expect(bottleneck(funnel([10], [5]), AVERAGE_DEAL)).toEqual({ state: 'no-plan' })
  expect(bottleneck([], AVERAGE_DEAL)).toEqual({ state: 'no-plan' })
})

test('the costs add up to the whole shortfall, each rounded by less than one', () => {
  const count = fc.integer({ min: 0, max: 10_000 })
  const someFunnel = fc.array(fc.tuple(fc.integer({ min: 1, max: 10_000 }), count), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(someFunnel, fc.bigInt({ min: 0n, max: 10n ** 10n }), (counts, averageDeal) => {
      const stages = funnel(
        counts.map(([planned]) => planned),
        counts.map(([, actual]) => actual),
      )
      const [plannedDeals, deals] = counts.at(-1) ?? [0, 0]
      const gaps = funnelGaps(stages, averageDeal)
      const difference = gaps.reduce((sum, { cost }) => sum + cost, 0n) - BigInt(plannedDeals - deals) * averageDeal
      expect(Math.abs(Number(difference))).toBeLessThan(gaps.length)
    }),
  )
})
