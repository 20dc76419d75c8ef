import { TIER_RATES, type Tier } from '../../plan/tiers.js'
import type { Remarks } from '../file/remarks.js'
import { isoDay } from '../series/even-series.js'
import type { Deal } from './deal.js'
import { type LandingRecord, landings, outlookBook } from './landing.js'

export interface DealsQuestion {
  readonly id: string
  readonly deals: readonly Deal[]
  /** The last day that is known, in days since 1970-01-01. */
  readonly asOf: number
  /** Months; the first is the one in which the day after `asOf` lies. */
  readonly horizon: number
  readonly level: number
  /** Of a month ('2026-03') in the unit of the values; undefined where it has none. */
  readonly targetOf: (month: string) => number | undefined
}

export interface DealsForecast {
  readonly id: string
  readonly method: string
  readonly points: readonly DealsPoint[]
}

export interface DealsPoint {
  /** From 1. */
  readonly step: number
  /** ISO; the last day of the month. */
  readonly date: string
  readonly value: number
  readonly lower: number
  readonly upper: number
  /** The month, '2026-03', and what its value is made of. */
  readonly period: string
  readonly won: number
  readonly open: number
  readonly new: number
  readonly run: number
  readonly dealsShare: number
  readonly record: LandingRecord
  readonly target?: number
  /** Of reaching each tier of the target, 0 to 1. */
  readonly chances?: Readonly<Record<Tier, number>>
}

/** Where the months will land, by the deals and by the run of the numbers. */
export function forecastDeals({ id, deals, asOf, horizon, level, targetOf }: DealsQuestion, remarks: Remarks): DealsForecast {
  const closed = deals.filter(({ end }) => end.kind !== 'open' && end.on <= asOf).length
  if (closed < FEW_CLOSED) remarks.add('deals-few', { id, taken: closed })
  const points = landings(outlookBook(deals), deals, asOf, horizon, level).map((landing, index) => {
    const target = targetOf(landing.month)
    return {
      step: index + 1,
      date: isoDay(landing.lastDay),
      value: landing.value,
      lower: landing.lower,
      upper: landing.upper,
      period: landing.month,
      won: landing.won,
      open: landing.open,
      new: landing.fresh,
      run: landing.run,
      dealsShare: landing.dealsShare,
      record: landing.record,
      ...(target === undefined ? {} : { target, chances: chancesOf(target, landing.chanceOf) }),
    }
  })
  return { id, method: 'open and new deals by stage and age, with the run of the numbers', points }
}

const FEW_CLOSED = 30

function chancesOf(target: number, chanceOf: (amount: number) => number): Record<Tier, number> {
  const chance = (tier: Tier) => chanceOf((target * Number(TIER_RATES[tier].num)) / Number(TIER_RATES[tier].den))
  return { base: chance('base'), stretch: chance('stretch'), breakthrough: chance('breakthrough') }
}
