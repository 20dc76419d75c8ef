import { expect, test } from 'vitest'
import { dealsByFocus } from '../../../src/core/plan/focus-shares.js'

const percent = (num: bigint) => ({ num, den: 100n })
const HEALTHCARE = { name: 'Healthcare', share: percent(60n) }
const EAST = { name: 'East', share: undefined }

test.each([
  {
    what: 'what serves a focus is its part of the value, and the rest is off strategy',
    focuses: [HEALTHCARE],
    sums: { Healthcare: 500_00n, '': 300_00n },
    shares: { Healthcare: [0.625, 0.6] },
    off: { share: 0.375, room: 0.4 },
  },
  {
    what: 'a focus that the strategy does not name is off strategy, one without a share takes what the others leave',
    focuses: [HEALTHCARE, EAST],
    sums: { East: 25n, Boxes: 50n, '': 25n },
    shares: { Healthcare: [0, 0.6], East: [0.25, 0.4] },
    off: { share: 0.75, room: 0 },
  },
  {
    what: 'amounts beyond what a float counts exactly still come to the whole',
    focuses: [HEALTHCARE],
    sums: { Healthcare: 90_000_000_000_000_001n, '': 90_000_000_000_000_001n },
    shares: { Healthcare: [0.5, 0.6] },
    off: { share: 0.5, room: 0.4 },
  },
])('$what', ({ focuses, sums, shares, off }) => {
  const found = dealsByFocus(
    focuses,
    Object.entries(sums).map(([focus, amount]) => ({ focus: focus === '' ? undefined : focus, amount })),
  )
  expect(Object.fromEntries(found?.focuses.map(({ name, share, wanted }) => [name, [share, wanted]]) ?? [])).toEqual(shares)
  expect(found?.off).toEqual(off)
})

test('without a strategy, or with deals that are worth nothing yet, there is nothing to tell', () => {
  expect(dealsByFocus([], [{ focus: undefined, amount: 5n }])).toBeUndefined()
  expect(dealsByFocus([HEALTHCARE], [])).toBeUndefined()
  expect(dealsByFocus([HEALTHCARE], [{ focus: 'Healthcare', amount: 0n }])).toBeUndefined()
})
