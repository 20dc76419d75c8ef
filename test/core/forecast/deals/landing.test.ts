import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backtestDeals } from '../../../../src/core/forecast/deals/backtest-deals.js'
import { eagerness } from '../../../../src/core/forecast/deals/closing-days.js'
import { type ClosingModel, learnClosing, passDay } from '../../../../src/core/forecast/deals/closing-model.js'
import { type Deal, knownOn } from '../../../../src/core/forecast/deals/deal.js'
import { forecastDeals } from '../../../../src/core/forecast/deals/forecast-deals.js'
import { landings, outlookBook } from '../../../../src/core/forecast/deals/landing.js'
import { monthOf } from '../../../../src/core/forecast/deals/months.js'
import { readDate } from '../../../../src/core/forecast/file/read-date.js'
import { gatherRemarks } from '../../../../src/core/forecast/file/remarks.js'
import { scoresOf } from '../../../../src/core/forecast/score.js'
import { randomFrom } from '../../../../src/core/forecast/values/random.js'
import { simulateDeals } from './simulated-deals.js'

const day = (iso: string) => readDate(iso, 'day-first') ?? Number.NaN
const FIRST = day('2024-01-01')
const land = (deals: readonly Deal[], asOf: number, { months = 1, level = 0.8 } = {}) =>
  landings(outlookBook(deals), deals, asOf, months, level)

describe('how deals come to an end', () => {
  const model: ClosingModel = {
    stages: ['only'],
    starts: Float64Array.of(1),
    won: Float64Array.of(0.1),
    lost: Float64Array.of(0.2),
    moved: Float64Array.of(0),
    wonByAge: Float64Array.of(1),
    lostByAge: Float64Array.of(1),
    alive: Float64Array.of(1),
  }

  test('by hand: 10% on the first day, 10% of the 70% that are left on the second', () => {
    const chances = Float64Array.of(1)
    expect(passDay(model, chances, 0, 1)).toBeCloseTo(0.1, 12)
    expect(passDay(model, chances, 1, 1)).toBeCloseTo(0.07, 12)
    expect(chances[0]).toBeCloseTo(0.49, 12)
  })

  test('on a day on which twice as many are won, fewer are left', () => {
    const chances = Float64Array.of(1)
    expect(passDay(model, chances, 0, 2)).toBeCloseTo(0.2, 12)
    expect(chances[0]).toBeCloseTo(0.6, 12)
  })

  test('it finds chances that do not change with age', () => {
    const random = randomFrom(3)
    const asOf = FIRST + 600
    const deals = Array.from({ length: 3000 }, (): Deal => {
      const opened = FIRST + Math.floor(random.uniform() * 600)
      let age = 0
      while (random.uniform() > 0.03) age += 1
      const end =
        opened + age > asOf ? ({ kind: 'open' } as const) : ({ kind: random.uniform() < 1 / 3 ? 'won' : 'lost', on: opened + age } as const)
      return { opened, stage: 'only', value: 1, end }
    })
    const learnt = learnClosing(deals, asOf)
    const chances = Float64Array.of(1)
    let wonIn30 = 0
    for (let age = 0; age < 30; age += 1) wonIn30 += passDay(learnt, chances, age, 1)
    expect(wonIn30).toBeCloseTo((1 - 0.97 ** 30) / 3, 1)
    expect(chances[0]).toBeCloseTo(0.97 ** 30, 1)
  })

  test('with one deal won and one lost all chances are still chances', () => {
    const few: Deal[] = [
      { opened: FIRST, stage: 'lead', value: 5, end: { kind: 'won', on: FIRST + 3 } },
      { opened: FIRST, stage: 'needs', value: 5, end: { kind: 'lost', on: FIRST + 9 } },
      { opened: FIRST, stage: undefined, value: 5, end: { kind: 'open' } },
    ]
    const { won, lost, moved, starts } = learnClosing(few, FIRST + 20)
    for (const rates of [won, lost, moved, starts]) for (const rate of rates) expect(rate >= 0 && rate <= 1).toBe(true)
    expect(starts.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  })

  test('a team that signs on the last day of the month is known by it', () => {
    const deals = Array.from(
      { length: 24 },
      (_, month): Deal => ({ opened: FIRST, stage: 'a', value: 1, end: { kind: 'won', on: monthOf(FIRST, month).last } }),
    )
    const eager = eagerness(deals, monthOf(FIRST, 23).last)
    expect(eager(day('2026-03-31'))).toBeGreaterThan(5 * eager(day('2026-03-11')))
  })
})

describe('where the month lands', () => {
  const asOf = day('2025-08-10')
  const simulated = simulateDeals(5, { first: FIRST, days: 620, perDay: 1.5 })
  const deals = simulated.seenOn(asOf)

  test('it is what is won, and of the rest so much from the deals and so much from the run', () => {
    const [landing] = land(deals, asOf)
    if (landing === undefined) throw new Error('no landing')
    const { won, open, fresh, run, dealsShare, value, month } = landing
    expect(month).toBe('2025-08')
    expect(won).toBe(simulated.wonBetween(day('2025-08-01'), asOf))
    expect(value).toBeCloseTo(won + dealsShare * (open + fresh) + (1 - dealsShare) * run, 6)
  })

  test('on the last day of a month it is the next one that is asked about', () => {
    expect(land(simulated.seenOn(day('2025-07-31')), day('2025-07-31'))[0]).toMatchObject({ month: '2025-08', won: 0 })
  })

  test('a wider level gives a wider interval around the same value, and the chance falls with the amount', () => {
    const [narrow, wide] = [land(deals, asOf, { level: 0.5 })[0], land(deals, asOf, { level: 0.95 })[0]]
    if (narrow === undefined || wide === undefined) throw new Error('no landing')
    expect(wide.value).toBe(narrow.value)
    expect(wide.lower).toBeLessThanOrEqual(narrow.lower)
    expect(narrow.lower).toBeLessThanOrEqual(narrow.value)
    expect(narrow.value).toBeLessThanOrEqual(narrow.upper)
    expect(narrow.upper).toBeLessThanOrEqual(wide.upper)
    const chances = [0, 0.5, 0.8, 1, 1.2, 2, 10].map((share) => narrow.chanceOf(share * narrow.value))
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(chances.at(0)).toBe(1)
    expect(chances.at(-1)).toBe(0)
  })

  test('the order of the rows makes no difference', { timeout: 60_000 }, () => {
    const some = deals.slice(0, 60)
    const said = (these: readonly Deal[]) => JSON.stringify(land(these, day('2024-09-10'), { months: 2 }))
    const first = said(some)
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
        expect(JSON.parse(said(shuffled))).toEqual(JSON.parse(first))
      }),
      { numRuns: 10 },
    )
  })

  test('what happened after the day asked about makes no difference', () => {
    const later = simulated.seenOn(day('2025-09-10'))
    const asThen = later.map(
      (deal): Deal => (deal.end.kind === 'open' || deal.end.on <= asOf ? deal : { ...deal, end: { kind: 'lost', on: deal.end.on + 7 } }),
    )
    expect(land(asThen, asOf)[0]?.value).toBe(land(later, asOf)[0]?.value)
    expect(knownOn(later, asOf)).toHaveLength(deals.length)
  })

  test('deals without a value count at the usual one', () => {
    const without = deals.map((deal) => (deal.end.kind === 'open' ? { ...deal, value: undefined } : deal))
    expect(land(without, asOf)[0]?.open).toBeGreaterThan(0)
    expect(
      land(
        deals.map((deal) => ({ ...deal, value: undefined })),
        asOf,
      )[0]?.won,
    ).toBe(simulated.seenOn(asOf).filter(({ end }) => end.kind === 'won' && end.on >= day('2025-08-01')).length)
  })

  test('tiers are 80, 100 and 120% of the target', () => {
    const remarks = gatherRemarks()
    const { points } = forecastDeals(
      { id: 'all', deals, asOf, horizon: 2, level: 0.8, targetOf: (month) => (month === '2025-08' ? 100_000 : undefined) },
      remarks,
    )
    const [landing] = land(deals, asOf)
    expect(points[0]).toMatchObject({
      step: 1,
      date: '2025-08-31',
      period: '2025-08',
      target: 100_000,
      chances: { base: landing?.chanceOf(80_000), stretch: landing?.chanceOf(100_000), breakthrough: landing?.chanceOf(120_000) },
    })
    expect(points[1]).toMatchObject({ step: 2, date: '2025-09-30', period: '2025-09', won: 0 })
    expect(points[1]).not.toHaveProperty('target')
    expect(remarks.list()).toEqual([])
  })

  test('a handful of deals gives a forecast and says how few they are', () => {
    const remarks = gatherRemarks()
    const few = deals.slice(0, 5)
    const { points } = forecastDeals(
      { id: 'all', deals: few, asOf: FIRST + 40, horizon: 1, level: 0.8, targetOf: () => undefined },
      remarks,
    )
    expect(points).toHaveLength(1)
    expect(Number.isFinite(points[0]?.value)).toBe(true)
    expect(remarks.list()).toMatchObject([{ code: 'deals-few' }])
  })
})

test('from day 5 of the month on it is ahead of the run-rate, and its intervals cover about as often as they say', {
  timeout: 120_000,
}, () => {
  const asOf = day('2025-09-30')
  const tries = [1, 2, 3].flatMap((seed) =>
    backtestDeals(`team ${seed}`, simulateDeals(seed, { first: FIRST, days: 640, perDay: 1 }).seenOn(asOf), asOf, 0.8, gatherRemarks()),
  )
  for (const dayOfMonth of [5, 10, 15, 20, 25]) {
    const scores = scoresOf(
      tries.filter((tried) => tried.dayOfMonth === dayOfMonth),
      0.8,
    )
    const of = (method: string) => scores.find((score) => score.method === method)
    expect(of('pacesetter')?.mase).toBeLessThan(of('run-rate')?.mase ?? 0)
    expect(of('pacesetter')?.msis).toBeLessThan(of('run-rate')?.msis ?? 0)
  }
  const [ours] = scoresOf(
    tries.filter(({ method }) => method === 'pacesetter'),
    0.8,
  )
  expect(ours?.coverage).toBeGreaterThan(0.7)
  expect(ours?.coverage).toBeLessThan(0.92)
})
