import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeRegression } from '../../../../src/core/forecast/values/change-regression.js'
import { combine } from '../../../../src/core/forecast/values/combine.js'
import { longMean } from '../../../../src/core/forecast/values/long-mean.js'
import { normalQuantile } from '../../../../src/core/forecast/values/normal-quantile.js'
import { randomFrom } from '../../../../src/core/forecast/values/random.js'
import { addProducts, addSquares, emptySquares, ridge } from '../../../../src/core/forecast/values/ridge.js'
import { withSeason } from '../../../../src/core/forecast/values/season-so-far.js'
import { theta } from '../../../../src/core/forecast/values/theta.js'

describe('the normal quantile', () => {
  test.each([
    [0.5, 0],
    [0.9, 1.281552],
    [0.975, 1.959964],
    [0.999, 3.090232],
    [0.025, -1.959964],
    [1e-9, -5.997807],
  ])('%d → %d', (probability, quantile) => expect(normalQuantile(probability)).toBeCloseTo(quantile, 5))

  test('certainty has none', () => expect(() => normalQuantile(1)).toThrow(RangeError))
})

describe('ridge regression', () => {
  /** Learns rows and their outcomes, all counting alike. */
  function learnt(rows: readonly (readonly number[])[], outcomes: readonly number[]) {
    const features = rows[0]?.length ?? 0
    const squares = emptySquares(features)
    const products = new Float64Array(features)
    outcomes.forEach((outcome, index) => {
      addSquares(squares, Float64Array.from(rows.flat()), index * features, 1)
      addProducts(products, Float64Array.from(rows.flat()), index * features, outcome, 1)
    })
    return { squares, products }
  }

  test('without a penalty it finds the line that the rows lie on', () => {
    const rows = [
      [1, 2],
      [2, -1],
      [3, 5],
    ] as const
    const { squares, products } = learnt(
      rows,
      rows.map(([a, b]) => 3 * a - 2 * b),
    )
    const [first, second] = ridge(squares, products, 0)
    expect(first).toBeCloseTo(3, 9)
    expect(second).toBeCloseTo(-2, 9)
  })

  test('a penalty as large as the feature halves its coefficient', () => {
    const { squares, products } = learnt([[2]], [8])
    expect(ridge(squares, products, 1)[0]).toBeCloseTo(2, 9)
  })

  test('a feature that was always zero gets nothing', () => {
    const { squares, products } = learnt([[1, 0]], [5])
    expect([...ridge(squares, products, 0)]).toEqual([5, 0])
  })
})

test('Theta, by hand: 2, 4, 6 with all smoothing is at 6 and drifts by half the slope of 2', () => {
  const said = theta({ values: Float64Array.of(2, 4, 6), season: 1, horizon: 2, firstOrigin: 2 })
  expect([...said]).toEqual([7, 8])
})

test.each([
  ['the regression on changes', changeRegression],
  ['the mean with a season', withSeason(longMean)],
])('%s says of a past origin what it would have said then, whatever came later', (_, method) => {
  const some = (count: number) => fc.array(fc.integer({ min: 0, max: 999 }), { minLength: count, maxLength: count })
  fc.assert(
    fc.property(some(80), some(20), some(20), (past, one, other) => {
      const said = (later: readonly number[]) =>
        method({ values: Float64Array.from([...past, ...later]), season: 7, horizon: 5, firstOrigin: 60 })
      const known = (past.length - 60) * 5
      expect(said(one).subarray(0, known)).toEqual(said(other).subarray(0, known))
    }),
  )
})

test('the method that came nearer has nearly all the weight, equals share it', () => {
  const values = Float64Array.from({ length: 100 }, (_, index) => index)
  const asked = { values, horizon: 1, firstOrigin: 50 }
  const off = (by: number) => Float64Array.from({ length: 50 }, (_, row) => 51 + row + by)
  const { shares } = combine(asked, [{ said: off(1) }, { said: off(-1) }, { said: off(3) }])
  expect(shares[0]).toBe(shares[1])
  expect(shares[2]).toBeLessThan(0.001)
})

test('chance from one seed is the same each time, and as it should be on average', () => {
  const draw = () => {
    const random = randomFrom(7)
    return Array.from({ length: 4000 }, () => [random.uniform(), random.normal(), random.poisson(3), random.poisson(80)] as const)
  }
  const draws = draw()
  expect(draws).toEqual(draw())
  const mean = (index: number) => draws.reduce((sum, each) => sum + (each[index] ?? 0), 0) / draws.length
  expect(mean(0)).toBeCloseTo(0.5, 1)
  expect(mean(1)).toBeCloseTo(0, 1)
  expect(Math.abs(mean(2) - 3)).toBeLessThan(0.1)
  expect(Math.abs(mean(3) - 80)).toBeLessThan(0.6)
})
