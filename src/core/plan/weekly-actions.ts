import type { Fraction } from '../amount/fraction.js'
import { requiredUpstream, weeklyNumber } from './funnel.js'

/** What a target in customers or deals asks of a week. */
export interface WeeklyActions {
  /** To high-potential customers. */
  readonly visits: bigint
  /** Of them, how many lead into negotiation. */
  readonly negotiations: bigint
}

export interface ActionRates {
  /** Of visits that lead into negotiation. */
  readonly negotiated: Fraction
  /** Of negotiations that are won. */
  readonly won: Fraction
}

/**
 * A target as weekly actions, each rounded up: with 60% of visits leading into negotiation and 55% of negotiations won, 20 new customers in the
 * 13 weeks of a quarter are 5 visits a week, 3 of them into negotiation.
 */
export function weeklyActions(target: bigint, weeks: number, { negotiated, won }: ActionRates): WeeklyActions {
  const negotiations = requiredUpstream(target, won)
  return { visits: weeklyNumber(requiredUpstream(negotiations, negotiated), weeks), negotiations: weeklyNumber(negotiations, weeks) }
}
