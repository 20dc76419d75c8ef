import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DealsRest } from '../../../../src/core/forecast/deals/rest-of-period.js'
import { combineWithDeals } from '../../../../src/core/forecast/run/combine-with-deals.js'
import type { LandingPoint } from '../../../../src/core/forecast/run/landing-point.js'

type Forecast = Extract<LandingPoint, { state: 'forecast' }>

/** Lands on 90, 100 or 110 with equal chance: a variance of 66 ⅔. */
const run: Forecast = {
  state: 'forecast',
  value: 100n,
  lower: 90n,
  upper: 110n,
  runRate: 100n,
  daysKnown: 60,
  since: undefined,
  workingDaysLeft: 10,
  chances: undefined,
  draws: Float64Array.of(90, 100, 110),
  parts: [{ method: 'mean', share: 1 }],
  hasRhythm: false,
}

/** 50 done, and 150 or 170 of the rest: lands on 200 or 220. */
const deals: DealsRest = {
  open: 120,
  fresh: 40,
  draws: Float64Array.of(150, 170),
  openDeals: 4,
  openValue: 300,
  closedDeals: 30,
  judged: 3,
  squaredError: 100,
  spread: 1,
}

test('the deals count by their past errors beside those of the run, and by how many are closed', () => {
  // 66.67 ÷ (66.67 + 100) = 0.4, drawn halfway to a half by three periods: 0.45, times 30 ÷ (30 + 30)
  const { dealsShare, run: byRun, deals: byDeals, landing } = combineWithDeals(run, deals, 50n, 0n, 0.8)
  expect(dealsShare).toBeCloseTo(0.225, 10)
  expect([byRun, byDeals]).toEqual([100n, 210n])
  // 0.225 × 210 + 0.775 × 100; the ends 0.225 × 200 + 0.775 × 90 and 0.225 × 220 + 0.775 × 110
  expect([landing.lower, landing.value, landing.upper]).toEqual([115n, 125n, 135n])
  expect(landing.parts).toEqual([
    { method: 'mean', share: expect.closeTo(0.775, 10) },
    { method: 'deals', share: expect.closeTo(0.225, 10) },
  ])
})

test.each([
  { what: 'no closed deal teaches nothing', changed: { closedDeals: 0 }, share: 0, value: 100n },
  { what: 'without a period before, both count alike', changed: { closedDeals: 1e12, judged: 0 }, share: 0.5, value: 155n },
  { what: 'many of both and no error count for all', changed: { closedDeals: 1e12, judged: 1e12, squaredError: 0 }, share: 1, value: 210n },
  { what: 'deals that were always far off hardly count', changed: { judged: 1e12, squaredError: 1e12 }, share: 0, value: 100n },
])('$what', ({ changed, share, value }) => {
  const combined = combineWithDeals(run, { ...deals, ...changed }, 50n, 0n, 0.8)
  expect(combined.dealsShare).toBeCloseTo(share, 6)
  expect(combined.landing.value).toBe(value)
})

test('a large deal under way does not make the deals count for less', () => {
  const large = { ...deals, open: 1000, draws: Float64Array.of(40, 2040) }
  expect(combineWithDeals(run, large, 50n, 0n, 0.8).dealsShare).toBe(combineWithDeals(run, deals, 50n, 0n, 0.8).dealsShare)
})

test('tiers have their chances from both, and what is done is certain', () => {
  // Halves: 145 to 165 by 90 to 110 and 200 to 220.
  const half = combineWithDeals(run, { ...deals, closedDeals: 1e12, judged: 0 }, 50n, 200n, 0.8)
  expect(half.dealsShare).toBeCloseTo(0.5, 6)
  expect(half.landing.chances).toEqual({ base: expect.closeTo(0.3, 0), stretch: 1 - 0.99, breakthrough: 1 - 0.99 })
  expect(combineWithDeals(run, deals, 50n, 50n, 0.8).landing.chances).toMatchObject({ base: 1, stretch: 1 })
})

test('it lies between the two everywhere, never below what is done, and nothing of it goes backwards', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(
      amounts,
      amounts,
      fc.nat(500),
      fc.nat(1e9),
      fc.nat(5000),
      fc.nat(6),
      (runRest, dealRest, closedDeals, squaredError, done, judged) => {
        const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
        const draws = Float64Array.from(runRest, (rest) => done + rest).sort()
        const byRun = { ...run, draws, value: BigInt(Math.round(done + mean(runRest))) }
        const source = {
          ...deals,
          draws: Float64Array.from(dealRest),
          open: mean(dealRest),
          fresh: 0,
          closedDeals,
          squaredError,
          judged,
          spread: 1 + judged / 6,
        }
        const { landing, run: a, deals: b, dealsShare } = combineWithDeals(byRun, source, BigInt(done), 1000n, 0.8)
        expect(landing.value).toBeGreaterThanOrEqual((a < b ? a : b) - 1n)
        expect(landing.value).toBeLessThanOrEqual((a > b ? a : b) + 1n)
        expect(dealsShare).toBeGreaterThanOrEqual(0)
        expect(dealsShare).toBeLessThanOrEqual(1)
        expect(landing.lower <= landing.value && landing.value <= landing.upper).toBe(true)
        expect(landing.draws.every((draw, index) => draw >= done - 1e-6 && draw >= (landing.draws[index - 1] ?? 0) - 1e-6)).toBe(true)
        const { base = 0, stretch = 0, breakthrough = 0 } = landing.chances ?? {}
        expect(base >= stretch && stretch >= breakthrough).toBe(true)
      },
    ),
  )
})
