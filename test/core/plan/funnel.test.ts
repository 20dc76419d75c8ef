import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { AT_ONCE, parseCycle } from '../../../src/core/plan/cycle.js'
import { parseRate, reachedTarget, requiredStages, requiredUpstream } from '../../../src/core/plan/funnel.js'
import { actionBasis, ratesOf, weeklyActions } from '../../../src/core/plan/weekly-actions.js'

const rate = (words: string) => {
  const parsed = parseRate(words)
  if (parsed === undefined) throw new RangeError(`no rate ${words}`)
  return parsed
}

test.each([
  { example: '1 measurable: 10 deals at 20% take 50 qualified leads', target: 10n, words: '20%', upstream: 50n },
  { example: '1 measurable: 50 qualified at 62.5% take 80 raw leads', target: 50n, words: '62.5%', upstream: 80n },
  { example: 'a broken number is rounded up', target: 10n, words: '30%', upstream: 34n },
  { example: 'nothing takes nothing', target: 0n, words: '20%', upstream: 0n },
])('$example', ({ target, words, upstream }) => expect(requiredUpstream(target, rate(words))).toBe(upstream))

describe('how many visits a win takes', () => {
  const weekly = (cases: { visits: bigint; negotiations: bigint; won: bigint }) =>
    weeklyActions(240n, 52, ratesOf(actionBasis('deals', cases)))

  test('comes from both steps where both are counted', () => {
    const basis = actionBasis('deals', { visits: 480n, negotiations: 240n, won: 120n })
    expect(basis).toMatchObject({ kind: 'steps', negotiated: { tried: 480n, converted: 240n }, won: { tried: 240n, converted: 120n } })
    expect(weekly({ visits: 480n, negotiations: 240n, won: 120n })).toEqual({ visits: 19n, negotiations: 10n })
  })

  test('comes from the whole way where hardly any negotiation is counted', () => {
    const cases = { visits: 3_000n, won: 600n }
    expect(actionBasis('deals', { ...cases, negotiations: 3n })).toMatchObject({
      kind: 'whole-way',
      won: { tried: 3_000n, converted: 600n },
    })
    for (const negotiations of [0n, 3n, 599n]) expect(weekly({ ...cases, negotiations })).toEqual({ visits: 24n, negotiations: 9n })
  })

  test('is assumed where there is too little of either, and never more wins than visits', () => {
    expect(actionBasis('deals', { visits: 3_000n, negotiations: 0n, won: 19n })).toMatchObject({ negotiated: { basis: 'assumption' } })
    expect(weekly({ visits: 3_000n, negotiations: 0n, won: 19n })).toEqual(weekly({ visits: 0n, negotiations: 0n, won: 0n }))
    expect(ratesOf(actionBasis('deals', { visits: 500n, negotiations: 0n, won: 500n })).negotiated).toEqual({ num: 1n, den: 1n })
  })
})

test('1 specific: 20 new customers a quarter are 5 visits a week, 3 of them into negotiation', () => {
  expect(weeklyActions(20n, 13, { negotiated: rate('60%'), won: rate('55%') })).toEqual({ visits: 5n, negotiations: 3n })
})

const stage = (words: string, cycle = '0') => ({ rate: rate(words), cycle: parseCycle(cycle) ?? AT_ONCE })
const due = (month: string, amount: bigint) => ({ on: Temporal.PlainDate.from(`${month}-15`), amount })
const sums = (dues: readonly { amount: bigint }[][]) => dues.map((each) => each.reduce((sum, { amount }) => sum + amount, 0n))

test('1 measurable: 10 deals take 50 qualified and 80 raw leads', () => {
  const stages = [stage('62.5%'), stage('20%')]
  expect(sums(requiredStages([due('2026-03', 10n)], stages))).toEqual([80n, 50n])
  expect(reachedTarget(80n, stages)).toBe(10n)
})

test('1,000,000 a year at 50% conversion take 2,000,000 of pipeline, and 20 deals at 50,000 each', () => {
  expect(requiredUpstream(1_000_000_00n, rate('50%'))).toBe(2_000_000_00n)
  expect(requiredUpstream(1_000_000_00n, { num: 50_000_00n, den: 1n })).toBe(20n)
})

test("leads for March's deals are due in January when the cycle is two months", () => {
  const dues = requiredStages([due('2026-03', 2n), due('2026-04', 2n)], [stage('20%', '2 months')])
  expect(dues[0]?.map(({ on, amount }) => [on.toString().slice(0, 7), amount])).toEqual([
    ['2026-01', 10n],
    ['2026-02', 10n],
  ])
  const twice = requiredStages([due('2026-03', 2n)], [stage('50%', '2 weeks'), stage('20%', '45 days')])
  expect(twice.map(([first]) => first?.on.toString())).toEqual(['2026-01-15', '2026-01-29'])
})

test('a year of small months asks for no more than the year as a whole', () => {
  const months = Array.from({ length: 12 }, (_, month) => due(`2026-${String(month + 1).padStart(2, '0')}`, 1n))
  // 12 at 30% are 40; rounding each month up by itself would ask for 48.
  expect(sums(requiredStages(months, [stage('30%')]))).toEqual([40n])
})

const someStages = fc.array(
  fc.record({
    rate: fc.tuple(fc.bigInt(1n, 500n), fc.bigInt(1n, 500n)).map(([num, den]) => ({ num, den })),
    cycle: fc.record({ months: fc.nat(3), days: fc.nat(60) }),
  }),
  { minLength: 1, maxLength: 6 },
)

test('backward and forward agree: the first stage reaches the target exactly when it brings what is required', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(0n, 10_000n), { minLength: 1, maxLength: 12 }),
      someStages,
      fc.bigInt(0n, 50_000n),
      (months, stages, brought) => {
        const target = months.map((amount, index) => due(`2026-${String(index + 1).padStart(2, '0')}`, amount))
        const whole = months.reduce((sum, amount) => sum + amount, 0n)
        const [required = 0n] = sums(requiredStages(target, stages))
        expect(brought >= required).toBe(reachedTarget(brought, stages) >= whole)
        expect(reachedTarget(required, stages)).toBeGreaterThanOrEqual(whole)
      },
    ),
  )
})

test('a rate of nothing is a bug', () => expect(() => requiredUpstream(1n, { num: 0n, den: 1n })).toThrow(RangeError))

test.each([
  { words: '62.5%', parsed: { num: 5n, den: 8n } },
  { words: '６２．５％', parsed: { num: 5n, den: 8n } },
  { words: ' 20 % ', parsed: { num: 1n, den: 5n } },
  { words: '0.2', parsed: { num: 1n, den: 5n } },
  { words: '1/3', parsed: { num: 1n, den: 3n } },
  { words: '100%', parsed: { num: 1n, den: 1n } },
  { words: '1', parsed: { num: 1n, den: 1n } },
  { words: '0%', parsed: undefined },
  { words: '101%', parsed: undefined },
  { words: '20', parsed: undefined },
  { words: '1/0', parsed: undefined },
  { words: '-5%', parsed: undefined },
  { words: 'half', parsed: undefined },
  { words: '', parsed: undefined },
])('"$words" as a rate', ({ words, parsed }) => expect(parseRate(words)).toEqual(parsed))

test.each([
  { words: '14', parsed: { months: 0, days: 14 } },
  { words: '2 weeks', parsed: { months: 0, days: 14 } },
  { words: '2 months', parsed: { months: 2, days: 0 } },
  { words: '３０天', parsed: { months: 0, days: 30 } },
  { words: '2周', parsed: { months: 0, days: 14 } },
  { words: '3个月', parsed: { months: 3, days: 0 } },
  { words: '0', parsed: AT_ONCE },
  { words: '37 months', parsed: undefined },
  { words: '-2 weeks', parsed: undefined },
  { words: 'soon', parsed: undefined },
  { words: '', parsed: undefined },
])('"$words" as a cycle', ({ words, parsed }) => expect(parseCycle(words)).toEqual(parsed))
