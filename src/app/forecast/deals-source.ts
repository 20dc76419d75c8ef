import type { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../../core/calendar/day-number.js'
import { type Period, previousPeriod } from '../../core/calendar/period.js'
import type { Month } from '../../core/forecast/deals/months.js'
import { type DealsRest, dealsRest } from '../../core/forecast/deals/rest-of-period.js'
import { combineWithDeals } from '../../core/forecast/run/combine-with-deals.js'
import type { LandingPoint } from '../../core/forecast/run/landing-point.js'
import type { DoneOn } from '../../core/forecast/run/worked-days.js'
import type { MemberId } from '../../core/id.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { DealHistory } from '../../store/repository/deals.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Standing, TargetPace } from '../target/standing.js'

/** Where a number lands by each of two sources, in minor units or a count. */
export interface LandingSources {
  /** By the run of the numbers alone; undefined where its history is too short. */
  readonly run: bigint | undefined
  readonly deals: bigint
  /** How much the deals count for, 0 to 1. */
  readonly dealsShare: number
  /** What the deals' own landing is made of, beside what is done. Counts of deals are expected in parts of one. */
  readonly openDeals: number
  readonly openValue: bigint
  readonly openExpected: number
  readonly freshExpected: number
  /** So many closed deals of the team taught the chances. */
  readonly closedDeals: number
  /** The period's last day. */
  readonly until: Temporal.PlainDate
}

/** Whose deals, of which period, as of when; the standings say which metrics, and in what currency. */
interface Question {
  readonly team: Team
  readonly memberId: MemberId | undefined
  readonly period: Period
  readonly asOf: Temporal.PlainDate
  readonly asOfDay: 'open' | 'closed'
  readonly standings: readonly Standing[]
}

/** Numbers that a won deal adds to. */
const DEALS_METRICS: readonly MetricKey[] = ['revenue', 'deals']

type AskDeals = (metric: MetricKey, done: readonly DoneOn[]) => DealsRest | undefined

/** What the deals say of a metric's rest of the period; nothing for metrics that deals do not add to. One query, and none where no such metric has a target. */
export async function dealsSource(store: Store, input: Question, yearsOfHistory: number): Promise<AskDeals> {
  const { team, memberId, period, asOf, asOfDay, standings } = input
  if (!standings.some(({ metric }) => DEALS_METRICS.includes(metric))) return () => undefined
  const history = await store.deals.history(team.id, asOf.subtract({ years: yearsOfHistory }))
  const today = dayNumber(asOf)
  const ask = dealsRest({
    deals: history.map((deal) => teamDeal(deal, memberId)),
    period: days(period),
    before: periodsBefore(period, input).map(days),
    asOf: asOfDay === 'closed' ? today : today - 1,
    knownThrough: today,
  })
  return (metric, done) => {
    if (!DEALS_METRICS.includes(metric)) return undefined
    const currency = standings.find((each) => each.metric === metric)?.currency
    return ask({
      worth: (deal) => worthOf(deal, currency),
      came: done.map(({ on, amount }) => ({ on: dayNumber(on), value: Number(amount) })),
    })
  }
}

function teamDeal({ opened, stage, outcome, closed, path, ...deal }: DealHistory, asked: MemberId | undefined) {
  const end = outcome === null || closed === null ? ({ kind: 'open' } as const) : { kind: outcome, on: closed }
  const course = { opened, stage: stage ?? undefined, end, path: (path ?? []).map(([on, to]) => ({ on, stage: to })) }
  return { ...deal, ...course, isAskedAbout: asked === undefined || deal.memberId === asked }
}

/** Its amount, or one where deals are counted. What is in another currency is taken at the usual worth, as is what nobody knows. */
function worthOf({ amount, currency }: Pick<DealHistory, 'amount' | 'currency'>, wanted: string | undefined): number | undefined {
  if (wanted === undefined) return 1
  return amount === null || currency !== wanted ? undefined : Number(amount)
}

const MOST_BEFORE = 6

function periodsBefore(period: Period, { team }: Question): Period[] {
  const before: Period[] = []
  for (let each = period; before.length < MOST_BEFORE; before.push(each)) each = previousPeriod(each, team.fiscal)
  return before
}

function days({ id, start, end }: Period): Month {
  return { id, first: dayNumber(start), last: dayNumber(end) }
}

/**
 * The landing point with the deals in it, and what each source says of it.
 *
 * @param rest undefined where no deals are asked, or nothing is left to expect
 */
export function withDeals(
  byRun: LandingPoint,
  rest: DealsRest | undefined,
  { done, target }: Pick<TargetPace, 'done' | 'target'>,
  { until, level }: { readonly until: Temporal.PlainDate; readonly level: number },
): { landing: LandingPoint; sources: LandingSources | undefined } {
  if (rest === undefined) return { landing: byRun, sources: undefined }
  const facts = {
    openDeals: rest.openDeals,
    openValue: BigInt(Math.round(rest.openValue)),
    openExpected: rest.open,
    freshExpected: rest.fresh,
    closedDeals: rest.closedDeals,
    until,
  }
  if (byRun.state === 'too-short') {
    const deals = done + BigInt(Math.round(rest.open + rest.fresh))
    return { landing: byRun, sources: { ...facts, run: undefined, deals, dealsShare: 0 } }
  }
  const { landing, run, deals, dealsShare } = combineWithDeals(byRun, rest, done, target, level)
  return { landing, sources: { ...facts, run, deals, dealsShare } }
}
