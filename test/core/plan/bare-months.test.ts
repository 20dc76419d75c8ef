import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { withYears } from '../../../src/core/plan/bare-months.js'

const headersOn = (today: string, ...rows: string[][]) =>
  withYears(
    rows.map((cells, index) => ({ line: index + 1, cells })),
    Temporal.PlainDate.from(today),
  ).at(-1)?.cells

test.each([
  {
    it: 'months that still run are of this year',
    on: '2026-06-10',
    head: ['姓名', '4月', '5月', '6月份'],
    to: ['姓名', '2026年4月', '2026年5月', '2026年6月'],
  },
  {
    it: 'months that are over are of the next',
    on: '2026-07-01',
    head: ['Apr.', 'May', 'June'],
    to: ['Apr 2027', 'May 2027', 'June 2027'],
  },
  { it: 'they go on in the year after', on: '2026-09-01', head: ['11月', '12月', '1月'], to: ['2026年11月', '2026年12月', '2027年1月'] },
  { it: 'so may numerals', on: '2026-09-01', head: ['十一月', '十二月份', '一月'], to: ['2026年11月', '2026年12月', '2027年1月'] },
  { it: 'one alone is no such header', on: '2026-09-01', head: ['May', 'Li Na'], to: ['May', 'Li Na'] },
])('$it', ({ on, head, to }) => expect(headersOn(on, head)).toEqual(to))

test('a whole year is planned ahead, and a year above the months is theirs', () => {
  const year = Array.from({ length: 12 }, (_, index) => `${index + 1}月`)
  expect(headersOn('2026-11-24', year)?.[0]).toBe('2027年1月')
  expect(headersOn('2026-03-24', year)?.[0]).toBe('2026年1月')
  expect(headersOn('2026-03-24', ['2028 年目标'], year)?.[11]).toBe('2028年12月')
})
