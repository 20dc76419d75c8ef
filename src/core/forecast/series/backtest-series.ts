import type { Remarks } from '../file/remarks.js'
import type { Tried } from '../score.js'
import { BASELINES, type BaselineName } from '../values/baselines.js'
import { forecastValues, type Point } from '../values/forecast-values.js'
import { halfWidths } from '../values/half-widths.js'
import { forecastOf } from '../values/rolled.js'
import { evenSeries } from './even-series.js'
import { type SeriesOptions, seasonsFor } from './forecast-series.js'
import type { SeriesRows } from './gather-series.js'
import { usualHorizon } from './rhythm.js'

/**
 * Forecasts a series as it would have been at up to `ORIGINS` past days, a horizon apart, by what was known on each (a *rolling origin*,
 * Tashman 2000), and so do the naive, the seasonal naive and the run-rate forecast.
 */
export function backtestSeries(rows: SeriesRows, options: SeriesOptions, remarks: Remarks): Tried[] {
  const even = evenSeries(rows, remarks)
  const seasons = seasonsFor(even, options)
  const horizon = options.horizon ?? usualHorizon(even.rhythm)
  const season = seasons[0] ?? 1
  const origins = Array.from({ length: ORIGINS }, (_, index) => even.values.length - (index + 1) * horizon).filter(
    (known) => known >= LEAST_KNOWN,
  )
  if (origins.length === 0) remarks.add('backtest-short', { id: even.id, taken: even.values.length })
  return origins.flatMap((known) => {
    const history = even.values.slice(0, known)
    const outcomes = even.values.slice(known, known + horizon)
    // Over a long season's naive error, weeks would be measured in years: M4 takes one step there.
    const judged = { history, outcomes, season: season <= LONGEST_SCALE ? season : 1 }
    const ours = forecastValues({ values: history, seasons, horizon, level: options.level })
    return [
      { ...judged, method: 'pacesetter', points: ours.points },
      ...BASELINE_NAMES.map((method) => ({ ...judged, method, points: baselinePoints(method, history, season, horizon, options.level) })),
    ]
  })
}

const ORIGINS = 6
const LEAST_KNOWN = 8
const LONGEST_SCALE = 13
const BASELINE_NAMES: readonly BaselineName[] = ['naive', 'seasonal naive', 'run-rate']
const MOST_JUDGED = 208

/** With an interval made of the baseline's own past errors, as ours is. */
function baselinePoints(method: BaselineName, history: readonly number[], season: number, horizon: number, level: number): Point[] {
  const values = Float64Array.from(history)
  const firstOrigin = values.length - 1 - Math.min(MOST_JUDGED, Math.floor(values.length / 2))
  const asked = { values, season, horizon, firstOrigin }
  const said = BASELINES[method](asked)
  const widths = halfWidths(asked, said, level)
  return Array.from(forecastOf(said, horizon), (value, k) => ({ value, lower: value - (widths[k] ?? 0), upper: value + (widths[k] ?? 0) }))
}
