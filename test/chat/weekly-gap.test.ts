import { describe, expect, test } from 'vitest'
import type { BottleneckFigures, WeeklyShown } from '../../src/app/review/figures.js'
import { weekLines } from '../../src/chat/cards/weekly.js'
import { plainCard } from '../../src/chat/plain.js'
import { sayIn } from '../../src/chat/say.js'

const basis = { sampleSize: 49n, isSmallSample: false }
const worth = { stage: 'deals', planned: 4n, averageDeal: 1_500_000n } as const

function said(bottleneck: BottleneckFigures): string {
  const week: WeeklyShown = {
    team: 'East',
    week: '2026-W36',
    board: null,
    attainment: [],
    bottleneck,
    actions: { done: [], carriedOver: [] },
    wins: [],
  }
  return plainCard({ lines: weekLines(week) }, sayIn('en'))
}

describe('the worth of the bottleneck is led back to its figures', () => {
  test('between two stages', () => {
    const gap = {
      ...basis,
      kind: 'conversion',
      cost: 1_100_377n,
      from: 'leads',
      to: 'visits',
      planned: { num: 71n, den: 47n },
      actual: { num: 61n, den: 49n },
    } as const
    // 49 × 71 ÷ 47 are 74 visits; the 13 that are missing make 0.73 deals of 15,000.
    expect(said({ state: 'found', gap, currency: 'GBP', worth })).toContain('about £11,000 in deals')
    expect(said({ state: 'found', gap, currency: 'GBP', worth })).toContain('(49 × 71 ÷ 47 − 61) × 4 ÷ 71 × £15,000: ')
  })

  test('at the entry', () => {
    const gap = { ...basis, kind: 'entry', cost: 1_212_765n, stage: 'leads', planned: 47n, actual: 37n } as const
    expect(said({ state: 'found', gap, currency: 'GBP', worth })).toContain('(47 − 37) × 4 ÷ 47 × £15,000: ')
  })

  test('of a week that was published before, without them', () => {
    const gap = { ...basis, kind: 'entry', cost: 1_212_765n, stage: 'leads', planned: 47n, actual: 37n } as const
    expect(said({ state: 'found', gap, currency: 'GBP' })).not.toContain('÷')
  })
})
