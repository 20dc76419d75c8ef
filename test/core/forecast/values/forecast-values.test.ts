import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mase, naiveScale } from '../../../../src/core/forecast/accuracy.js'
import { forecastValues } from '../../../../src/core/forecast/values/forecast-values.js'
import { randomFrom } from '../../../../src/core/forecast/values/random.js'

const ask = (values: readonly number[], { seasons = [7], horizon = 14, level = 0.8 } = {}) =>
  forecastValues({ values, seasons, horizon, level })
const histories = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 80 })
const amounts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 80 })
/** Numbers with a season and a trend, and chance around them. */
function seasonal(seed: number, season: number, count: number): number[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, t) => 200 + 0.3 * t + 60 * Math.sin((2 * Math.PI * t) / season) + 10 * random.normal())
}

describe('whatever the history', () => {
  test('the value lies within its interval, and all are numbers', () => {
    fc.assert(
      fc.property(histories, fc.double({ min: 0.05, max: 0.99, noNaN: true }), (values, level) => {
        for (const { value, lower, upper } of ask(values, { level }).points) {
          expect(Number.isFinite(value + lower + upper)).toBe(true)
          expect(lower).toBeLessThanOrEqual(value)
          expect(value).toBeLessThanOrEqual(upper)
        }
      }),
    )
  })

  test('a higher level asks for a wider interval around the same value', () => {
    fc.assert(
      fc.property(histories, (values) => {
        const [narrow, wide] = [ask(values, { level: 0.5 }), ask(values, { level: 0.95 })]
        narrow.points.forEach((point, index) => {
          expect(wide.points[index]?.value).toBe(point.value)
          expect(wide.points[index]?.lower).toBeLessThanOrEqual(point.lower)
          expect(wide.points[index]?.upper).toBeGreaterThanOrEqual(point.upper)
        })
      }),
    )
  })

  test('an interval never narrows from one step to the next', () => {
    fc.assert(
      fc.property(histories, (values) => {
        const reach = ask(values).points.map(({ value, upper }) => upper - value)
        reach.forEach((width, index) => {
          expect(width).toBeGreaterThanOrEqual((reach[index - 1] ?? 0) - 1e-9 * Math.abs(width) - 1e-9)
        })
      }),
    )
  })

  test('in another unit it is the same forecast', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const [plain, inCents] = [ask(values), ask(values.map((value) => value * 128))]
        plain.points.forEach(({ value, lower, upper }, index) => {
          const other = inCents.points[index]
          expect(other?.value).toBeCloseTo(value * 128, -Math.log10(value * 128 + 1) + 4)
          expect(other?.lower).toBeCloseTo(lower * 128, -Math.log10(upper * 128 + 1) + 4)
          expect(other?.upper).toBeCloseTo(upper * 128, -Math.log10(upper * 128 + 1) + 4)
        })
      }),
    )
  })

  test('numbers that were never negative are not forecast so', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        for (const { lower } of ask([...values, 0]).points) expect(lower).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

test('asked twice it says the same', () => {
  const values = seasonal(1, 7, 200)
  expect(ask(values)).toEqual(ask(values))
})

test('what never changed goes on as it was, without doubt', () => {
  for (const constant of [0, 42]) {
    const { points, tooShort } = ask(new Array(60).fill(constant))
    expect(tooShort).toBe(false)
    for (const { value, lower, upper } of points) {
      expect(value).toBeCloseTo(constant, 9)
      expect(upper - lower).toBeCloseTo(0, 9)
    }
  }
})

test('a straight line goes on straight', () => {
  const { points } = ask(
    Array.from({ length: 100 }, (_, t) => 10 + 2 * t),
    { seasons: [] },
  )
  points.forEach(({ value }, index) => {
    expect(Math.abs(value - (210 + 2 * index))).toBeLessThan(6)
  })
})

test('three values are too few to choose a method: their mean, and it says so', () => {
  const { points, method, tooShort } = ask([10, 20, 30], { horizon: 2 })
  expect({ method, tooShort }).toEqual({ method: 'mean', tooShort: true })
  expect(points).toEqual([
    { value: 20, lower: 0, upper: 40 },
    { value: 20, lower: 0, upper: 40 },
  ])
})

test.each([
  { what: 'days with a week', season: 7, count: 180, horizon: 14 },
  { what: 'months with a year', season: 12, count: 72, horizon: 12 },
  { what: 'weeks with a year', season: 52, count: 260, horizon: 13 },
])('$what: it is off by less than half as much as the last value carried on', ({ season, count, horizon }) => {
  const errors = [1, 2, 3, 4, 5].map((seed) => {
    const all = seasonal(seed, season, count + horizon)
    const [history, outcomes] = [all.slice(0, count), all.slice(count)]
    const scale = naiveScale(history, 1)
    const ours = ask(history, { seasons: [season], horizon }).points.map(({ value }) => value)
    return { ours: mase(outcomes, ours, scale), naive: mase(outcomes, new Array(horizon).fill(history.at(-1)), scale) }
  })
  const mean = (of: (error: (typeof errors)[number]) => number) => errors.reduce((sum, error) => sum + of(error), 0) / errors.length
  expect(mean(({ ours }) => ours)).toBeLessThan(mean(({ naive }) => naive) / 2)
})

test.each([
  { what: 'a year and a half of months', season: 12, count: 18 },
  { what: 'two years of months', season: 12, count: 24 },
])('$what: a strong season is seen before three of its cycles are there', ({ season, count }) => {
  const random = randomFrom(3)
  const shape = [0.7, 0.6, 1.1, 1, 0.95, 1.25, 0.9, 0.85, 1.15, 1, 1.1, 1.4]
  const series = () => Array.from({ length: count + season }, (_, t) => 1000 * (shape[t % season] ?? 1) * (1 + 0.05 * random.normal()))
  const errors = Array.from({ length: 12 }, () => {
    const all = series()
    const [history, outcomes] = [all.slice(0, count), all.slice(count)]
    const asked = ask(history, { seasons: [season], horizon: season })
    const scale = naiveScale(history, 1)
    const level = history.slice(-season).reduce((sum, value) => sum + value, 0) / season
    const ours = asked.points.map(({ value }) => value)
    return { ours: mase(outcomes, ours, scale), level: mase(outcomes, new Array(season).fill(level), scale), method: asked.method }
  })
  const sum = (of: (error: (typeof errors)[number]) => number) => errors.reduce((total, error) => total + of(error), 0)
  expect(sum(({ ours }) => ours)).toBeLessThan(sum(({ level }) => level) * 0.75)
  expect(errors.some(({ method }) => method.includes(`last season (season ${season})`))).toBe(true)
})

test('its intervals cover about as often as they say', () => {
  const covered = { 0.8: 0, 0.95: 0 }
  const tries = 60
  for (let seed = 1; seed <= tries; seed += 1) {
    const all = seasonal(seed, 7, 214)
    for (const level of [0.8, 0.95] as const) {
      ask(all.slice(0, 200), { level }).points.forEach(({ lower, upper }, index) => {
        const outcome = all[200 + index] ?? Number.NaN
        covered[level] += outcome >= lower && outcome <= upper ? 1 / (14 * tries) : 0
      })
    }
  }
  expect(covered[0.8]).toBeGreaterThan(0.75)
  expect(covered[0.8]).toBeLessThan(0.88)
  expect(covered[0.95]).toBeGreaterThan(0.91)
})
