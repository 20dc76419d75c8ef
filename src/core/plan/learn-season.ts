import type { Period } from '../calendar/period.js'

/** A month of the year that is learnt from: what was done on each of its working days, money in minor units; empty where there is no record of it. */
export interface PastMonth {
  readonly daily: readonly number[]
}

/** A month of the plan. */
export interface ComingMonth {
  readonly month: Pick<Period, 'id'>
  readonly workingDays: number
}

/** Weights of a plan's months, in its order, that add up to about ten thousand; 0 for a month without a working day. */
export type LearntSeason = readonly { readonly month: string; readonly weight: bigint }[]

/**
 * What last year's results say of this year's season: each month's rate a working day, times the working days it has now.
 *
 * One year shows each month once, and a month's rate differs from the year's by chance too. So it is drawn towards the year's by what
 * chance explains (empirical Bayes with the days' own spread as noise: Efron and Morris, "Data analysis using Stein's estimator", JASA 70,
 * 1975): rate = mean + B × (own − mean), B = τ² ÷ (τ² + s² ÷ days), where s² is the spread of days within months and τ² what the months
 * differ by beyond it. Where they differ by no more than chance, the season is the working days'. A month without a record has the mean.
 *
 * @param past in the order of `coming`, the same months a year before
 * A single month has no season.
 *
 * @returns undefined when fewer than two months have a record, or nothing was done in any
 */
export function learnSeason(past: readonly PastMonth[], coming: readonly ComingMonth[]): LearntSeason | undefined {
  if (coming.length === 1) return coming.map(({ month }) => ({ month: month.id, weight: 1n }))
  const known = past.map(({ daily }) => daily).filter(({ length }) => length > 0)
  const days = known.flat()
  const mean = average(days)
  if (known.length < 2 || mean <= 0) return undefined
  const noise = known.reduce((sum, month) => sum + squares(month), 0) / Math.max(1, days.length - known.length)
  const chance = average(known.map(({ length }) => noise / length))
  const between = squares(known.map(average)) / (known.length - 1)
  const real = Math.max(0, between - chance)
  const rates = past.map(({ daily }) => {
    const own = noise / Math.max(1, daily.length)
    if (daily.length === 0 || real + own === 0) return mean
    return Math.max(0, mean + (real / (real + own)) * (average(daily) - mean))
  })
  const amounts = coming.map(({ workingDays }, index) => (rates[index] ?? mean) * workingDays)
  const whole = amounts.reduce((sum, amount) => sum + amount, 0)
  if (whole <= 0) return undefined
  return coming.map(({ month }, index) => ({ month: month.id, weight: BigInt(Math.round(((amounts[index] ?? 0) / whole) * 10_000)) }))
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The sum of squared differences from the average. */
function squares(values: readonly number[]): number {
  const middle = average(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0)
}
