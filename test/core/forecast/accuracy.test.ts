import { describe, expect, test } from 'vitest'
import { coverage, mase, msis, naiveScale, smape } from '../../../src/core/forecast/accuracy.js'
import { biasOf, scoresOf } from '../../../src/core/forecast/score.js'

describe('measures, by hand', () => {
  test('sMAPE: 10 of 210 and 20 of 380, doubled, in percent, averaged', () => {
    expect(smape([100, 200], [110, 180])).toBeCloseTo((2000 / 210 + 4000 / 380) / 2, 10)
    expect(smape([0], [0])).toBe(0)
    expect(smape([0], [5])).toBe(200)
  })

  test('MASE: off by 1.5 on average, where the naive forecast was off by 5/3', () => {
    expect(naiveScale([1, 3, 2, 4], 1)).toBeCloseTo(5 / 3, 10)
    expect(mase([5, 6], [4, 4], 5 / 3)).toBeCloseTo(0.9, 10)
  })

  test('a seasonal scale compares with one season ago', () => {
    expect(naiveScale([10, 20, 13, 24], 2)).toBeCloseTo((3 + 4) / 2, 10)
    expect(naiveScale([10, 20], 2)).toBeNaN()
  })

  test('MSIS: a width of 4, and 40 times the 1 by which one outcome lies below', () => {
    const intervals = [
      { lower: 8, upper: 12 },
      { lower: 8, upper: 12 },
    ]
    expect(msis([10, 7], intervals, 0.95, 2)).toBeCloseTo((4 + (4 + 40 * 1)) / 2 / 2, 6)
    expect(msis([10, 13], intervals, 0.8, 1)).toBeCloseTo((4 + (4 + 10 * 1)) / 2, 6)
    expect(coverage([10, 7], intervals)).toBe(0.5)
    expect(coverage([8, 12], intervals)).toBe(1)
  })
})

test('scores are means over all tries, and a history that never changed has no scaled error', () => {
  const point = (value: number) => ({ value, lower: value - 1, upper: value + 1 })
  const tries = [
    { method: 'naive', history: [1, 2, 3], season: 1, points: [point(3)], outcomes: [4] },
    { method: 'naive', history: [5, 5, 5], season: 1, points: [point(5)], outcomes: [7] },
  ]
  const [score] = scoresOf(tries, 0.8)
  // One and two too low of eleven in all.
  expect(biasOf(tries, 'naive')).toBeCloseTo((-100 * 3) / 11, 10)
  expect(biasOf(tries, 'none of these')).toBeNaN()
  expect(score).toMatchObject({ method: 'naive', mase: 1, coverage: 0.5 })
  expect(score?.smape).toBeCloseTo((200 / 7 + 400 / 12) / 2, 10)
})
