import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { measurableCheck } from '../../../../src/core/plan/checks/measurable.js'
import type { MetricKey } from '../../../../src/core/plan/metric.js'
import { type MonthlyHistory, motionsOf } from '../../../../src/core/plan/motions.js'
import type { FunnelInput } from '../../../../src/core/plan/strategy-input.js'
import { funnelTo, NO_HISTORY } from '../funnels.js'

const NEW = funnelTo('deals', 'New business', [
  { stage: 'Raw leads', metric: 'leads', rate: '62.5%' },
  { stage: 'Qualified leads', rate: '20%' },
])
const months: MonthlyHistory['months'] = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02']

interface Given {
  funnels?: FunnelInput[]
  targets?: { metric: MetricKey; amount: bigint; currency?: string; ahead?: bigint }[]
  history?: MonthlyHistory
  usual?: (metric: MetricKey) => bigint | undefined
  month?: string
  today?: string
  from?: string
  weeks?: number
}

function check({
  funnels = [NEW],
  targets = [{ metric: 'deals', amount: 10n }],
  history = NO_HISTORY,
  usual = () => undefined,
  month = '2026-03',
  from = '2026-03-02',
  today = from,
  weeks,
}: Given) {
  const planned = targets.map((each) => ({
    currency: undefined,
    ahead: each.amount,
    ...each,
    months: [{ on: Temporal.PlainDate.from(`${month}-15`), amount: each.amount }],
  }))
  const plan = { funnels, targets: targets.map((each) => ({ ...each, split: 'equal' as const })) }
  return measurableCheck({
    targets: planned,
    motions: motionsOf(plan, history),
    weeks: weeks ?? 13,
    isRunning: weeks !== undefined,
    from: Temporal.PlainDate.from(from),
    today: Temporal.PlainDate.from(today),
    usual,
    done: (metric, of) => history.amount(metric, of),
  })
}

const found = ({ findings }: ReturnType<typeof check>, code: string) => findings.filter((finding) => finding.code === code)
const needs = (result: ReturnType<typeof check>) =>
  result.findings.flatMap((finding) => (finding.code === 'funnel' ? finding.needs.map(({ amount, weekly }) => [amount, weekly]) : []))

test('1 measurable: 10 deals at 20% are 50 qualified leads, and 80 raw ones where 62.5% qualify', () => {
  expect(needs(check({}))).toEqual([
    [80n, 7n],
    [50n, 4n],
  ])
})

test('a period that has begun asks a week for what is still ahead, over the weeks that are left', () => {
  const leads = funnelTo('deals', 'New', [{ metric: 'leads', rate: '10%' }])
  const begun = (ahead: bigint) => check({ funnels: [leads], weeks: 44, targets: [{ metric: 'deals', amount: 240n, ahead }] })
  // 2,400 leads ÷ 44 = 54.5. Where 40 of the deals were asked for before, 2,000 are ahead: ÷ 44 = 45.5.
  expect(needs(begun(240n))).toEqual([[2400n, 55n]])
  expect(needs(begun(200n))).toEqual([[2400n, 46n]])
  expect(begun(200n).findings[0]).toMatchObject({ needs: [{ rest: { amount: 2000n, weeks: 44 } }] })
  expect(check({}).findings[0]).toMatchObject({ needs: [{ rest: undefined }, { rest: undefined }] })
})

test('what it takes is proposed as targets, and enough of them is good', () => {
  expect(check({})).toMatchObject({ verdict: 'good', suggestion: { code: 'set-process', amounts: [{ metric: 'leads', amount: 80n }] } })
  const enough = check({
    targets: [
      { metric: 'deals', amount: 10n },
      { metric: 'leads', amount: 80n },
    ],
  })
  expect(enough).toMatchObject({ verdict: 'good', suggestion: undefined })
  expect(found(enough, 'landing')).toMatchObject([{ by: 'plan', lands: 10n }])
})

test.each([
  { leads: 79n, lands: 9n, verdict: 'bold' },
  { leads: 64n, lands: 8n, verdict: 'bold' },
  // 63 leads make 39 qualified ones, which make 7 deals: below the base tier of 8.
  { leads: 63n, lands: 7n, verdict: 'blocked' },
])('with $leads leads it lands at $lands, which is $verdict', ({ leads, lands, verdict }) => {
  const result = check({
    targets: [
      { metric: 'deals', amount: 10n },
      { metric: 'leads', amount: leads },
    ],
  })
  expect(result).toMatchObject({ verdict, canOverride: true })
  expect(found(result, 'landing')).toMatchObject([{ lands }])
})

test('without process targets the usual pace says where it lands, and only warns', () => {
  const result = check({ usual: (metric) => (metric === 'leads' ? 40n : undefined) })
  expect(result.verdict).toBe('bold')
  expect(found(result, 'landing')).toMatchObject([{ by: 'pace', has: 40n, lands: 5n }])
})

test("leads for March's deals were due in January when the cycle is two months", () => {
  const slow = { ...NEW, stages: [{ metric: 'leads' as const, rate: '20%', cycle: '2 months' }] }
  expect(found(check({ funnels: [slow] }), 'late')).toMatchObject([{ missing: 50n, month: '2026-01' }])
  const there: MonthlyHistory = { months, amount: (metric, month) => (metric === 'leads' && month === '2026-01' ? 45n : 0n) }
  expect(found(check({ funnels: [slow], history: there }), 'late')).toMatchObject([{ missing: 5n }])
  expect(found(check({ funnels: [slow], month: '2026-06' }), 'late')).toEqual([])
})

test('what is due before a plan begins but still to come is no omission: it is to be started on in time', () => {
  const slow = { ...NEW, stages: [{ metric: 'leads' as const, rate: '20%', cycle: '2 months' }] }
  const early = { funnels: [slow], month: '2026-06', from: '2026-06-01' }
  const ahead = check({ ...early, today: '2026-03-20' })
  expect(found(ahead, 'ahead')).toMatchObject([{ missing: 50n, month: '2026-04', verdict: 'bold' }])
  expect(found(ahead, 'late')).toEqual([])
  expect(found(check({ ...early, today: '2026-04-30' }), 'ahead')).toHaveLength(1)
  const over = check({ ...early, today: '2026-05-04' })
  expect([found(over, 'ahead').length, found(over, 'late').length]).toEqual([0, 1])
  const asked = [
    { metric: 'deals' as const, amount: 10n },
    { metric: 'leads' as const, amount: 50n },
  ]
  expect(check({ ...early, targets: asked, today: '2026-03-20' }).suggestion).toEqual({ code: 'ask-early' })
  expect(check({ ...early, targets: asked, today: '2026-05-04' }).suggestion).toEqual({ code: 'plan-later', target: 'deals' })
})

test('1,000,000 a year at 50% conversion are 2,000,000 of pipeline', () => {
  const pipeline = funnelTo('revenue', 'Pipeline', [{ stage: 'Pipeline', rate: '50%' }])
  const result = check({ funnels: [pipeline], targets: [{ metric: 'revenue', amount: 1_000_000_00n, currency: 'USD' }] })
  expect(result.findings[0]).toMatchObject({ needs: [{ amount: 2_000_000_00n, stage: { currency: 'USD' } }] })
})

test('money is reached by pieces of a size, learnt or by hand; where nobody knows it, the plan waits', () => {
  const targets = [{ metric: 'revenue' as const, amount: 1_000_000_00n, currency: 'CNY' }]
  const sized = (size?: string) =>
    funnelTo('revenue', 'New', [
      { metric: 'leads', rate: '10%' },
      { metric: 'deals', ...(size === undefined ? {} : { size }) },
    ])
  expect(needs(check({ funnels: [sized('50k')], targets })).map(([amount]) => amount)).toEqual([200n, 20n])
  const history: MonthlyHistory = { months, amount: (metric) => (metric === 'deals' ? 2n : metric === 'revenue' ? 80_000_00n : 0n) }
  expect(needs(check({ funnels: [sized()], targets, history })).map(([amount]) => amount)).toEqual([250n, 25n])
  expect(check({ funnels: [sized()], targets })).toMatchObject({ verdict: 'blocked', canOverride: false, suggestion: { code: 'say-size' } })
})

test('a rate that is not said is learnt from cases a cycle apart, drawn towards what is assumed', () => {
  const learning = funnelTo('deals', 'New', [{ metric: 'negotiations', assume: '50%', cycle: '1 month' }])
  // Negotiations of September to January are 5 × 8 = 40, deals of October to February 5 × 2 = 10: (20 × 50% + 10) ÷ (20 + 40) is a third.
  const history: MonthlyHistory = { months, amount: (metric) => (metric === 'negotiations' ? 8n : metric === 'deals' ? 2n : 0n) }
  const [motion] = motionsOf({ funnels: [learning], targets: [] }, history)
  expect(motion?.stages[0]?.step).toMatchObject({ rate: { basis: 'history', rate: { num: 1n, den: 3n }, tried: 40n, converted: 10n } })
})

test.each([
  { example: 'a stage that nobody records keeps its assumption', negotiations: 0n, rate: { num: 3n, den: 5n }, basis: 'assumption' },
  { example: 'so does one that was noted now and then', negotiations: 1n, rate: { num: 3n, den: 5n }, basis: 'assumption' },
  // (20 × 60% + 6 × 40) ÷ (20 + 6 × 100) = 252 ÷ 620.
  { example: 'one that is recorded tells its rate', negotiations: 40n, rate: { num: 63n, den: 155n }, basis: 'history' },
])('$example', ({ negotiations, rate, basis }) => {
  const counted: Partial<Record<MetricKey, bigint>> = { visits: 100n, negotiations, deals: 5n }
  const history: MonthlyHistory = { months, amount: (metric) => counted[metric] ?? 0n }
  const funnel = funnelTo('deals', 'Orders', [{ metric: 'visits', assume: '60%' }, { metric: 'negotiations' }])
  const [motion] = motionsOf({ funnels: [funnel], targets: [] }, history)
  expect(motion?.stages[0]?.step).toMatchObject({ rate: { rate, basis } })
})

test('two motions share out a target and the leads they both need', () => {
  const half = (name: string, rate: string) => funnelTo('deals', name, [{ metric: 'leads', rate }], '50%')
  const result = check({
    funnels: [half('New', '10%'), half('Repeat', '50%')],
    targets: [
      { metric: 'deals', amount: 10n },
      { metric: 'leads', amount: 30n },
    ],
  })
  // 50 and 10 leads are needed; with 30, half of each: 2 and 2 deals, as 25 leads at 10% make no more.
  expect(found(result, 'landing')).toMatchObject([{ needs: 60n, has: 30n, lands: 4n }])
  expect(found(check({ funnels: [half('New', '10%')] }), 'part-uncovered')).toMatchObject([{ share: 0.5 }])
})

test('a result that no funnel leads to is told, unless a funnel passes through it', () => {
  expect(check({ funnels: [] })).toMatchObject({ verdict: 'bold', suggestion: { code: 'add-funnel', target: 'deals' } })
  const through = funnelTo('revenue', 'New', [{ metric: 'deals', size: '50k' }])
  const targets = [
    { metric: 'revenue' as const, amount: 100_000_00n, currency: 'CNY' },
    { metric: 'collected' as const, amount: 100_000_00n, currency: 'CNY' },
    { metric: 'deals' as const, amount: 2n },
  ]
  expect(found(check({ funnels: [through], targets }), 'untied')).toEqual([])
  expect(check({ funnels: [], targets: [{ metric: 'visits', amount: 5n }] })).toMatchObject({
    verdict: 'good',
    findings: [{ code: 'process-only' }],
  })
})
