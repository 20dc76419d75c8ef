import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { goalsOn } from '../../../src/app/target/goal.js'
import { standings, withoutTarget } from '../../../src/app/target/standing.js'
import { CALENDAR_YEAR } from '../../../src/core/calendar/fiscal-year.js'
import { periodContaining } from '../../../src/core/calendar/period.js'
import type { MemberId, PlanId } from '../../../src/core/id.js'
import type { DayTotal } from '../../../src/store/repository/entries.js'
import type { TargetMonth } from '../../../src/store/repository/targets.js'

const date = (on: string) => Temporal.PlainDate.from(on)
const NOVEMBER = periodContaining('month', date('2026-11-01'), CALENDAR_YEAR) // 21 weekdays

/** The same number on each weekday of a month. */
function month(metric: string, daily: bigint, options: { member?: string; month?: string; currency?: string } = {}): TargetMonth {
  const id = options.month ?? '2026-11'
  const first = date(`${id}-01`)
  return {
    memberId: (options.member ?? 'li') as MemberId,
    metric,
    month: id,
    planId: 'plan' as PlanId,
    days: Array.from({ length: first.daysInMonth }, (_, index) => (first.add({ days: index }).dayOfWeek <= 5 ? daily : null)),
    currency: options.currency,
  }
}

function done(metric: string, on: string, amount: bigint, member = 'li'): DayTotal {
  return { memberId: member as MemberId, metric, on: date(on), amount }
}

function only(...input: Parameters<typeof standings>) {
  const [standing, ...more] = standings(...input)
  if (standing === undefined || more.length > 0)
    throw new Error(`Expected one standing, got ${standing === undefined ? 0 : more.length + 1}`)
  return standing
}

describe('two visits on each of 21 days, 13 done by Wednesday the 11th, 3 of them that day', () => {
  const input = {
    period: NOVEMBER,
    months: [month('visits', 2n)],
    totals: [done('visits', '2026-11-05', 10n), done('visits', '2026-11-11', 3n)],
    asOf: date('2026-11-11'),
  }

  test('while the day is open, seven days are over and 29 visits fall on 14 days', () => {
    expect(only({ ...input, asOfDay: 'open' }).pace).toMatchObject({
      target: 42n,
      done: 13n,
      expectedByNow: 14n,
      gap: -1n,
      workingDaysLeft: 14,
      requiredPerDay: 3n, // 29 ÷ 14
      mostLeft: 42n, // 14 days at 3
      reachable: true,
      landingAt: 34n, // 13 in 8 days over 21, more than 10 in 7
    })
  })

  test('once it is over, it is expected too and no longer left', () => {
    expect(only({ ...input, asOfDay: 'closed' }).pace).toMatchObject({
      expectedByNow: 16n,
      gap: -3n,
      workingDaysLeft: 13,
      requiredPerDay: 3n, // 29 ÷ 13
      landingAt: 34n, // 13 in 8 days over 21, rounded down
    })
  })

  test('the tiers are whole visits: 80%, 100% and 120% of 42', () => {
    expect(only({ ...input, asOfDay: 'open' }).tiers).toEqual([
      { tier: 'base', amount: 34n, remaining: 21n },
      { tier: 'stretch', amount: 42n, remaining: 29n },
      { tier: 'breakthrough', amount: 51n, remaining: 38n },
    ])
  })
})

test.each([
  {
    case: '17 to go, fifteen at most: base needs 9',
    visits: 25n,
    outOfReach: { lands: 40n, ladder: { tier: 'base', remaining: 9n, perDay: 2n } },
  },
  { case: 'exactly the fifteen that five days at the cap bring', visits: 27n, outOfReach: undefined },
  { case: 'not even base is within reach', visits: 10n, outOfReach: { lands: 25n, ladder: undefined } },
])('on the 24th: $case', ({ visits, outOfReach }) => {
  const standing = only({
    period: NOVEMBER,
    months: [month('visits', 2n)],
    totals: [done('visits', '2026-11-05', visits)],
    asOf: date('2026-11-24'),
    asOfDay: 'open',
  })
  expect(standing.pace).toMatchObject({ workingDaysLeft: 5, mostLeft: 15n })
  if (outOfReach === undefined) expect(standing.outOfReach).toBeUndefined()
  else expect(standing.outOfReach).toMatchObject(outOfReach)
})

test('with base reached and stretch out of reach no tier is left to aim at', () => {
  const standing = only({
    period: NOVEMBER,
    months: [month('visits', 2n)],
    totals: [done('visits', '2026-11-05', 35n)],
    asOf: date('2026-11-27'),
    asOfDay: 'open',
  })
  expect(standing.pace).toMatchObject({ workingDaysLeft: 2, remaining: 7n, mostLeft: 6n })
  expect(standing.outOfReach).toEqual({ capPercent: 150, lands: 41n, ladder: undefined })
})

test('days are not rounded up one by one: at 150% a deal a day is eleven in seven days, not fourteen', () => {
  const input = { period: NOVEMBER, months: [month('deals', 1n)], totals: [], asOf: date('2026-11-20'), asOfDay: 'open' } as const
  expect(only(input).pace).toMatchObject({ workingDaysLeft: 7, catchUpPerDay: 2n, mostLeft: 11n })
})

test('one deal a week is within reach on each of its days, as nobody wins nine tenths of one', () => {
  const week = periodContaining('week', date('2026-11-11'), CALENDAR_YEAR)
  const monday = { ...month('deals', 0n), days: month('deals', 0n).days.map((day, index) => (index === 8 ? 1n : day)) }
  for (const asOf of ['2026-11-11', '2026-11-12', '2026-11-13'])
    expect(only({ period: week, months: [monday], totals: [], asOf: date(asOf), asOfDay: 'open' }).outOfReach).toBeUndefined()
})

test('a team is the sum of its members, and works when any of them does', () => {
  const half = month('visits', 1n, { member: 'wang' })
  const away = { ...half, days: half.days.map((day, index) => (index < 9 ? null : day)) } // on leave until the 9th
  const standing = only({
    period: NOVEMBER,
    months: [month('visits', 2n), away],
    totals: [done('visits', '2026-11-03', 4n), done('visits', '2026-11-10', 1n, 'wang')],
    asOf: date('2026-11-11'),
    asOfDay: 'open',
  })
  // 42, and 15 of Wang's from the 10th; until the 10th 14 and 1.
  expect(standing.pace).toMatchObject({ target: 57n, done: 5n, expectedByNow: 15n, gap: -10n, workingDaysLeft: 14 })
})

test('a target of zero has no tiers and nothing to catch up, and is a target all the same', () => {
  const standing = only({ period: NOVEMBER, months: [month('leads', 0n)], totals: [], asOf: date('2026-11-11'), asOfDay: 'open' })
  expect(standing).toMatchObject({ tiers: [], outOfReach: undefined, pace: { target: 0n, attainmentShare: null, remaining: 0n } })
})

test('metrics come in their usual order, and what the period does not ask for is left out', () => {
  const months = [month('visits', 2n), month('revenue', 100n, { currency: 'CNY' }), month('leads', 1n, { month: '2026-12' })]
  const found = standings({ period: NOVEMBER, months, totals: [], asOf: date('2026-11-11'), asOfDay: 'open' })
  expect(found.map(({ metric, currency }) => [metric, currency])).toEqual([
    ['revenue', 'CNY'],
    ['visits', undefined],
  ])
})

test('a week over a month’s end takes its days from both months', () => {
  const period = periodContaining('week', date('2026-11-30'), CALENDAR_YEAR)
  const months = [month('visits', 2n), month('visits', 3n, { month: '2026-12' })]
  expect(only({ period, months, totals: [], asOf: date('2026-11-30'), asOfDay: 'open' }).pace.target).toBe(14n) // 2 + 4 × 3
})

test('numbers without a target are told apart from a target of zero', () => {
  const totals = [done('leads', '2026-11-02', 2n), done('deals', '2026-11-02', 1n), done('proposals', '2026-11-02', 0n)]
  const standing = standings({ period: NOVEMBER, months: [month('leads', 0n)], totals, asOf: date('2026-11-11'), asOfDay: 'open' })
  expect(withoutTarget(standing, totals)).toEqual([{ metric: 'deals', done: 1n }])
})

test('a day’s goals add up what each member is asked, and leave out who does not work', () => {
  const away = { ...month('visits', 1n, { member: 'wang' }), days: [] }
  const months = [month('visits', 2n), month('visits', 3n, { member: 'zhao' }), away, month('leads', 0n)]
  expect(goalsOn(months, [done('visits', '2026-11-11', 4n), done('visits', '2026-11-10', 9n)], date('2026-11-11'))).toEqual([
    { metric: 'visits', currency: undefined, target: 5n, done: 4n },
    { metric: 'leads', currency: undefined, target: 0n, done: 0n },
  ])
  expect(goalsOn(months, [], date('2026-11-14'))).toEqual([])
})
