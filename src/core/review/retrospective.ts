import { Temporal } from 'temporal-polyfill'
import type { Period } from '../calendar/period.js'
import type { DayState } from '../checkin/day-state.js'
import { attainmentShare, compareAmounts } from '../pace/attainment.js'
import type { MetricKey } from '../plan/metric.js'
import { type Tier, tierReached } from '../plan/tiers.js'
import { type Bottleneck, bottleneck, type FunnelGap, type FunnelStage, funnelGaps } from './bottleneck.js'
import { compareNames } from './leaderboard.js'

export interface RetrospectiveInput {
  readonly week: Pick<Period, 'id' | 'start' | 'end'>
  /** The team's totals, in the order they are shown; minor units or counts. */
  readonly totals: readonly { readonly metric: MetricKey; readonly target: bigint | null; readonly done: bigint }[]
  /** From the first contact to the deal, as bottleneck.ts has it. */
  readonly stages: readonly FunnelStage[]
  /** Minor units. */
  readonly averageDeal: bigint
  readonly members: readonly { readonly memberId: string; readonly name: string; readonly days: readonly DayState['state'][] }[]
  readonly actions: readonly PromisedAction[]
  readonly wins: readonly Win[]
}

export interface PromisedAction {
  readonly id: string
  readonly memberId: string
  readonly words: string
  readonly promisedOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate | null
}

export interface Win {
  readonly memberId: string
  readonly name: string
  readonly customer: string
  /** Minor units. */
  readonly amount: bigint
  readonly wonOn: Temporal.PlainDate
}

export interface MetricAttainment {
  readonly metric: MetricKey
  readonly target: bigint | null
  readonly done: bigint
  /** 0 up; null without a target and for one of zero. */
  readonly attainmentShare: number | null
  readonly tier: 'none' | Tier
}

/** What a team's week came to. Dates are ISO words, so that it can be frozen as it is; only amounts are bigint. */
export interface Retrospective {
  readonly week: string
  readonly attainment: readonly MetricAttainment[]
  readonly funnel: readonly FunnelGap[]
  readonly bottleneck: Bottleneck
  /** Members who owed at least one day that is missed, and answered none; by name. For the manager: it is not for a public post. */
  readonly notHeardFrom: readonly { readonly memberId: string; readonly name: string; readonly missedDays: number }[]
  /** Promised up to the week's end and not done by then, the oldest first. */
  readonly carriedOver: readonly { readonly id: string; readonly memberId: string; readonly words: string; readonly promisedOn: string }[]
  /** Of the week, the largest first. */
  readonly wins: readonly {
    readonly memberId: string
    readonly name: string
    readonly customer: string
    readonly amount: bigint
    readonly wonOn: string
  }[]
}

/** Puts a week together; what lies outside it is left out, so that the same rows may be passed for any week. */
export function retrospective(input: RetrospectiveInput): Retrospective {
  return {
    week: input.week.id,
    attainment: input.totals.map(metricAttainment),
    funnel: funnelGaps(input.stages, input.averageDeal),
    bottleneck: bottleneck(input.stages, input.averageDeal),
    notHeardFrom: notHeardFrom(input.members),
    carriedOver: carriedOver(input.actions, input.week),
    wins: winsOf(input.wins, input.week),
  }
}

function metricAttainment({ metric, target, done }: RetrospectiveInput['totals'][number]): MetricAttainment {
  if (target === null) return { metric, target, done, attainmentShare: null, tier: 'none' }
  return { metric, target, done, attainmentShare: attainmentShare({ done, target }), tier: tierReached(done, target) }
}

function notHeardFrom(members: RetrospectiveInput['members']): Retrospective['notHeardFrom'] {
  return members
    .filter(({ days }) => days.includes('missed') && !days.includes('done') && !days.includes('late'))
    .map(({ memberId, name, days }) => ({ memberId, name, missedDays: days.filter((state) => state === 'missed').length }))
    .toSorted(compareNames)
}

function carriedOver(actions: readonly PromisedAction[], { end }: RetrospectiveInput['week']): Retrospective['carriedOver'] {
  return actions
    .filter(({ promisedOn, doneOn }) => !isAfter(promisedOn, end) && (doneOn === null || isAfter(doneOn, end)))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.promisedOn, b.promisedOn))
    .map(({ id, memberId, words, promisedOn }) => ({ id, memberId, words, promisedOn: promisedOn.toString() }))
}

function winsOf(wins: readonly Win[], { start, end }: RetrospectiveInput['week']): Retrospective['wins'] {
  return wins
    .filter(({ wonOn }) => !isAfter(start, wonOn) && !isAfter(wonOn, end))
    .toSorted((a, b) => compareAmounts(b.amount, a.amount) || Temporal.PlainDate.compare(a.wonOn, b.wonOn))
    .map((win) => ({ ...win, wonOn: win.wonOn.toString() }))
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}
