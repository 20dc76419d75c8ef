import { periodId } from './period-words.js'
import type { PlanFileError } from './raw-plan.js'
import type { Result } from './result.js'
import { type Scale, scaleAbove, scaleOf, withoutScale } from './table-scale.js'

export const PLAN_COLUMNS = ['period', 'metric', 'amount', 'member', 'weight', 'currency'] as const
export type PlanColumn = (typeof PLAN_COLUMNS)[number]

/** A row of a table: of a spreadsheet's sheet, or of a file between commas. */
export interface TableRow {
  /** From 1, as its file counts: rows that are left out count too. */
  readonly line: number
  /** '' where there is nothing. */
  readonly cells: readonly string[]
}

/** A table with its header found. */
export interface PlanColumns {
  /** Of the header's last row. */
  readonly line: number
  readonly indexes: Readonly<Partial<Record<PlanColumn, number>>>
  /** As the header names them. */
  readonly names: Readonly<Partial<Record<PlanColumn, string>>>
  /** Of the amounts, where the header or a line above it says in what they are written. */
  readonly scale: Scale
  /** Columns that have a month's numbers, by the header's month. */
  readonly months: readonly MonthColumn[]
  readonly body: readonly TableRow[]
}

export interface MonthColumn {
  /** '2026-05', or '2026-P05' in a year of weeks. */
  readonly month: string
  readonly name: string
  readonly index: number
  readonly scale: Scale
}

/** How far down a header may stand, below titles and remarks. */
const HEADER_WITHIN = 20

/**
 * Finds the header: of the first rows the one that names most columns. A header may take several rows ("target" over "amount" and
 * "currency"): those right above it that name a column belong to it, and those right below that hold nothing else. Of two names the lower
 * counts. All that stands above is left out.
 */
export function planColumns(rows: readonly TableRow[]): Result<PlanColumns, PlanFileError[]> {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const { header, body } = parted(filled)
  const whole = scaleAbove(filled.slice(0, filled.indexOf(header[0] ?? { line: 0, cells: [] })))
  if (header.length === 0) return { ok: false, error: [{ field: '', code: 'header-missing', facts: {} }] }
  const width = Math.max(...[...header, ...body].map(({ cells }) => cells.length))
  const names = Array.from({ length: width }, (_, index) => header.map(({ cells }) => cells[index]).findLast((cell) => cell) ?? '')
  const line = header.at(-1)?.line ?? 1
  const errors = headerErrors(line, names, body)
  if (errors.length > 0) return { ok: false, error: errors }
  const found = names.flatMap((name, index) => {
    const column = planColumnBy(name)
    return column === undefined ? [] : [{ column, name, index }]
  })
  return {
    ok: true,
    value: {
      line,
      indexes: Object.fromEntries(found.map(({ column, index }) => [column, index])),
      names: Object.fromEntries(found.map(({ column, name }) => [column, name])),
      scale: scaleOf(found.find(({ column }) => column === 'amount')?.name ?? '') || whole,
      months: monthColumns(names).map((month) => ({ ...month, scale: month.scale || whole })),
      body,
    },
  }
}

function monthColumns(names: readonly string[]): MonthColumn[] {
  return names.flatMap((name, index) => {
    const month = periodId(withoutScale(name))
    return /^\d{4}-P?\d{2}$/.test(month) ? [{ month, name, index, scale: scaleOf(name) }] : []
  })
}

function parted(rows: readonly TableRow[]): { header: readonly TableRow[]; body: readonly TableRow[] } {
  const known = rows.slice(0, HEADER_WITHIN).map(({ cells }) => cells.filter((cell) => planColumnBy(cell) !== undefined).length)
  const most = known.indexOf(Math.max(1, ...known))
  if (most < 0) return { header: [], body: [] }
  let first = most
  while ((known[first - 1] ?? 0) > 0) first -= 1
  let next = most + 1
  while (rows[next]?.cells.every((cell) => cell === '' || planColumnBy(cell) !== undefined) === true) next += 1
  return { header: rows.slice(first, next), body: rows.slice(next) }
}

function headerErrors(line: number, names: readonly string[], body: readonly TableRow[]): PlanFileError[] {
  const months = monthColumns(names)
  const columns = names.map((name, index) => planColumnBy(name) ?? months.find((each) => each.index === index)?.month)
  const unknown = names.filter((name, index) => name !== '' && columns[index] === undefined)
  const unnamed = names.flatMap((name, index) => (name === '' && body.some(({ cells }) => (cells[index] ?? '') !== '') ? [index] : []))
  const twice = names.filter((_, index) => columns[index] !== undefined && columns.indexOf(columns[index]) !== index)
  // Where months have their numbers, the amount is their sum.
  const needed = months.length > 0 ? (['period', 'metric'] as const) : (['period', 'metric', 'amount'] as const)
  const missing = needed.filter((column) => !columns.includes(column))
  return [
    ...(unknown.length === 0 ? [] : [{ line, field: unknown[0] ?? '', code: 'unknown-column', facts: { column: unknown.join(', ') } }]),
    ...unnamed.map((index) => ({ line, field: '', code: 'column-unnamed', facts: { column: columnLetters(index) } })),
    ...twice.map((column) => ({ line, field: planColumnBy(column) ?? '', code: 'column-twice', facts: { column } })),
    ...missing.map((column) => ({ line, field: column, code: 'column-missing', facts: { column } })),
  ]
}

/** The column that a header of ours names, English or Chinese, with or without its scale: "目标（万元）". */
export function planColumnBy(name: string): PlanColumn | undefined {
  return COLUMNS.get(withoutScale(name).normalize('NFKC').trim().toLowerCase())
}

const WORDS: Readonly<Record<PlanColumn, readonly string[]>> = {
  period: ['周期', '期间'],
  metric: ['指标'],
  amount: ['target', '目标', '目标值', '目标额', '数量', '金额'],
  member: ['name', '成员', '姓名', '销售', '负责人'],
  weight: ['share', '权重', '占比'],
  currency: ['货币', '币种'],
}

const COLUMNS: ReadonlyMap<string, PlanColumn> = new Map(
  PLAN_COLUMNS.flatMap((column) => [column, ...WORDS[column]].map((word): [string, PlanColumn] => [word, column])),
)

/** Whether a cell calls its row a total, which repeats what the others say. */
export function isTotal(words: string): boolean {
  return TOTALS.has(words.normalize('NFKC').replace(/\s/g, '').replace(/:$/, '').toLowerCase())
}

const TOTALS: ReadonlySet<string> = new Set(['total', 'totals', 'grandtotal', 'teamtotal', 'sum', '合计', '总计', '共计', '总和', '小计'])

/** A column as a spreadsheet calls it: 0 is A, 27 is AB. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest === 0 ? '' : columnLetters(rest - 1)}${String.fromCharCode(65 + (index % 26))}`
}
