import { expect, test } from 'vitest'
import { guessDealColumns, mapDealColumns } from '../../../src/core/pipeline/deal-columns.js'

const table = (...rows: string[]) => rows.map((row, index) => ({ line: index + 1, cells: row.split(',') }))

test('a header is found below a title, and its columns by their names in either language', () => {
  const english = table(
    'Pipeline of the East,,,',
    '',
    'Opportunity,Deal owner,Amount,Created on,Status,Region',
    'ACME,Li Na,5,2026-10-01,Won,East',
  )
  expect(guessDealColumns(english)).toMatchObject({ line: 3, mapping: { name: 0, owner: 1, value: 2, opened: 3, stage: 4 } })
  expect(guessDealColumns(table('客户名称,跟进人,金额,创建日期,阶段,战略重点'))?.mapping).toEqual({
    name: 0,
    owner: 1,
    value: 2,
    opened: 3,
    stage: 4,
    focus: 5,
  })
  expect(guessDealColumns(table('Customer,Rep,Opened,Strategic focus'))?.mapping).toMatchObject({ focus: 3 })
})

test('what has no day of opening is a table of deals all the same, and the rest is found', () => {
  expect(guessDealColumns(table('Customer,Rep,Stage,First met'))?.mapping).toEqual({ name: 0, owner: 1, stage: 2 })
})

test('words that name no column, or one alone, are no header', () => {
  expect(guessDealColumns(table('hello,world'))).toBeUndefined()
  expect(guessDealColumns(table('Stage,world'))).toBeUndefined()
  expect(guessDealColumns([])).toBeUndefined()
})

test('rows keep their line, and those with nothing in the columns that are meant are left out', () => {
  const rows = table('a title', 'x,y,z', ',ACME,Li Na', 'total,,', 'n,North,Wang')
  expect(mapDealColumns(rows, { line: 2, headers: ['x', 'y', 'z'], mapping: { name: 1, owner: 2 } })).toEqual([
    { line: 2, cells: ['name', 'owner'] },
    { line: 3, cells: ['ACME', 'Li Na'] },
    { line: 5, cells: ['North', 'Wang'] },
  ])
})
