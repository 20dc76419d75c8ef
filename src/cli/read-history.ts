import { basename, extname } from 'node:path'
import { type DealsFound, gatherDeals } from '../core/forecast/deals/gather-deals.js'
import { gatherTargets, type Targets, targetColumns } from '../core/forecast/deals/gather-targets.js'
import { findProductAndAccount, lookOver } from '../core/forecast/deals/product-and-account.js'
import { type CellStyle, learnStyle } from '../core/forecast/file/cell-style.js'
import { type ColumnName, type Columns, findColumns, hasNoHeader } from '../core/forecast/file/columns.js'
import { gatherRemarks, type Remarks } from '../core/forecast/file/remarks.js'
import { gatherSeries, type SeriesRows } from '../core/forecast/series/gather-series.js'
import { CliError } from './cli-error.js'
import { type HistoryFile, openHistory } from './history-file.js'

/** What a file holds: series of numbers, or deals. */
export type History = { readonly kind: 'series'; readonly series: readonly SeriesRows[] } | ({ readonly kind: 'deals' } & DealsFound)

export interface HistoryRead {
  readonly history: History
  /** What was odd in the file, for more to be added. */
  readonly remarks: Remarks
}

/**
 * Reads a file of either kind. How it writes dates and numbers is known only at its end: where that is not as it was supposed to be, it
 * is read again.
 *
 * @param asOf the last day that may be known, in days since 1970-01-01
 * @throws CliError when it has no columns that can be used
 */
export async function readHistory(path: string, asOf: number | undefined): Promise<HistoryRead> {
  const file = await openHistory(path)
  const supposed: CellStyle = { dates: 'month-first', decimals: 'point' }
  const first = await readAs(path, file, supposed, asOf)
  const style = first.learnt(first.remarks)
  if (style.dates === supposed.dates && style.decimals === supposed.decimals) return { history: first.history(), remarks: first.remarks }
  const second = await readAs(path, file, style, asOf)
  second.learnt(second.remarks)
  return { history: second.history(), remarks: second.remarks }
}

async function readAs(path: string, file: HistoryFile, style: CellStyle, asOf: number | undefined) {
  const remarks = gatherRemarks()
  const learner = learnStyle()
  let reader: RowReader | undefined
  for await (const { cells, line } of file.rows()) {
    if (reader === undefined) {
      const isBare = hasNoHeader(cells)
      if (isBare) remarks.add('header-missing')
      const columns = isBare ? bareColumns(cells.length) : columnsOf(cells, remarks)
      if (columns.kind === 'unknown') throw new CliError(missingWords(path, columns.missing, cells))
      reader = rowReader(columns, cells, style, { onlyId: basename(path, extname(path)), asOf }, remarks)
      if (!isBare) continue
    }
    for (const column of reader.dates) learner.seeDate(cells[column] ?? '')
    for (const column of reader.numbers) learner.seeNumber(cells[column] ?? '')
    reader.take(cells, line)
  }
  if (reader === undefined) throw new CliError(`${path} is empty.`)
  return { remarks, learnt: learner.learnt, history: reader.history }
}

interface RowReader {
  readonly dates: readonly number[]
  readonly numbers: readonly number[]
  take(cells: readonly string[], line: number): void
  history(): History
}

type KnownColumns = Exclude<Columns, { kind: 'unknown' }>

/** What a deal sells, and to whom, is no deal's id; in a file of numbers a product has a series of its own. */
function columnsOf(header: readonly string[], remarks: Remarks): Columns {
  const { product, account } = findProductAndAccount(header)
  const others = header.map((name, index) => (index === product || index === account ? '' : name))
  const isDeals = findColumns(others, gatherRemarks()).kind === 'deals'
  return findColumns(isDeals ? others : header, remarks)
}

function rowReader(
  columns: KnownColumns,
  header: readonly string[],
  style: CellStyle,
  options: Parameters<typeof gatherSeries>[2],
  remarks: Remarks,
): RowReader {
  if (columns.kind === 'series') {
    const { take, gathered } = gatherSeries(columns, style, options, remarks)
    return { take, dates: [columns.date], numbers: [columns.value], history: () => ({ kind: 'series', series: gathered() }) }
  }
  const { take, gathered } = gatherDeals(columns, style, options, remarks)
  const { opened, closed, value } = columns
  const besides = lookOver(findProductAndAccount(header), remarks)
  return {
    take(cells, line) {
      take(cells, line)
      besides.take(cells, line)
    },
    dates: closed === undefined ? [opened] : [opened, closed],
    numbers: value === undefined ? [] : [value],
    history() {
      besides.finish()
      return { kind: 'deals', ...gathered() }
    },
  }
}

/** Reads a file of monthly targets. @throws CliError when it has no columns for them */
export async function readTargets(path: string, remarks: Remarks): Promise<Targets> {
  const file = await openHistory(path)
  const style = learnStyle()
  const header = await firstRow(file)
  const columns = targetColumns(header?.cells ?? [])
  if (header === undefined || columns === undefined)
    throw new CliError(`${path} needs the columns month and target, and id where teams have their own.`)
  for await (const { cells } of file.rows()) {
    style.seeDate(cells[columns.month] ?? '')
    style.seeNumber(cells[columns.target] ?? '')
  }
  const gatherer = gatherTargets(columns, style.learnt(remarks), remarks)
  for await (const { cells, line } of file.rows()) if (line > header.line) gatherer.take(cells, line)
  return gatherer.gathered()
}

async function firstRow(file: HistoryFile) {
  for await (const row of file.rows()) return row
  return undefined
}

function bareColumns(count: number): KnownColumns {
  return count > 2 ? { kind: 'series', id: 0, date: 1, value: 2 } : { kind: 'series', date: 0, value: 1 }
}

function missingWords(path: string, missing: readonly ColumnName[], header: readonly string[]): string {
  return [
    `${path} has no column ${missing.map((name) => `"${name}"`).join(' and no column ')}; it has ${header.map((name) => `"${name}"`).join(', ')}.`,
    'A file of numbers needs date and value, and id where it holds many series; a file of deals needs opened, stage, value, closed and outcome.',
  ].join('\n')
}
