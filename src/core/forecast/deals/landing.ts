import { varianceOf } from '../values/variance.js'
import type { Deal } from './deal.js'
import { monthOf } from './months.js'
import { type Outlook, outlookOn, sumBetween, winsOf } from './outlook-on.js'
import { FIRST_RECORD_DAYS, recordSpread } from './record-spread.js'

/** Where a month will land. */
export interface Landing {
  /** '2026-03' */
  readonly month: string
  /** The last day of the month, in days since 1970-01-01. */
  readonly lastDay: number
  readonly value: number
  readonly lower: number
  readonly upper: number
  /** What it is made of: won by the day asked about, expected from the deals that are open then, and from those yet to be opened … */
  readonly won: number
  readonly open: number
  readonly fresh: number
  /** … or, by the run of the numbers alone, from both together. */
  readonly run: number
  /** Of the rest, how much is taken from the deals; the remainder from the run of the numbers. */
  readonly dealsShare: number
  /** How this way of forecasting did in the months before, asked on the same day of the month. */
  readonly record: LandingRecord
  /** The chance to reach an amount, 0 to 1. */
  chanceOf(amount: number): number
}

export interface LandingRecord {
  readonly months: number
  /** Mean error: above zero where it said too much. */
  readonly bias: number
  readonly meanAbsoluteError: number
}

/**
 * Where the month of the next day after `asOf`, and those after it, will land: what is won already, and for the rest two sources, said apart and
 * combined: the open deals with those yet to be opened (`pipelineOutlook`), and the run of the numbers so far.
 *
 * Both are asked again on the same day of up to `RECORD_MONTHS` months before, by what was known then. What each was off by decides how
 * far the deals are trusted (the least squared error, shrunk towards `USUAL_SHARE`) and how much the draws have to be spread.
 *
 * @param level of the interval, between 0 and 1
 */
export function landings(outlooks: OutlookBook, deals: readonly Deal[], asOf: number, months: number, level: number): Landing[] {
  const pasts = pastOutlooks(outlooks, deals, asOf, months)
  return outlooks(asOf, months).map((outlook, index) => {
    const judged = pasts.flatMap((past) => {
      const then = past[index]
      return then === undefined || then.outlook.month.last > asOf ? [] : [then]
    })
    return landing(outlook, judged.slice(0, RECORD_MONTHS), level)
  })
}

export type OutlookBook = (asOf: number, months: number) => Outlook[]

/** Remembers what was said on a day, since a backtest asks for the same day many times. */
export function outlookBook(deals: readonly Deal[]): OutlookBook {
  const said = new Map<string, Outlook[]>()
  return (asOf, months) => {
    const key = `${asOf} ${months}`
    const known = said.get(key) ?? outlookOn(deals, asOf, months)
    said.set(key, known)
    return known
  }
}

const RECORD_MONTHS = 12
const USUAL_SHARE = 0.7
/** As if so many months had shown the usual share, and the usual spread. */
const PRIOR_MONTHS = 6

interface Judged {
  readonly outlook: Outlook
  /** What the rest came to. */
  readonly rest: number
}

function pastOutlooks(outlooks: OutlookBook, deals: readonly Deal[], asOf: number, months: number): Judged[][] {
  const wins = winsOf(deals)
  const firstDay = deals.reduce((least, { opened }) => Math.min(least, opened), asOf)
  const current = monthOf(asOf + 1)
  const gone = asOf + 1 - current.first
  return Array.from({ length: RECORD_MONTHS + months - 1 }, (_, index) => monthOf(current.first, -1 - index)).flatMap(({ first, last }) => {
    const day = Math.min(first + gone, last) - 1
    if (day < firstDay + FIRST_RECORD_DAYS) return []
    return [
      outlooks(day, months).map((outlook) => ({
        outlook,
        rest: sumBetween(wins, Math.max(outlook.month.first, day + 1), outlook.month.last),
      })),
    ]
  })
}

function landing(outlook: Outlook, judged: readonly Judged[], level: number): Landing {
  const share = dealsShare(judged)
  const { won, open, fresh, run, draws, month } = outlook
  const rest = mix(outlook, share)
  const past = judged.map(({ outlook: then, rest }) => ({ error: mix(then, share) - rest, variance: varianceOf(then.draws) }))
  const errors = past.map(({ error }) => error)
  const sorted = spreadDraws(draws, open + fresh, rest, recordSpread(past, PRIOR_MONTHS))
  const quantile = (probability: number) => won + (sorted[Math.min(sorted.length - 1, Math.floor(probability * sorted.length))] ?? rest)
  const value = won + rest
  return {
    month: month.id,
    lastDay: month.last,
    value,
    lower: Math.min(value, quantile((1 - level) / 2)),
    upper: Math.max(value, quantile((1 + level) / 2)),
    won,
    open,
    fresh,
    run,
    dealsShare: share,
    record: {
      months: errors.length,
      bias: mean(errors),
      meanAbsoluteError: mean(errors.map(Math.abs)),
    },
    chanceOf: (amount) => sorted.filter((draw) => won + draw >= amount).length / sorted.length,
  }
}

function mix({ open, fresh, run }: Outlook, share: number): number {
  return share * (open + fresh) + (1 - share) * run
}

function dealsShare(judged: readonly Judged[]): number {
  const differences = judged.map(({ outlook: { open, fresh, run }, rest }) => ({ apart: open + fresh - run, missed: rest - run }))
  const size = mean(differences.map(({ apart }) => apart * apart))
  if (differences.length === 0 || size === 0) return USUAL_SHARE
  const along = differences.reduce((sum, { apart, missed }) => sum + apart * missed, 0)
  return Math.min(1, Math.max(0, (along / size + PRIOR_MONTHS * USUAL_SHARE) / (differences.length + PRIOR_MONTHS)))
}

/** The draws moved to the combined mean, spread, never below zero, sorted. */
function spreadDraws(draws: Float64Array, mean: number, rest: number, factor: number): Float64Array {
  return draws.map((draw) => Math.max(0, rest + factor * (draw - mean))).sort()
}

function mean(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0
  return values.length === 0 ? 0 : sum / values.length
}
