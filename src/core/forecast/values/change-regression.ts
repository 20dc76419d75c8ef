import { at } from './at.js'
import { addProducts, addSquares, emptySquares, ridge } from './ridge.js'
import { type Asked, type Rolled, rolled } from './rolled.js'

/**
 * Says the change from the last value to the one `step` later, by a regression of its own for each step (a *direct* forecast), on
 *
 * - what the same stretch of the season brought in each of the last cycles, and on average over up to eight of them;
 * - how far the last value stands from earlier ones and from the mean of the last cycles: trend, and the way back to the level.
 *
 * Ridge regression towards "no change", older rows counting less. The sums are carried forward row by row, so a past origin is
 * forecast by coefficients that know nothing of what came after it.
 */
export function changeRegression(asked: Asked): Rolled {
  const { values, season, horizon } = asked
  const said = rolled(asked, (origin) => at(values, origin))
  const features = featuresOf(values, season)
  const regressed = Math.min(horizon, Math.max(2 * season, LEAST_REGRESSED))
  // What a row is made of goes by where in the season its step leads: steps that are seasons apart share rows and their squares.
  for (let stretch = 1; stretch <= Math.min(season, regressed); stretch += 1) {
    const steps = Array.from({ length: Math.floor((regressed - stretch) / season) + 1 }, (_, index) => stretch + index * season)
    sayChanges(said, asked, { ...features, rows: features.rows(stretch) }, steps)
  }
  // farther ahead only the season still changes
  for (let place = 0; place < said.length; place += 1) if (place % horizon >= regressed) said[place] = at(said, place - season)
  return said
}

/** Adds to what is said of these steps how far the value will have changed by then, at each origin that knows enough. */
function sayChanges(
  said: Float64Array,
  { values, horizon, firstOrigin }: Asked,
  { count, firstRow, rows }: { readonly count: number; readonly firstRow: number; readonly rows: Float64Array },
  steps: readonly number[],
): void {
  const last = values.length - 1
  const squares = emptySquares(count)
  const learners = steps.map((step) => ({ step, products: new Float64Array(count), least: 0, most: 0, coefficients: NONE_YET }))
  for (let learnt = firstRow; learnt < last; learnt += 1) {
    const from = (learnt - firstRow) * count
    addSquares(squares, rows, from, FORGET)
    for (const learner of learners) {
      const origin = learnt + learner.step // only then is known what came `step` after the row
      if (origin > last) break
      const change = at(values, origin) - at(values, learnt)
      addProducts(learner.products, rows, from, change, FORGET)
      learner.least = Math.min(learner.least, change)
      learner.most = Math.max(learner.most, change)
      if (origin < firstOrigin || learnt - firstRow + 1 < ROWS_PER_FEATURE * count) continue
      const isSolved = learner.coefficients.length > 0 && (last - origin) % SOLVED_EVERY !== 0
      if (!isSolved) learner.coefficients = ridge(squares, learner.products, PENALTY)
      // no farther than it ever went: a few rows can point anywhere
      const expected = product(learner.coefficients, rows, (origin - firstRow) * count)
      const place = (origin - firstOrigin) * horizon + learner.step - 1
      said[place] = at(said, place) + Math.min(learner.most, Math.max(learner.least, expected))
    }
  }
}

function product(coefficients: Float64Array, rows: Float64Array, from: number): number {
  let sum = 0
  for (let i = 0; i < coefficients.length; i += 1) sum += at(coefficients, i) * at(rows, from + i)
  return sum
}

const NONE_YET: Float64Array = new Float64Array(0)

/** Over which noise tells more than any one cycle. */
const SHORT_SEASON = 13
/** Half of what is known fades in 160 values. */
const FORGET = 0.99569
const PENALTY = 0.1
/** Coefficients change little from one origin to the next. */
const SOLVED_EVERY = 8
const LEAST_REGRESSED = 14
const ROWS_PER_FEATURE = 3

function featuresOf(values: Float64Array, season: number) {
  const affordable = (reach: number) => reach * 3 < values.length
  const isShort = season > 1 && season <= SHORT_SEASON
  const cycles = season > 1 ? (isShort ? [1] : [1, 2, 3]).filter((cycle) => affordable(cycle * season)) : []
  const averaged = isShort ? Math.min(8, Math.floor(values.length / 3 / season)) : 0
  const lags = (isShort ? [1, 2, season, 4 * season] : [...new Set([1, 2, 4, 8, 13, 26, season])]).filter((lag) => affordable(lag))
  const means = (season === 1 ? [4, 13] : isShort ? [season, 4 * season] : [season]).filter((reach) => affordable(reach))
  const count = cycles.length + (averaged > 3 ? 1 : 0) + lags.length + means.length
  const firstRow = Math.max(0, ...cycles.map((cycle) => cycle * season), averaged > 3 ? averaged * season : 0, ...lags, ...means)
  const seasons = sumsOfSeasons(values, season, averaged)
  const distances = distancesOf(values, firstRow, lags, means)
  const filled = new Float64Array(Math.max(0, values.length - firstRow) * count)
  return { count, firstRow, rows }

  /** One after the other, for each origin from the first row on; good until the next call, since they are many. */
  function rows(stretch: number): Float64Array {
    let place = 0
    let distance = 0
    for (let origin = firstRow; origin < values.length; origin += 1) {
      for (const cycle of cycles) filled[place++] = at(values, origin + stretch - cycle * season) - at(values, origin - cycle * season)
      if (averaged > 3) filled[place++] = (at(seasons, origin + stretch) - at(seasons, origin)) / averaged
      while (place < (origin + 1 - firstRow) * count) filled[place++] = at(distances, distance++)
    }
    return filled
  }
}

/** For each place, up to a season beyond the last value, the sum of the values at the same place of so many seasons before it. */
function sumsOfSeasons(values: Float64Array, season: number, seasons: number): Float64Array {
  return Float64Array.from({ length: seasons === 0 ? 0 : values.length + season }, (_, place) => {
    let sum = 0
    for (let before = place - season; before >= place - seasons * season && before >= 0; before -= season) sum += at(values, before)
    return sum
  })
}

/** For each origin from the first row on: how far its value stands from earlier ones, and from the mean of the last so many. */
function distancesOf(values: Float64Array, firstRow: number, lags: readonly number[], means: readonly number[]): Float64Array {
  const sumTo = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i += 1) sumTo[i + 1] = at(sumTo, i) + at(values, i)
  const distances: number[] = []
  for (let origin = firstRow; origin < values.length; origin += 1) {
    const now = at(values, origin)
    for (const lag of lags) distances.push(now - at(values, origin - lag))
    for (const reach of means) distances.push(now - (at(sumTo, origin + 1) - at(sumTo, origin + 1 - reach)) / reach)
  }
  return Float64Array.from(distances)
}
