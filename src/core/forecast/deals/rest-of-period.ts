import { eagerness } from './closing-days.js'
import { type ClosingModel, learnClosing } from './closing-model.js'
import { type Deal, knownOn } from './deal.js'
import type { Month } from './months.js'
import { type PeriodOutlook, pipelineOutlook } from './pipeline.js'

/** A deal of a team, as one that is asked about or one that teaches how the team's deals close. */
export interface TeamDeal extends Deal {
  readonly isAskedAbout: boolean
}

/** What deals are to bring in the rest of a period, in the unit of their values. */
export interface DealsRest extends PeriodOutlook {
  /** How many of those asked about are open, and what those with a value come to. */
  readonly openDeals: number
  readonly openValue: number
  /** So many closed deals taught the chances. */
  readonly closedDeals: number
  /** So many periods before it was judged by, and the mean squared error of what it said then, in the unit's square; 0 without any. */
  readonly judged: number
  readonly squaredError: number
  /** How many times as far from what was said as its draws the outcomes lay: 1 where the draws were right. */
  readonly spread: number
}

export interface RestQuestion {
  /** Of the whole team, in any order. */
  readonly deals: readonly TeamDeal[]
  readonly period: Month
  /** The periods of its kind before it, the latest first. */
  readonly before: readonly Month[]
  /** The last day that is over, in days since 1970-01-01. */
  readonly asOf: number
  /** The last day of which closings are known: `asOf`, or the day that is under way. */
  readonly knownThrough: number
  /** What the numbers say came on a day, of the same people and in the same unit. */
  readonly came: readonly { readonly on: number; readonly value: number }[]
}

/**
 * What a period's rest will bring by its deals: those open now, each by its chance of being won within the period, given its stage and age
 * (`learnClosing`, from all deals of the team, shrunk where they are few), and those that will be opened and won meanwhile. What is closed
 * counts no more: it is among what is done, or should be.
 *
 * The same is asked on the same day of up to `MOST_JUDGED` periods before and held against what the numbers say came then. Where not all that
 * comes goes through deals, or they are not kept up, that shows as an error, and the source is trusted less.
 *
 * @returns undefined where none of those asked about was ever there
 */
export function dealsRest(question: RestQuestion): DealsRest | undefined {
  const { deals, period, asOf, knownThrough } = question
  const known = knownOn(deals, knownThrough)
  const own = known.filter(({ isAskedAbout }) => isAskedAbout)
  if (own.length === 0) return undefined
  const now = outlook(known, own, learnClosing(known, asOf), asOf, period)
  const past = judgedBefore(question)
  const open = own.filter(({ end }) => end.kind === 'open')
  return {
    ...now,
    openDeals: open.length,
    openValue: open.reduce((sum, { value }) => sum + (value ?? 0), 0),
    closedDeals: known.filter(({ end }) => end.kind !== 'open').length,
    judged: past.length,
    squaredError: past.reduce((sum, { error }) => sum + error * error, 0) / Math.max(1, past.length),
    spread: spreadOf(past),
  }
}

const MOST_JUDGED = 6
/** A record starts when the first deals can have come to an end. */
const FIRST_RECORD_DAYS = 120
/** In the periods before: the last digit of a chance decides nothing there, and each model takes its time. */
const ROUNDS_BEFORE = 40

function outlook(known: readonly Deal[], own: readonly Deal[], model: ClosingModel, asOf: number, period: Month): PeriodOutlook {
  const { periods } = pipelineOutlook({ deals: own, model, asOf, eagernessOn: eagerness(known, asOf), periods: [period] })
  return periods[0] ?? { open: 0, fresh: 0, draws: new Float64Array() }
}

interface JudgedPeriod {
  /** What was said less what came. */
  readonly error: number
  /** Of the draws of then. */
  readonly variance: number
}

/** What was said on the same day of each period before, by what was known then. */
function judgedBefore({ deals, period, before, asOf, came }: RestQuestion): JudgedPeriod[] {
  const gone = asOf + 1 - period.first
  const firstDeal = deals.reduce((least, { opened }) => Math.min(least, opened), asOf)
  const firstCame = came.reduce((least, { on }) => Math.min(least, on), asOf)
  return before.slice(0, MOST_JUDGED).flatMap((past) => {
    const day = Math.min(past.first + gone, past.last) - 1
    if (day < firstDeal + FIRST_RECORD_DAYS || past.first < firstCame) return []
    const known = knownOn(deals, day)
    const own = known.filter(({ isAskedAbout }) => isAskedAbout)
    const { open, fresh, draws } = outlook(known, own, learnClosing(known, day, ROUNDS_BEFORE), day, past)
    const outcome = came.reduce((sum, { on, value }) => (on > day && on <= past.last ? sum + value : sum), 0)
    return [{ error: open + fresh - outcome, variance: varianceOf(draws) }]
  })
}

/** As if so many periods had been off by the usual. */
const PRIOR_PERIODS = 3
const USUAL_RATIO = 1.5
/** One period far off should not spread all others without end. */
const MOST_RATIO = 16

function spreadOf(past: readonly JudgedPeriod[]): number {
  const ratios = past.flatMap(({ error, variance }) => (variance > 0 ? [Math.min(MOST_RATIO, error ** 2 / variance)] : []))
  const sum = ratios.reduce((total, ratio) => total + ratio, 0)
  return Math.sqrt((sum + PRIOR_PERIODS * USUAL_RATIO) / (ratios.length + PRIOR_PERIODS))
}

export function varianceOf(draws: Float64Array): number {
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / Math.max(1, draws.length)
  return draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / Math.max(1, draws.length)
}
