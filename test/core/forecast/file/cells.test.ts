import { describe, expect, test } from 'vitest'
import { learnStyle } from '../../../../src/core/forecast/file/cell-style.js'
import { findColumns, hasNoHeader } from '../../../../src/core/forecast/file/columns.js'
import { readDate } from '../../../../src/core/forecast/file/read-date.js'
import { readNumber } from '../../../../src/core/forecast/file/read-number.js'
import { gatherRemarks } from '../../../../src/core/forecast/file/remarks.js'
import { isoDay } from '../../../../src/core/forecast/series/even-series.js'

describe('dates', () => {
  test.each([
    ['2026-03-05', '2026-03-05'],
    ['2026-03-05T10:30:00Z', '2026-03-05'],
    ['2026-03-05 10:30', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['5 Mar 2026', '2026-03-05'],
    ['March 5th, 2026', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['5.3.2026', '2026-03-05'],
    ['5/3/26', '2026-03-05'],
    ['2026-03', '2026-03-01'],
    ['Mar 2026', '2026-03-01'],
    ['2026-W10', '2026-03-02'],
    ['2021-W01', '2021-01-04'],
    ['2026-Q2', '2026-04-01'],
    ['Q2 2026', '2026-04-01'],
    ['2026', '2026-01-01'],
    ['1962-01-07', '1962-01-07'],
  ])('%s is %s', (words, iso) => expect(isoDay(readDate(words, 'day-first') ?? Number.NaN)).toBe(iso))

  test('in an American file the month stands first', () => expect(isoDay(readDate('3/5/2026', 'month-first') ?? 0)).toBe('2026-03-05'))

  test.each(['', 'soon', '2026-02-30', '2026-13-01', '31/31/2026', '5 Mai', '12'])('“%s” is no date', (words) => {
    expect(readDate(words, 'day-first')).toBeUndefined()
  })
})

describe('numbers', () => {
  test.each([
    ['1200', 1200],
    ['1,200', 1200],
    ['1,200.50', 1200.5],
    ['1.200,50', 1200.5],
    ['1 200', 1200],
    ['1’200', 1200],
    ['€ 1,200.00', 1200],
    ['1.200,50 €', 1200.5],
    ['USD 12', 12],
    ['-3.5', -3.5],
    ['−3.5', -3.5],
    ['(1,200)', -1200],
    ['1.2k', 1200],
    ['3.5万', 35_000],
    ['100万元', 1_000_000],
    ['１２', 12],
    ['12%', 12],
    ['.5', 0.5],
    ['1,234,567', 1_234_567],
  ])('%s is %d', (words, value) => expect(readNumber(words, 'point')).toBeCloseTo(value, 9))

  test('what could be either follows its column', () => {
    expect(readNumber('1,234', 'point')).toBe(1234)
    expect(readNumber('1,234', 'comma')).toBe(1.234)
    expect(readNumber('1.234', 'point')).toBe(1.234)
    expect(readNumber('1.234', 'comma')).toBe(1234)
  })

  test.each(['', 'abc', '12x3', '1,2,3', '1.2.3', '--1', '€'])('“%s” is no number', (words) =>
    expect(readNumber(words, 'point')).toBeUndefined(),
  )
})

describe('how a file writes', () => {
  const styleOf = (dates: readonly string[], numbers: readonly string[]) => {
    const learner = learnStyle()
    for (const cell of dates) learner.seeDate(cell)
    for (const cell of numbers) learner.seeNumber(cell)
    const remarks = gatherRemarks()
    return { ...learner.learnt(remarks), remarks: remarks.list().map(({ code }) => code) }
  }

  test('one 13th tells how all dates are meant, wherever it stands', () => {
    expect(styleOf(['3/4/2026', '13/4/2026'], [])).toEqual({ dates: 'day-first', decimals: 'point', remarks: [] })
    expect(styleOf(['4/13/2026', '3/4/2026'], [])).toMatchObject({ dates: 'month-first' })
  })

  test('where nothing tells, it says so; dots are not American', () => {
    expect(styleOf(['3/4/2026'], [])).toMatchObject({ dates: 'month-first', remarks: ['date-order-unknown'] })
    expect(styleOf(['3.4.2026'], [])).toMatchObject({ dates: 'day-first' })
  })

  test('one decimal comma tells of all', () => expect(styleOf([], ['1.200', '1,5'])).toMatchObject({ decimals: 'comma' }))
})

describe('columns', () => {
  const find = (header: readonly string[]) => {
    const remarks = gatherRemarks()
    return { columns: findColumns(header, remarks), remarks: remarks.list().map(({ code }) => code) }
  }

  test('by name, in any order and case', () =>
    expect(find(['Value', 'ID', 'Date'])).toEqual({ columns: { kind: 'series', date: 2, value: 0, id: 1 }, remarks: [] }))

  test('in Chinese', () => expect(find(['日期', '销售额'])).toMatchObject({ columns: { kind: 'series', date: 0, value: 1 } }))

  test('misspelt, and one too many: both are remarked', () =>
    expect(find(['dat', 'valeu', 'colour'])).toEqual({
      columns: { kind: 'series', date: 0, value: 1 },
      remarks: ['column-guessed', 'column-unknown'],
    }))

  test('a file that says when deals were opened is one of deals', () =>
    expect(find(['opened', 'stage', 'value', 'closed', 'outcome'])).toEqual({
      columns: { kind: 'deals', opened: 0, stage: 1, value: 2, closed: 3, outcome: 4 },
      remarks: [],
    }))

  test('a product, a person or a team is no deal’s own id', () => {
    expect(find(['date', 'value', 'product']).columns).toMatchObject({ id: 2, idOf: 'product' })
    expect(find(['opened', 'rep']).columns).toMatchObject({ id: 1, idOf: 'group' })
  })

  test('what is missing is named', () => expect(find(['date', 'colour']).columns).toEqual({ kind: 'unknown', missing: ['value'] }))

  test('a first row of values is no header', () => {
    expect(hasNoHeader(['2026-03-05', '12'])).toBe(true)
    expect(hasNoHeader(['date', 'value'])).toBe(false)
    expect(hasNoHeader(['foo', 'bar'])).toBe(false)
  })
})
