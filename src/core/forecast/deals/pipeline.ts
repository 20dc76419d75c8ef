import { at } from '../values/at.js'
import { fading } from '../values/fading.js'
import { randomFrom } from '../values/random.js'
import { ageOf, type ClosingModel, passDay } from './closing-model.js'
import type { Deal } from './deal.js'
import type { Month } from './months.js'

/** What the deals bring in each period, by expectation and as draws from what may happen. */
export interface PipelineOutlook {
  readonly periods: readonly PeriodOutlook[]
}

export interface PeriodOutlook {
  /** Expected from deals that are open now, and from those yet to be opened. */
  readonly open: number
  readonly fresh: number
  /** What both together came to in each draw. */
  readonly draws: Float64Array
}

export interface PipelineInput {
  /** As known at the end of `asOf`. */
  readonly deals: readonly Deal[]
  readonly model: ClosingModel
  readonly asOf: number
  /** What a day makes of the chance to be won. */
  readonly eagernessOn: (day: number) => number
  /** Following each other; the first has begun or begins the day after `asOf`. */
  readonly periods: readonly Month[]
}

/**
 * What the periods hold: each open deal's value by its chance of being won within the period, given its stage, its age and the days left, and the
 * same for the deals that will be opened meanwhile, at the recent pace and worth what deals won were worth.
 *
 * The draws come from a fixed seed. Each deal closes or does not; and in each draw all chances are somewhat higher or lower
 * together, since they were learnt from a limited number of deals.
 */
export function pipelineOutlook(input: PipelineInput): PipelineOutlook {
  const values = wonValues(input.deals)
  const usualValue = mean(values)
  const open = openDeals(input, usualValue)
  const fresh = freshWins(input)
  const draws = drawPeriods(input, open, fresh, values)
  return {
    periods: input.periods.map((_, period) => ({
      open: open.reduce((sum, { value, chances }) => sum + value * at(chances, period), 0),
      fresh: at(fresh, period) * usualValue,
      draws: draws[period] ?? new Float64Array(DRAWS),
    })),
  }
}

export const DRAWS = 2000
/** Of the latest deals won, so that prices of years ago do not count. */
const VALUES_USED = 300

/** Known values of the latest deals won; of all deals where none was won; 1 each where nothing is known: then deals are counted. */
function wonValues(deals: readonly Deal[]): number[] {
  const won = deals
    .flatMap(({ end, value }) => (end.kind === 'won' && value !== undefined ? [{ on: end.on, value }] : []))
    .toSorted((a, b) => b.on - a.on || a.value - b.value)
    .slice(0, VALUES_USED)
    .map(({ value }) => value)
  if (won.length > 0) return won
  const known = deals.flatMap(({ value }) => (value === undefined ? [] : [value])).toSorted((a, b) => a - b)
  return known.length > 0 ? known : [1]
}

interface OpenDeal {
  readonly value: number
  /** Of being won in each period. */
  readonly chances: Float64Array
}

/** Sorted, so that the draws do not depend on the order of the rows. */
function openDeals(input: PipelineInput, usualValue: number): OpenDeal[] {
  const { deals, model, asOf } = input
  const byState = new Map<string, Float64Array>()
  return deals
    .filter(({ end }) => end.kind === 'open')
    .map((deal) => {
      const age = ageOf(deal, asOf)
      const key = `${age} ${deal.stage ?? ''}`
      const chances = byState.get(key) ?? winsByPeriod(input, stageChances(model, deal.stage, age), age)
      byState.set(key, chances)
      return { value: deal.value ?? usualValue, chances }
    })
    .toSorted((a, b) => b.value - a.value || at(b.chances, 0) - at(a.chances, 0))
}

/** For certain in its stage; where that is not known, where deals of its age are. */
function stageChances({ stages, alive }: ClosingModel, stage: string | undefined, age: number): Float64Array {
  const chances = new Float64Array(stages.length)
  const known = stage === undefined ? -1 : stages.indexOf(stage)
  if (known >= 0) return chances.fill(1, known, known + 1)
  const row = Math.min(age, alive.length / stages.length - 1) * stages.length
  const there = alive.subarray(row, row + stages.length)
  const all = there.reduce((sum, share) => sum + share, 0)
  return chances.map((_, index) => (all > 0 ? at(there, index) / all : 1 / stages.length))
}

function winsByPeriod({ model, asOf, periods, eagernessOn }: PipelineInput, chances: Float64Array, age: number): Float64Array {
  let day = asOf
  return Float64Array.from(periods, ({ last }) => {
    let wins = 0
    for (; day < last; day += 1) wins += passDay(model, chances, age + day - asOf, eagernessOn(day + 1))
    return wins
  })
}

/** How many deals that are not open yet will be won in each period. */
function freshWins({ deals, model, asOf, periods, eagernessOn }: PipelineInput): Float64Array {
  const pace = openingPace(deals, asOf)
  const wins = new Float64Array(periods.length)
  const lastDay = periods.at(-1)?.last ?? asOf
  for (let opened = asOf + 1; opened <= lastDay; opened += 1) {
    const chances = Float64Array.from(model.starts)
    periods.forEach(({ first, last }, period) => {
      for (let day = Math.max(first, opened); day <= last; day += 1)
        wins[period] = at(wins, period) + pace * passDay(model, chances, day - opened, eagernessOn(day))
    })
  }
  return wins
}

/** Deals opened a day, recent days counting more. */
function openingPace(deals: readonly Deal[], asOf: number): number {
  const first = deals.reduce((least, { opened }) => Math.min(least, opened), asOf)
  const weightOf = (day: number) => weightAt(asOf - day)
  const opened = deals.reduce((sum, deal) => sum + weightOf(deal.opened), 0)
  let days = 0
  for (let day = first; day <= asOf; day += 1) days += weightOf(day)
  return opened / Math.max(days, LEAST_PACE_DAYS)
}

const PACE_HALF_LIFE_DAYS = 91
const weightAt = fading(PACE_HALF_LIFE_DAYS)
/** Whoever wrote down their deals yesterday does not open as many each day. */
const LEAST_PACE_DAYS = 28

/** Each period from chance of its own, so that it does not depend on how many others are asked for. */
function drawPeriods(
  { deals, periods }: PipelineInput,
  open: readonly OpenDeal[],
  fresh: Float64Array,
  values: readonly number[],
): Float64Array[] {
  const won = deals.filter(({ end }) => end.kind === 'won').length
  // of a rate learnt from so many events
  const doubt = 1 / Math.sqrt(won + 4)
  return periods.map((_, period) => {
    const random = randomFrom(SEED + period)
    return new Float64Array(DRAWS).map(() => {
      const mood = Math.exp(doubt * random.normal() - (doubt * doubt) / 2)
      let sum = 0
      for (const { value, chances } of open) if (random.uniform() < at(chances, period) * mood) sum += value
      for (let wins = random.poisson(at(fresh, period) * mood); wins > 0; wins -= 1)
        sum += values[Math.floor(random.uniform() * values.length)] ?? 0
      return sum
    })
  })
}

const SEED = 20260302

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
