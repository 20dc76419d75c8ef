import { parseAmount } from '../../core/amount/parse-amount.js'
import { dateOfDayNumber } from '../../core/calendar/day-number.js'
import { monthsIn } from '../../core/calendar/period.js'
import { type AchievableCheck, type AchievableTarget, achievableCheck, type ProposedRate } from '../../core/plan/checks/achievable.js'
import type { Asked } from '../../core/plan/checks/check.js'
import { type MeasurableCheck, type Motion, measurableCheck } from '../../core/plan/checks/measurable.js'
import { type RelevantCheck, relevantCheck } from '../../core/plan/checks/relevant.js'
import { type BusinessLine, type SpecificCheck, specificCheck, type WeeklyAsk } from '../../core/plan/checks/specific.js'
import { type TimeBoundCheck, timeBoundCheck } from '../../core/plan/checks/time-bound.js'
import { dueBefore } from '../../core/plan/decomposition.js'
import type { Due } from '../../core/plan/funnel.js'
import type { Market } from '../../core/plan/market.js'
import { metric } from '../../core/plan/metric.js'
import { countedLately, motionsOf, shownRate } from '../../core/plan/motions.js'
import { fiscalOfPlan } from '../../core/plan/plan-calendar.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import { planMonths } from '../../core/plan/plan-months.js'
import { shareOf } from '../../core/plan/strategy-input.js'
import { type ActionBasis, actionBasis, ratesOf, weeklyActions } from '../../core/plan/weekly-actions.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { PlanEffect, TargetEffect } from './effect.js'
import { readHistory, type TeamHistory } from './history.js'
import { openDays } from './standing.js'
import { focusesOf, strategyOf } from './strategy.js'

/** The five checks of a plan, in the order they are shown. */
export type PlanChecks = readonly [SpecificCheck, MeasurableCheck, AchievableCheck, RelevantCheck, TimeBoundCheck]

/** Looks a plan through before it is published, with what it would do and what the team did so far. */
export async function checkPlan(store: Store, team: Team, plan: PlanInput, effect: PlanEffect): Promise<PlanChecks> {
  const [history, focuses, open, won] = await Promise.all([
    readHistory(store, team, effect.period),
    strategyOf(store, team, plan),
    store.deals.sumByFocus(team.id, team.currency),
    store.deals.sumByFocus(team.id, team.currency, effect.period),
  ])
  const kept = effect.targets.filter(({ isDropped }) => !isDropped)
  const motions = motionsOf(plan, history)
  return [
    specificCheck(kept.map((target, index) => ({ ...asked(target), ...specifics(target, plan.targets[index], motions, effect, history) }))),
    measurableCheck({
      targets: kept.map((target) => ({
        ...asked(target),
        months: monthDues(target, plan),
        ahead: target.after.total - dueBefore(target.after, effect.from),
      })),
      motions,
      weeks: weeksIn(effect),
      from: effect.from,
      isRunning: hasBegun(effect),
      today: localDate(team, store.now),
      usual: (key) => history.recordOf(key)?.expected,
      done: (key, month) => history.amount(key, month),
    }),
    achievableCheck({
      targets: kept.map((target) => achievable(target, effect, team, history)),
      rates: proposedRates(plan, motions, history),
      market: marketOf(plan),
      marketTarget: kept.filter(({ metric: key }) => metric(key).unit === 'money').map(asked)[0],
      months: monthsIn(effect.period),
    }),
    relevantCheck({
      focuses: focusesOf(focuses),
      targets: plan.targets.map(({ metric: key, focus }) => ({ metric: key, tags: tagsOf(focus) })),
      deals: { open, won },
    }),
    timeBoundCheck(kept.map((target, index) => timeBound(target, plan.targets[index], effect))),
  ]
}

/** Whole weeks from the first day that can change to the period's end, at least one: 13 in a quarter. */
export function weeksIn({ from, period }: Pick<PlanEffect, 'from' | 'period'>): number {
  return Math.max(1, Math.round((from.until(period.end).days + 1) / 7))
}

/** What history shows of how visits become negotiations, and negotiations customers or deals. */
export function shownActions(won: 'deals' | 'new-customers', history: TeamHistory): ActionBasis {
  const cases = { visits: countedLately('visits', history), negotiations: countedLately('negotiations', history) }
  return actionBasis(won, { ...cases, won: countedLately(won, history) })
}

/** What a week is asked for: what is left of the target over the weeks that are left. Undefined where nothing is left. */
export function weeklyAsk(
  won: 'deals' | 'new-customers',
  total: bigint,
  span: Pick<PlanEffect, 'from' | 'period'>,
  history: TeamHistory,
): WeeklyAsk | undefined {
  const left = total - history.doneInPeriod(won)
  if (left <= 0n) return undefined
  const weeks = weeksIn(span)
  const basis = shownActions(won, history)
  return { ...weeklyActions(left, weeks, ratesOf(basis)), rest: hasBegun(span) ? { left, weeks } : undefined, basis }
}

function hasBegun({ from, period }: Pick<PlanEffect, 'from' | 'period'>): boolean {
  return period.start.until(from).sign > 0
}

/** What each month of the plan asks for, due in the middle of it. */
function monthDues({ after }: TargetEffect, plan: PlanInput): Due[] {
  const totals = new Map(after.months.map(({ month, total }) => [month, total]))
  return planMonths(after.period, fiscalOfPlan(plan)).map(({ id, planFrom, planUntil }) => {
    return { on: dateOfDayNumber(Math.floor((planFrom + planUntil) / 2)), amount: totals.get(id) ?? 0n }
  })
}

function asked({ metric: key, currency, after }: TargetEffect): Asked {
  return { metric: key, currency, amount: after.total }
}

function specifics(
  target: TargetEffect,
  input: PlanTarget | undefined,
  motions: readonly Motion[],
  effect: PlanEffect,
  history: TeamHistory,
) {
  const key = target.metric
  const isCounted = key === 'deals' || key === 'new-customers'
  const hasFunnel = motions.some((motion) => motion.target === key)
  const weekly = isCounted && !hasFunnel ? weeklyAsk(key, target.after.total, effect, history) : undefined
  return { carrier: input?.carrier, lines: businessLines(target), owners: target.after.members.length, weekly }
}

function businessLines({ tree }: TargetEffect): BusinessLine[] {
  return tree?.by === 'business' ? tree.parts.map(({ name, value }) => ({ name, amount: value })) : []
}

function achievable(target: TargetEffect, { members }: PlanEffect, team: Team, history: TeamHistory): AchievableTarget {
  // What was done is kept in the team's own currency.
  const isComparable = target.currency === undefined || target.currency === team.currency
  const recordOf = (memberId?: string) => (isComparable ? history.recordOf(target.metric, memberId) : undefined)
  return {
    ...asked(target),
    team: recordOf(),
    members: target.after.members.map(({ member, total }) => ({
      name: members.find(({ id }) => id === member)?.name ?? '',
      amount: total,
      record: recordOf(member),
    })),
  }
}

/** Rates by hand whose step the team has cases of. */
function proposedRates({ funnels = [] }: PlanInput, motions: readonly Motion[], history: TeamHistory): ProposedRate[] {
  return motions.flatMap((motion, place) =>
    motion.stages.flatMap((stage, index): ProposedRate[] => {
      const rate = stage.step.kind === 'rate' && stage.step.rate.basis === 'hand' ? stage.step.rate.rate : undefined
      const to = index === motion.stages.length - 1 ? motion.target : motion.stages[index + 1]?.metric
      const from = stage.metric
      if (rate === undefined || from === undefined || to === undefined || funnels[place] === undefined) return []
      if (metric(from).unit !== metric(to).unit) return []
      return [{ motion: motion.name, from, to, proposed: rate, shown: shownRate(from, to, stage.cycle, history, rate) }]
    }),
  )
}

function marketOf({ market, targets }: PlanInput): Market | undefined {
  const currency = targets.find((target) => target.currency !== undefined)?.currency
  const size = market === undefined || currency === undefined ? undefined : parseAmount(market.size, { kind: 'money', currency })
  if (market === undefined || size === undefined || !size.ok) return undefined
  return { size: size.value, shareNow: shareOf(market.share), shareWanted: shareOf(market.wanted) }
}

function tagsOf(focus: PlanTarget['focus']) {
  if (focus === undefined) return []
  if (typeof focus === 'string') return [{ name: focus, share: shareOf(undefined) }]
  return focus.map(({ name, share }) => ({ name, share: shareOf(share) }))
}

function timeBound(target: TargetEffect, input: PlanTarget | undefined, { members, from }: PlanEffect) {
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? ''
  return {
    ...asked(target),
    split: input?.split === 'equal' ? ('equal' as const) : ('by-hand' as const),
    dayless: target.after.excluded.map(nameOf),
    carriers: target.after.members.map((plan) => ({
      name: nameOf(plan.member),
      amount: plan.total,
      workingDays: openDays(plan, from).length,
    })),
  }
}
