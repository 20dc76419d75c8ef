import type { Remarks } from '../file/remarks.js'
import { forecastValues, type Point } from '../values/forecast-values.js'
import { type EvenSeries, evenSeries, isoDay } from './even-series.js'
import type { SeriesRows } from './gather-series.js'
import { dayAt } from './positions.js'
import { seasonsOf, usualHorizon } from './rhythm.js'

export interface SeriesOptions {
  /** The last day that may be known, in days since 1970-01-01; the last of each series where undefined. */
  readonly asOf: number | undefined
  /** Steps ahead; as far as is usual for the rhythm where undefined. */
  readonly horizon: number | undefined
  /** The chance with which an interval should cover the outcome, between 0 and 1. */
  readonly level: number
  /** Values in a season; what the rhythm suggests where undefined. */
  readonly season: number | undefined
}

export interface SeriesForecast {
  readonly id: string
  readonly method: string
  readonly points: readonly DatedPoint[]
}

export interface DatedPoint extends Point {
  /** From 1. */
  readonly step: number
  /** ISO; the day that the rhythm has next after the last row of the series, and so on. */
  readonly date: string
}

/** Forecasts one series of a file from the day after its last row. */
export function forecastSeries(rows: SeriesRows, options: SeriesOptions, remarks: Remarks): SeriesForecast {
  const even = evenSeries(rows, remarks)
  const { method, points, tooShort } = forecastValues({
    values: even.values,
    seasons: seasonsFor(even, options),
    horizon: options.horizon ?? usualHorizon(even.rhythm),
    level: options.level,
  })
  if (tooShort) remarks.add('history-short', { id: even.id, taken: even.values.length })
  const next = even.firstPosition + even.values.length
  if (options.asOf !== undefined && dayAt(even.rhythm, next) <= options.asOf)
    remarks.add('series-ends-early', { id: even.id, found: isoDay(dayAt(even.rhythm, next - 1)) })
  return {
    id: even.id,
    method,
    points: points.map((point, index) => ({ step: index + 1, date: isoDay(dayAt(even.rhythm, next + index)), ...point })),
  }
}

export function seasonsFor({ rhythm }: EvenSeries, { season }: Pick<SeriesOptions, 'season'>): number[] {
  return season === undefined ? seasonsOf(rhythm) : [season]
}
