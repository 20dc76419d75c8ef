import { dateOfDayNumber } from '../core/calendar/day-number.js'
import { BACKTEST_DAYS, backtestDeals } from '../core/forecast/deals/backtest-deals.js'
import { forecastDeals } from '../core/forecast/deals/forecast-deals.js'
import type { DealsFound } from '../core/forecast/deals/gather-deals.js'
import { gatherRemarks, type Remarks } from '../core/forecast/file/remarks.js'
import { backtestSeries } from '../core/forecast/series/backtest-series.js'
import { forecastSeries } from '../core/forecast/series/forecast-series.js'
import type { SeriesRows } from '../core/forecast/series/gather-series.js'
import type { CliCall } from './call.js'
import { CliError } from './cli-error.js'
import { type ForecastOptions, forecastOptions } from './forecast-options.js'
import { dealsTable, type ForecastRecord, recordWords, remarkWords, rounded, seriesTable } from './forecast-words.js'
import { type History, readHistory, readTargets } from './read-history.js'

/**
 * `pacesetter forecast FILE.csv`: where series of numbers, or deals, go from here. What is odd in the file goes to stderr by row, and
 * stops nothing. For people the forecast comes with its record on the file's own past.
 */
export async function forecast({ words, options, print, warn }: CliCall): Promise<void> {
  const [path, ...more] = words
  if (path === undefined || more.length > 0) throw new CliError('Name one file: npx pacesetter forecast history.csv', 2)
  const asked = forecastOptions(options)
  const { history, remarks } = await readHistory(path, asked.asOf)
  const { forecasts, table } =
    history.kind === 'series' ? seriesForecasts(history.series, asked, remarks) : await dealsForecasts(history, asked, remarks)
  for (const remark of remarks.list()) warn(remarkWords(remark))
  if (forecasts.length === 0)
    throw new CliError(`${path} has no row that can be used${asked.asOf === undefined ? '' : ' by the day given'}.`)
  print(
    asked.json
      ? JSON.stringify({ series: forecasts }, rounded)
      : `${table}\n${recordWords(recordOf(history, asked), asked.level)}`.trimEnd(),
  )
}

/** How such forecasts did on the file's own past, as `backtest` tries them; of many series some, from the first to the last. */
function recordOf(history: History, asked: ForecastOptions): ForecastRecord {
  const unheard = gatherRemarks()
  if (history.kind === 'series') {
    const judged = someOf(history.series)
    return { tries: judged.flatMap((rows) => backtestSeries(rows, asked, unheard)), of: history.series.length, judged: judged.length }
  }
  const { groups, lastDay } = history
  const last = asked.asOf ?? lastDay
  if (last === undefined) return { tries: [], of: groups.length, judged: 0 }
  const day = nearest(dateOfDayNumber(last).day)
  const judged = someOf(groups)
  const tries = judged.flatMap(({ id, deals }) => backtestDeals(id, deals, last, asked.level, unheard, [day]))
  return { tries, of: groups.length, judged: judged.length, day }
}

/** Judging takes six forecasts a series. */
const MOST_JUDGED = 50

function someOf<T>(all: readonly T[]): T[] {
  return all.filter((_, index) => Math.floor((index * MOST_JUDGED) / all.length) !== Math.floor(((index - 1) * MOST_JUDGED) / all.length))
}

function nearest(day: number): number {
  return BACKTEST_DAYS.reduce((best, each) => (Math.abs(each - day) < Math.abs(best - day) ? each : best))
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
