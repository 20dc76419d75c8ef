import { basename, extname } from 'node:path'
import { type CellStyle, learnStyle } from '../core/forecast/file/cell-style.js'
import { type Columns, findColumns, hasNoHeader } from '../core/forecast/file/columns.js'
import { gatherRemarks, type Remarks } from '../core/forecast/file/remarks.js'
import { forecastSeries, type SeriesForecast } from '../core/forecast/series/forecast-series.js'
import { gatherSeries } from '../core/forecast/series/gather-series.js'
import type { CliCall } from './call.js'
import { CliError } from './cli-error.js'
import { type ForecastOptions, forecastOptions } from './forecast-options.js'
import { remarkWords } from './forecast-words.js'
import { type HistoryFile, openHistory } from './history-file.js'

/** `pacesetter forecast FILE.csv`: where series of numbers, or deals, go from here. What is odd in the file goes to stderr, row by row. */
export async function forecast({ words, options }: CliCall): Promise<void> {
  const [path, ...more] = words
  if (path === undefined || more.length > 0) throw new CliError('Name one file: npx pacesetter forecast history.csv', 2)
  const asked = forecastOptions(options)
  const remarks = gatherRemarks()
  const series = await seriesOf(path, await openHistory(path), asked, remarks)
  for (const remark of remarks.list()) process.stderr.write(`${remarkWords(remark)}\n`)
  if (series.length === 0) throw new CliError(`${path} has no row that can be used.`)
  process.stdout.write(
    asked.json ? `${JSON.stringify({ series })}\n` : `${series.map((each) => seriesWords(each, asked.level)).join('\n')}`,
  )
}

async function seriesOf(path: string, file: HistoryFile, asked: ForecastOptions, remarks: Remarks): Promise<SeriesForecast[]> {
  const { columns, style, headerRows } = await survey(file, remarks)
  if (columns.kind !== 'series') throw new CliError('Not yet.')
  const gatherer = gatherSeries(columns, style, { onlyId: basename(path, extname(path)), asOf: asked.asOf }, remarks)
  for await (const { cells, line } of file.rows()) if (line > headerRows) gatherer.take(cells, line)
  return gatherer.gathered().map((rows) => forecastSeries(rows, asked, remarks))
}

interface Survey {
  readonly columns: Columns
  readonly style: CellStyle
  readonly headerRows: number
}

async function survey(file: HistoryFile, remarks: Remarks): Promise<Survey> {
  const style = learnStyle()
  let columns: Columns | undefined
  let headerRows = 0
  for await (const { cells, line } of file.rows()) {
    if (columns === undefined) {
      if (hasNoHeader(cells))
        columns = {
          kind: 'series',
          date: cells.length === 3 ? 1 : 0,
          value: cells.length === 3 ? 2 : 1,
          ...(cells.length === 3 ? { id: 0 } : {}),
        }
      else {
        columns = findColumns(cells, remarks)
        headerRows = line
        continue
      }
    }
    if (columns.kind === 'series') {
      style.seeDate(cells[columns.date] ?? '')
      style.seeNumber(cells[columns.value] ?? '')
    }
  }
  if (columns === undefined) throw new CliError('empty')
  return { columns, style: style.learnt(remarks), headerRows }
}

function seriesWords({ id, method, points }: SeriesForecast, level: number): string {
  return `${id}: ${method}\n${points.map(({ step, date, value, lower, upper }) => `${step}  ${date}  ${value}  ${lower} – ${upper} (${level})\n`).join('')}`
}
