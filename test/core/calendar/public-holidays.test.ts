import { expect, test } from 'vitest'
import { isHolidayCountry, isHolidayRegion, publicHolidays } from '../../../src/core/calendar/public-holidays.js'

test('countries and regions are known by their codes', () => {
  expect(['DE', 'CN', 'XX', 'toString', ''].map(isHolidayCountry)).toEqual([true, true, false, false, false])
  expect(isHolidayRegion('DE', 'BY')).toBe(true)
  expect(isHolidayRegion('DE', 'BY-A')).toBe(true)
  expect(isHolidayRegion('DE', 'BY-QQ')).toBe(false)
  expect(isHolidayRegion('DE', 'QQ')).toBe(false)
  expect(isHolidayRegion('CN', 'BJ')).toBe(false)
})

test('a year is worked out once', () => expect(publicHolidays(2026, 'DE', 'BY')).toBe(publicHolidays(2026, 'DE', 'BY')))

test('a district keeps its own feast', () => {
  expect(publicHolidays(2026, 'DE', 'BY-A').closed.has('2026-08-08')).toBe(true)
  expect(publicHolidays(2026, 'DE', 'BY').closed.has('2026-08-08')).toBe(false)
})
