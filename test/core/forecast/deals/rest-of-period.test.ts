import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Deal } from '../../../../src/core/forecast/deals/deal.js'
import { monthOf } from '../../../../src/core/forecast/deals/months.js'
import { type DealsMetric, dealsRest, type RestQuestion, type TeamDeal } from '../../../../src/core/forecast/deals/rest-of-period.js'
import { simulateDeals } from './simulated-deals.js'

const day = (date: string) => Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / 86_400_000
const FIRST = day('2025-01-01')
const TODAY = day('2026-03-10')
const MARCH = monthOf(TODAY)
const BEFORE = [1, 2, 3, 4, 5, 6].map((months) => monthOf(TODAY, -months))

const life = simulateDeals(7, { first: FIRST, days: 500, perDay: 1.5 })
const seenOn = (on: number) => life.seenOn(on).map((deal): ValuedDeal => ({ ...deal, isAskedAbout: true }))
const wins = (through: number) =>
  Array.from({ length: through - FIRST + 1 }, (_, index) => ({ on: FIRST + index, value: life.wonBetween(FIRST + index, FIRST + index) }))
type ValuedDeal = TeamDeal & Pick<Deal, 'value'>
type Changed = Partial<RestQuestion<ValuedDeal> & Pick<DealsMetric<ValuedDeal>, 'came'>>
const question = (changed: Changed = {}) => ({
  deals: seenOn(TODAY),
  period: MARCH,
  before: BEFORE,
  asOf: TODAY,
  knownThrough: TODAY,
  ...changed,
})
const money = (came: DealsMetric<ValuedDeal>['came'] = wins(TODAY)) => ({ worth: ({ value }: ValuedDeal) => value, came })
const ask = (changed: Changed = {}) => {
  const rest = dealsRest(question(changed))(money(changed.came))
  if (rest === undefined) throw new Error('nothing said')
  return rest
}

describe('what deals bring in the rest of a period', () => {
  test('is near what comes, over months of two busy teams', () => {
    const months = [1, 2].flatMap((seed) => {
      const busy = simulateDeals(seed, { first: FIRST, days: 500, perDay: 6 })
      return [0, 2, 4, 6].map((month) => ({ busy, asOf: monthOf(day('2025-07-10'), month).first + 9 }))
    })
    const said = months.map(({ busy, asOf }) => {
      const deals = busy.seenOn(asOf).map((deal) => ({ ...deal, isAskedAbout: true }))
      return ask({ deals, period: monthOf(asOf), before: [], asOf, knownThrough: asOf, came: [] })
    })
    const expected = said.reduce((sum, { open, fresh }) => sum + open + fresh, 0)
    const came = months.reduce((sum, { busy, asOf }) => sum + busy.wonBetween(asOf + 1, monthOf(asOf).last), 0)
    expect(Math.abs(expected / came - 1)).toBeLessThan(0.2)
  })

  test('is told with how many are open, what they are worth, and how many taught it', () => {
    const deals = seenOn(TODAY)
    const open = deals.filter(({ end }) => end.kind === 'open')
    const rest = ask()
    expect(rest.openDeals).toBe(open.length)
    expect(rest.openValue).toBe(open.reduce((sum, { value }) => sum + (value ?? 0), 0))
    expect(rest.closedDeals).toBe(deals.length - open.length)
    expect(rest.judged).toBe(6)
    expect(rest.open).toBeGreaterThan(0)
    expect(rest.open).toBeLessThan(rest.openValue)
  })

  test('expects nothing of what is closed, nor of what opens after today', () => {
    const closed = seenOn(TODAY).map((deal) => (deal.end.kind === 'open' ? { ...deal, end: { kind: 'lost' as const, on: TODAY } } : deal))
    expect(ask({ deals: closed })).toMatchObject({ openDeals: 0, openValue: 0, open: 0 })
    const later = { opened: TODAY + 1, stage: 'negotiation', value: 1e9, end: { kind: 'open' as const }, isAskedAbout: true }
    expect(ask({ deals: [...seenOn(TODAY), later] })).toEqual(ask())
  })

  test('of a day under way, what was won today is not expected again, and the day itself counts', () => {
    const deals = seenOn(TODAY)
    const won = deals.findIndex(({ end }) => end.kind === 'open')
    const wonToday = deals.with(won, { ...(deals[won] as ValuedDeal), end: { kind: 'won', on: TODAY } })
    const underWay = ask({ asOf: TODAY - 1 })
    expect(ask({ deals: wonToday, asOf: TODAY - 1 }).openDeals).toBe(underWay.openDeals - 1)
    expect(underWay.open).toBeGreaterThan(ask().open * 0.99)
  })

  test('is of those asked about, by chances that the whole team taught', () => {
    const deals = seenOn(TODAY).map((deal, index) => ({ ...deal, isAskedAbout: index % 2 === 0 }))
    const [even, odd] = [ask({ deals }), ask({ deals: deals.map((deal) => ({ ...deal, isAskedAbout: !deal.isAskedAbout })) })]
    expect(even.closedDeals).toBe(ask().closedDeals)
    expect(even.openDeals + odd.openDeals).toBe(ask().openDeals)
    expect(dealsRest(question({ deals: deals.map((deal) => ({ ...deal, isAskedAbout: false })) }))(money())).toBeUndefined()
  })

  test('is the same of a metric whether or not another one is asked about as well', () => {
    const deals = { worth: () => 1, came: wins(TODAY).map(({ on, value }) => ({ on, value: Math.sign(value) })) }
    const both = dealsRest(question())
    expect([both(money()), both(deals)]).toEqual([ask(), dealsRest(question())(deals)])
  })

  test('errs more where the numbers say that half of what comes goes past the deals', () => {
    const doubled = wins(TODAY).map(({ on, value }) => ({ on, value: 2 * value }))
    expect(ask({ came: doubled }).squaredError).toBeGreaterThan(2 * ask().squaredError)
    expect(ask({ came: doubled }).spread).toBeGreaterThan(ask().spread)
    expect(ask({ came: [] })).toMatchObject({ judged: 0, squaredError: 0 })
  })

  test('goes by the stage that was known then, where a deal’s way is', () => {
    const asOf = day('2026-02-10')
    const way = { opened: day('2026-01-05'), value: 1000, isAskedAbout: true, end: { kind: 'won' as const, on: day('2026-03-02') } }
    const path = [
      { on: day('2026-01-05'), stage: 'lead' },
      { on: day('2026-02-20'), stage: 'negotiation' },
    ]
    const lone = (stage: string, known?: typeof path): ValuedDeal => ({ ...way, stage, ...(known === undefined ? {} : { path: known }) })
    const then = { period: monthOf(asOf), before: [], asOf, knownThrough: asOf, came: [] }
    const teachers = seenOn(asOf).map((deal) => ({ ...deal, isAskedAbout: false }))
    const inLead = ask({ ...then, deals: [...teachers, { ...lone('lead'), end: { kind: 'open' } }] })
    expect(ask({ ...then, deals: [...teachers, lone('negotiation', path)] }).open).toBe(inLead.open)
  })

  test('is the same in whatever order the rows come', () => {
    const deals = seenOn(TODAY)
    const said = JSON.stringify(ask())
    fc.assert(
      fc.property(fc.shuffledSubarray(deals, { minLength: deals.length }), (shuffled) => {
        expect(JSON.stringify(ask({ deals: shuffled, came: wins(TODAY).toReversed() }))).toBe(said)
      }),
      { numRuns: 3 },
    )
  })

  test('two deals written down yesterday do not make for two new ones a day', () => {
    const open = { stage: 'lead', value: 100, end: { kind: 'open' as const }, isAskedAbout: true }
    const { fresh, closedDeals } = ask({ deals: [0, 1].map(() => ({ ...open, opened: TODAY - 1 })), came: [] })
    expect(closedDeals).toBe(0)
    expect(fresh).toBeLessThan(100)
  })
})
