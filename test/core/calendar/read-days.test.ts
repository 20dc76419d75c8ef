import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { readDays } from '../../../src/core/calendar/read-days.js'

/** A Tuesday. */
const TODAY = Temporal.PlainDate.from('2026-11-24')

function read(words: string, today = TODAY): string {
  const days = readDays(words, today)
  return days.kind === 'unread' ? `unread: ${days.words}` : days.from.equals(days.to) ? `${days.from}` : `${days.from} ${days.to}`
}

test.each([
  ['today', '2026-11-24'],
  ['Tomorrow', '2026-11-25'],
  ['the day after tomorrow', '2026-11-26'],
  ['today until tomorrow', '2026-11-24 2026-11-25'],
  ['2026-12-24', '2026-12-24'],
  ['2026-12-24 2026-12-28', '2026-12-24 2026-12-28'],
  ['2026-12-24-2026-12-28', '2026-12-24 2026-12-28'],
  ['from 2026/12/24 to 2026/12/28', '2026-12-24 2026-12-28'],
  ['2026-12-28 2026-12-24', '2026-12-28 2026-12-24'],
  ['24 Dec', '2026-12-24'],
  ['Dec 24th', '2026-12-24'],
  ['24 December 2026', '2026-12-24'],
  ['Dec 24, 2026', '2026-12-24'],
  ['24 Dec - 3 Jan', '2026-12-24 2027-01-03'],
  ['Dec 24–28', '2026-12-24 2026-12-28'],
  ['24-28 Dec', '2026-12-24 2026-12-28'],
  ['24th to 28th of December', '2026-12-24 2026-12-28'],
  ['24 Dec to 3rd', '2026-12-24 2027-01-03'],
  ['3 Feb', '2027-02-03'],
  ['29 Feb', '2028-02-29'],
  ['the 30th', 'unread: the 30th'],
  ['30th', '2026-11-30'],
  ['Friday', '2026-11-27'],
  ['Tuesday', '2026-12-01'],
  ['fri to mon', '2026-11-27 2026-11-30'],
  ['next week', '2026-11-30 2026-12-06'],
])('in English: %s', (words, days) => expect(read(words)).toBe(days))

test.each([
  ['今天', '2026-11-24'],
  ['明天', '2026-11-25'],
  ['明天请假', '2026-11-25'],
  ['请假 后天', '2026-11-26'],
  ['明天到后天', '2026-11-25 2026-11-26'],
  ['12月24日', '2026-12-24'],
  ['１２月２４日', '2026-12-24'],
  ['12月24日到28日', '2026-12-24 2026-12-28'],
  ['12月24到28号', '2026-12-24 2026-12-28'],
  ['12月24日至1月3日', '2026-12-24 2027-01-03'],
  ['2026年12月24日 - 2026年12月28日', '2026-12-24 2026-12-28'],
  ['从24号到28号', '2026-11-24 2026-11-28'],
  ['3号', '2026-12-03'],
  ['周五', '2026-11-27'],
  ['本周五', '2026-11-27'],
  ['本周一', '2026-11-23'],
  ['星期天', '2026-11-29'],
  ['下周一', '2026-11-30'],
  ['下周一到周三', '2026-11-30 2026-12-02'],
  ['下个星期五', '2026-12-04'],
  ['下周', '2026-11-30 2026-12-06'],
])('in Chinese: %s', (words, days) => expect(read(words)).toBe(days))

test.each([
  '5/6',
  '24.12.',
  '24.12.-28.12.',
  '12-24',
  '24',
  'next Friday',
  'the 30th',
  '2026-02-30',
  '2026-13-01',
  '30 Feb',
  '30-2 Jan',
  '24号到12月28日',
  '24 Dec and 28 Dec',
  '24日、28日',
  '32号',
  '0 Dec',
  'tomorrow morning',
  'tomorrow to',
  'Monday Tuesday Wednesday',
  'december',
  'Mondays',
  '下下周一',
  '周末',
  'soon',
  '',
])('what could mean two days, or none, is not read: %s', (words) => expect(read(words)).toBe(`unread: ${words}`))

test('a month that lacks the day is passed over', () => {
  expect(read('31st', Temporal.PlainDate.from('2026-02-01'))).toBe('2026-03-31')
  expect(read('30号', Temporal.PlainDate.from('2026-01-31'))).toBe('2026-03-30')
})

test('whatever is typed, it never throws, and a date without a year is never past', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (words) => {
      readDays(words, TODAY)
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 800 }), (month, day, later) => {
      const today = TODAY.add({ days: later })
      const days = readDays(`${month}月${day}日`, today)
      if (days.kind === 'unread') throw new Error('unread')
      expect([days.from.month, days.from.day]).toEqual([month, day])
      expect(today.until(days.from).days).toBeGreaterThanOrEqual(0)
      expect(today.until(days.from, { largestUnit: 'days' }).days).toBeLessThanOrEqual(366)
    }),
  )
})
