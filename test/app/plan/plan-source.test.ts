import { describe, expect, test } from 'vitest'
import { MAX_PLAN_FILE_BYTES, type PlanSource, readPlan } from '../../../src/app/plan/plan-source.js'
import { workbookOf } from '../../support/workbook.js'
import { zipOf } from '../../support/zip.js'

const file = (bytes: Uint8Array): PlanSource => ({ kind: 'file', bytes })

async function planOf(source: PlanSource) {
  const read = await readPlan(source, 'CNY')
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.plan
}

async function mistakes(source: PlanSource) {
  const read = await readPlan(source, 'CNY')
  return read.ok ? [] : read.error.map(({ line, column, code }) => [line, column, code])
}

const CHINESE = '周期,指标,目标,姓名,权重\r\n2026-Q2,拜访,90,李娜,2\r\n,,,王伟,1\r\n'

/** As Chinese Excel saves "CSV": two bytes a sign. */
const GB18030 = Buffer.from(
  'd6dcc6da2cd6b8b1ea2cc4bfb1ea2cd0d5c3fb2cc8a8d6d80d0a323032362d51322cb0ddb7c32c39302cc0eec4c82c320d0a2c2c2ccdf5ceb02c310d0a',
  'hex',
)

const VISITS = {
  period: '2026-Q2',
  targets: [
    {
      metric: 'visits',
      amount: 90n,
      split: [
        { member: '李娜', weight: '2' },
        { member: '王伟', weight: '1' },
      ],
    },
  ],
}

describe('one plan', () => {
  test.each([
    { as: 'pasted words', source: { kind: 'words', words: CHINESE } },
    { as: 'CSV in UTF-8', source: file(Buffer.from(CHINESE)) },
    { as: 'CSV in UTF-8 with a mark', source: file(Buffer.from(`\uFEFF${CHINESE}`)) },
    { as: 'CSV in GB18030', source: file(GB18030) },
    { as: 'tabs in UTF-16', source: file(Buffer.from(`\uFEFF${CHINESE.replaceAll(',', '\t')}`, 'utf16le')) },
    {
      as: 'YAML',
      source: file(
        Buffer.from(
          'version: 1\nperiod: 2026-Q2\ntargets:\n  - metric: visits\n    amount: 90\n    split:\n      - member: 李娜\n        weight: 2\n      - member: 王伟\n        weight: 1\n',
        ),
      ),
    },
    {
      as: 'a workbook with a title, merged cells and shares',
      source: file(
        workbookOf([
          {
            name: '计划',
            merged: ['A1:E1', 'A4:A5', 'B4:B5', 'C4:C5'],
            rows: {
              1: ['华东 2026 年第二季度'],
              3: ['周期', '指标', '目标', '姓名', '权重'],
              4: ['2026-Q2', '拜访', { xml: '<c><f>30*3</f><v>90</v></c>' }, '李娜', { number: '2' }],
              5: [undefined, undefined, undefined, '王伟', 1],
            },
          },
        ]),
      ),
    },
  ] as const)('reads the same from $as', async ({ source }) => expect(await planOf(source)).toMatchObject(VISITS))

  test('keeps an accent that Western Excel saved', async () => {
    const csv = Buffer.from('period,metric,amount,member\n2026,visits,5,Zoë Müller\n2026,visits,6,José López\n', 'latin1')
    expect((await planOf(file(csv))).targets[0]?.split).toMatchObject([{ member: 'Zoë Müller' }, { member: 'José López' }])
  })

  test('takes numbers from a workbook exactly, and a month that it made a date of', async () => {
    const rows = {
      1: ['Period', 'Metric', 'Amount', 'Member', 'Weight'],
      2: [
        { number: '46143', format: 17 },
        'revenue',
        { number: '1200000.1000000001', format: '"¥"#,##0.00' },
        'Li Na',
        { number: '0.4', format: 9 },
      ],
      3: [{ number: '46143', format: 17 }, 'revenue', undefined, 'Wang Wei', { number: '0.6', format: 9 }],
    }
    expect(await planOf(file(workbookOf([{ name: 'Sheet1', rows }])))).toMatchObject({
      period: '2026-05',
      targets: [{ amount: 120_000_010n, currency: 'CNY', split: [{ weight: '40' }, { weight: '60' }] }],
    })
  })
})

describe('what is wrong', () => {
  test('in a workbook is told by the row and column that the person sees', async () => {
    const rows = { 5: ['Period', 'Metric', 'Amount'], 7: ['2026', 'visits', 'lots'], 9: ['2026', 'joy', 3] }
    expect(await mistakes(file(workbookOf([{ name: 'Sheet1', rows }])))).toEqual([
      [7, 'Amount', 'not-a-number'],
      [9, 'Metric', 'unknown-metric'],
    ])
  })

  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  test.each([
    { what: 'too large', bytes: new Uint8Array(MAX_PLAN_FILE_BYTES + 1), code: 'oversized' },
    { what: 'empty', bytes: new Uint8Array(0), code: 'blank' },
    { what: 'only blanks', bytes: Buffer.from(' \n\t\n'), code: 'blank' },
    { what: 'an empty sheet', bytes: workbookOf([{ name: 'Sheet1', rows: {} }]), code: 'blank' },
    { what: 'an old .xls', bytes: Buffer.concat([ole, Buffer.from('Workbook', 'utf16le')]), code: 'old-excel' },
    {
      what: 'under a password',
      bytes: Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      code: 'encrypted',
    },
    { what: 'a text document', bytes: zipOf({ 'word/document.xml': '<w/>' }), code: 'foreign' },
    { what: 'a web page called .xls', bytes: Buffer.from('<html><table><tr><td>period</td></tr></table></html>'), code: 'foreign' },
    { what: 'a PDF', bytes: Buffer.from('%PDF-1.7\n1 0 obj'), code: 'foreign' },
    { what: 'a picture', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), code: 'foreign' },
    { what: 'cut off', bytes: workbookOf([{ name: 'Sheet1', rows: { 1: ['a'] } }]).slice(0, 400), code: 'damaged' },
    { what: 'words alone', bytes: Buffer.from('Dear team,\nsell more!\n'), code: 'header-missing' },
  ])('with a file that is $what', async ({ bytes, code }) => expect(await mistakes(file(bytes))).toEqual([[undefined, undefined, code]]))
})
