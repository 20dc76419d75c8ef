import { expect, test } from 'vitest'
import { readTime } from '../../../src/core/calendar/read-time.js'

test.each([
  ['09:00', '09:00'],
  ['9', '09:00'],
  ['9:05', '09:05'],
  ['9：30', '09:30'],
  ['09.30', '09:30'],
  ['0900', '09:00'],
  ['1730', '17:30'],
  ['5 pm', '17:00'],
  ['5:30PM', '17:30'],
  ['12am', '00:00'],
  ['9点', '09:00'],
  ['9点半', '09:30'],
  ['下午5点半', '17:30'],
  ['下午 5 点 45 分', '17:45'],
  ['17时', '17:00'],
  ['', undefined],
  ['25:00', undefined],
  ['9:75', undefined],
  ['noon', undefined],
  ['9-10', undefined],
])('"%s" is %s', (words, time) => expect(readTime(words)).toBe(time))
