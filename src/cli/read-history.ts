import { basename, extname } from 'node:path'
import { type DealsFound, gatherDeals } from '../core/forecast/deals/gather-deals.js'
import { gatherTargets, type Targets, targetColumns } from '../core/forecast/deals/gather-targets.js'
import { type CellStyle, learnStyle } from '../core/forecast/file/cell-style.js'
import { type ColumnName, type Columns, findColumns, hasNoHeader } from '../core/forecast/file/columns.js'
import type { Remarks } from '../core/forecast/file/remarks.js'
import { gatherSeries, type SeriesRows } from '../core/forecast/series/gather-series.js'
import { CliError } from './cli-error.js'
import { type HistoryFile, openHistory } from './history-file.js'

/** What a file holds: series of numbers, or deals. */
export type History = { readonly kind: 'series'; readonly series: readonly SeriesRows[] } | ({ readonly kind: 'deals' } & DealsFound)

/**
 * Reads a file of either kind, in two passes: the first learns how it writes dates and numbers, the second reads them.
 *
 * @param asOf the last day that may be known, in days since 1970-01-01
 * @throws CliError when it has no columns, or no row, that can be used
 */
export async function readHistory(path: string, asOf: number | undefined, remarks: Remarks): Promise<History> {
  const file = await openHistory(path)
  const { columns, style, headerLine } = await survey(path, file, remarks)
  const options = { onlyId: basename(path, extname(path)), asOf }
  if (columns.kind === 'series') {
    const gatherer = gatherSeries(columns, style, options, remarks)
    for await (const { cells, line } of file.rows()) if (line > headerLine) gatherer.take(cells, line)
    return { kind: 'series', series: gatherer.gathered() }
  }
  const gatherer = gatherDeals(columns, style, options, remarks)
  for await (const { cells, line } of file.rows()) if (line > headerLine) gatherer.take(cells, line)
  return { kind: 'deals', ...gatherer.gathered() }
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

interface Survey {
  readonly columns: KnownColumns
  readonly style: CellStyle
  /** 0 where there is no header. */
  readonly headerLine: number
}

type KnownColumns = Exclude<Columns, { kind: 'unknown' }>

async function survey(path: string, file: HistoryFile, remarks: Remarks): Promise<Survey> {
  const first = await firstRow(file)
  if (first === undefined) throw new CliError(`${path} is empty.`)
  const isBare = hasNoHeader(first.cells)
  if (isBare) remarks.add('header-missing')
  const columns = isBare ? bareColumns(first.cells.length) : findColumns(first.cells, remarks)
  if (columns.kind === 'unknown') throw new CliError(missingWords(path, columns.missing, first.cells))

  const style = learnStyle()
  const [dates, numbers] =
    columns.kind === 'series' ? [[columns.date], [columns.value]] : [[columns.opened, columns.closed], [columns.value]]
  for await (const { cells, line } of file.rows()) {
    if (!isBare && line === first.line) continue
    for (const column of dates) if (column !== undefined) style.seeDate(cells[column] ?? '')
    for (const column of numbers) if (column !== undefined) style.seeNumber(cells[column] ?? '')
  }
  return { columns, style: style.learnt(remarks), headerLine: isBare ? 0 : first.line }
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
