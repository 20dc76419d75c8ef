/** An interval that should cover the outcome. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/**
 * Symmetric mean absolute percentage error, in percent, as the M4 competition defines it (Makridakis, Spiliotis & Assimakopoulos 2020):
 * the mean of 200·|y − f| ÷ (|y| + |f|). Where both are zero the forecast was right: 0.
 */
export function smape(outcomes: readonly number[], forecasts: readonly number[]): number {
  return mean(outcomes, (outcome, index) => {
    const forecast = forecasts[index] ?? Number.NaN
    const size = Math.abs(outcome) + Math.abs(forecast)
    return size === 0 ? 0 : (200 * Math.abs(outcome - forecast)) / size
  })
}

/** Mean absolute scaled error (Hyndman & Koehler 2006): 1 is what the naive forecast missed by, on average, over the history. */
export function mase(outcomes: readonly number[], forecasts: readonly number[], scale: number): number {
  return mean(outcomes, (outcome, index) => Math.abs(outcome - (forecasts[index] ?? Number.NaN))) / scale
}

/**
 * What errors are divided by: the mean absolute error of the (seasonal) naive forecast, one step ahead, over the history.
 * NaN where the history is no longer than a season, 0 where it never changed: then a scaled error means nothing.
 */
export function naiveScale(history: readonly number[], season: number): number {
  return mean(history.slice(season), (value, index) => Math.abs(value - (history[index] ?? Number.NaN)))
}

/**
 * Mean scaled interval score: the score of Gneiting & Raftery 2007 over the naive scale, as in M4. The width of the interval, and for an
 * outcome outside it 2/α times what it is outside by (α = 1 − level). Less is better; too wide costs as well as too narrow.
 */
export function msis(outcomes: readonly number[], intervals: readonly Interval[], level: number, scale: number): number {
  const penalty = 2 / (1 - level)
  const score = mean(outcomes, (outcome, index) => {
    const { lower, upper } = intervals[index] ?? { lower: Number.NaN, upper: Number.NaN }
    return upper - lower + penalty * (Math.max(0, lower - outcome) + Math.max(0, outcome - upper))
  })
  return score / scale
}

/** The share of the outcomes that lie within their interval, 0 to 1. */
export function coverage(outcomes: readonly number[], intervals: readonly Interval[]): number {
  return mean(outcomes, (outcome, index) => {
    const { lower, upper } = intervals[index] ?? { lower: Number.NaN, upper: Number.NaN }
    return outcome >= lower && outcome <= upper ? 1 : 0
  })
}

function mean(values: readonly number[], of: (value: number, index: number) => number): number {
  return values.reduce((sum, value, index) => sum + of(value, index), 0) / values.length
}
