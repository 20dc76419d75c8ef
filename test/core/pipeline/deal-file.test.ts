import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDealFile } from '../../../src/core/pipeline/deal-file.js'

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000
const reader = {
  owners: [
    { name: 'Li Na', hasLeft: false },
    { name: 'Wang Wei', hasLeft: false },
    { name: 'Li Ming', hasLeft: true },
  ],
  focuses: ['Healthcare', 'Public sector'],
  currencyDigits: 2,
  today: day('2026-11-11'),
}
const HEADER = 'owner,name,opened,stage,value,closed,outcome'
const read = (header: string, ...rows: string[]) =>
  readDealFile(
    [header, ...rows].map((row, index) => ({ cells: row.split(','), line: index + 1 })),
    reader,
  )

test('open and closed deals come with what the file tells of them', () => {
  const { deals, problems, notes } = read(
    HEADER,
    'Li Na,ACME,2026-10-01,Proposal,120000.50,,',
    'wang,North,2026-09-01,Closed Won,5000,2026-10-05,',
    'Li Ming,South,2026-09-02,negotiation,,2026-10-06,lost',
    'Wang Wei,West,2026-11-10,,80,,open',
  )
  expect(problems).toEqual([])
  expect(notes).toEqual([{ code: 'stage-taken', line: 5, found: '' }])
  expect(deals).toEqual([
    { line: 2, owner: 0, name: 'ACME', amount: 12_000_050n, opened: day('2026-10-01'), stage: 'proposal', end: { kind: 'open' } },
    {
      line: 3,
      owner: 1,
      name: 'North',
      amount: 500_000n,
      opened: day('2026-09-01'),
      stage: undefined,
      end: { kind: 'won', on: day('2026-10-05') },
    },
    {
      line: 4,
      owner: 2,
      name: 'South',
      amount: undefined,
      opened: day('2026-09-02'),
      stage: 'negotiation',
      end: { kind: 'lost', on: day('2026-10-06') },
    },
    { line: 5, owner: 1, name: 'West', amount: 8_000n, opened: day('2026-11-10'), stage: 'lead', end: { kind: 'open' } },
  ])
})

test('中文表头和阶段同样能读', () => {
  const { deals, problems } = read(
    '负责人,客户名称,创建日期,阶段,金额,关闭日期,结果',
    'Li Na,华东机械,2026-10-01,方案,1200,2026-11-01,赢单',
  )
  expect(problems).toEqual([])
  expect(deals).toMatchObject([{ name: '华东机械', stage: 'proposal', amount: 120_000n, end: { kind: 'won' } }])
})

test.each([
  { row: 'Nobody,ACME,2026-10-01,lead,1,,', code: 'owner-unknown', found: 'Nobody' },
  { row: 'Li,ACME,2026-10-01,lead,1,,', code: 'owner-unknown', found: 'Li' },
  { row: ',ACME,2026-10-01,lead,1,,', code: 'owner-missing', found: '' },
  { row: 'Li Ming,ACME,2026-10-01,lead,1,,', code: 'owner-left', found: 'Li Ming' },
  { row: 'Li Na,,2026-10-01,lead,1,,', code: 'name-missing', found: '' },
  { row: 'Li Na,ACME,soon,lead,1,,', code: 'opened-unreadable', found: 'soon' },
  { row: 'Li Na,ACME,2026-12-01,lead,1,,', code: 'opened-ahead', found: '2026-12-01' },
  { row: 'Li Na,ACME,2026-10-01,moon,1,,', code: 'stage-unknown', found: 'moon' },
  { row: 'Li Na,ACME,2026-10-01,lead,lots,,', code: 'value-unreadable', found: 'lots' },
  { row: 'Li Na,ACME,2026-10-01,lead,1,2026-09-01,won', code: 'closed-before-opened', found: '2026-09-01' },
  { row: 'Li Na,ACME,2026-10-01,lead,1,2026-12-01,won', code: 'closed-ahead', found: '2026-12-01' },
  { row: 'Li Na,ACME,2026-10-01,lead,1,soon,', code: 'closed-unread', found: 'soon' },
  { row: 'Li Na,ACME,2026-10-01,lead,1,2026-10-09,perhaps', code: 'outcome-unreadable', found: 'perhaps' },
])('“$row” is refused: $code', ({ row, code, found }) => {
  expect(read(HEADER, row)).toMatchObject({ deals: [], problems: [{ code, line: 2, found }] })
})

test('a file without its columns says which', () => {
  expect(read('date,value', '2026-10-01,5').problems).toEqual([{ code: 'columns-missing', line: 0, found: 'opened, owner, name' }])
  expect(readDealFile([], reader).problems).toHaveLength(1)
})

test('a deal that stands twice counts once, closed rather than open, in whatever order', () => {
  const rows = ['Li Na,ACME,2026-10-01,lead,1,,', 'Li Na,ACME,2026-10-01,proposal,1,2026-11-01,won', 'Li Na,North,2026-10-01,lead,1,,']
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      const { deals, notes } = read(HEADER, ...shuffled)
      expect(deals.map(({ name, end }) => [name, end.kind]).sort()).toEqual([
        ['ACME', 'won'],
        ['North', 'open'],
      ])
      expect(notes).toMatchObject([{ code: 'deal-twice', found: 'ACME' }])
    }),
  )
})

const FOCUSED = 'owner,name,opened,stage,focus'

test.each([
  { words: 'healthcare ', focus: 'Healthcare' },
  { words: 'ＰＵＢＬＩＣ sector', focus: 'Public sector' },
  { words: '', focus: undefined },
  { words: 'None', focus: undefined },
  { words: '无', focus: undefined },
])('the focus “$words” is $focus', ({ words, focus }) => {
  const { deals, problems } = read(FOCUSED, `Li Na,ACME,2026-10-01,lead,${words}`)
  expect(problems).toEqual([])
  expect(deals).toMatchObject([{ name: 'ACME', focus }])
})

test('a focus that the plan does not name is told with the nearest; where it names none, the column is left out', () => {
  expect(read(FOCUSED, 'Li Na,ACME,2026-10-01,lead,Helthcare', 'Li Na,North,2026-10-01,lead,Space')).toMatchObject({
    deals: [],
    problems: [
      { code: 'focus-unknown', line: 2, found: 'Helthcare', near: 'Healthcare' },
      { code: 'focus-unknown', line: 3, found: 'Space' },
    ],
  })
  const rows = [FOCUSED, 'Li Na,ACME,2026-10-01,lead,Space'].map((row, index) => ({ cells: row.split(','), line: index + 1 }))
  expect(readDealFile(rows, { ...reader, focuses: [] })).toMatchObject({
    deals: [{ name: 'ACME', focus: undefined }],
    problems: [],
    notes: [{ code: 'focus-unused', line: 0, found: '' }],
  })
})
