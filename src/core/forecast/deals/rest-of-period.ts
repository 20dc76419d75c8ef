import { varianceOf } from '../values/variance.js'
import { eagerness } from './closing-days.js'
import { type ClosingModel, learnClosing } from './closing-model.js'
import { type Deal, type DealCourse, knownOn } from './deal.js'
import type { Month } from './months.js'
import { type PeriodOutlook, pipelineOutlook } from './pipeline.js'
import { FIRST_RECORD_DAYS, type JudgedPeriod, recordSpread } from './record-spread.js'

/** A deal of a team: one that is asked about, or one that only teaches how the team's deals close. */
export interface TeamDeal extends DealCourse {
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

export interface RestQuestion<Known extends TeamDeal> {
  /** Of the whole team, in any order. */
  readonly deals: readonly Known[]
  readonly period: Month
  /** The periods of its kind before it, the latest first. */
  readonly before: readonly Month[]
  /** The last day that is over, in days since 1970-01-01. */
  readonly asOf: number
  /** The last day of which closings are known: `asOf`, or the day that is under way. */
  readonly knownThrough: number
}

/** A number that deals add to. */
export interface DealsMetric<Known extends TeamDeal> {
  /** What a deal adds once it is won; undefined where nobody knows. */
  readonly worth: (deal: Known) => number | undefined
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
 * How deals close is learnt once for all metrics: what they are worth teaches nothing of it.
 *
 * @returns what a metric's rest will bring; undefined where none of those asked about was ever there
 */
export function dealsRest<Known extends TeamDeal>(question: RestQuestion<Known>): (metric: DealsMetric<Known>) => DealsRest | undefined {
  const { deals, period, asOf, knownThrough } = question
  const known = knownOn(deals, knownThrough)
  if (!known.some(({ isAskedAbout }) => isAskedAbout)) return () => undefined
  const judgedBy = judgedBefore(question)
  let now: Lesson<Known> | undefined
  return (metric) => {
    now ??= lessonOf(known, asOf)
    const open = valued(now.own, metric).filter(({ end }) => end.kind === 'open')
    const past = judgedBy(metric)
    return {
      ...outlook(now, period, metric),
      openDeals: open.length,
      openValue: open.reduce((sum, { value }) => sum + (value ?? 0), 0),
      closedDeals: known.filter(({ end }) => end.kind !== 'open').length,
      judged: past.length,
      squaredError: past.reduce((sum, { error }) => sum + error * error, 0) / Math.max(1, past.length),
      spread: recordSpread(past, PRIOR_PERIODS),
    }
  }
}

const MOST_JUDGED = 6
/** In the periods before: the last digit of a chance decides nothing there, and each model takes its time. */
const SETTLED_BEFORE = 0.01
/** As if so many periods had been off by the usual. */
const PRIOR_PERIODS = 3

/** What all known deals taught by the end of a day, and those asked about. */
interface Lesson<Known extends TeamDeal> {
  readonly asOf: number
  readonly own: readonly Known[]
  readonly model: ClosingModel
  readonly eagernessOn: (day: number) => number
}

function lessonOf<Known extends TeamDeal>(known: readonly Known[], asOf: number, settled?: number): Lesson<Known> {
  const own = known.filter(({ isAskedAbout }) => isAskedAbout)
  return { asOf, own, model: learnClosing(known, asOf, settled), eagernessOn: eagerness(known, asOf) }
}

function outlook<Known extends TeamDeal>({ own, ...lesson }: Lesson<Known>, period: Month, metric: DealsMetric<Known>): PeriodOutlook {
  const { periods } = pipelineOutlook({ ...lesson, deals: valued(own, metric), periods: [period] })
  return periods[0] ?? { open: 0, fresh: 0, draws: new Float64Array() }
}

function valued<Known extends TeamDeal>(own: readonly Known[], { worth }: DealsMetric<Known>): Deal[] {
  return own.map((deal) => ({ ...deal, value: worth(deal) }))
}

/** What was said of a metric on the same day of each period before, by what was known then. */
function judgedBefore<Known extends TeamDeal>({
  deals,
  period,
  before,
  asOf,
}: RestQuestion<Known>): (metric: DealsMetric<Known>) => JudgedPeriod[] {
  const gone = asOf + 1 - period.first
  const firstDeal = deals.reduce((least, { opened }) => Math.min(least, opened), asOf)
  const lessons = new Map<number, Lesson<Known>>()
  return (metric) => {
    const { came } = metric
    const firstCame = came.reduce((least, { on }) => Math.min(least, on), asOf)
    return before.slice(0, MOST_JUDGED).flatMap((past) => {
      const day = Math.min(past.first + gone, past.last) - 1
      if (day < firstDeal + FIRST_RECORD_DAYS || past.first < firstCame) return []
      const { open, fresh, draws } = outlook(lessonBy(day), past, metric)
      const outcome = came.reduce((sum, { on, value }) => (on > day && on <= past.last ? sum + value : sum), 0)
      return [{ error: open + fresh - outcome, variance: varianceOf(draws) }]
    })
  }

  function lessonBy(day: number): Lesson<Known> {
    const lesson = lessons.get(day) ?? lessonOf(knownOn(deals, day), day, SETTLED_BEFORE)
    lessons.set(day, lesson)
    return lesson
  }
}
