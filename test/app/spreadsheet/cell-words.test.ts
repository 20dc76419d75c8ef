import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellFormat, cellWords } from '../../../src/app/spreadsheet/cell-words.js'

test.each([
  { stored: '1200000.5', shown: '1200000.5' },
  { stored: '1200000.1000000001', shown: '1200000.1' },
  { stored: '0.30000000000000004', shown: '0.3' },
  { stored: '1.2E6', shown: '1200000' },
  { stored: '1E-3', shown: '0.001' },
  { stored: '1.5E+20', shown: '150000000000000000000' },
  { stored: '-42', shown: '-42' },
  { stored: '0.33333333333333331', shown: '0.333333333333333' },
  { stored: '0', shown: '0' },
  { stored: '-0.10000000000000001', shown: '-0.1' },
])('the number $stored is $shown', ({ stored, shown }) => expect(cellWords(stored, 'number', '1900')).toBe(shown))

test.each([
  { stored: '0.4', shown: '40%' },
  { stored: '0.125', shown: '12.5%' },
  { stored: '1', shown: '100%' },
  { stored: '0.28999999999999998', shown: '29%' },
  { stored: '0.0005', shown: '0.05%' },
])('the share $stored is $shown', ({ stored, shown }) => expect(cellWords(stored, 'percent', '1900')).toBe(shown))

// 2026-05-01 is day 46143 since the last day of 1899, and 1462 days fewer since 1904.
test.each([
  { stored: '46143', format: 'date', dates: '1900', shown: '2026-05-01' },
  { stored: '46143.75', format: 'month', dates: '1900', shown: '2026-05' },
  { stored: '44681', format: 'month', dates: '1904', shown: '2026-05' },
  { stored: '46143', format: 'year', dates: '1900', shown: '2026' },
  { stored: '-5', format: 'date', dates: '1900', shown: '-5' },
  { stored: 'x', format: 'date', dates: '1900', shown: 'x' },
] as const)('day $stored by $dates as a $format is $shown', ({ stored, format, dates, shown }) => {
  expect(cellWords(stored, format, dates)).toBe(shown)
})

test.each([
  { code: 'General', format: 'number' },
  { code: '#,##0.00', format: 'number' },
  { code: '"¥"#,##0.00;[Red]-"¥"#,##0.00', format: 'number' },
  { code: '#,##0" days"', format: 'number' },
  { code: '0.0%', format: 'percent' },
  { code: 'mmm\\-yy', format: 'month' },
  { code: '[$-804]yyyy"年"m"月"', format: 'month' },
  { code: 'yyyy/m/d', format: 'date' },
  { code: 'yyyy"年"', format: 'year' },
  { code: 'h:mm:ss', format: 'number' },
])('the format $code is of a $format', ({ code, format }) => expect(cellFormat(164, code)).toBe(format))

test('formats that have a number only are known by it', () => {
  expect([0, 9, 14, 17, 57].map((id) => cellFormat(id, undefined))).toEqual(['number', 'percent', 'date', 'month', 'month'])
})

test('a number of at most 15 digits comes out as it was put in', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
      const stored = digits / 10 ** decimals
      expect(Number(cellWords(String(stored), 'number', '1900'))).toBe(stored)
    }),
  )
})
