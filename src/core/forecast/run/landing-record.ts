/** A forecast that was made of a period, and where the period landed. Amounts in one unit. */
export interface ScoredLanding {
  readonly value: bigint
  readonly lower: bigint
  readonly upper: bigint
  /** What the plain run rate said on the same day. */
  readonly runRate: bigint
  readonly outcome: bigint
}

/** How the forecasts did so far. Shares are of what came in all. */
export interface LandingRecord {
  readonly landings: number
  /** How many lay within their interval. */
  readonly within: number
  /** Above zero where the forecasts said too much; null where nothing ever came. */
  readonly bias: number | null
  /** How far off they were, either way, and how far the run rate was. */
  readonly error: number | null
  readonly runRateError: number | null
}

/** The record that is printed with every forecast, good or bad. The same whatever the order. */
export function landingRecord(scored: readonly ScoredLanding[]): LandingRecord {
  const came = scored.reduce((sum, { outcome }) => sum + magnitude(outcome), 0n)
  const share = (amount: bigint) => (came === 0n ? null : Number(amount) / Number(came))
  const total = (of: (each: ScoredLanding) => bigint) => scored.reduce((sum, each) => sum + of(each), 0n)
  return {
    landings: scored.length,
    within: scored.filter(({ lower, upper, outcome }) => lower <= outcome && outcome <= upper).length,
    bias: share(total(({ value, outcome }) => value - outcome)),
    error: share(total(({ value, outcome }) => magnitude(value - outcome))),
    runRateError: share(total(({ runRate, outcome }) => magnitude(runRate - outcome))),
  }
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}
