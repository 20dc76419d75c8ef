import { fading } from '../values/fading.js'
import { forecastValues } from '../values/forecast-values.js'
import { eagerness } from './closing-days.js'
import { learnClosing } from './closing-model.js'
import { type Deal, knownOn } from './deal.js'
import { type Month, monthOf } from './months.js'
import { pipelineOutlook } from './pipeline.js'

/** What two sources said on a day of a period's rest. */
export interface Outlook {
  readonly month: Month
  /** By the end of the day asked about. */
  readonly won: number
  /** From deals open on that day, and from deals opened later. */
  readonly open: number
  readonly fresh: number
  /** What the run of the numbers says of the same rest: what was won from this day of the month on in the months before. */
  readonly run: number
  /** Of the rest, by the deals. */
  readonly draws: Float64Array
}

/**
 * What was to be expected at the end of `asOf` of the month that the next day lies in, and of those after it, by what was known then.
 *
 * @param months how many; at least 1
 */
export function outlookOn(deals: readonly Deal[], asOf: number, months: number): Outlook[] {
  const known = knownOn(deals, asOf)
  const periods = Array.from({ length: months }, (_, after) => monthOf(asOf + 1, after))
  const model = learnClosing(known, asOf)
  const outlook = pipelineOutlook({ deals: known, model, asOf, periods, eagernessOn: eagerness(known, asOf) })
  const wins = winsOf(known)
  const runs = runOfNumbers(known, wins, asOf, periods)
  return periods.map((month, index) => {
    const { open, fresh, draws } = outlook.periods[index] ?? { open: 0, fresh: 0, draws: new Float64Array() }
    return { month, won: sumBetween(wins, month.first, asOf), open, fresh, draws, run: runs[index] ?? 0 }
  })
}

export interface Win {
  readonly on: number
  readonly value: number
}

/** Deals won, those of unknown value at the mean of the others (1 where none is known), oldest first. */
export function winsOf(deals: readonly Deal[]): Win[] {
  const values = deals.flatMap(({ end, value }) => (end.kind === 'won' && value !== undefined ? [value] : []))
  const usual = values.length === 0 ? 1 : values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length
  return deals
    .flatMap(({ end, value }) => (end.kind === 'won' ? [{ on: end.on, value: value ?? usual }] : []))
    .toSorted((a, b) => a.on - b.on || a.value - b.value)
}

/** Both days included. */
export function sumBetween(wins: readonly Win[], first: number, last: number): number {
  return wins.reduce((sum, { on, value }) => (on >= first && on <= last ? sum + value : sum), 0)
}

/**
 * Of the first period the rest, as the months before had it from the same day on, recent months counting more; of the later ones all, as a
 * series of months.
 */
function runOfNumbers(deals: readonly Deal[], wins: readonly Win[], asOf: number, periods: readonly Month[]): number[] {
  const [current] = periods
  if (current === undefined) return []
  const firstDay = deals.reduce((least, { opened }) => Math.min(least, opened), asOf)
  const whole = Array.from({ length: MOST_MONTHS }, (_, index) => monthOf(current.first, index - MOST_MONTHS)).filter(
    ({ first }) => first >= firstDay,
  )
  const left = current.last - asOf
  let sum = 0
  let weights = 0
  whole.toReversed().forEach(({ last }, age) => {
    const weight = weightAt(age)
    sum += weight * sumBetween(wins, last - left + 1, last)
    weights += weight
  })
  const rest = weights > 0 ? sum / weights : (sumBetween(wins, firstDay, asOf) / (asOf - firstDay + 1)) * left
  if (periods.length === 1) return [rest]

  const landing = sumBetween(wins, current.first, asOf) + rest
  const totals = [...whole.map(({ first, last }) => sumBetween(wins, first, last)), landing]
  const { points } = forecastValues({ values: totals, seasons: [12], horizon: periods.length - 1, level: 0.8 })
  return [rest, ...points.map(({ value }) => value)]
}

const MOST_MONTHS = 60
const HALF_LIFE_MONTHS = 4
const weightAt = fading(HALF_LIFE_MONTHS)
