import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../src/core/calendar/day-number.js'
import { CALENDAR_YEAR } from '../../../src/core/calendar/fiscal-year.js'
import { parsePeriod } from '../../../src/core/calendar/period.js'
import { type WorkingCalendar, workingCalendar } from '../../../src/core/calendar/working-calendar.js'
import { type DecomposeInput, decompose } from '../../../src/core/plan/decompose.js'
import type { Decomposition } from '../../../src/core/plan/decomposition.js'
import { layAroundLeave } from '../../../src/core/plan/lay-around-leave.js'
import { replan } from '../../../src/core/plan/replan.js'
import { dayWeigher } from '../../../src/core/plan/week-template.js'

const date = (iso: string) => Temporal.PlainDate.from(iso)
const weekdaysOnly = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const china = workingCalendar({ weekdays: [1, 2, 3, 4, 5], country: 'CN' })
const never = (): never => {
  throw new RangeError('no such period')
}
/** June 2026: 22 weekdays, from Monday the 1st to Tuesday the 30th. */
const JUNE = parsePeriod('2026-06', CALENDAR_YEAR) ?? never()

function plan(amount: bigint, more: Partial<DecomposeInput> = {}, calendar: WorkingCalendar = weekdaysOnly): Decomposition {
  const broken = decompose({ metric: 'visits', amount, period: JUNE, members: [{ member: 'Li Na', weight: 1n, calendar }], ...more })
  if (!broken.ok) throw new RangeError(broken.error.code)
  return broken.value
}

const daysOf = (broken: Decomposition) => broken.members[0]?.months[0]?.days ?? []
/** The days that ask for something: "1:12 3:8". */
const said = (days: readonly (bigint | null)[]) =>
  days.flatMap((amount, index) => (amount === null || amount === 0n ? [] : [`${index + 1}:${amount}`])).join(' ')
const sum = (days: readonly (bigint | null)[]) => days.reduce<bigint>((total, day) => total + (day ?? 0n), 0n)

describe('2.4 the week: Monday visits, Wednesday proposals, Friday review', () => {
  const week = { monday: 60n, wednesday: 40n }

  test('three fifths of the visits fall on Mondays, the rest on Wednesdays', () => {
    // 5 Mondays by 60 and 4 Wednesdays by 40 weigh 460: of 46 visits 6 a Monday and 4 a Wednesday.
    const days = daysOf(plan(46n, { week }))
    expect(said(days)).toBe('1:6 3:4 8:6 10:4 15:6 17:4 22:6 24:4 29:6')
    expect(days[1]).toBe(0n) // worked, with nothing due
    expect(days[5]).toBeNull() // a Saturday
  })

  test('a ten-day span keeps its part, and its Mondays and Wednesdays share it', () => {
    // Days 1–10 have two of each, 11–20 and 21–30 one or two: 30, 50 and 20 of a hundred.
    const days = daysOf(plan(100n, { week, rhythm: [30n, 50n, 20n] }))
    expect([sum(days.slice(0, 10)), sum(days.slice(10, 20)), sum(days.slice(20))]).toEqual([30n, 50n, 20n])
    expect(said(days)).toBe('1:9 3:6 8:9 10:6 15:30 17:20 22:7 24:5 29:8')
  })

  test('leave on every Monday and Wednesday leaves the other days to do it', () => {
    const leave = [1, 3, 8, 10, 15, 17, 22, 24, 29].map((day) => ({ from: date(`2026-06-${String(day).padStart(2, '0')}`), day }))
    const members = [{ member: 'Li Na', weight: 1n, calendar: weekdaysOnly, leave: leave.map(({ from }) => ({ from, until: from })) }]
    expect(said(daysOf(plan(13n, { week, members })))).toBe('2:1 4:1 5:1 9:1 11:1 12:1 16:1 18:1 19:1 23:1 25:1 26:1 30:1')
  })

  test('a make-up day stands in for a weekday that is lost: it weighs what they do on average, unless it is named', () => {
    const weigh = dayWeigher(week, china)
    const on = (iso: string) => weigh(dayNumber(date(iso)))
    // Saturday 14 and 28 February 2026 are worked. Of five weekdays that weigh 100 together one is 20, all times five.
    expect([on('2026-02-09'), on('2026-02-10'), on('2026-02-11'), on('2026-02-14')]).toEqual([300n, 0n, 200n, 100n])
    expect(dayWeigher({ ...week, saturday: 0n }, china)(dayNumber(date('2026-02-14')))).toBe(0n)
    const february = parsePeriod('2026-02', CALENDAR_YEAR) ?? never()
    const days = daysOf(plan(120n, { week, period: february }, china))
    // Worked: Mondays 2 and 9, Wednesdays 4, 11 and 25, Saturdays 14 and 28; 16 and 23 are holidays. 2·60 + 3·40 + 2·20 = 280.
    expect(said(days)).toBe('2:25 4:17 9:26 11:17 14:9 25:17 28:9')
  })
})

const someWeek = fc.constantFrom({ monday: 60n, wednesday: 40n }, { friday: 1n }, { monday: 5n, tuesday: 1n, friday: 2n })

test('whatever is changed in the middle, the week holds for the days to come, and the past stays', () => {
  fc.assert(
    fc.property(
      someWeek,
      fc.bigInt({ min: 0n, max: 3000n }),
      fc.bigInt({ min: 0n, max: 3000n }),
      fc.integer({ min: 1, max: 30 }),
      (week, before, after, day) => {
        const from = JUNE.start.add({ days: day - 1 })
        const published = plan(before, { week })
        const weigh = dayWeigher(week, weekdaysOnly)
        const changed = replan(published, plan(after, { week }), from, { weigh })
        if (!changed.ok) return
        const days = daysOf(changed.value)
        expect(sum(days)).toBe(after)
        expect(days.slice(0, day - 1)).toEqual(daysOf(published).slice(0, day - 1))
        const open = [...days.entries()].slice(day - 1).filter(([, amount]) => amount !== null)
        const weights = open.map(([index]) => weigh(dayNumber(JUNE.start) + index))
        if (weights.some((weight) => weight > 0n))
          for (const [index, [, amount]] of open.entries()) if (weights[index] === 0n) expect(amount).toBe(0n)
      },
    ),
    { numRuns: 60 },
  )
})

test('leave that is taken back gives the week its days again', () => {
  const week = { monday: 60n, wednesday: 40n }
  const planned = daysOf(plan(46n, { week }))
  const changed = { from: date('2026-06-08'), until: date('2026-06-12') }
  const around = { changed, from: date('2026-06-02'), calendar: weekdaysOnly, week }
  const away = layAroundLeave({ metric: 'visits', month: JUNE, days: planned }, { ...around, leave: [changed] }) ?? []
  expect(sum(away)).toBe(46n)
  expect(away.slice(7, 12)).toEqual([null, null, null, null, null])
  expect(layAroundLeave({ metric: 'visits', month: JUNE, days: away }, { ...around, leave: [] })).toEqual(planned)
})
