import { coverage, mase, msis, naiveScale, smape } from './accuracy.js'
import type { Point } from './values/forecast-values.js'

/** How a method did, on average over series and origins. NaN where nothing could be measured. */
export interface Score {
  readonly method: string
  /** In percent. */
  readonly smape: number
  readonly mase: number
  readonly msis: number
  /** Share of the outcomes within their intervals, 0 to 1. */
  readonly coverage: number
}

/** One forecast against what came. */
export interface Tried {
  readonly method: string
  /** What was known: scaled errors are over how it changed from one season to the next. */
  readonly history: readonly number[]
  readonly season: number
  readonly points: readonly Point[]
  readonly outcomes: readonly number[]
}

/**
 * The mean of each measure over all tries of a method, each try counting the same, as M4 takes it. Where a history never changed, its
 * scaled errors mean nothing and do not count.
 */
export function scoresOf(tries: readonly Tried[], level: number): Score[] {
  const methods = [...new Set(tries.map(({ method }) => method))]
  return methods.map((method) => {
    const measured = tries.filter((tried) => tried.method === method).map((tried) => measure(tried, level))
    const mean = (of: (one: Omit<Score, 'method'>) => number) => meanOf(measured.map(of).filter(Number.isFinite))
    return {
      method,
      smape: mean((one) => one.smape),
      mase: mean((one) => one.mase),
      msis: mean((one) => one.msis),
      coverage: mean((one) => one.coverage),
    }
  })
}

/**
 * By how much a method's forecasts were too high (below zero: too low), in percent of what came, over all tries of it together.
 * NaN where nothing came.
 */
export function biasOf(tries: readonly Tried[], method: string): number {
  const own = tries.filter((tried) => tried.method === method)
  const [off, came] = own.reduce<[number, number]>(
    ([off, came], { points, outcomes }) => [
      off + outcomes.reduce((sum, outcome, index) => sum + (points[index]?.value ?? Number.NaN) - outcome, 0),
      came + outcomes.reduce((sum, outcome) => sum + Math.abs(outcome), 0),
    ],
    [0, 0],
  )
  return came === 0 ? Number.NaN : (100 * off) / came
}

function measure({ history, season, points, outcomes }: Tried, level: number): Omit<Score, 'method'> {
  const scale = naiveScale(history, season)
  const values = points.map(({ value }) => value)
  return {
    smape: smape(outcomes, values),
    mase: scale > 0 ? mase(outcomes, values, scale) : Number.NaN,
    msis: scale > 0 ? msis(outcomes, points, level, scale) : Number.NaN,
    coverage: coverage(outcomes, points),
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
