import { expect, test } from 'vitest'
import { readXlsx } from '../../../src/app/spreadsheet/read-xlsx.js'
import { type WrittenSheet, workbookOf, workbookParts } from '../../support/workbook.js'
import { zipOf } from '../../support/zip.js'

async function rowsOf(bytes: Uint8Array, names: readonly string[] = []) {
  const read = await readXlsx(bytes, names)
  if (!read.ok) throw new Error(read.reason)
  return read.rows.map(({ line, cells }) => [line, ...cells])
}

async function reasonOf(bytes: Uint8Array) {
  const read = await readXlsx(bytes, [])
  return read.ok ? 'read' : read.reason
}

const sheet = (rows: WrittenSheet['rows'], more: Partial<WrittenSheet> = {}): WrittenSheet => ({ name: 'Sheet1', rows, ...more })

test('rows keep the number they have in the spreadsheet, and empty ones are left out', async () => {
  const bytes = workbookOf([
    sheet({ 2: ['Plan <2026> & more'], 4: [undefined, 'b', 1200000.5], 5: [undefined, '  '], 9: [{ number: '0.4', format: 9 }] }),
  ])
  expect(await rowsOf(bytes)).toEqual([
    [2, 'Plan <2026> & more'],
    [4, '', 'b', '1200000.5'],
    [9, '40%'],
  ])
})

test('a formula counts by its kept value; words in pieces are joined, their reading left out', async () => {
  const cells = [
    { xml: '<c><f>SUM(A1:A9)</f><v>240</v></c>' },
    { xml: '<c t="str"><f>A1&amp;"x"</f><v>拜访</v></c>' },
    { xml: '<c t="inlineStr"><is><r><t>Li </t></r><r><rPr><b/></rPr><t>Na</t></r><rPh sb="0" eb="1"><t>リナ</t></rPh></is></c>' },
    { xml: '<c t="b"><v>1</v></c>' },
    { xml: '<c t="e"><v>#REF!</v></c>' },
    { xml: '<c t="d"><v>2026-05-01T00:00:00</v></c>' },
  ]
  expect(await rowsOf(workbookOf([sheet({ 1: cells })]))).toEqual([[1, '240', '拜访', 'Li Na', 'TRUE', '#REF!', '2026-05-01']])
})

test('dates are told by their format, in either count of days', async () => {
  const row = [
    { number: '46143', format: 17 },
    { number: '46143', format: 'yyyy/m/d' },
  ]
  expect(await rowsOf(workbookOf([sheet({ 1: row })]))).toEqual([[1, '2026-05', '2026-05-01']])
  const old = [{ number: '44681', format: 'mmm-yy' }]
  expect(await rowsOf(workbookOf([sheet({ 1: old })], { dates: '1904' }))).toEqual([[1, '2026-05']])
})

test('cells and rows without a reference follow each other, and prefixes do not matter', async () => {
  const parts = workbookParts([sheet({ 1: ['a'] })])
  const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const body =
    '<x:row><x:c t="str"><x:v>a</x:v></x:c><x:c><x:v>1</x:v></x:c></x:row><x:row/><x:row><x:c r="C3"><x:v>2</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row>'
  const bytes = zipOf({ ...parts, 'xl/worksheets/sheet1.xml': `<x:worksheet ${main}><x:sheetData>${body}</x:sheetData></x:worksheet>` })
  expect(await rowsOf(bytes)).toEqual([
    [1, 'a', '1'],
    [3, '', '', '2', '3'],
  ])
})

test('the sheet with the wanted name is read, or else the first that is to be seen', async () => {
  const bytes = workbookOf([
    sheet({ 1: ['hidden'] }, { name: 'Lists', state: 'veryHidden' }),
    sheet({ 1: ['first'] }, { name: 'Notes' }),
    sheet({ 1: ['wanted'] }, { name: ' 计划 ' }),
  ])
  expect(await rowsOf(bytes)).toEqual([[1, 'first']])
  expect(await rowsOf(bytes, ['plan', '计划'])).toEqual([[1, 'wanted']])
})

test('an archive that is no workbook is told from a damaged one', async () => {
  expect(await reasonOf(zipOf({ 'word/document.xml': '<w/>' }))).toBe('not-a-workbook')
  const whole = workbookOf([sheet({ 1: ['a'] })])
  expect(await reasonOf(whole.slice(0, whole.length - 30))).toBe('broken')
  expect(await reasonOf(Uint8Array.from(whole, (byte, index) => (index > 200 && index < 260 ? byte ^ 0xff : byte)))).toBe('broken')
  expect(
    await reasonOf(zipOf({ ...workbookParts([sheet({ 1: ['a'] })]), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' })),
  ).toBe('broken')
})

test('entities that would grow without end are not expanded', async () => {
  const lol =
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
  expect(await reasonOf(zipOf({ ...workbookParts([sheet({ 1: ['a'] })]), 'xl/worksheets/sheet1.xml': lol }))).toBe('broken')
})

test('a bomb is refused before it grows, also one that says it is small', async () => {
  const parts = { ...workbookParts([sheet({ 1: ['a'] })]), 'xl/sharedStrings.xml': Buffer.alloc(50_000_000, 32) }
  const bomb = zipOf(parts)
  expect(bomb.length).toBeLessThan(100_000)
  expect(await reasonOf(bomb)).toBe('too-large')
  expect(await reasonOf(zipOf(parts, { 'xl/sharedStrings.xml': 1000 }))).toBe('broken')
})

test('more cells than a plan can have are refused', async () => {
  const cells = '<c><v>1</v></c>'.repeat(150)
  const rows = `<row>${cells}</row>`.repeat(1400)
  const bytes = zipOf({
    ...workbookParts([sheet({})]),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  })
  expect(await reasonOf(bytes)).toBe('too-large')
  const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
  expect(
    await reasonOf(
      zipOf({ ...workbookParts([sheet({})]), 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${corner}</sheetData></worksheet>` }),
    ),
  ).toBe('too-large')
})
