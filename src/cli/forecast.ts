import { forecastDeals } from '../core/forecast/deals/forecast-deals.js'
import type { DealsFound } from '../core/forecast/deals/gather-deals.js'
import type { Remarks } from '../core/forecast/file/remarks.js'
import { forecastSeries } from '../core/forecast/series/forecast-series.js'
import type { SeriesRows } from '../core/forecast/series/gather-series.js'
import type { CliCall } from './call.js'
import { CliError } from './cli-error.js'
import { type ForecastOptions, forecastOptions } from './forecast-options.js'
import { dealsTable, remarkWords, rounded, seriesTable } from './forecast-words.js'
import { readHistory, readTargets } from './read-history.js'

/**
 * `pacesetter forecast FILE.csv`: where series of numbers, or deals, go from here. What is odd in the file goes to stderr by row, and
 * stops nothing.
 */
export async function forecast({ words, options }: CliCall): Promise<void> {
  const [path, ...more] = words
  if (path === undefined || more.length > 0) throw new CliError('Name one file: npx pacesetter forecast history.csv', 2)
  const asked = forecastOptions(options)
  const { history, remarks } = await readHistory(path, asked.asOf)
  const { forecasts, table } =
    history.kind === 'series' ? seriesForecasts(history.series, asked, remarks) : await dealsForecasts(history, asked, remarks)
  for (const remark of remarks.list()) process.stderr.write(`${remarkWords(remark)}\n`)
  if (forecasts.length === 0)
    throw new CliError(`${path} has no row that can be used${asked.asOf === undefined ? '' : ' by the day given'}.`)
  process.stdout.write(asked.json ? `${JSON.stringify({ series: forecasts }, rounded)}\n` : table)
}

function seriesForecasts(series: readonly SeriesRows[], asked: ForecastOptions, remarks: Remarks) {
  if (asked.target !== undefined || asked.targetsFile !== undefined)
    throw new CliError('--target and --targets go with a file of deals.', 2)
  const forecasts = series.map((rows) => forecastSeries(rows, asked, remarks))
  return { forecasts, table: forecasts.map((each) => seriesTable(each, asked.level)).join('\n') }
}

async function dealsForecasts({ groups, lastDay }: DealsFound, asked: ForecastOptions, remarks: Remarks) {
  if (asked.season !== undefined) throw new CliError('--season goes with a file of numbers.', 2)
  const targets = asked.targetsFile === undefined ? () => asked.target : await readTargets(asked.targetsFile, remarks)
  const asOf = asked.asOf ?? lastDay
  if (asOf === undefined) return { forecasts: [], table: '' }
  const forecasts = groups.flatMap(({ id, deals }) => {
    const later = deals.filter(({ opened }) => opened > asOf).length
    if (later > 0) remarks.add('deals-after-as-of', { id, taken: later })
    if (later === deals.length) return []
    const targetOf = (month: string) => targets(id, month)
    return [forecastDeals({ id, deals, asOf, horizon: asked.horizon ?? 1, level: asked.level, targetOf }, remarks)]
  })
  return { forecasts, table: forecasts.map((each) => dealsTable(each, asked.level)).join('\n') }
}
