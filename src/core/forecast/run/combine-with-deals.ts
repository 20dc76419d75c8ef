import type { DealsRest } from '../deals/rest-of-period.js'
import { at } from '../values/at.js'
import { quantile } from '../values/quantile.js'
import { varianceOf } from '../values/variance.js'
import type { LandingPart, LandingPoint } from './landing-point.js'
import { chanceOf, tierChances } from './tier-chances.js'

type Forecast = Extract<LandingPoint, { state: 'forecast' }>

/** A landing point from two sources, and how much each counts. */
export interface CombinedLanding {
  readonly landing: Forecast
  /** Where the run of the numbers alone would land, and where the deals alone. */
  readonly run: bigint
  readonly deals: bigint
  /** Of the deals, 0 to 1; the run of the numbers has the rest. */
  readonly dealsShare: number
}

/**
 * Combines where the run of the numbers lands with where the deals do. Both speak of the same rest of the period, so nothing is added up
 * twice: each number is a weighted mean of the two.
 *
 * The deals' share is by past errors: the inverse of their mean squared error in the periods before over the sum of both sources' inverses
 * (Bates & Granger 1969), drawn towards a half, which is hard to beat (Clemen 1989), and times n ÷ (n + `USUAL_CLOSED`) of n closed deals, since
 * hardly any teach hardly anything. How uncertain the deals are this time does not count: a large deal that may close or not is something that
 * only they know of.
 *
 * The distribution is the mean of both sources' quantiles by the same shares (Vincent 1912; Ratcliff 1979): it lies between them everywhere
 * and, since they err together as often as not, is not narrowed for their being two.
 *
 * @param done what the period has brought by now
 */
export function combineWithDeals(run: Forecast, deals: DealsRest, done: bigint, target: bigint, level: number): CombinedLanding {
  const inPeriod = Number(done)
  const rest = deals.open + deals.fresh
  const share = dealsShare(run, deals)
  const byDeals = deals.draws.map((draw) => inPeriod + Math.max(0, rest + deals.spread * (draw - rest))).sort()
  const draws = Float64Array.from({ length: DRAWS }, (_, index) => {
    const probability = (index + 0.5) / DRAWS
    return share * quantile(byDeals, probability) + (1 - share) * quantile(run.draws, probability)
  })
  const value = share * (inPeriod + rest) + (1 - share) * Number(run.value)
  // A history with negative numbers may take back what is done.
  const least = at(run.draws, 0) >= inPeriod ? inPeriod : Number.NEGATIVE_INFINITY
  return {
    run: run.value,
    deals: whole(inPeriod + rest),
    dealsShare: share,
    landing: {
      ...run,
      value: whole(value),
      lower: whole(Math.min(value, quantile(draws, (1 - level) / 2))),
      upper: whole(Math.max(value, quantile(draws, (1 + level) / 2))),
      chances: tierChances(target, (amount) => chanceOf(amount, draws, least)),
      draws,
      parts: partsOf(run.parts, share),
    },
  }
}

const DRAWS = 800
/** So many closed deals make the deals count for half of what their errors would have them. */
const USUAL_CLOSED = 30

/** As if so many periods before had shown both to be as good. */
const PRIOR_PERIODS = 3

function dealsShare(run: Forecast, { squaredError, judged, closedDeals }: DealsRest): number {
  const runError = varianceOf(run.draws)
  const byErrors = runError + squaredError === 0 ? 0.5 : runError / (runError + squaredError)
  const drawn = (judged * byErrors + PRIOR_PERIODS * 0.5) / (judged + PRIOR_PERIODS)
  return (drawn * closedDeals) / (closedDeals + USUAL_CLOSED)
}

function partsOf(parts: readonly LandingPart[], share: number): LandingPart[] {
  const ofRun = parts.map((part) => ({ ...part, share: part.share * (1 - share) }))
  return [...ofRun, { method: 'deals' as const, share }].toSorted((a, b) => b.share - a.share)
}

function whole(value: number): bigint {
  return BigInt(Math.round(value))
}
