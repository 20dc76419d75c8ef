import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR } from '../../../src/core/calendar/fiscal-year.js'
import { parsePeriod } from '../../../src/core/calendar/period.js'
import { workingCalendar } from '../../../src/core/calendar/working-calendar.js'
import { type DecomposeInput, decompose } from '../../../src/core/plan/decompose.js'
import { type AgreedMember, decomposeAgreed } from '../../../src/core/plan/decompose-agreed.js'
import type { Decomposition } from '../../../src/core/plan/decomposition.js'
import { layAroundLeave } from '../../../src/core/plan/lay-around-leave.js'
import { replan } from '../../../src/core/plan/replan.js'
import { spreadByWeight, spreadOverDays } from '../../../src/core/plan/spread-days.js'
import { STAGGER_PARTS, staggerOf } from '../../../src/core/plan/stagger.js'

const calendar = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const date = (on: string) => Temporal.PlainDate.from(on)
const FIVE = ['Li Na', 'Wang Wei', 'Zhao Lei', 'Sun Yi', 'Zhou Min']

/** February 2026 has twenty weekdays, from Monday the 2nd to Friday the 27th. */
const FEBRUARY = parsePeriod('2026-02', CALENDAR_YEAR) ?? never()
function never(): never {
  throw new Error('no February')
}

function february(more: Partial<DecomposeInput> = {}, agreed: readonly AgreedMember[] = []): Decomposition {
  const members = FIVE.map((member) => ({ member, weight: 1n, calendar }))
  const plan = decomposeAgreed({ metric: 'deals', amount: 20n, period: FEBRUARY, members, ...more }, agreed)
  if (!plan.ok) throw new Error(plan.error.code)
  return plan.value
}

/** Each member's working days in words, those with something due by their place among them, from 1. */
function dueDays({ members }: Decomposition): Record<string, string> {
  return Object.fromEntries(members.map(({ member, months }) => [member, dueIn(months[0]?.days ?? [])]))
}

function dueIn(days: readonly (bigint | null)[]): string {
  const worked = days.filter((day) => day !== null)
  return worked.flatMap((due, index) => (due === 0n ? [] : [due === 1n ? `${index + 1}` : `${index + 1}×${due}`])).join(' ')
}

/** Four deals over twenty days, k ÷ 5 after k of them, and 0, 26, 37, 13 and 42 of 48 ahead. */
const ONE_A_DAY = {
  'Li Na': '5 10 15 20',
  'Wang Wei': '3 8 13 18',
  'Zhao Lei': '2 7 12 17',
  'Sun Yi': '4 9 14 19',
  'Zhou Min': '1 6 11 16',
}

describe('worked out by hand', () => {
  test('of five people with four deals over twenty days, one owes one each day', () => {
    expect(dueDays(february())).toEqual(ONE_A_DAY)
  })

  test('whose number was agreed keeps their place', () => {
    const agreed = [{ member: 'Wang Wei', calendar, amount: 4n }]
    expect(dueDays(february({}, agreed))).toEqual(ONE_A_DAY)
  })

  test('a place that is given counts, so that who is left out moves nobody', () => {
    const members = FIVE.map((member, place) => ({ member, weight: 1n, calendar, place })).filter(({ member }) => member !== 'Wang Wei')
    const { 'Wang Wei': _, ...others } = ONE_A_DAY
    expect(dueDays(february({ amount: 16n, members }))).toEqual(others)
  })

  test('equal money falls equally on everybody’s days', () => {
    const days = february({ metric: 'revenue', amount: 5_000_01n * 5n }).members.map(({ months }) => months[0]?.days)
    for (const own of days) expect(own).toEqual(days[0])
  })

  test('a plan that begins in the middle of the month is staggered too', () => {
    // Four deals over the fifteen days from the 9th: 4k ÷ 15 after k of them.
    const before = { ...february(), members: [] }
    const places = new Map(FIVE.map((member, place) => [member, place]))
    const plan = replan(before, february(), date('2026-02-09'), { placeOf: (member) => places.get(member) ?? 0 })
    if (!plan.ok) throw new Error(plan.error.code)
    expect(dueDays(plan.value)).toEqual({
      'Li Na': '4 8 12 15',
      'Wang Wei': '2 6 10 13',
      'Zhao Lei': '1 5 9 13',
      'Sun Yi': '3 7 11 14',
      'Zhou Min': '1 5 8 12',
    })
  })

  test('leave moves the second member’s deals by their own stagger, and taken back every day is as planned', () => {
    const days = february().members[1]?.months[0]?.days ?? []
    const changed = { from: date('2026-02-23'), until: date('2026-02-27') }
    const around = { changed, from: date('2026-02-02'), calendar, place: 1 }
    const away = layAroundLeave({ metric: 'deals', month: FEBRUARY, days }, { ...around, leave: [changed] }) ?? []
    // 4k ÷ 15 and 26 of 48 ahead.
    expect(dueIn(away)).toBe('2 6 10 13')
    expect(layAroundLeave({ metric: 'deals', month: FEBRUARY, days: away }, { ...around, leave: [] })).toEqual(days)
  })
})

test('of the first n staggers each nth of a unit holds one, for every n to 16', () => {
  for (let n = 1; n <= 16; n += 1) {
    const nths = Array.from({ length: n }, (_, place) => Math.floor((staggerOf('deals', place) * n) / STAGGER_PARTS))
    expect(nths.toSorted((a, b) => a - b)).toEqual([...Array(n).keys()])
  }
  expect([staggerOf('deals', 16), staggerOf('deals', 17)]).toEqual([staggerOf('deals', 0), staggerOf('deals', 1)])
})

describe('whatever the numbers', () => {
  const amount = fc.bigInt({ min: 0n, max: 200n })
  const weights = fc.array(fc.bigInt({ min: 0n, max: 60n }), { minLength: 1, maxLength: 31 })
  const size = fc.integer({ min: 1, max: 40 })

  test('by weights the sum is exact, each member is less than a unit off their curve, and sixteen together less than one off theirs', () => {
    fc.assert(
      fc.property(amount, weights, size, (own, weighed, members) => {
        const days = [...weighed.keys()]
        const even = weighed.every((weight) => weight === 0n)
        const rows = rowsOf(members, (stagger, into) => spreadByWeight(own, days, weighed, into, stagger))
        for (const row of rows) expect(row.every((due, day) => even || weighed[day] !== 0n || due === 0n)).toBe(true)
        mustKeepToTheCurve(rows, own, even ? weighed.map(() => 1n) : weighed)
      }),
    )
  })

  test('evenly too, and who has no fewer units than days has one each day', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 31 }), size, (own, count, members) => {
        const days = [...Array(count).keys()]
        const rows = rowsOf(members, (stagger, into) => spreadOverDays(own, days, into, stagger))
        mustKeepToTheCurve(
          rows,
          own,
          days.map(() => 1n),
        )
        if (own >= BigInt(count)) for (const row of rows) expect(row.every((due) => due > 0n)).toBe(true)
      }),
    )
  })

  test('equal members of a plan are together less than a unit off the team’s curve in each month they share equally', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 16 }), (own, count) => {
        const members = Array.from({ length: count }, (_, index) => ({ member: `${index}`, weight: 1n, calendar }))
        const plan = decompose({ metric: 'visits', amount: own * BigInt(count), period: FEBRUARY, members })
        if (!plan.ok) throw new Error(plan.error.code)
        const rows = plan.value.members.map(({ months }) => (months[0]?.days ?? []).flatMap((due) => due ?? []))
        mustKeepToTheCurve(rows, own, new Array(20).fill(1n))
      }),
    )
  })
})

function rowsOf(members: number, spread: (stagger: number, into: (bigint | null)[]) => void): bigint[][] {
  return Array.from({ length: members }, (_, place) => {
    const into: (bigint | null)[] = []
    spread(staggerOf('deals', place), into)
    return into.map((due) => due ?? 0n)
  })
}

function mustKeepToTheCurve(rows: readonly (readonly bigint[])[], own: bigint, weights: readonly bigint[]): void {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  const sixteens = BigInt(Math.ceil(rows.length / 16))
  const running = rows.map(() => 0n)
  let weighed = 0n
  for (const [day, weight] of weights.entries()) {
    weighed += weight
    let together = 0n
    for (const [index, row] of rows.entries()) {
      running[index] = (running[index] ?? 0n) + (row[day] ?? 0n)
      const off = (running[index] ?? 0n) * whole - own * weighed
      expect(off < whole && -off < whole).toBe(true)
      together += off
    }
    expect(together < sixteens * whole && -together < sixteens * whole).toBe(true)
  }
  for (const total of running) expect(total).toBe(own)
}
