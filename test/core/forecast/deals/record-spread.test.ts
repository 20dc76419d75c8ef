import { expect, test } from 'vitest'
import { recordSpread } from '../../../../src/core/forecast/deals/record-spread.js'

test.each([
  { example: 'no record is taken to be off by the usual', past: [], spread: Math.sqrt(1.5) },
  { example: 'twice as far off as the draws', past: [{ error: -6, variance: 9 }], spread: Math.sqrt((4 + 4.5) / 4) },
  { example: 'far off counts as four times at the most', past: [{ error: 100, variance: 1 }], spread: Math.sqrt((16 + 4.5) / 4) },
  { example: 'draws that are all the same tell nothing', past: [{ error: 5, variance: 0 }], spread: Math.sqrt(1.5) },
])('$example', ({ past, spread }) => expect(recordSpread(past, 3)).toBeCloseTo(spread, 12))
