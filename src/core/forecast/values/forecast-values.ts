import { combinedForecast, type MethodShare } from './combined-forecast.js'
import { halfWidths } from './half-widths.js'
import { forecastOf } from './rolled.js'

export interface ValuesQuestion {
  /** Evenly spaced, oldest first, no gaps. */
  readonly values: readonly number[]
  /** Lengths, in values, of the seasons to try; those too long for the history are left out. */
  readonly seasons: readonly number[]
  readonly horizon: number
  /** The chance with which the interval should cover the outcome, between 0 and 1. */
  readonly level: number
}

export interface ValuesForecast {
  /** What said it, and with which share; in words for people who want to know. */
  readonly method: string
  /** One a step. */
  readonly points: readonly Point[]
  /** The history was too short to choose a method: its mean is carried on, with an interval that is a guess. */
  readonly tooShort: boolean
}

export interface Point {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/**
 * Where a series of numbers goes from here: several methods combined (`combinedForecast`), with intervals from the combination's errors at
 * the history's own past origins. Methods are weighed by how near they came over the whole horizon, so the first step of a longer forecast
 * may differ a little from a shorter one's.
 *
 * A history without a negative value is forecast without one. The same numbers always give the same answer.
 */
export function forecastValues({ values, seasons, horizon, level }: ValuesQuestion): ValuesForecast {
  // Made free of its unit, so that cents and millions are forecast alike.
  const scale = values.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, values.length)
  if (values.length < LEAST_HISTORY) return tooShortForecast(values, horizon)
  if (scale === 0) return { ...tooShortForecast(values, horizon), tooShort: false }

  const { asked, said, shares } = combinedForecast({ values, seasons, horizon }, scale)
  const widths = halfWidths(asked, said, level)
  const floor = values.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY
  return {
    method: methodWords(shares),
    tooShort: false,
    points: Array.from(forecastOf(said, horizon), (middle, k) => {
      const width = widths[k] ?? 0
      const within = (value: number) => Math.max(floor, value * scale)
      return { value: within(middle), lower: within(middle - width), upper: within(middle + width) }
    }),
  }
}

const LEAST_HISTORY = 4

function methodWords(shares: readonly MethodShare[]): string {
  const told = shares.toSorted((a, b) => b.share - a.share).filter(({ share }, index) => index === 0 || (index < 3 && share >= 0.1))
  return told.map((each) => `${nameOf(each)} ${Math.round(each.share * 100)}%`).join(', ')
}

function nameOf({ method, season, of }: MethodShare): string {
  return `${method}${season === 1 ? '' : ` (season ${season})`}${of === 'logs' ? ' of logs' : ''}`
}

function tooShortForecast(values: readonly number[], horizon: number): ValuesForecast {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const spread = Math.max(Math.abs(mean), ...values.map((value) => 2 * Math.abs(value - mean)))
  const lower = values.every((value) => value >= 0) ? Math.max(0, mean - spread) : mean - spread
  const point = { value: mean, lower, upper: mean + spread }
  return { method: 'mean', tooShort: true, points: Array.from({ length: horizon }, () => point) }
}
