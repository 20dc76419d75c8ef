import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { belongsOn, belongsWithin, hasLeft, isToCome } from '../../../src/core/calendar/stay.js'

const day = (on: string) => Temporal.PlainDate.from(`2026-12-${on}`)
const stay = { joinedOn: day('07'), leftOn: day('25') }
const open = { joinedOn: day('07') }
/** Removed before their first day. */
const never = { joinedOn: day('07'), leftOn: day('03') }

describe('a stay', () => {
  test.each([
    { on: '06', belongs: false, left: false, toCome: true },
    { on: '07', belongs: true, left: false, toCome: false },
    { on: '25', belongs: true, left: false, toCome: false },
    { on: '26', belongs: false, left: true, toCome: false },
  ])('has its first and last day in it: $on', ({ on, belongs, left, toCome }) => {
    expect([belongsOn(stay, day(on)), hasLeft(stay, day(on)), isToCome(stay, day(on))]).toEqual([belongs, left, toCome])
  })

  test('without a last day goes on', () => {
    expect([belongsOn(open, day('31')), hasLeft(open, day('31')), belongsWithin(open, { start: day('08'), end: day('31') })]).toEqual([
      true,
      false,
      true,
    ])
  })

  test('that never began is on no day, and not to come', () => {
    for (const on of ['02', '03', '05', '07', '20'])
      expect([belongsOn(never, day(on)), hasLeft(never, day(on)), isToCome(never, day(on))]).toEqual([false, true, false])
    expect(belongsWithin(never, { start: day('01'), end: day('31') })).toBe(false)
  })

  test.each([
    { start: '01', end: '06', within: false },
    { start: '01', end: '07', within: true },
    { start: '25', end: '31', within: true },
    { start: '26', end: '31', within: false },
  ])('is within $start to $end: $within', ({ start, end, within }) => {
    expect(belongsWithin(stay, { start: day(start), end: day(end) })).toBe(within)
  })
})
