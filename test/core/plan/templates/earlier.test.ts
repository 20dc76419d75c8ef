import fc from 'fast-check'
import { expect, test } from 'vitest'
import { earlier } from '../../../../src/core/plan/templates/earlier.js'

test.each([
  { stretches: 0, falls: [25, 30, 45], why: 'at once: as they are' },
  { stretches: 1, falls: [30, 45, 25], why: 'a whole month ahead: each month takes over the next one’s, the last the first one’s' },
  { stretches: 1.5, falls: [38, 35, 27], why: 'half of 30 and 45, half of 45 and 25, half of 25 and 30: 37.5, 35, 27.5' },
  { stretches: 3, falls: [25, 30, 45], why: 'a whole quarter ahead: the quarter before' },
])('$stretches months ahead: $why', ({ stretches, falls }) => {
  expect(earlier([25, 30, 45], stretches)).toEqual(falls)
})

test('whatever the weights and however long ahead, it adds up to a hundred and nothing is negative', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 13 }).filter((each) => each.some((weight) => weight > 0)),
      fc.double({ min: 0, max: 30, noNaN: true }),
      (weights, stretches) => {
        const falls = earlier(weights, stretches)
        expect(falls.reduce((sum, each) => sum + each, 0)).toBe(100)
        expect(Math.min(...falls)).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})
