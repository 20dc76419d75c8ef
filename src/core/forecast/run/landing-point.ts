import { Temporal } from 'temporal-polyfill'
import type { FiscalCalendar } from '../../calendar/fiscal-year.js'
import type { Tier } from '../../plan/tiers.js'
import { forecastSum } from '../values/forecast-sum.js'
import { monthRhythm } from './month-rhythm.js'
import { chanceOf, tierChances } from './tier-chances.js'
import { type DoneOn, type WorkedDay, workedDays } from './worked-days.js'

export interface LandingQuestion {
  /** Of the period so far and of the time before it, in any order. */
  readonly done: readonly DoneOn[]
  /** Of the days up to `asOf`. */
  readonly isWorked: (on: Temporal.PlainDate) => boolean
  readonly period: { readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate }
  readonly asOf: Temporal.PlainDate
  /** 'open' while `asOf` is still to be worked: it is one of the days left. */
  readonly asOfDay: 'open' | 'closed'
  /** `asOf` among them while it is open. */
  readonly daysLeft: readonly Temporal.PlainDate[]
  /** Says where months begin, which may have a rhythm. */
  readonly fiscal: FiscalCalendar
  readonly target: bigint
  /** Days worked in a week: the season that is tried, beside that of the year. */
  readonly daysAWeek: number
  /** The chance with which the interval should cover the outcome, between 0 and 1. */
  readonly level: number
}

/** Where a running period will land, in the unit of the question. */
export type LandingPoint = LandingFacts &
  (
    | {
        readonly state: 'forecast'
        readonly value: bigint
        readonly lower: bigint
        readonly upper: bigint
        /** The chance to reach each tier, 0 to 1; undefined where the target is zero. */
        readonly chances: Readonly<Record<Tier, number>> | undefined
        /** What it may land on, each as likely as the next, from the least up. */
        readonly draws: Float64Array
        /** What the forecast is made of, the largest part first. */
        readonly parts: readonly LandingPart[]
        /** Whether the days left count for notably more or less by their place in the month. */
        readonly hasRhythm: boolean
      }
    /** Fewer than `LEAST_DAYS` worked days are known: the run rate is all that can be said. */
    | { readonly state: 'too-short' }
  )

interface LandingFacts {
  /** The plain run rate: what the period's days so far brought on average, carried on; before its first day is over, all known days. */
  readonly runRate: bigint
  /** Worked days that are known, and the first of them. */
  readonly daysKnown: number
  readonly since: Temporal.PlainDate | undefined
  readonly workingDaysLeft: number
}

export interface LandingPart {
  readonly method: 'changes' | 'theta' | 'damped trend' | 'mean' | 'last season' | 'deals'
  readonly share: number
}

export const LEAST_DAYS = 15

/**
 * Where a running period will land, from the run of a team's or a person's own numbers: level, trend and the pattern of the week (and of the
 * year, where more than two are known) of the worked days so far, and the rhythm of the month, carried over the working days left.
 *
 * Without a negative number in the history it never lands below what is done; without a day left it lands on just that.
 */
export function landingPoint(question: LandingQuestion): LandingPoint {
  const { done, period, asOf, asOfDay, daysLeft, isWorked } = question
  const workingDaysLeft = daysLeft.length
  const known = workedDays(done, asOfDay === 'closed' ? asOf : asOf.subtract({ days: 1 }), isWorked)
  const within = done.filter(({ on }) => isFrom(period.start, on) && isFrom(on, period.end))
  const inPeriod = sumOf(within)
  const ofDaysOver = sumOf(asOfDay === 'closed' ? within : within.filter(({ on }) => isFrom(on.add({ days: 1 }), asOf)))
  const facts = { daysKnown: known.length, since: known[0]?.on, workingDaysLeft, runRate: runRate(question, known, ofDaysOver, inPeriod) }
  if (workingDaysLeft === 0) return { ...facts, state: 'forecast', ...certain(inPeriod, question.target) }
  if (known.length < LEAST_DAYS) return { ...facts, state: 'too-short' }

  const values = known.map(({ amount }) => Number(amount))
  const rhythm = monthRhythm(known, period.end, question.fiscal)
  const weights = [...known.map(({ on }) => on), ...daysLeft].map(rhythm)
  const rest = forecastSum({
    values: values.map((value, index) => value / (weights[index] ?? 1)),
    seasons: [question.daysAWeek, WEEKS_A_YEAR * question.daysAWeek],
    horizon: workingDaysLeft,
    weights,
  })
  // What today brought already is certain; what it may still bring is part of the rest.
  const least = values.every((value) => value >= 0) ? Number(inPeriod) : Number.NEGATIVE_INFINITY
  const landsAt = (amount: number) => Math.max(least, Number(ofDaysOver) + amount)
  const landings = rest.draws.map(landsAt)
  const value = landsAt(rest.value)
  const quantile = (probability: number) => landings[Math.floor(probability * landings.length)] ?? value
  return {
    ...facts,
    state: 'forecast',
    value: whole(value),
    lower: whole(Math.min(value, quantile((1 - question.level) / 2))),
    upper: whole(Math.max(value, quantile((1 + question.level) / 2))),
    chances: tierChances(question.target, (amount) => chanceOf(amount, landings, least)),
    draws: landings,
    parts: partsOf(rest.shares),
    hasRhythm: daysLeft.some((on) => Math.abs(rhythm(on) - 1) >= TOLD_RHYTHM),
  }
}

const WEEKS_A_YEAR = 52
const TOLD_RHYTHM = 0.05

function runRate({ period, daysLeft }: LandingQuestion, known: readonly WorkedDay[], ofDaysOver: bigint, inPeriod: bigint): bigint {
  const over = known.filter(({ on }) => isFrom(period.start, on))
  const [sum, days] = over.length > 0 ? [ofDaysOver, over.length] : [sumOf(known), known.length]
  if (days === 0) return inPeriod
  const landing = ofDaysOver + (sum * BigInt(daysLeft.length)) / BigInt(days)
  return landing > inPeriod ? landing : inPeriod
}

function certain(value: bigint, target: bigint) {
  const chances = tierChances(target, (amount) => (value >= amount ? 1 : 0))
  return { value, lower: value, upper: value, chances, draws: Float64Array.of(Number(value)), parts: [], hasRhythm: false }
}

function partsOf(shares: readonly { readonly method: LandingPart['method']; readonly share: number }[]): LandingPart[] {
  const byMethod = new Map<LandingPart['method'], number>()
  for (const { method, share } of shares) byMethod.set(method, (byMethod.get(method) ?? 0) + share)
  return [...byMethod].map(([method, share]) => ({ method, share })).toSorted((a, b) => b.share - a.share)
}

function sumOf(amounts: readonly { readonly amount: bigint }[]): bigint {
  return amounts.reduce((sum, { amount }) => sum + amount, 0n)
}

function isFrom(start: Temporal.PlainDate, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(start, on) <= 0
}

function whole(value: number): bigint {
  return BigInt(Math.round(value))
}
