import { backtestDeals, type DealsTried } from '../core/forecast/deals/backtest-deals.js'
import type { DealsFound } from '../core/forecast/deals/gather-deals.js'
import type { Remarks } from '../core/forecast/file/remarks.js'
import { type Score, scoresOf } from '../core/forecast/score.js'
import { backtestSeries } from '../core/forecast/series/backtest-series.js'
import type { CliCall } from './call.js'
import { CliError } from './cli-error.js'
import { type ForecastOptions, forecastOptions } from './forecast-options.js'
import { remarkWords, rounded, scoreTable } from './forecast-words.js'
import { readHistory } from './read-history.js'

/**
 * `pacesetter backtest FILE.csv`: how the forecast would have done on one's own history, beside the forecasts that cost nothing, so that one
 * can judge it before trusting it.
 */
export async function backtest({ words, options, print, warn }: CliCall): Promise<void> {
  const [path, ...more] = words
  if (path === undefined || more.length > 0) throw new CliError('Name one file: npx pacesetter backtest history.csv', 2)
  const asked = forecastOptions(options)
  const { history, remarks } = await readHistory(path, asked.asOf)
  const { parts, forecasts } =
    history.kind === 'series'
      ? seriesScores(
          history.series.map((rows) => backtestSeries(rows, asked, remarks)),
          asked,
        )
      : dealsScores(history, asked, remarks)
  for (const remark of remarks.list()) warn(remarkWords(remark))
  if (forecasts === 0) throw new CliError(`${path} has too short a history to look back on: nothing could be tried.`)
  print(
    asked.json
      ? JSON.stringify({ level: asked.level, forecasts, backtest: parts }, rounded)
      : parts
          .map((part) => scoreTable(part, asked.level))
          .join('\n')
          .trimEnd(),
  )
}

/** Scores of all forecasts, or of those made on one day of the month. */
export interface ScorePart {
  readonly of: string
  readonly scores: readonly Score[]
}

interface Outcome {
  readonly parts: readonly ScorePart[]
  /** How many were tried by each method. */
  readonly forecasts: number
}

function seriesScores(bySeries: readonly ReturnType<typeof backtestSeries>[], { level }: ForecastOptions): Outcome {
  const tries = bySeries.flat()
  const forecasts = tries.filter(({ method }) => method === 'pacesetter').length
  const series = bySeries.filter(({ length }) => length > 0).length
  return { forecasts, parts: [{ of: `${forecasts} forecasts of ${series} series`, scores: scoresOf(tries, level) }] }
}

function dealsScores({ groups, lastDay }: DealsFound, { asOf, level }: ForecastOptions, remarks: Remarks): Outcome {
  const last = asOf ?? lastDay
  const tries = last === undefined ? [] : groups.flatMap(({ id, deals }) => backtestDeals(id, deals, last, level, remarks))
  const on = (dayOfMonth: number): ScorePart => ({
    of: `on day ${dayOfMonth} of the month`,
    scores: scoresOf(
      tries.filter((tried: DealsTried) => tried.dayOfMonth === dayOfMonth),
      level,
    ),
  })
  const days = [...new Set(tries.map(({ dayOfMonth }) => dayOfMonth))].toSorted((a, b) => a - b)
  const forecasts = tries.filter(({ method }) => method === 'pacesetter').length
  return { forecasts, parts: [{ of: `${forecasts} forecasts of a month's landing`, scores: scoresOf(tries, level) }, ...days.map(on)] }
}
