import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { takeDay, takeReportDay } from '../../src/chat/day-words.js'

/** A Thursday. */
const TODAY = Temporal.PlainDate.from('2026-12-24')

test.each([
  ['yesterday 2 visits', '2026-12-23', '2 visits'],
  ['昨天拜访2', '2026-12-23', '拜访2'],
  ['2026年12月22日 拜访2', '2026-12-22', '拜访2'],
  ['12月25日拜访2', '2025-12-25', '拜访2'],
  ['23 Dec: 3 visits', '2026-12-23', '3 visits'],
  ['on Dec 22nd, 3 visits', '2026-12-22', '3 visits'],
  ['3 visits 22 December', '2026-12-22', '3 visits'],
  ['25 Dec 2026: 3 visits', '2026-12-25', '3 visits'],
  ['25 Dec 3 visits', '2025-12-25', '3 visits'],
  ['last Thursday 3 visits', '2026-12-17', '3 visits'],
  ['3 visits last Monday', '2026-12-21', '3 visits'],
  ['Monday: 3 visits', '2026-12-21', '3 visits'],
  ['2026-12-3 拜访2', '2026-12-03', '拜访2'],
  ['拜访2 2026/12/3', '2026-12-03', '拜访2'],
  ['2026.12.03：拜访2', '2026-12-03', '拜访2'],
])('%s', (words, on, rest) => {
  const taken = takeDay(words, TODAY)
  expect([taken.isSaid, taken.on.toString(), taken.rest]).toEqual([true, on, rest])
})

test.each(['3 visits', 'Monday meeting, 3 visits', '3 may come', 'market 3 visits', '12 decisions', '3 visits, see them Friday'])(
  'no day is taken of %s',
  (words) => expect(takeDay(words, TODAY)).toMatchObject({ isSaid: false, rest: words }),
)

test.each([
  ['2026-13-45', '2026-13-45'],
  ['3 visits 2026-02-30', '2026-02-30'],
  ['2026/2/30 拜访2', '2026/2/30'],
  ['2月30日拜访2', '2月30日'],
  ['31 Feb: 3 visits', '31 Feb'],
  ['3 visits on Feb 31', 'Feb 31'],
])('%s names no day that there is', (words, day) => {
  const taken = () => takeDay(words, TODAY)
  expect(taken).toThrow(expect.objectContaining({ key: 'no-such-day', facts: { words: day } }))
})

test.each(['3 visits, back tomorrow', '拜访3 客户约了再谈 明天'])('in a report %s is about today', (words) => {
  expect(takeReportDay(words, TODAY)).toMatchObject({ isSaid: false, on: TODAY, rest: words })
})

test.each(['tomorrow', 'tomorrow morning', 'morning tomorrow', '明天 早上'])('in a report %s is about tomorrow', (words) => {
  expect(takeReportDay(words, TODAY)).toMatchObject({ isSaid: true, on: TODAY.add({ days: 1 }) })
})
