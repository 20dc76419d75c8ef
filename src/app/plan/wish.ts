import { nextPeriod, type Period, parsePeriod, periodContaining } from '../../core/calendar/period.js'
import { belongsWithin } from '../../core/calendar/stay.js'
import type { Carrier, WeeklyAsk } from '../../core/plan/checks/specific.js'
import { weeklyNumber } from '../../core/plan/funnel.js'
import { type MetricKey, metric } from '../../core/plan/metric.js'
import { type Rewrite, rewrites } from '../../core/plan/rewrite.js'
import { ratesOf } from '../../core/plan/weekly-actions.js'
import { readWish, type Wish } from '../../core/plan/wish.js'
import type { Team } from '../../store/repository/teams.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { shownActions, weeklyAsk, weeksIn } from './check-plan.js'
import { readHistory } from './history.js'

/** What becomes of a wish: the target that it is, or three targets in its place. */
export type WishAnswer = { readonly period: Period /** The team's. */; readonly currency: string } & (
  | {
      readonly kind: 'target'
      readonly metric: MetricKey
      readonly amount: bigint
      readonly currencyOfTarget: string | undefined
      readonly carrier: Carrier | undefined
      readonly weekly: WeeklyAsk | undefined
      /** Of what is counted each week anyhow. */
      readonly perWeek: bigint | undefined
    }
  | { readonly kind: 'vague'; readonly rewrites: readonly Rewrite[]; readonly hasHistory: boolean }
)

/**
 * Answers what a manager says they want. @returns undefined where the words are about no target at all
 */
export async function answerWish(app: App, actor: Actor, words: string): Promise<WishAnswer | undefined> {
  mustManage(actor)
  const { team } = actor
  const wish = readWish(words, team.currency)
  if (wish.metric === undefined && wish.growth === undefined && wish.carrier === undefined) return undefined
  const store = app.reading(actor.organisationId)
  const period = periodFor(wish, actor)
  const [history, members] = await Promise.all([readHistory(store, team, period), store.teams.members(team.id)])
  const from = actor.today.until(period.start).sign > 0 ? period.start : actor.today
  const weeks = weeksIn({ from, period })
  if (wish.metric !== undefined && wish.amount !== undefined) {
    const { metric: key, amount, carrier } = wish
    const done = history.doneInPeriod(key)
    const isResult = key === 'deals' || key === 'new-customers'
    return {
      kind: 'target',
      period,
      currency: team.currency,
      metric: key,
      amount,
      currencyOfTarget: metric(key).unit === 'money' ? team.currency : undefined,
      carrier,
      weekly: isResult ? weeklyAsk(key, amount, { from, period }, history) : undefined,
      perWeek: metric(key).kind === 'process' && amount > done ? weeklyNumber(amount - done, weeks) : undefined,
    }
  }
  const usual = (key: MetricKey) => history.recordOf(key)?.expected
  const own = {
    weeks,
    months: Math.max(1, Math.round(weeks / 4.35)),
    reps: members.filter((member) => member.role === 'rep' && belongsWithin(member, { start: from, end: period.end })).length,
    newCustomers: usual('new-customers'),
    deals: usual('deals'),
    revenue: usual('revenue'),
    done: { newCustomers: history.doneInPeriod('new-customers'), deals: history.doneInPeriod('deals') },
    rates: ratesOf(shownActions('new-customers', history)),
  }
  const hasHistory = [own.newCustomers, own.deals, own.revenue].some((amount) => amount !== undefined && amount > 0n)
  return { kind: 'vague', period, currency: team.currency, hasHistory, rewrites: rewrites(own, wish.growth) }
}

/** The period that is named, or else one of the length that is meant: the coming one, unless this one has hardly begun. */
function periodFor({ period }: Wish, { team, today }: Pick<Actor, 'today'> & { readonly team: Team }): Period {
  const { fiscal } = team
  const named = period === undefined ? undefined : parsePeriod(period, fiscal)
  if (named !== undefined && named.kind !== 'week' && named.kind !== 'day') return named
  const kind = period === 'month' || period === 'year' ? period : 'quarter'
  const current = periodContaining(kind, today, fiscal)
  const isYoung = current.start.until(today).days * 10 <= current.start.until(current.end).days
  return isYoung ? current : nextPeriod(current, fiscal)
}
