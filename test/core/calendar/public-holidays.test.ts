import { expect, test } from 'vitest'
import { holidayRegion, isHolidayCountry, publicHolidays } from '../../../src/core/calendar/public-holidays.js'

test('countries and regions are known by their codes', () => {
  expect(['DE', 'CN', 'XX', 'toString', ''].map(isHolidayCountry)).toEqual([true, true, false, false, false])
  expect(['BY', 'by-a', 'BY-QQ', 'QQ'].map((words) => holidayRegion('DE', words))).toEqual(['BY', 'BY-A', undefined, undefined])
  expect(holidayRegion('CN', 'BJ')).toBe(undefined)
})

test('a year is worked out once', () => expect(publicHolidays(2026, 'DE', 'BY')).toBe(publicHolidays(2026, 'DE', 'BY')))

test('a district keeps its own feast', () => {
  expect(publicHolidays(2026, 'DE', 'BY-A').closed.has('2026-08-08')).toBe(true)
  expect(publicHolidays(2026, 'DE', 'BY').closed.has('2026-08-08')).toBe(false)
})
