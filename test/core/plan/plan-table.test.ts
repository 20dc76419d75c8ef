import { describe, expect, test } from 'vitest'
import type { TableRow } from '../../../src/core/plan/plan-columns.js'
import { parsePlan } from '../../../src/core/plan/plan-file.js'

/** Rows from line 1 on; an empty one is left out, as a spreadsheet's reader does. */
function table(...rows: readonly (readonly string[])[]): TableRow[] {
  return rows.flatMap((cells, index) => (cells.length === 0 ? [] : [{ line: index + 1, cells }]))
}

function read(rows: TableRow[], currency = 'CNY') {
  const parsed = parsePlan({ format: 'table', rows }, { currency })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

function mistakes(rows: TableRow[]) {
  const parsed = parsePlan({ format: 'table', rows }, { currency: 'CNY' })
  return parsed.ok ? [] : parsed.error.map(({ line, column, code, facts }) => [line, column, code, facts.column ?? facts.words])
}

const HEADER = ['周期', '指标', '目标', '姓名', '权重']

describe('the header', () => {
  test('stands below a title and remarks, in any order, with empty columns beside it', () => {
    const rows = table(
      ['East: plan 2026'],
      [],
      ['', 'Amounts in CNY'],
      ['', 'Target', 'Metric', '', 'Period'],
      ['', '1.2m', 'revenue', '', '2026-Q2'],
    )
    expect(read(rows)).toMatchObject({
      period: '2026-Q2',
      targets: [{ metric: 'revenue', amount: 120_000_000n, currency: 'CNY', split: 'equal' }],
    })
  })

  test('may take two rows, one group of columns under one name', () => {
    const rows = table(['周期', '指标', '目标', '', '姓名'], ['', '', '金额', '币种', ''], ['2026', '营收', '100万', 'usd', ''])
    expect(read(rows).targets).toEqual([{ metric: 'revenue', amount: 100_000_000n, currency: 'USD', split: 'equal' }])
    const below = table(['周期', '指标', '分配', '', ''], ['', '', '目标', '姓名', '权重'], ['2026', '拜访', '90', '李娜', '1'])
    expect(read(below).targets).toEqual([{ metric: 'visits', amount: 90n, split: [{ member: '李娜', weight: '1' }] }])
  })

  test.each([
    { rows: table(['Plan'], ['2026', 'visits', '3']), found: [[undefined, undefined, 'header-missing', undefined]] },
    { rows: table(HEADER), found: [[1, undefined, 'rows-missing', undefined]] },
    {
      rows: table([], ['period', 'metric', 'amount', 'mood', '备注'], ['2026', 'visits', '3']),
      found: [[2, undefined, 'unknown-column', 'mood, 备注']],
    },
    { rows: table(['period', 'metric', 'amount'], ['2026', 'visits', '3', 'x']), found: [[1, undefined, 'column-unnamed', 'D']] },
    { rows: table(['周期', '指标', '目标', '金额'], ['2026', '拜访', '3', '']), found: [[1, undefined, 'column-twice', '金额']] },
    { rows: table(['周期', '指标'], ['2026', '拜访']), found: [[1, undefined, 'column-missing', 'amount']] },
  ])('case $#: $found', ({ rows, found }) => expect(mistakes(rows)).toEqual(found))
})

describe('rows', () => {
  test('say a metric and a period once above its members, as merged cells do', () => {
    const rows = table(
      HEADER,
      ['2026年第2季度', '拜访', '90', '李娜', '2'],
      ['', '', '', '王伟', '1'],
      [],
      ['', '营收', '1200000.5', '', ''],
    )
    const plan = read(rows)
    expect(plan.period).toBe('2026-Q2')
    expect(plan.targets).toEqual([
      {
        metric: 'visits',
        amount: 90n,
        split: [
          { member: '李娜', weight: '2' },
          { member: '王伟', weight: '1' },
        ],
      },
      { metric: 'revenue', amount: 120_000_050n, currency: 'CNY', split: 'equal' },
    ])
  })

  test('may give weights as shares of a hundred, or as a formula works them out', () => {
    const split = (...weights: string[]) =>
      read(table(HEADER, ...weights.map((weight, index) => ['2026', '拜访', '90', `人${index}`, weight]))).targets[0]?.split
    expect(split('40%', '60％')).toMatchObject([{ weight: '40' }, { weight: '60' }])
    expect(split('0.333333333333333', '0.666666666666667')).toMatchObject([
      { weight: '0.333333333333333' },
      { weight: '0.666666666666667' },
    ])
  })

  test.each([
    { rows: [['2026', '拜访', '很多']], found: [[2, '目标', 'not-a-number', '很多']] },
    { rows: [['2026', '拜访', '']], found: [[2, '目标', 'missing', undefined]] },
    { rows: [['2026', '', '5']], found: [[2, '指标', 'missing', undefined]] },
    { rows: [['', '拜访', '5']], found: [[2, '周期', 'missing', undefined]] },
    { rows: [['2026-13', '拜访', '5']], found: [[2, '周期', 'unknown-period', '2026-13']] },
    { rows: [['2026', '拜访', '33.3']], found: [[2, '目标', 'too-precise', '33.3']] },
    { rows: [['2026', '拜访', '40%']], found: [[2, '目标', 'not-a-number', '40%']] },
    { rows: [[], [], ['2026', '拜访', '5'], ['2027', '线索', '5']], found: [[5, '周期', 'period-differs', undefined]] },
    {
      rows: [
        ['2026', '拜访', '5', '李娜', ''],
        ['', '', '', '王伟', ''],
      ],
      found: [[3, '目标', 'missing', undefined]],
    },
    {
      rows: [
        ['2026', '拜访', '5', '李娜', '40%'],
        ['', '', '', '王伟', '2'],
      ],
      found: [[2, '权重', 'not-a-weight', undefined]],
    },
    {
      rows: [
        ['2026', '拜访', '5', '李娜', '1'],
        ['', '', '', '李娜', '2'],
      ],
      found: [[3, '姓名', 'member-twice', undefined]],
    },
    {
      rows: [
        ['2026', '快乐', '5', '李娜', ''],
        ['2027', '拜访', '很多', '李娜', ''],
      ],
      found: [
        [2, '指标', 'unknown-metric', '快乐'],
        [3, '周期', 'period-differs', undefined],
        [3, '目标', 'not-a-number', '很多'],
      ],
    },
    { rows: [['2026', '快乐', '5']], found: [[2, '指标', 'unknown-metric', '快乐']] },
  ])('case $#: $found', ({ rows, found }) => expect(mistakes(table(HEADER, ...rows))).toEqual(found))
})

describe('columns of months', () => {
  const head = ['Period', 'Metric', 'Member', 'Amount', '2026年4月', '2026-05', '2026-06']

  test("add up to each member's amount, and are the season; totals are left out", () => {
    const rows = table(
      head,
      ['2026-Q2', 'revenue', 'Anna', '', '10', '20.50', '0'],
      ['', '', 'Ben', '69.5', '30', '', '39.5'],
      ['', '', 'Total', '100', '40', '20.5', '39.5'],
    )
    expect(read(rows).targets).toEqual([
      {
        metric: 'revenue',
        amount: 10_000n,
        currency: 'CNY',
        split: [
          { member: 'Anna', weight: '3050' },
          { member: 'Ben', weight: '6950' },
        ],
        months: { '2026-04': '4000', '2026-05': '2050', '2026-06': '3950' },
      },
    ])
  })

  test('without members are the team’s, shared out equally', () => {
    expect(read(table(head, ['2026-Q2', 'visits', '', '', '1', '2', '0'])).targets).toEqual([
      { metric: 'visits', amount: 3n, split: 'equal', months: { '2026-04': '1', '2026-05': '2', '2026-06': '0' } },
    ])
  })

  test('what is wrong is told by its row and month', () => {
    const rows = table(head, ['2026-Q2', 'visits', 'Anna', '9', '1', '2', 'x'], ['', '', 'Ben', '', '1.5', '', ''])
    expect(mistakes(rows)).toEqual([
      [2, '2026-06', 'not-a-number', 'x'],
      [2, 'Amount', 'amount-not-months', '9'],
      [3, '2026年4月', 'too-precise', '1.5'],
    ])
    expect(mistakes(table(head.slice(0, 6), ['2026-Q2', 'visits', '', '', '1', '2']))).toEqual([[2, undefined, 'month-missing', undefined]])
  })
})
