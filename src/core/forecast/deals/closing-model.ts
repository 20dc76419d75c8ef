import { at } from '../values/at.js'
import type { DealCourse } from './deal.js'

/**
 * How deals come to an end: each day a deal in a stage is won, lost or moved to the next stage with a chance of its own (competing risks),
 * the first two changing with the deal's age.
 */
export interface ClosingModel {
  /** In the order in which deals go through them; at least one. */
  readonly stages: readonly string[]
  /** The share of new deals that start in each stage. */
  readonly starts: Float64Array
  /** The chance a day, by stage. */
  readonly won: Float64Array
  readonly lost: Float64Array
  readonly moved: Float64Array
  /** What the age makes of the first two: a factor by age in days, the last one for all beyond. */
  readonly wonByAge: Float64Array
  readonly lostByAge: Float64Array
  /** The share of the deals that are still open at an age, by age and stage: `alive[age × stages + stage]`. */
  readonly alive: Float64Array
}

/**
 * Learns it from a history by expectation–maximisation (Dempster, Laird & Rubin 1977).
 *
 * A file tells a deal's last stage, not when it came there, so the way through the stages is a hidden Markov chain (a phase-type
 * distribution, Neuts 1981) that starts at the deal's opening and is seen once: at its end, or on `asOf` while open. All deals share
 * the chain's forward pass, so a round costs ages × stages however many deals there are.
 *
 * Small counts are shrunk: each stage's chance towards that of all stages as if `PRIOR_EVENTS` more had been seen, each age's factor
 * towards 1 as if `PRIOR_AGE_EVENTS` had come as expected.
 *
 * @param settled ends it with the round that changes no stage's chance by more than this part of itself; larger where many models are asked
 *   for and the last digit decides nothing
 */
export function learnClosing(deals: readonly DealCourse[], asOf: number, settled = SETTLED): ClosingModel {
  const stages = stagesInOrder(deals, asOf)
  const seen = sightings(deals, asOf, stages)
  let model = firstGuess(stages, seen)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = model
    model = improved(before, seen)
    if (isSettled(before, model, settled)) break
  }
  return model
}

function isSettled(before: ClosingModel, after: ClosingModel, part: number): boolean {
  return (['won', 'lost', 'moved'] as const).every((kind) =>
    after[kind].every((chance, stage) => Math.abs(chance - at(before[kind], stage)) <= part * chance),
  )
}

const SETTLED = 0.002
const MOST_ROUNDS = 120
const PRIOR_EVENTS = 0.5
const PRIOR_AGE_EVENTS = 6
/** Days; older deals behave like those of this age. */
const OLDEST = 1095
/** The first day of each stretch of ages that share a factor. */
const AGE_BANDS = [0, 7, 14, 30, 45, 60, 90, 135, 180, 270, 365, 548, 730]

/** By mean age: what comes later is seen later. */
function stagesInOrder(deals: readonly DealCourse[], asOf: number): string[] {
  const ages = new Map<string, { sum: number; count: number }>()
  for (const deal of deals) {
    if (deal.stage === undefined) continue
    const sums = ages.get(deal.stage) ?? { sum: 0, count: 0 }
    ages.set(deal.stage, { sum: sums.sum + ageOf(deal, asOf), count: sums.count + 1 })
  }
  const order = [...ages].toSorted(([a, x], [b, y]) => x.sum / x.count - y.sum / y.count || (a < b ? -1 : 1))
  return order.length === 0 ? [''] : order.map(([stage]) => stage)
}

/** In days; a deal that is open at the end of `asOf` has that day behind it. */
export function ageOf({ opened, end }: DealCourse, asOf: number): number {
  return Math.min(OLDEST, (end.kind === 'open' ? asOf + 1 : end.on) - opened)
}

/** How many deals were seen last at each age, in each stage (the last place: in one that is not known), by what was seen. */
interface Sightings {
  readonly places: number
  readonly ages: number
  readonly won: Float64Array
  readonly lost: Float64Array
  readonly open: Float64Array
}

function sightings(deals: readonly DealCourse[], asOf: number, stages: readonly string[]): Sightings {
  const places = stages.length + 1
  const ages = deals.reduce((most, deal) => Math.max(most, ageOf(deal, asOf)), 0) + 1
  const seen = {
    places,
    ages,
    won: new Float64Array(ages * places),
    lost: new Float64Array(ages * places),
    open: new Float64Array(ages * places),
  }
  for (const deal of deals) {
    const place = deal.stage === undefined ? stages.length : stages.indexOf(deal.stage)
    const index = ageOf(deal, asOf) * places + place
    seen[deal.end.kind][index] = at(seen[deal.end.kind], index) + 1
  }
  return seen
}

/** Chances alike for all stages, from the days that all deals were open together. */
function firstGuess(stages: readonly string[], seen: Sightings): ClosingModel {
  const count = stages.length
  let days = 1
  for (let age = 0; age < seen.ages; age += 1) {
    for (let place = 0; place < seen.places; place += 1) {
      const index = age * seen.places + place
      days += (age + 1) * (at(seen.won, index) + at(seen.lost, index) + at(seen.open, index))
    }
  }
  const rate = (events: Float64Array) => Math.min(0.3, (events.reduce((sum, value) => sum + value, 0) + 0.5) / days)
  const [won, lost] = [rate(seen.won), rate(seen.lost)]
  return withAlive({
    stages,
    starts: Float64Array.from(stages, (_, stage) => (count === 1 ? 1 : stage === 0 ? 0.7 : 0.3 / (count - 1))),
    won: new Float64Array(count).fill(won),
    lost: new Float64Array(count).fill(lost),
    moved: Float64Array.from(stages, (_, stage) => (stage === count - 1 ? 0 : Math.min(0.3, (won + lost) * count))),
    wonByAge: new Float64Array(seen.ages).fill(1),
    lostByAge: new Float64Array(seen.ages).fill(1),
  })
}

/** The forward pass: who is still open at each age, and where. */
function withAlive(model: Omit<ClosingModel, 'alive'>): ClosingModel {
  const count = model.stages.length
  const ages = model.wonByAge.length
  const alive = new Float64Array(ages * count)
  alive.set(model.starts)
  for (let age = 1; age < ages; age += 1) {
    for (let stage = 0; stage < count; stage += 1) {
      const stayed = at(alive, (age - 1) * count + stage) * staying(model, stage, age - 1)
      const came = stage === 0 ? 0 : at(alive, (age - 1) * count + stage - 1) * at(model.moved, stage - 1)
      alive[age * count + stage] = stayed + came
    }
  }
  return { ...model, alive }
}

type Chances = Pick<ClosingModel, 'won' | 'lost' | 'moved' | 'wonByAge' | 'lostByAge'>

function staying(model: Chances, stage: number, age: number): number {
  return Math.max(0.01, 1 - wonAt(model, stage, age) - lostAt(model, stage, age) - at(model.moved, stage))
}

function wonAt({ won, wonByAge }: Chances, stage: number, age: number): number {
  return at(won, stage) * at(wonByAge, Math.min(age, wonByAge.length - 1))
}

function lostAt({ lost, lostByAge }: Chances, stage: number, age: number): number {
  return at(lost, stage) * at(lostByAge, Math.min(age, lostByAge.length - 1))
}

/**
 * Moves a deal's chances of being in each stage on by a day; returns the chance that it was won on that day.
 *
 * @param eagerness what the calendar makes of the chance to be won: 2 where twice as many are won as on other days
 */
export function passDay(model: ClosingModel, chances: Float64Array, age: number, eagerness: number): number {
  let wins = 0
  for (let stage = chances.length - 1; stage >= 0; stage -= 1) {
    const here = at(chances, stage)
    const usual = wonAt(model, stage, age)
    const won = Math.min(0.9, usual * eagerness)
    wins += here * won
    const came = stage === 0 ? 0 : at(chances, stage - 1) * at(model.moved, stage - 1)
    chances[stage] = here * Math.max(0, staying(model, stage, age) + usual - won) + came
  }
  return wins
}

/** What the history is expected to have held, by stage and by age, if the model is right. */
interface Expected {
  readonly starts: Float64Array
  readonly days: { readonly won: Float64Array; readonly lost: Float64Array; readonly all: Float64Array }
  readonly won: Float64Array
  readonly lost: Float64Array
  readonly moved: Float64Array
  readonly byAge: {
    readonly won: Float64Array
    readonly lost: Float64Array
    readonly wonExpected: Float64Array
    readonly lostExpected: Float64Array
  }
}

function improved(model: ClosingModel, seen: Sightings): ClosingModel {
  const expected = expectedOf(model, seen)
  const starts = expected.starts.map((count) => count + 0.5)
  const allStarts = sum(starts)
  return withAlive({
    stages: model.stages,
    starts: starts.map((count) => count / allStarts),
    won: shrunk(expected.won, expected.days.won),
    lost: shrunk(expected.lost, expected.days.lost),
    moved: shrunk(expected.moved.subarray(0, -1), expected.days.all.subarray(0, -1), model.stages.length),
    wonByAge: factorsByAge(expected.byAge.won, expected.byAge.wonExpected),
    lostByAge: factorsByAge(expected.byAge.lost, expected.byAge.lostExpected),
  })
}

/** The backward pass, and the sums over both. */
function expectedOf(model: ClosingModel, seen: Sightings): Expected {
  const count = model.stages.length
  const zeros = (length: number) => new Float64Array(length)
  const expected: Expected = {
    starts: zeros(count),
    days: { won: zeros(count), lost: zeros(count), all: zeros(count) },
    won: zeros(count),
    lost: zeros(count),
    moved: zeros(count),
    byAge: { won: zeros(seen.ages), lost: zeros(seen.ages), wonExpected: zeros(seen.ages), lostExpected: zeros(seen.ages) },
  }
  // for a deal that is in a stage at an age: the sightings to come that it may turn out to be, each over its own chance
  let [here, ahead] = [zeros(count), zeros(count)]
  const chances = zeros(count)
  for (let age = seen.ages - 1; age >= 0; age -= 1) {
    const alive = model.alive.subarray(age * count, (age + 1) * count)
    const [byWon, byLost] = [at(model.wonByAge, age), at(model.lostByAge, age)]
    for (let stage = 0; stage < count; stage += 1) {
      const moves = stage === count - 1 ? 0 : at(model.moved, stage) * at(ahead, stage + 1)
      here[stage] = staying(model, stage, age) * at(ahead, stage) + moves
      expected.moved[stage] = at(expected.moved, stage) + at(alive, stage) * moves
    }
    for (const kind of ['won', 'lost', 'open'] as const) {
      for (let place = 0; place < seen.places; place += 1) {
        const deals = at(seen[kind], age * seen.places + place)
        if (deals === 0) continue
        const [first, last] = place < count ? [place, place] : [0, count - 1]
        let likelihood = 0
        for (let stage = first; stage <= last; stage += 1) {
          const rate = kind === 'open' ? 1 : kind === 'won' ? at(model.won, stage) * byWon : at(model.lost, stage) * byLost
          chances[stage] = at(alive, stage) * rate
          likelihood += at(chances, stage)
        }
        if (likelihood <= 0) continue
        for (let stage = first; stage <= last; stage += 1) {
          const share = (deals * at(chances, stage)) / likelihood
          here[stage] = at(here, stage) + share / Math.max(1e-300, at(alive, stage))
          if (kind === 'open') continue
          expected[kind][stage] = at(expected[kind], stage) + share
          expected.byAge[kind][age] = at(expected.byAge[kind], age) + share
        }
      }
    }
    for (let stage = 0; stage < count; stage += 1) {
      const days = at(alive, stage) * at(here, stage)
      expected.days.all[stage] = at(expected.days.all, stage) + days
      expected.days.won[stage] = at(expected.days.won, stage) + days * byWon
      expected.days.lost[stage] = at(expected.days.lost, stage) + days * byLost
      expected.byAge.wonExpected[age] = at(expected.byAge.wonExpected, age) + days * at(model.won, stage)
      expected.byAge.lostExpected[age] = at(expected.byAge.lostExpected, age) + days * at(model.lost, stage)
      if (age === 0) expected.starts[stage] = days
    }
    ;[here, ahead] = [ahead, here]
  }
  return expected
}

/** Events a day, each stage's shrunk towards that of all. */
function shrunk(events: Float64Array, days: Float64Array, length = events.length): Float64Array {
  const common = (sum(events) + 0.5) / (sum(days) + 1)
  const rates = new Float64Array(length)
  events.forEach((count, stage) => {
    rates[stage] = Math.min(0.5, (count + PRIOR_EVENTS) / (at(days, stage) + PRIOR_EVENTS / common))
  })
  return rates
}

function factorsByAge(events: Float64Array, expected: Float64Array): Float64Array {
  const factors = new Float64Array(events.length)
  AGE_BANDS.forEach((from, band) => {
    const to = Math.min(AGE_BANDS[band + 1] ?? events.length, events.length)
    if (from >= to) return
    const ratio = (sum(events.subarray(from, to)) + PRIOR_AGE_EVENTS) / (sum(expected.subarray(from, to)) + PRIOR_AGE_EVENTS)
    factors.fill(ratio, from, to)
  })
  return factors
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}
