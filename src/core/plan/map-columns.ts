import type { MetricKey } from './metric.js'
import { metricByWords } from './metric-words.js'
import { periodId } from './period-words.js'
import { isTotal, PLAN_COLUMNS, type PlanColumn, planColumnBy, type TableRow } from './plan-columns.js'
import { scaleAbove, scaleOf, withoutScale } from './table-scale.js'

/** Where each of a plan's columns comes from: '#3' is the table's fourth column, '' nothing, all else the same value for every row. */
export type ColumnMapping = Readonly<Record<PlanColumn, string>>

/** A table with headers of its own making, and what they seem to mean. */
export interface MappedTable {
  /** The header's row, as its file counts. */
  readonly line: number
  /** '' where a column has none. */
  readonly headers: readonly string[]
  readonly mapping: ColumnMapping
  /** A quarter that a header names without its year: 'Q1 target'. */
  readonly quarter: number | undefined
  /** Those that have a column, as ids, in the table's order. */
  readonly months: readonly string[]
}

const HEADER_WITHIN = 20

/**
 * Finds the header and guesses its columns, by their words in English or Chinese. A title above it may have such words too ("Q1 targets"),
 * but they stand alone.
 *
 * @returns undefined where no row looks like a header
 */
export function guessColumns(rows: readonly TableRow[]): MappedTable | undefined {
  const guesses = rows
    .slice(0, HEADER_WITHIN)
    .filter(({ cells }) => !cells.some(isAmount))
    .map((row) => ({ row, found: guessed(row.cells, below(rows, row)), filled: row.cells.filter((cell) => cell !== '').length }))
    .map((guess) => ({ ...guess, named: Object.keys(guess.found).length + guess.row.cells.flatMap((cell) => monthIn(cell) ?? []).length }))
  const best = guesses.toSorted((a, b) => b.named - a.named || b.filled - a.filled)[0]
  if (best === undefined || Object.keys(best.found).length === 0) return undefined
  const { cells, line } = best.row
  const found = withContent(best.found, below(rows, best.row))
  const amount = cells[found.amount ?? -1] ?? ''
  const place = (column: PlanColumn) => (found[column] === undefined ? '' : `#${found[column]}`)
  return {
    line,
    headers: cells,
    quarter: found.period === undefined ? quarterIn(amount) : undefined,
    months: cells.flatMap((cell) => monthIn(cell) ?? []),
    mapping: {
      period: place('period'),
      metric: place('metric') || metricIn(amount) || 'revenue',
      amount: place('amount'),
      member: place('member'),
      weight: place('weight'),
      currency: place('currency'),
    },
  }
}

function below(rows: readonly TableRow[], { line }: TableRow): (readonly string[])[] {
  return rows.filter((row) => row.line > line).map((row) => row.cells)
}

/** The table with its columns called as a plan calls them; months keep their columns. Rows without anything of their own are left out. */
export function mapColumns(
  rows: readonly TableRow[],
  { line, headers }: Pick<MappedTable, 'line' | 'headers'>,
  mapping: ColumnMapping,
): TableRow[] {
  const used = PLAN_COLUMNS.filter((column) => mapping[column] !== '')
  const months = mapping.amount === '' ? headers.flatMap((name, index) => (monthIn(name) === undefined ? [] : [{ name, index }])) : []
  const own = (cells: readonly string[]) => used.map((column) => cells[placeOf(mapping[column]) ?? -1] ?? '')
  const body = rows
    .filter((row) => row.line > line && own(row.cells).some((cell) => cell !== '') && !isTotalRow(row.cells))
    .map(({ line: at, cells }) => {
      const values = used.map((column) =>
        placeOf(mapping[column]) === undefined ? mapping[column] : (cells[placeOf(mapping[column]) ?? -1] ?? ''),
      )
      return { line: at, cells: [...values, ...months.map(({ index }) => cells[index] ?? '')] }
    })
  const whole = scaleAbove(rows.filter((row) => row.line < line))
  const named = (name: string, said = scaleOf(name) || whole) => (said === '' ? name : `${withoutScale(name)} (${said})`)
  const amounts = named('amount', scaleOf(headers[placeOf(mapping.amount) ?? -1] ?? '') || whole)
  const names = [...used.map((column) => (column === 'amount' ? amounts : column)), ...months.map(({ name }) => named(name))]
  return [{ line, cells: names }, ...body]
}

/** A total is called so in the first of its cells, whatever column that is: merged, it stands below the numbers of the rows. */
function isTotalRow(cells: readonly string[]): boolean {
  return isTotal(cells.find((cell) => cell !== '') ?? '')
}

/** The index of '#3'; undefined for a value. */
export function placeOf(source: string): number | undefined {
  const place = /^#(\d{1,3})$/.exec(source)?.[1]
  return place === undefined ? undefined : Number(place)
}

/** Exact words first, then headers that have one among others; each column and each header once, and none that its cells belie. */
function guessed(cells: readonly string[], body: readonly (readonly string[])[]): Partial<Record<PlanColumn, number>> {
  const found: Partial<Record<PlanColumn, number>> = {}
  const take = (column: PlanColumn | undefined, index: number) => {
    if (column === undefined || found[column] !== undefined || Object.values(found).includes(index)) return
    if (!isBelied(column, cells[index] ?? '', filledIn(body, index))) found[column] = index
  }
  for (const [index, cell] of cells.entries()) take(planColumnBy(cell), index)
  for (const [index, cell] of cells.entries())
    take(
      COLUMNS_IN_ORDER.find((column) => hasWord(cell, WORDS[column])),
      index,
    )
  // A column called by its metric ("Revenue", "Q1 销售额") has the amounts.
  for (const [index, cell] of cells.entries()) if (metricIn(cell) !== undefined) take('amount', index)
  return found
}

function filledIn(body: readonly (readonly string[])[], index: number): string[] {
  return body.flatMap((row) => (row[index] === undefined || row[index] === '' ? [] : [row[index]]))
}

/** "Goal type" has no amounts in it, and "Sales" over numbers no names. */
function isBelied(column: PlanColumn, header: string, cells: readonly string[]): boolean {
  if (cells.length === 0) return false
  if (column === 'amount') return cells.every((cell) => metricByWords(cell) !== undefined)
  return column === 'member' && metricIn(header) !== undefined && cells.every(isAmount)
}

/** A column that is called something else, and says metrics or periods in every row, is that. */
function withContent(
  found: Partial<Record<PlanColumn, number>>,
  body: readonly (readonly string[])[],
): Partial<Record<PlanColumn, number>> {
  const width = Math.max(0, ...body.map((cells) => cells.length))
  const free = Array.from({ length: width }, (_, index) => index).filter((index) => !Object.values(found).includes(index))
  const saying = (says: (cell: string) => boolean) =>
    free.find((index) => {
      const cells = filledIn(body, index)
      return cells.length > 0 && cells.every(says)
    })
  const metric = found.metric ?? saying((cell) => metricByWords(cell) !== undefined)
  const period = found.period ?? saying((cell) => /^\d{4}-(?:Q[1-4]|P?\d{2})$/.test(periodId(cell)))
  return { ...found, ...(metric === undefined ? {} : { metric }), ...(period === undefined ? {} : { period }) }
}

function hasWord(cell: string, words: readonly string[]): boolean {
  const folded = cell.normalize('NFKC').trim().toLowerCase()
  const tokens = folded.split(/[\s_/()[\].,:-]+/)
  return words.some((word) => (/^[a-z]/.test(word) ? tokens.includes(word) || folded === word : folded.includes(word)))
}

/** The more telling first: "Rep target" is an amount. */
const COLUMNS_IN_ORDER = ['amount', 'weight', 'currency', 'metric', 'period', 'member'] as const

const WORDS: Readonly<Record<PlanColumn, readonly string[]>> = {
  amount: ['target', 'targets', 'quota', 'goal', 'amount', 'budget', 'plan', '目标', '任务', '金额', '计划'],
  weight: ['weight', 'share', '%', 'percent', 'ratio', 'factor', '权重', '占比', '比例', '系数'],
  currency: ['currency', 'ccy', '货币', '币种', '币别'],
  metric: ['metric', 'kpi', 'measure', 'indicator', '指标', '考核'],
  period: ['period', 'year', 'quarter', 'month', 'date', 'when', '周期', '期间', '年度', '季度', '月份', '时间'],
  member: [
    'member',
    'name',
    'rep',
    'reps',
    'seller',
    'salesperson',
    'sales',
    'owner',
    'employee',
    'person',
    'who',
    '成员',
    '姓名',
    '人员',
    '业务员',
    '销售',
    '员工',
    '负责人',
  ],
}

function metricIn(cell: string): MetricKey | undefined {
  const words = cell
    .normalize('NFKC')
    .replace(/[（）()]/g, ' ')
    .split(/\s+/)
  const pieces = [cell, ...words, cell.replace(/(?:目标|任务|计划|Q[1-4]|第?[一二三四1-4]季度?)/gi, '').trim()]
  return pieces.map((piece) => metricByWords(piece)).find((key) => key !== undefined)
}

function quarterIn(cell: string): number | undefined {
  const match = /(?:^|[^a-z0-9])q([1-4])(?![0-9])|第?([一二三四1-4])季/i.exec(cell.normalize('NFKC'))
  const words = match?.[1] ?? match?.[2]
  return words === undefined ? undefined : '一二三四'.includes(words) ? '一二三四'.indexOf(words) + 1 : Number(words)
}

/** No header has one; a year may stand above its numbers. */
function isAmount(cell: string): boolean {
  return /^[¥$€£]? ?\d[\d,.]* ?(?:[万亿千kmb]|元)?$/i.test(cell.normalize('NFKC').trim()) && !/^\d{4}$/.test(cell.trim())
}

function monthIn(header: string): string | undefined {
  return /^\d{4}-P?\d{2}$/.exec(periodId(withoutScale(header)))?.[0]
}
