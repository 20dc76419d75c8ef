import { describe, expect, test } from 'vitest'
import { gatherDeals } from '../../../../src/core/forecast/deals/gather-deals.js'
import { gatherTargets, targetColumns } from '../../../../src/core/forecast/deals/gather-targets.js'
import { outcomeOf } from '../../../../src/core/forecast/deals/outcome-words.js'
import { readDate } from '../../../../src/core/forecast/file/read-date.js'
import { gatherRemarks } from '../../../../src/core/forecast/file/remarks.js'

const STYLE = { dates: 'month-first', decimals: 'point' } as const
const COLUMNS = { kind: 'deals', opened: 0, stage: 1, value: 2, closed: 3, outcome: 4, id: 5 } as const
const day = (iso: string) => readDate(iso, 'day-first') ?? Number.NaN

function gather(rows: readonly string[], columns: Parameters<typeof gatherDeals>[0] = COLUMNS) {
  const remarks = gatherRemarks()
  const gatherer = gatherDeals(columns, STYLE, { onlyId: 'file', asOf: undefined }, remarks)
  rows.forEach((row, index) => {
    gatherer.take(row.split(','), index + 2)
  })
  const { groups, lastDay } = gatherer.gathered()
  return {
    groups,
    deals: groups.flatMap(({ deals }) => deals),
    lastDay,
    remarks: remarks.list().map(({ code, examples }) => [code, examples[0]?.line]),
  }
}

describe('a row of deals', () => {
  test.each([
    { row: '2026-01-05,Proposal,"1200",2026-02-01,won,7', deal: { stage: 'proposal', end: { kind: 'won', on: day('2026-02-01') } } },
    { row: '2026-01-05,needs,1200,2026-02-01,Closed Lost,7', deal: { end: { kind: 'lost', on: day('2026-02-01') } } },
    { row: '2026-01-05,needs,1200,,,7', deal: { stage: 'needs', value: 1200, end: { kind: 'open' } } },
    { row: '2026-01-05,Closed Won,1200,2026-02-01,,7', deal: { stage: undefined, end: { kind: 'won', on: day('2026-02-01') } } },
    { row: '2026-01-05,needs,1200,2026-02-01,open,7', deal: { end: { kind: 'open' } } },
  ])('$row', ({ row, deal }) => {
    const { deals, remarks } = gather([row.replaceAll('"', '')])
    expect(deals[0]).toMatchObject(deal)
    expect(remarks).toEqual([])
  })

  test.each([
    { row: ',needs,1,,,7', remark: 'opened-missing', left: 0 },
    { row: 'soon,needs,1,,,7', remark: 'opened-unreadable', left: 0 },
    { row: '2026-01-05,needs,1,2026-01-04,won,7', remark: 'closed-before-opened', left: 0 },
    { row: '2026-01-05,needs,1,,won,7', remark: 'closed-missing', left: 0 },
    { row: '2026-01-05,needs,1,2026-02-01,,7', remark: 'outcome-missing', left: 0 },
    { row: '2026-01-05,needs,1,2026-02-01,perhaps,7', remark: 'outcome-unreadable', left: 0 },
    { row: '2026-01-05,needs,1,2026-02-01,wonn,7', remark: 'outcome-guessed', left: 1 },
    { row: '2026-01-05,needs,1,tomorrow,,7', remark: 'closed-unreadable', left: 1 },
    { row: '2026-01-05,,1,,,7', remark: 'stage-missing', left: 1 },
    { row: '2026-01-05,needs,lots,,,7', remark: 'deal-value-missing', left: 1 },
    { row: '2026-01-05,needs,,,,7', remark: 'deal-value-missing', left: 1 },
  ])('$row is remarked as $remark', ({ row, remark, left }) => {
    const { deals, remarks } = gather([row])
    expect(remarks).toEqual([[remark, 2]])
    expect(deals).toHaveLength(left)
  })
})

test('a deal that stands twice counts once, as it ended', () => {
  const { deals, remarks } = gather(['2026-01-05,needs,1,,,7', '2026-01-05,needs,1,2026-02-01,won,7', '2026-01-06,needs,2,,,8'])
  expect(deals.map(({ end }) => end.kind)).toEqual(['won', 'open'])
  expect(remarks).toEqual([['deal-twice', 2]])
})

test('ids that many deals share are teams, ids of their own are deals', () => {
  const rows = Array.from(
    { length: 12 },
    (_, index) => `2026-01-0${(index % 9) + 1},needs,${index},,,${index % 2 === 0 ? 'North' : 'South'}`,
  )
  expect(gather(rows).groups.map(({ id, deals }) => [id, deals.length])).toEqual([
    ['North', 6],
    ['South', 6],
  ])
  expect(gather(['2026-01-05,needs,1,,,7', '2026-01-05,needs,1,,,8']).groups).toMatchObject([{ id: 'file' }])
})

test('what many share is no deal of its own, however few rows it has, and one group however it is written', () => {
  const { groups, remarks } = gather(['2026-01-05,needs,1,,,North', '2026-01-06,needs,2,,,North', '2026-01-07,needs,3,,,north '], {
    ...COLUMNS,
    idOf: 'group',
  })
  expect(groups.map(({ id, deals }) => [id, deals.length])).toEqual([['North', 3]])
  expect(remarks).toEqual([['id-guessed', 4]])
})

test('a misspelt stage is the one that is there so often', () => {
  const rows = [...Array.from({ length: 12 }, (_, index) => `2026-01-05,proposal,${index},,,${index}`), '2026-01-05,propsal,99,,,99']
  const { deals, remarks } = gather(rows)
  expect(new Set(deals.map(({ stage }) => stage))).toEqual(new Set(['proposal']))
  expect(remarks).toEqual([['stage-guessed', 14]])
})

test('the last day is the last on which something happened', () => {
  expect(gather(['2026-01-05,needs,1,2026-02-01,won,7', '2026-01-09,needs,1,,,8']).lastDay).toBe(day('2026-02-01'))
})

test.each([
  ['Won', 'won', false],
  ['CLOSED LOST', 'lost', false],
  ['赢单', 'won', false],
  ['lsot', 'lost', true],
  ['in-progress', 'open', false],
])('the outcome “%s” is %s', (words, outcome, isGuess) => expect(outcomeOf(words)).toEqual({ outcome, isGuess }))

test('targets are by month, of a team where it has its own', () => {
  const remarks = gatherRemarks()
  const columns = targetColumns(['Month', 'Target', 'Team'])
  if (columns === undefined) throw new Error('no columns')
  const gatherer = gatherTargets(columns, STYLE, remarks)
  for (const row of [
    ['2026-03', '1,000', ''],
    ['2026-03-15', '600', 'North'],
    ['2026-04', 'more', ''],
  ])
    gatherer.take(row, 2)
  const targets = gatherer.gathered()
  expect([targets('North', '2026-03'), targets('South', '2026-03'), targets('South', '2026-04')]).toEqual([600, 1000, undefined])
  expect(remarks.list().map(({ code }) => code)).toEqual(['target-unreadable'])
  expect(targetColumns(['month', 'colour'])).toBeUndefined()
})
