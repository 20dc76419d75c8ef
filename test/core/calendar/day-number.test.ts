import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { dateOfDayNumber, dayNumber } from '../../../src/core/calendar/day-number.js'

test('the epoch is day 0 and a leap day counts', () => {
  expect(dayNumber(Temporal.PlainDate.from('1970-01-01'))).toBe(0)
  expect(dayNumber(Temporal.PlainDate.from('2024-03-01')) - dayNumber(Temporal.PlainDate.from('2024-02-28'))).toBe(2)
})

test('a number leads back to its date', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 100_000 }), (day) => {
      expect(dayNumber(dateOfDayNumber(day))).toBe(day)
    }),
  )
})
