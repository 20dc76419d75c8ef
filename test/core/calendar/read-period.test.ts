import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { readPeriod } from '../../../src/core/calendar/read-period.js'

/** A Wednesday in week 11. */
const TODAY = Temporal.PlainDate.from('2026-03-11')

test.each([
  ['week 10', '2026-W10'],
  ['Week 10 of 2025', '2025-W10'],
  ['w11', '2026-W11'],
  ['week 52', '2025-W52'],
  ['第10周', '2026-W10'],
  ['2026年第 9 周', '2026-W09'],
  ['March', '2026-03'],
  ['Dec', '2025-12'],
  ['september 2024', '2024-09'],
  ['3月', '2026-03'],
  ['2026年2月', '2026-02'],
  ['11月份', '2025-11'],
  ['2026-W10', undefined],
  ['week', undefined],
  ['marching', undefined],
  ['3', undefined],
])('"%s" is %s', (words, id) => expect(readPeriod(words, TODAY)).toBe(id))
