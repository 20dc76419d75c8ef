import { expect, test } from 'vitest'
import { quantile } from '../../../../src/core/forecast/values/quantile.js'

test.each([
  { sorted: [1, 2, 3, 4], probability: 0.5, value: 2.5 },
  { sorted: [1, 2, 3, 4], probability: 0.25, value: 1.5 },
  { sorted: [1, 2, 3, 4], probability: 0, value: 1 },
  { sorted: [1, 2, 3, 4], probability: 1, value: 4 },
  { sorted: [7], probability: 0.9, value: 7 },
  { sorted: [], probability: 0.5, value: 0 },
])('the quantile $probability of $sorted is $value', ({ sorted, probability, value }) => {
  expect(quantile(Float64Array.from(sorted), probability)).toBeCloseTo(value, 12)
})
