import { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../../core/calendar/day-number.js'
import { overlaps, type Period } from '../../core/calendar/period.js'
import type { DecomposeInput } from '../../core/plan/decompose.js'
import { type AgreedMember, decomposeAgreed } from '../../core/plan/decompose-agreed.js'
import type { Decomposition } from '../../core/plan/decomposition.js'
import { dayTargets } from '../../core/plan/kept-months.js'
import type { MetricKey } from '../../core/plan/metric.js'
import { fiscalOfPlan } from '../../core/plan/plan-calendar.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import { replan } from '../../core/plan/replan.js'
import { isSameTime, timeRules } from '../../core/plan/time-rules.js'
import type { WorkedTree } from '../../core/plan/tree/work-out.js'
import { dayWeigher } from '../../core/plan/week-template.js'
import type { ChangeRight } from '../../core/plan/window/change-right.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import { localDate, type Member, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { UserError } from '../user-error.js'
import { type Crew, crewOf } from './carriers.js'
import { isSamePeriod, periodOf } from './plan-period.js'
import { firstAsked, pastOf, standingOf } from './standing.js'
import { planOf } from './stored-plan.js'
import { type Carriers, treeCarriers } from './tree-carriers.js'
import { rightToReplace } from './window/right.js'

/** What becomes of the published numbers when a plan takes the place of what stands for its period. */
export interface PlanEffect {
  readonly period: Period
  /** The first day that changes: today, or the period's first; in the calendar's window the next quarter's first. */
  readonly from: Temporal.PlainDate
  /** The published revision whose place it takes. */
  readonly replaces: PlanRevision | undefined
  readonly targets: readonly TargetEffect[]
  readonly members: readonly Member[]
  /** The numbers that stand published in the months of the period, of any metric. */
  readonly standing: readonly TargetMonth[]
  /** By what it may change what is published. */
  readonly right: ChangeRight
}

export interface TargetEffect {
  readonly metric: MetricKey
  readonly currency: string | undefined
  /** Members by their ids. */
  readonly before: Decomposition
  readonly after: Decomposition
  /** Its decomposition tree, for the whole period; undefined without one. */
  readonly tree: WorkedTree | undefined
  /** Undefined where nothing is worked out any more: the target is dropped. */
  readonly workings: Workings | undefined
  /** The plan asks for it no longer: only the past of it stays. */
  readonly isDropped: boolean
}

/** What a target's numbers came out of. */
export interface Workings {
  readonly time: Omit<DecomposeInput, 'members' | 'totals'>
  readonly carriers: Carriers
  /** In the target's order. */
  readonly agreed: readonly AgreedMember[]
  /** As it would be if nothing were published yet. */
  readonly fresh: Decomposition
}

/**
 * Works a plan out against what stands: days before today stay as they were published, and what the plan's amounts leave falls on the days
 * from today on. Nothing is written.
 *
 * @param given where the right is known already: a plan that comes back by a recall
 * @throws UserError when the plan cannot be carried out as the team is now
 */
export async function planEffect(store: Store, team: Team, plan: PlanInput, given?: ChangeRight): Promise<PlanEffect> {
  const period = periodOf(plan)
  const today = firstOpenDay(store, team, period)
  const published = await store.plans.ofTeam(team.id, ['published'])
  const replaces = published.find((other) => isSamePeriod(periodOf(planOf(other)), period))
  mustBeAlone(
    plan,
    period,
    published.filter((other) => other !== replaces),
  )
  const [crew, rows] = await Promise.all([
    crewOf(store, team, period, today, plan),
    store.targets.between(team.id, period.start, period.end),
  ])
  crew.mustKnow(
    (plan.actions ?? []).flatMap(({ members = [] }) => members),
    'actions',
  )
  const right = given ?? (replaces === undefined ? FREE : await rightToReplace(store, team, replaces, plan, period, crew.members))
  const from = firstDayBy(right, today)
  const targets = plan.targets.map((target): TargetEffect => {
    const before = standingIn(target.currency, rows, target.metric, plan, period, from)
    const worked = workedOut(target, before, crew, plan, from, replaces && planOf(replaces))
    return { metric: target.metric, currency: target.currency, before, ...worked, isDropped: false }
  })
  const dropped = replaces === undefined ? [] : targetsDropped(planOf(replaces), plan, rows, period, from)
  return { period, from, replaces, targets: [...targets, ...dropped], members: crew.members, standing: rows, right }
}

const FREE: ChangeRight = { kind: 'free' }

function firstDayBy(right: ChangeRight, today: Temporal.PlainDate): Temporal.PlainDate {
  return right.kind === 'calendar' && Temporal.PlainDate.compare(right.from, today) > 0 ? right.from : today
}

/** What becomes of the numbers when a published plan goes and nothing comes in its place: the past stays. @throws UserError when it is over */
export async function recallEffect(store: Store, team: Team, revision: PlanRevision, right: ChangeRight): Promise<PlanEffect> {
  const plan = planOf(revision)
  const period = periodOf(plan)
  const from = firstDayBy(right, firstOpenDay(store, team, period))
  const rows = await store.targets.between(team.id, period.start, period.end)
  const targets = targetsDropped(plan, undefined, rows, period, from)
  return { period, from, replaces: revision, targets, members: await store.teams.members(team.id), standing: rows, right }
}

function firstOpenDay(store: Store, team: Team, period: Period): Temporal.PlainDate {
  const today = localDate(team, store.now)
  if (Temporal.PlainDate.compare(today, period.end) > 0)
    throw new UserError('plan-period-over', { period: { kind: 'period', id: period.id } }, 'period')
  return Temporal.PlainDate.compare(today, period.start) > 0 ? today : period.start
}

/** Of one metric a day belongs to one plan, so that a person's and the team's numbers cannot disagree. */
function mustBeAlone(plan: PlanInput, period: Period, others: readonly PlanRevision[]): void {
  const metrics = plan.targets.map(({ metric }) => metric)
  const twice = metrics.find((metric, index) => metrics.indexOf(metric) !== index)
  if (twice !== undefined) throw new UserError('plan-two-currencies', { metric: twice }, 'metric')
  for (const other of others) {
    const { targets } = planOf(other)
    const theirs = periodOf(planOf(other))
    const shared = targets.find(({ metric }) => metrics.includes(metric))
    if (overlaps(theirs, period) && shared !== undefined)
      throw new UserError('plan-overlaps', { metric: shared.metric, period: { kind: 'period', id: theirs.id } }, 'period')
  }
}

function standingIn(
  currency: string | undefined,
  rows: readonly TargetMonth[],
  metric: MetricKey,
  plan: PlanInput,
  period: Period,
  from: Temporal.PlainDate,
): Decomposition {
  const standing = standingOf(rows, metric, period, fiscalOfPlan(plan))
  const other = rows.find((row) => row.metric === metric && row.currency !== currency)
  if (other === undefined) return standing
  // Numbers are kept by calendar months, each in one currency.
  if (reachesAround(other, period))
    throw new UserError(
      'plan-currency-shared',
      { metric, before: other.currency ?? '', month: { kind: 'period', id: other.month } },
      'amount',
    )
  // Days in another currency that have passed cannot be taken off the new amount; days to come are simply asked for anew.
  const hasPast = pastOf(standing, from).members.some(({ months }) => months.some(({ days }) => days.some((day) => day !== null)))
  if (hasPast) throw new UserError('plan-currency-changed', { metric, before: other.currency ?? '', after: currency ?? '' }, 'amount')
  return standingOf([], metric, period, fiscalOfPlan(plan))
}

/** Those whose number was agreed with them, with their days. @throws UserError for a name that nobody, or more than one, has */
function agreedIn({ agreed = [] }: PlanTarget, crew: Crew): AgreedMember[] {
  if (agreed.length === 0) return []
  return crew
    .carriers(agreed.map(({ member }) => ({ member, weight: '1' })))
    .map((member, index) => ({ ...member, amount: agreed[index]?.amount ?? 0n }))
}

/** Whether a month asks for something on a day outside the period too: two plans meet within it. */
function reachesAround(row: TargetMonth, { start, end }: Period): boolean {
  return [...dayTargets([row])].some(([day, target]) => target !== null && (day < dayNumber(start) || day > dayNumber(end)))
}

function workedOut(
  target: PlanTarget,
  before: Decomposition,
  crew: Crew,
  plan: PlanInput,
  from: Temporal.PlainDate,
  replaced: PlanInput | undefined,
): Pick<TargetEffect, 'after' | 'tree' | 'workings'> {
  const { metric, amount } = target
  const time = {
    metric,
    amount,
    period: before.period,
    fiscal: fiscalOfPlan(plan),
    asksFrom: firstAsked(before) ?? from,
    ...timeRules(target, before.period, fiscalOfPlan(plan)),
  }
  const carriers = treeCarriers(target, crew, time)
  const { members, totals, tree } = carriers
  const agreed = agreedIn(target, crew)
  const fresh = decomposeAgreed({ ...time, members, totals }, agreed)
  if (!fresh.ok && fresh.error.code === 'agreed-differs') {
    const { agreed: kept, left } = fresh.error
    const gap = amountFact(left < 0n ? -left : left, target)
    const facts = { metric, agreed: amountFact(kept, target), total: amountFact(amount, target), gap }
    throw new UserError(left < 0n ? 'plan-agreed-more' : 'plan-agreed-less', facts, 'amount')
  }
  if (!fresh.ok) throw new UserError(fresh.error.code === 'no-weight' ? 'plan-nobody' : 'plan-no-working-day', { metric }, 'split')
  const calendar = members[0]?.calendar
  const weigh = time.week && calendar && dayWeigher(time.week, calendar)
  const isSame = replaced !== undefined && isSameTime(replaced, plan, metric)
  const kept = replan(before, fresh.value, from, { weigh, placeOf: crew.placeOf, time: isSame ? 'as-published' : 'changed' })
  if (kept.ok) return { after: kept.value, tree, workings: { time, carriers, agreed, fresh: fresh.value } }
  if (kept.error.code === 'no-working-day') throw new UserError('plan-no-working-day', { metric }, 'split')
  const { past, total } = kept.error
  const until = { kind: 'date', on: from.toString(), style: 'day' } as const
  throw new UserError(
    'plan-below-past',
    { metric, before: until, past: amountFact(past, target), total: amountFact(total, target) },
    'amount',
  )
}

function amountFact(amount: bigint, { currency }: PlanTarget) {
  return currency === undefined ? amount : { kind: 'money' as const, minor: amount, currency }
}

function targetsDropped(
  old: PlanInput,
  plan: PlanInput | undefined,
  rows: readonly TargetMonth[],
  period: Period,
  from: Temporal.PlainDate,
): TargetEffect[] {
  return old.targets
    .filter(({ metric }) => !plan?.targets.some((target) => target.metric === metric))
    .map(({ metric, currency }) => {
      const before = standingOf(rows, metric, period, fiscalOfPlan(old))
      return { metric, currency, before, after: pastOf(before, from), tree: undefined, workings: undefined, isDropped: true }
    })
}
