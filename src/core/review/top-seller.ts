import { Temporal } from 'temporal-polyfill'
import { type Attainment, attainmentShare, compareAmounts, compareAttainment } from '../pace/attainment.js'
import { type Tier, tierReached } from '../plan/tiers.js'
import { compareNames } from './leaderboard.js'

export interface Seller {
  readonly memberId: string
  readonly name: string
  /** Of the result metric, as `done`; null without a target. */
  readonly target: bigint | null
  readonly done: bigint
  /** When `done` was reached: of two who did the same, the earlier comes first. */
  readonly reachedOn: Temporal.PlainDate | null
  /** The month before; null for who was not there. */
  readonly previous: { readonly target: bigint | null; readonly done: bigint } | null
  readonly newCustomers: bigint
}

/** What decides between equal shares, in turn; who is equal in all of it wins together. */
export type TieBreak = 'amount' | 'earliest'

export interface TopSellerInput {
  readonly members: readonly Seller[]
  /** Amount, then the earlier date when absent. Printed under the announcement, fixed for the period. */
  readonly tie?: readonly TieBreak[]
  /** "Not the same one again for N months": who won so many months ago or less is passed over. */
  readonly rest?: { readonly months: number; readonly winners: readonly { readonly memberId: string; readonly monthsAgo: number }[] }
}

export interface Winner {
  readonly memberId: string
  readonly name: string
  readonly target: bigint
  readonly done: bigint
  /** 0 up. */
  readonly attainmentShare: number
  readonly tier: 'none' | Tier
}

export type TopSeller =
  | { readonly state: 'none'; readonly why: 'no-target' | 'nothing-done' | 'all-resting' }
  | {
      readonly state: 'won'
      /** More than one when nothing told them apart; by name. */
      readonly winners: readonly Winner[]
      readonly decidedBy: 'share' | TieBreak | 'shared'
      /** Who would have stood before the winners, had they not won lately: said, not hidden. */
      readonly passedOver: readonly Winner[]
    }

export interface MonthHonours {
  readonly topSeller: TopSeller
  /** Whose share of the own target grew most since the month before, in points (1 is 100); nobody when nobody's did. */
  readonly progress: readonly { readonly memberId: string; readonly name: string; readonly gainedShare: number }[]
  /** Who won most new customers; nobody when there are none. */
  readonly newCustomers: readonly { readonly memberId: string; readonly name: string; readonly count: bigint }[]
}

/** The month's winners: the top seller by the share of the own target, exactly; and two further kinds, so that more than one way leads here. */
export function topSeller(input: TopSellerInput): MonthHonours {
  return { topSeller: mainWinner(input), progress: mostProgress(input.members), newCustomers: mostNewCustomers(input.members) }
}

type Targeted = Seller & Attainment

function mainWinner({ members, tie = ['amount', 'earliest'], rest }: TopSellerInput): TopSeller {
  const targeted = members.flatMap(withTarget)
  if (targeted.length === 0) return { state: 'none', why: 'no-target' }
  const candidates = targeted.filter(({ done }) => done > 0n)
  if (candidates.length === 0) return { state: 'none', why: 'nothing-done' }

  const resting = new Set(rest?.winners.filter(({ monthsAgo }) => monthsAgo <= rest.months).map(({ memberId }) => memberId))
  const eligible = candidates.filter(({ memberId }) => !resting.has(memberId))
  const [first, ...others] = narrowed(eligible, compareAttainment)
  if (first === undefined) return { state: 'none', why: 'all-resting' }
  const { left, decidedBy } = breakTie([first, ...others], tie)
  const passedOver = candidates.filter((seller) => resting.has(seller.memberId) && compareSellers(seller, left[0] ?? first, tie) > 0)
  return {
    state: 'won',
    winners: left.map(winner).toSorted(compareNames),
    decidedBy,
    passedOver: passedOver.map(winner).toSorted(compareNames),
  }
}

function withTarget(seller: Seller): Targeted[] {
  return seller.target !== null && seller.target > 0n ? [{ ...seller, target: seller.target }] : []
}

/** Those whom none of the others beats. */
function narrowed<T>(all: readonly T[], compare: (a: T, b: T) => number): T[] {
  return all.filter((one) => all.every((other) => compare(other, one) <= 0))
}

function breakTie(
  equals: readonly Targeted[],
  tie: readonly TieBreak[],
): { left: readonly Targeted[]; decidedBy: 'share' | TieBreak | 'shared' } {
  if (equals.length === 1) return { left: equals, decidedBy: 'share' }
  let left = equals
  for (const rule of tie) {
    left = narrowed(left, TIE_BREAKS[rule])
    if (left.length === 1) return { left, decidedBy: rule }
  }
  return { left, decidedBy: 'shared' }
}

/** Positive when `a` stands before `b`. */
const TIE_BREAKS: Readonly<Record<TieBreak, (a: Targeted, b: Targeted) => number>> = {
  amount: (a, b) => compareAmounts(a.done, b.done),
  earliest: ({ reachedOn: a }, { reachedOn: b }) => {
    if (a === null || b === null) return Number(b === null) - Number(a === null)
    return Temporal.PlainDate.compare(b, a)
  },
}

function compareSellers(a: Targeted, b: Targeted, tie: readonly TieBreak[]): number {
  return tie.reduce((verdict, rule) => verdict || TIE_BREAKS[rule](a, b), Number(compareAttainment(a, b)))
}

function winner({ memberId, name, target, done }: Targeted): Winner {
  return { memberId, name, target, done, attainmentShare: attainmentShare({ done, target }) ?? 0, tier: tierReached(done, target) }
}

function mostProgress(members: readonly Seller[]): MonthHonours['progress'] {
  const gains = members.flatMap(withTarget).flatMap(({ memberId, name, target, done, previous }) => {
    if (previous === null || previous.target === null || previous.target <= 0n) return []
    // done/target − previous done/previous target as one fraction, so that gains compare exactly too
    return [{ memberId, name, gain: { done: done * previous.target - previous.done * target, target: target * previous.target } }]
  })
  return narrowed(
    gains.filter(({ gain }) => gain.done > 0n),
    (a, b) => compareAttainment(a.gain, b.gain),
  )
    .map(({ memberId, name, gain }) => ({ memberId, name, gainedShare: attainmentShare(gain) ?? 0 }))
    .toSorted(compareNames)
}

function mostNewCustomers(members: readonly Seller[]): MonthHonours['newCustomers'] {
  return narrowed(
    members.filter(({ newCustomers }) => newCustomers > 0n),
    (a, b) => compareAmounts(a.newCustomers, b.newCustomers),
  )
    .map(({ memberId, name, newCustomers }) => ({ memberId, name, count: newCustomers }))
    .toSorted(compareNames)
}
