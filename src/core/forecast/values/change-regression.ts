import { at } from './at.js'
import { emptySums, learn, ridge } from './ridge.js'
import type { Asked, Rolled } from './rolled.js'

/**
 * Says the change from the last value to the one `step` later, by a regression of its own for each step (a *direct* forecast), on
 *
 * - what the same stretch of the season brought in each of the last cycles, and on average over up to eight of them;
 * - how far the last value stands from earlier ones and from the mean of the last cycles: trend, and the way back to the level.
 *
 * Ridge regression towards "no change", older rows counting less. The sums are carried forward row by row, so a past origin is
 * forecast by coefficients that know nothing of what came after it.
 */
export function changeRegression({ values, season, horizon, firstOrigin }: Asked): Rolled {
  const last = values.length - 1
  const said = new Float64Array((values.length - firstOrigin) * horizon)
  const features = featuresOf(values, season)
  const regressed = Math.min(horizon, Math.max(2 * season, LEAST_REGRESSED))
  for (let step = 1; step <= regressed; step += 1) {
    const sums = emptySums(features.count)
    const seen = { least: 0, most: 0 }
    let coefficients: Float64Array | undefined
    for (let origin = Math.min(features.firstRow, firstOrigin); origin <= last; origin += 1) {
      const learnt = origin - step // what came `step` later is known only now
      if (learnt >= features.firstRow) {
        const change = at(values, origin) - at(values, learnt)
        learn(sums, features.row(learnt, step), change, FORGET)
        seen.least = Math.min(seen.least, change)
        seen.most = Math.max(seen.most, change)
      }
      if (origin < firstOrigin) continue
      const place = (origin - firstOrigin) * horizon + step - 1
      said[place] = at(values, origin)
      if (sums.rows < ROWS_PER_FEATURE * features.count) continue
      if (coefficients === undefined || (last - origin) % SOLVED_EVERY === 0) coefficients = ridge(sums, PENALTY)
      // no farther than it ever went: a few rows can point anywhere
      const change = Math.min(seen.most, Math.max(seen.least, product(coefficients, features.row(origin, step))))
      said[place] = at(values, origin) + change
    }
  }
  // farther ahead only the season still changes
  for (let place = 0; place < said.length; place += 1) if (place % horizon >= regressed) said[place] = at(said, place - season)
  return said
}

function product(coefficients: Float64Array, row: Float64Array): number {
  let sum = 0
  for (let i = 0; i < row.length; i += 1) sum += at(coefficients, i) * at(row, i)
  return sum
}

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
  const filled = new Float64Array(count)
  return { count, firstRow, row }

  function row(origin: number, step: number): Float64Array {
    const stretch = ((step - 1) % season) + 1
    let i = 0
    for (const cycle of cycles) filled[i++] = at(values, origin + stretch - cycle * season) - at(values, origin - cycle * season)
    if (averaged > 3) filled[i++] = (at(seasons, origin + stretch) - at(seasons, origin)) / averaged
    const from = (origin - firstRow) * (count - i)
    for (let place = from; i < count; place += 1) filled[i++] = at(distances, place)
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
