import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR } from '../../../src/core/calendar/fiscal-year.js'
import { parsePeriod } from '../../../src/core/calendar/period.js'
import { workingCalendar } from '../../../src/core/calendar/working-calendar.js'
import { decompose } from '../../../src/core/plan/decompose.js'
import { type AroundLeave, layAroundLeave } from '../../../src/core/plan/lay-around-leave.js'

const calendar = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const date = (on: string) => Temporal.PlainDate.from(on)
const leave = (from: string, until = from) => ({ from: date(from), until: date(until) })
type Days = readonly (bigint | null)[]
const sum = (days: Days) => days.reduce<bigint>((total, day) => total + (day ?? 0n), 0n)

const NOVEMBER = parsePeriod('2026-11', CALENDAR_YEAR) ?? never()
function never(): never {
  throw new Error('no November')
}

/** November 2026: 21 weekdays from Monday the 2nd to Monday the 30th. */
function november(amount: bigint, rhythm?: AroundLeave['rhythm']): Days {
  const plan = decompose({ metric: 'visits', amount, period: NOVEMBER, members: [{ member: 'Li Na', weight: 1n, calendar }], rhythm })
  if (!plan.ok) throw new Error(plan.error.code)
  return plan.value.members[0]?.months[0]?.days ?? []
}

function lay(days: Days, around: Omit<AroundLeave, 'calendar'>): Days | undefined {
  return layAroundLeave({ metric: 'visits', month: NOVEMBER, days }, { calendar, ...around })
}

/** The working days' numbers from a day of the month on. */
const from = (days: Days | undefined, day: number) =>
  (days ?? []).flatMap((amount, index) => (amount === null || index + 1 < day ? [] : [`${index + 1}:${amount}`])).join(' ')

describe('worked out by hand', () => {
  test('two days of 42 visits go to the seven that are left', () => {
    // 2 a day; through Tuesday the 17th 12 days have had 24. 18 are left: after k of the 7 days that remain, ⌊18k ÷ 7⌋.
    const span = leave('2026-11-19', '2026-11-20')
    const days = lay(november(42n), { leave: [span], changed: span, from: date('2026-11-18') })
    expect(from(days, 1).split(' ').slice(0, 12)).toEqual(
      ['2', '3', '4', '5', '6', '9', '10', '11', '12', '13', '16', '17'].map((day) => `${day}:2`),
    )
    expect(from(days, 18)).toBe('18:2 23:3 24:2 25:3 26:2 27:3 30:3')
    expect(sum(days ?? [])).toBe(42n)
  })

  test('a rhythm’s span keeps its part, less what its leave days weigh', () => {
    // 100 by 30/50/20: days 1–10 have 7, 11–20 have 8, 21–30 have 6 working days. Leave on four of the middle eight: 30 : 25 : 20.
    const span = leave('2026-11-17', '2026-11-20')
    const days = lay(november(100n, [30n, 50n, 20n]), { leave: [span], changed: span, from: date('2026-11-01'), rhythm: [30n, 50n, 20n] })
    const part = (first: number, last: number) => sum((days ?? []).slice(first - 1, last))
    expect([part(1, 10), part(11, 20), part(21, 30)]).toEqual([40n, 33n, 27n])
    expect((days ?? []).slice(16, 20)).toEqual([null, null, null, null])
  })

  test('a day that became a holiday after the plan was published keeps its number', () => {
    const closed = workingCalendar({ weekdays: [1, 2, 3, 4, 5], closed: ['2026-11-26'] })
    const span = leave('2026-11-27')
    const days = lay(november(21n), { leave: [span], changed: span, from: date('2026-11-25') })
    const under = layAroundLeave(
      { metric: 'visits', month: NOVEMBER, days: november(21n) },
      { calendar: closed, leave: [span], changed: span, from: date('2026-11-25') },
    )
    expect(under).toEqual(days)
    expect(under?.[25]).not.toBeNull()
  })

  test('leave over weekend and holiday days changes nothing', () => {
    const span = leave('2026-11-21', '2026-11-22')
    expect(lay(november(42n), { leave: [span], changed: span, from: date('2026-11-18') })).toEqual(november(42n))
  })

  test('where no day is left the numbers have nowhere to go; a target of zero has nothing to go anywhere', () => {
    const span = leave('2026-11-19', '2027-01-31')
    expect(lay(november(42n), { leave: [span], changed: span, from: date('2026-11-19') })).toBeUndefined()
    expect(from(lay(november(0n), { leave: [span], changed: span, from: date('2026-11-19') }), 17)).toBe('17:0 18:0')
    const all = leave('2026-10-15', '2026-12-31')
    expect(lay(november(42n), { leave: [all], changed: all, from: date('2026-10-14') })).toBeUndefined()
  })
})

describe('whatever the leave', () => {
  const amount = fc.bigInt({ min: 0n, max: 100_000n })
  const rhythm = fc.option(fc.constant<AroundLeave['rhythm']>([30n, 50n, 20n]), { nil: undefined })
  const span = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 10 })).map(([first, more]) =>
    leave(
      `2026-11-${String(first).padStart(2, '0')}`,
      date('2026-11-01')
        .add({ days: first - 1 + more })
        .toString(),
    ),
  )
  const today = fc.integer({ min: 0, max: 29 })

  test('the month keeps its total, the past its days, and no leave day has a number', () => {
    fc.assert(
      fc.property(amount, rhythm, fc.array(span, { minLength: 1, maxLength: 3 }), today, (total, three, spans, past) => {
        const start = date('2026-11-01').add({ days: past })
        let days = november(total, three)
        const marked: typeof spans = []
        for (const each of spans.filter((one) => Temporal.PlainDate.compare(one.from, start) >= 0)) {
          marked.push(each)
          const before = days
          const after = lay(days, { leave: marked, changed: each, from: start, rhythm: three })
          if (after === undefined) continue
          days = after
          expect(sum(days)).toBe(total)
          expect(days.slice(0, past)).toEqual(before.slice(0, past))
          for (const one of marked)
            expect(
              days.filter(
                (day, index) => day !== null && index + 1 >= one.from.day && index < one.from.day + one.from.until(one.until).days,
              ),
            ).toEqual([])
        }
      }),
    )
  })

  test('taken back before a day has passed, it leaves the plan’s own days', () => {
    fc.assert(
      fc.property(amount, rhythm, span, today, (total, three, changed, past) => {
        const start = date('2026-11-01').add({ days: past })
        fc.pre(Temporal.PlainDate.compare(changed.from, start) >= 0)
        const planned = november(total, three)
        const marked = lay(planned, { leave: [changed], changed, from: start, rhythm: three })
        fc.pre(marked !== undefined)
        expect(lay(marked ?? [], { leave: [], changed, from: start, rhythm: three })).toEqual(planned)
      }),
    )
  })
})
