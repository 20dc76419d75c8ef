import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR } from '../../../../src/core/calendar/fiscal-year.js'
import { datesOf, monthsOf } from '../../../../src/core/calendar/period.js'
import { type LandingQuestion, landingPoint } from '../../../../src/core/forecast/run/landing-point.js'
import { randomFrom } from '../../../../src/core/forecast/values/random.js'

const day = (on: string) => Temporal.PlainDate.from(on)
const isWorked = (on: Temporal.PlainDate) => on.dayOfWeek <= 5
const NOVEMBER = { start: day('2026-11-01'), end: day('2026-11-30') }
/** Wednesday: seven of November's 21 weekdays are over, fourteen are left. */
const AS_OF = day('2026-11-11')

/** What each weekday brought from a date up to the day before another. */
function weekdays(from: string, to: string, amountOn: (on: Temporal.PlainDate, index: number) => number): LandingQuestion['done'] {
  return datesOf({ start: day(from), end: day(to).subtract({ days: 1 }) })
    .filter(isWorked)
    .map((on, index) => ({ on, amount: BigInt(Math.round(amountOn(on, index))) }))
}

function ask(done: LandingQuestion['done'], options: Partial<LandingQuestion> = {}) {
  const { period = NOVEMBER, asOf = AS_OF, asOfDay = 'open' } = options
  const first = asOfDay === 'open' ? asOf : asOf.add({ days: 1 })
  const daysLeft = Temporal.PlainDate.compare(first, period.end) > 0 ? [] : datesOf({ start: first, end: period.end }).filter(isWorked)
  const fixed = { isWorked, fiscal: CALENDAR_YEAR, target: 42n, daysAWeek: 5, level: 0.8 }
  return landingPoint({ done, period, asOf, asOfDay, daysLeft, ...fixed, ...options })
}

function forecast(done: LandingQuestion['done'], options: Partial<LandingQuestion> = {}) {
  const landing = ask(done, options)
  if (landing.state !== 'forecast') throw new Error('No forecast')
  return landing
}

/** A year of days around four a day. */
const chancy = (seed: number, mean = 4) => {
  const random = randomFrom(seed)
  return weekdays('2025-11-11', '2026-11-11', () => random.poisson(mean))
}

describe('few and large numbers', () => {
  /** 22 weekdays: October's. */
  const from = (amountOn: (index: number) => number) =>
    forecast(
      weekdays('2026-10-01', '2026-10-31', (_, index) => amountOn(index)),
      {
        period: { start: day('2026-10-01'), end: day('2026-11-30') },
        asOf: day('2026-10-31'),
      },
    )

  test.each([
    { example: 'a first sale on the last of 22 days', amountOn: (index: number) => (index === 21 ? 13_000_000 : 0) },
    { example: 'one among small ones', amountOn: (index: number) => (index === 21 ? 13_000_000 : (index % 3) * 10_000) },
    { example: 'two sales', amountOn: (index: number) => (index === 4 || index === 21 ? 13_000_000 : 0) },
  ])('$example: not every day brings one', ({ amountOn }) => {
    const { value, runRate, parts } = from(amountOn)
    expect(Math.abs(Number(value) / Number(runRate) - 1)).toBeLessThan(0.1)
    expect(parts[0]).toMatchObject({ method: 'mean' })
  })

  test('a level that rose is believed, where enough numbers show it', () => {
    const { value, runRate } = from((index) => (index < 2 ? 90 : 100))
    expect(Math.abs(Number(value) / Number(runRate) - 1)).toBeLessThan(0.02)
    const risen = forecast(weekdays('2026-06-01', '2026-11-11', (on) => (on.month < 9 ? 10 : 30)))
    expect(Number(risen.value)).toBeGreaterThan(20 * 30)
  })
})

describe('steady numbers', () => {
  test.each([
    { example: 'two a day: 14 done, 14 days left', amount: 2, lands: 42n },
    { example: '¥1,000 a day', amount: 100_000, lands: 2_100_000n },
    { example: 'nothing ever', amount: 0, lands: 0n },
  ])('$example, and the run rate says the same', ({ amount, lands }) => {
    const { value, lower, upper, runRate } = forecast(weekdays('2026-06-01', '2026-11-11', () => amount))
    expect([value, lower, upper, runRate]).toEqual([lands, lands, lands, lands])
  })

  test('reach what they come to, as surely as can be said before the last day, and no more', () => {
    const { chances } = forecast(weekdays('2026-06-01', '2026-11-11', () => 2))
    expect(chances).toEqual({ base: 0.99, stretch: 0.99, breakthrough: 1 - 0.99 })
  })

  test('with chance around them land near their year’s average, within an interval', () => {
    for (const seed of [1, 2, 3]) {
      const { value, lower, upper } = forecast(chancy(seed))
      expect(lower).toBeLessThan(value)
      expect(value).toBeLessThan(upper)
      expect(Number(value)).toBeGreaterThan(65)
      expect(Number(value)).toBeLessThan(105) // 84 a month, and a week of it by chance
    }
  })
})

test('the interval covers four months in five, or near', () => {
  const random = randomFrom(7)
  const days = weekdays('2024-01-01', '2027-01-01', () => random.poisson(4))
  const months = monthsOf({ start: day('2025-01-01'), end: day('2026-12-31') })
  const covered = months.filter((period) => {
    const asOf = period.start.add({ days: 11 })
    const { lower, upper } = forecast(
      days.filter(({ on }) => Temporal.PlainDate.compare(on, asOf) < 0),
      { period, asOf },
    )
    const came = days
      .filter(({ on }) => Temporal.PlainDate.compare(period.start, on) <= 0 && Temporal.PlainDate.compare(on, period.end) <= 0)
      .reduce((sum, { amount }) => sum + amount, 0n)
    return lower <= came && came <= upper
  })
  expect(covered.length).toBeGreaterThanOrEqual(15)
  expect(covered.length).toBeLessThan(24)
})

test('whoever closes at the month’s end is not written off in its middle', () => {
  const done = weekdays('2025-11-01', '2026-11-11', (on) => (on.day > 20 ? 8 : on.day > 10 ? 3 : 1))
  // By the 10th seven came; eight days of three and six of eight are left: 7 + 24 + 48.
  const { value, runRate, hasRhythm } = forecast(done)
  expect(runRate).toBe(21n)
  expect(hasRhythm).toBe(true)
  expect(Math.abs(Number(value) - 79)).toBeLessThan(8)
})

test('a growing number lands above its yearly average', () => {
  const { value } = forecast(weekdays('2025-11-11', '2026-11-11', (_, index) => 20 + index / 5))
  expect(Number(value)).toBeGreaterThan(21 * 65) // it stands at about 72 a day, the average at 46
})

describe('what is known of the day itself', () => {
  const done = weekdays('2026-06-01', '2026-11-11', () => 2)

  test('a day that is still open may bring more, and never less than it did', () => {
    expect(forecast([...done, { on: AS_OF, amount: 1n }]).value).toBe(42n)
    expect(forecast([...done, { on: AS_OF, amount: 40n }]).value).toBe(54n)
  })

  test('a day that is over counts as it ended', () => {
    expect(forecast([...done, { on: AS_OF, amount: 2n }], { asOfDay: 'closed' })).toMatchObject({ value: 42n, workingDaysLeft: 13 })
  })

  test('after the last day it lands on just what is done', () => {
    const last = { asOf: day('2026-11-30'), asOfDay: 'closed', target: 40n } as const
    expect(forecast([...done, { on: AS_OF, amount: 21n }], last)).toMatchObject({
      value: 35n,
      lower: 35n,
      upper: 35n,
      runRate: 35n,
      chances: { base: 1, stretch: 0, breakthrough: 0 },
    })
  })
})

describe('too little history', () => {
  test('is said, with the plain run rate: fourteen days of two and three done', () => {
    const landing = ask(weekdays('2026-10-22', '2026-11-11', (on) => (on.month === 11 ? 3 : 2)))
    // seven days of November brought 21; fourteen more at three make 63
    expect(landing).toMatchObject({ state: 'too-short', daysKnown: 14, runRate: 63n, workingDaysLeft: 14 })
  })

  test('is over with the fifteenth day', () => {
    expect(ask(weekdays('2026-10-21', '2026-11-11', () => 2))).toMatchObject({ state: 'forecast', daysKnown: 15, value: 42n })
  })

  test('is a period’s start without any', () => {
    expect(ask([])).toMatchObject({ state: 'too-short', daysKnown: 0, since: undefined, runRate: 0n })
  })
})

describe('whatever the numbers', () => {
  const anyNumbers = fc.array(fc.record({ back: fc.integer({ min: 1, max: 120 }), amount: fc.bigInt({ min: -50n, max: 5_000n }) }), {
    minLength: 1,
    maxLength: 80,
  })
  const dated = (numbers: readonly { back: number; amount: bigint }[]) =>
    numbers.map(({ back, amount }) => ({ on: AS_OF.subtract({ days: back }), amount }))

  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        expect(ask(dated(numbers.toReversed()))).toEqual(ask(dated(numbers)))
      }),
      { numRuns: 30 },
    )
  })

  test('the value lies within its interval, and a higher tier is never likelier than a lower one', () => {
    fc.assert(
      fc.property(anyNumbers, fc.bigInt({ min: 1n, max: 200_000n }), (numbers, target) => {
        const landing = ask(dated(numbers), { target })
        if (landing.state !== 'forecast') return
        const { value, lower, upper, chances } = landing
        expect(lower).toBeLessThanOrEqual(value)
        expect(value).toBeLessThanOrEqual(upper)
        const { base = 0, stretch = 0, breakthrough = 0 } = chances ?? {}
        expect(base).toBeGreaterThanOrEqual(stretch)
        expect(stretch).toBeGreaterThanOrEqual(breakthrough)
      }),
      { numRuns: 40 },
    )
  })
})

test('what came on a day off counts with the worked day before it', () => {
  const saturday = { on: day('2026-11-07'), amount: 3n }
  const { runRate } = ask([...weekdays('2026-11-02', '2026-11-11', () => 2), saturday], { asOf: AS_OF })
  expect(runRate).toBe(51n) // 17 in seven days, 34 in the fourteen left
})

test('a target of zero has no chances', () => {
  expect(forecast(chancy(1), { target: 0n }).chances).toBeUndefined()
})
