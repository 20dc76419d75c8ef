import { at } from './at.js'
import { type Asked, type Rolled, rolled } from './rolled.js'

type Method = (asked: Asked) => Rolled

/**
 * Has a method that knows no season forecast the history freed of it, and puts the season back on.
 *
 * What the season adds to a value is its usual distance from the mean of the `season` values up to it, over the cycles before: a mean
 * that looks back only, so that the season at a past origin knows nothing of what came later. The trend's share in that distance is
 * the same everywhere and falls out again when it is put back.
 */
export function withSeason(method: Method): Method {
  return (asked) => {
    const { values, season } = asked
    if (season === 1) return method(asked)
    const expected = seasonSoFar(values, season)
    const said = method({ ...asked, values: values.map((value, index) => value - expected(index - 1, 1)) })
    const seasonal = rolled(asked, expected)
    return said.map((value, place) => value + at(seasonal, place))
  }
}

/** What the season adds `step` values after `origin`, by what was known at `origin`; shrunk as if one more cycle had shown none. */
function seasonSoFar(values: Float64Array, season: number): (origin: number, step: number) => number {
  const usual = usualDistances(values, season)
  return (origin, step) => {
    const latest = origin + step - Math.ceil(step / season) * season
    return latest < 0 ? 0 : at(usual, latest)
  }
}

/** The mean distance of each value and those one, two … seasons before it. */
function usualDistances(values: Float64Array, season: number): Float64Array {
  const distance = distances(values, season)
  const most = Math.max(LEAST_CYCLES, Math.floor(REACH / season))
  return values.map((_, latest) => {
    let sum = 0
    let cycles = 0
    for (let index = latest; index >= season - 1 && cycles < most; index -= season) {
      sum += at(distance, index)
      cycles += 1
    }
    return sum / (cycles + SHRINK)
  })
}

/** At most this many values back, or cycles where that is more. */
const REACH = 182
const LEAST_CYCLES = 6
const SHRINK = 1

/** Of each value from the mean of the `season` values that end with it. */
function distances(values: Float64Array, season: number): Float64Array {
  let sum = 0
  return values.map((value, index) => {
    sum += value - (index >= season ? at(values, index - season) : 0)
    return index < season - 1 ? 0 : value - sum / season
  })
}
