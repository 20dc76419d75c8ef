import { describe, expect, test } from 'vitest'
import { guessColumns, mapColumns } from '../../../src/core/plan/map-columns.js'

const table = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }))

describe('headers of their own', () => {
  test.each([
    { header: ['Rep', 'Q1 target'], member: '#0', amount: '#1', metric: 'revenue', quarter: 1 },
    { header: ['销售', '目标'], member: '#0', amount: '#1', metric: 'revenue', quarter: undefined },
    { header: ['Quota', 'Salesperson'], member: '#1', amount: '#0', metric: 'revenue', quarter: undefined },
    { header: ['业务员', '二季度目标'], member: '#0', amount: '#1', metric: 'revenue', quarter: 2 },
  ])('$header are guessed', ({ header, member, amount, metric, quarter }) => {
    const guess = guessColumns(table(header, ['Bob', '1']))
    expect([guess?.mapping.member, guess?.mapping.amount, guess?.mapping.metric, guess?.quarter]).toEqual([member, amount, metric, quarter])
  })

  test('a column called something else is known by the metrics or periods in it', () => {
    const guess = guessColumns(table(['人', '时段', '项目', '任务'], ['李娜', '2026年第3季度', '回款', '30万'], ['王伟', '', '拜访', '90']))
    expect(guess?.mapping).toMatchObject({ period: '#1', metric: '#2', amount: '#3' })
  })

  test('words that mean nothing of a plan are no header', () => {
    expect(guessColumns(table(['Colour', 'Shoe size'], ['red', '42']))).toBeUndefined()
  })
})

test('a mapped table has our columns, and the same value in every row where it is said once', () => {
  const rows = table(['Rep', 'Q1 target'], ['Bob', '5'], ['', ''])
  const guess = guessColumns(rows)
  expect(guess && mapColumns(rows, guess, { ...guess.mapping, period: '2026-Q1' })).toEqual([
    { line: 1, cells: ['period', 'metric', 'amount', 'member'] },
    { line: 2, cells: ['2026-Q1', 'revenue', '5', 'Bob'] },
  ])
})
