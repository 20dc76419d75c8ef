import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR } from '../../../src/core/calendar/fiscal-year.js'
import { type Period, parsePeriod } from '../../../src/core/calendar/period.js'
import { workingCalendar } from '../../../src/core/calendar/working-calendar.js'
import { decompose } from '../../../src/core/plan/decompose.js'
import { decomposeAgreed } from '../../../src/core/plan/decompose-agreed.js'

const calendar = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const q2 = parsePeriod('2026-Q2', CALENDAR_YEAR) as Period
const member = (name: string, weight = 1n) => ({ member: name, weight, calendar })
const agreed = (name: string, amount: bigint) => ({ member: name, amount, calendar })
const input = (amount: bigint, ...members: ReturnType<typeof member>[]) => ({ metric: 'visits' as const, amount, period: q2, members })

function totals(result: ReturnType<typeof decomposeAgreed>) {
  if (!result.ok) return result.error
  return Object.fromEntries(result.value.members.map(({ member: name, total }) => [name, total]))
}

describe('agreed numbers', () => {
  test.each([
    { example: 'nobody agreed', pins: [], want: { Li: 100n, Wang: 100n, Zhao: 100n } },
    { example: 'one number stays, the others share the rest', pins: [agreed('Li', 80n)], want: { Li: 80n, Wang: 110n, Zhao: 110n } },
    { example: 'two stay', pins: [agreed('Li', 80n), agreed('Zhao', 120n)], want: { Li: 80n, Wang: 100n, Zhao: 120n } },
    { example: 'zero is a number too', pins: [agreed('Wang', 0n)], want: { Li: 150n, Wang: 0n, Zhao: 150n } },
    { example: 'all of it leaves the others none', pins: [agreed('Li', 300n)], want: { Li: 300n, Wang: 0n, Zhao: 0n } },
    { example: 'somebody outside the split', pins: [agreed('Chen', 30n)], want: { Li: 90n, Wang: 90n, Zhao: 90n, Chen: 30n } },
    {
      example: 'all agreed, and it comes out',
      pins: [agreed('Li', 50n), agreed('Wang', 100n), agreed('Zhao', 150n)],
      want: { Li: 50n, Wang: 100n, Zhao: 150n },
    },
    { example: 'more than there is', pins: [agreed('Li', 301n)], want: { code: 'agreed-differs', agreed: 301n, left: -1n } },
    {
      example: 'nobody is left for the rest',
      pins: [agreed('Li', 50n), agreed('Wang', 100n), agreed('Zhao', 149n)],
      want: { code: 'agreed-differs', agreed: 299n, left: 1n },
    },
  ])('$example', ({ pins, want }) => {
    expect(totals(decomposeAgreed(input(300n, member('Li'), member('Wang'), member('Zhao')), pins))).toEqual(want)
  })

  test('who has no working day left gives the agreed number back to the others', () => {
    const gone = { ...agreed('Li', 80n), leftOn: Temporal.PlainDate.from('2026-03-01') }
    const result = decomposeAgreed(input(300n, member('Li'), member('Wang')), [gone])
    expect(totals(result)).toEqual({ Wang: 300n })
    expect(result.ok && result.value.excluded).toEqual(['Li'])
  })

  test('nothing is lost, each agreed number is met, and every working day has its part', () => {
    const shares = fc.array(fc.bigInt({ min: 0n, max: 5_000n }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(shares, fc.bigInt({ min: 0n, max: 20_000n }), fc.integer({ min: 1, max: 4 }), (pinned, rest, others) => {
        const pins = pinned.map((amount, index) => agreed(`agreed ${index}`, amount))
        const amount = pinned.reduce((sum, each) => sum + each, rest)
        const members = [
          ...pins.map((pin) => member(pin.member)),
          ...Array.from({ length: others }, (_, index) => member(`other ${index}`)),
        ]
        const result = decomposeAgreed(input(amount, ...members), pins)
        if (!result.ok) throw new Error(result.error.code)
        const { total, months, members: plans } = result.value
        expect(total).toBe(amount)
        expect(months.reduce((sum, month) => sum + month.total, 0n)).toBe(amount)
        for (const pin of pins) expect(plans.find((plan) => plan.member === pin.member)?.total).toBe(pin.amount)
        for (const plan of plans) {
          const days = plan.months.flatMap((month) => month.days.filter((day) => day !== null))
          expect(days.reduce((sum, day) => sum + day, 0n)).toBe(plan.total)
          expect(days).toHaveLength(65)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('without any, it is the plain decomposition', () => {
    const plain = input(997n, member('Li', 2n), member('Wang'))
    expect(decomposeAgreed(plain, [])).toEqual(decompose(plain))
  })
})
