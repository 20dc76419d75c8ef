import { at } from './at.js'
import type { CombinedForecast } from './combined-forecast.js'
import { longMean } from './long-mean.js'

/** Numbers of one size of which a level, a trend or a season is believed outright. */
const ENOUGH_NUMBERS = 20

/**
 * A combination as far as the history bears it, and the plain mean for the rest, by the square of how many numbers it shows over how many
 * are enough. Where few and large ones came, every method missed them alike, so that none is chosen, and the last one would be carried on
 * as the new level: a first sale after three weeks of nothing would be expected every day.
 */
export function heldToMean({ asked, said, shares }: CombinedForecast): CombinedForecast {
  const believed = Math.min(1, shownBy(asked.values) / ENOUGH_NUMBERS) ** 2
  if (believed === 1) return { asked, said, shares }
  const mean = longMean({ ...asked, season: 1 })
  return {
    asked,
    said: said.map((value, place) => believed * value + (1 - believed) * at(mean, place)),
    shares: shares.map((each) => {
      const isMean = each.method === 'mean' && each.season === 1
      return { ...each, share: believed * each.share + (isMean ? 1 - believed : 0) }
    }),
  }
}

/** How many numbers of one size say as much as these do: (Σ|v|)² ÷ Σv², the effective sample size of Kish (1965). */
function shownBy(values: Float64Array): number {
  const sum = values.reduce((so, value) => so + Math.abs(value), 0)
  const squares = values.reduce((so, value) => so + value ** 2, 0)
  return squares === 0 ? 0 : sum ** 2 / squares
}
