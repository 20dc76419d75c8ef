import { Temporal } from 'temporal-polyfill'
import { type FiscalCalendar, type FiscalMonth, fiscalMonthOf } from '../../core/calendar/fiscal-year.js'
import { isWithin, overlaps, type Period, parsePeriod, periodContaining } from '../../core/calendar/period.js'
import { METRICS, type MetricKey } from '../../core/plan/metric.js'
import { fiscalOfPlan } from '../../core/plan/plan-calendar.js'
import type { PlanTarget } from '../../core/plan/plan-input.js'
import type { PlanRamp } from '../../core/plan/plan-time.js'
import { publishedDays } from '../../core/plan/published.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { periodOf } from '../plan/plan-period.js'
import { type VersionedPlan, versioned } from '../plan/revision.js'
import { planOf } from '../plan/stored-plan.js'
import { isDayOver } from '../team/day-over.js'
import { UserError } from '../user-error.js'
import { readNumbers } from './numbers.js'
import { type Standing, standings } from './standing.js'
import { type Subject, subjectOf, type Whose } from './subject.js'
import { type LeaveIn, leaveBehind, netOf, type WhyLeave } from './why-leave.js'
import { type TreeStep, treePaths } from './why-tree.js'

export interface WhyView {
  readonly of: Subject
  readonly team: Pick<Team, 'id' | 'name'>
  readonly on: Temporal.PlainDate
  /** What is explained: the day itself, or a longer period that it lies in. */
  readonly period: Period
  readonly whys: readonly Why[]
  /** How they stand on what is explained, of a day on its month, where that runs: where "behind plan" comes from. */
  readonly pace: { readonly period: Period; readonly standings: readonly Standing[] } | undefined
}

/** How a day's number came about, from the plan's whole amount down to the day. Amounts in minor units. */
export interface Why {
  readonly metric: MetricKey
  readonly currency: string | undefined
  readonly planPeriod: Period
  readonly planAmount: bigint
  /** Of the plan of this period: 1 for the first that was published for it. */
  readonly version: number
  readonly publishedOn: Temporal.PlainDate
  /** The part of the whole, as it stands now. */
  readonly part: bigint
  /** How much of it leave has brought since it was published; negative for what it has taken. */
  readonly moved: bigint
  /** What the part is of the whole without that, of one; null where the plan asks for zero. */
  readonly share: number | null
  readonly split: 'equal' | 'weights'
  /** By the plan's tree rather than by its split: the paths that lead to the person. */
  readonly paths: readonly (readonly TreeStep[])[]
  /** What was agreed with the person themselves, which holds before tree and split. */
  readonly agreed: { readonly amount: bigint; readonly reason: string | undefined } | undefined
  /** Where that came from or went in the month, or in all of a longer period that is explained. */
  readonly leave: readonly WhyLeave[]
  /** Of a year's plan the quarter that the day lies in, without what leave has moved. */
  readonly quarter: { readonly period: Period; readonly amount: bigint } | undefined
  /** What the explained period asks in all; null where nothing is worked in it. */
  readonly inPeriod: bigint | null
  readonly month: Period
  readonly inMonth: bigint
  /** The same without what leave has moved. */
  readonly planInMonth: bigint
  /** What the month's part of the plan goes by. */
  readonly monthBy: 'working-days' | 'season' | 'season-learnt' | 'phases'
  /** Of the quarter's phases, where the plan has them: 0 to 2, and its percentage. */
  readonly phase: { readonly index: number; readonly percent: number } | undefined
  /** The plan's week, where it has one. */
  readonly week: PlanTarget['week']
  /** Percents of a share, month by month, of somebody who starts with less than a whole one. */
  readonly ramp: readonly number[] | undefined
  readonly workingDays: number
  /** Null on a day without work. */
  readonly onDay: bigint | null
  readonly dayBy: DayBy
}

/**
 * How the day's number relates to the month's even share a day: it is that, or that rounded to a whole unit, or the members' sum, or more or
 * less by the plan's rhythm or week, or because leave or a revision moved something to other days.
 */
export type DayBy = 'even' | 'whole' | 'sum' | 'rhythm' | 'week' | 'moved'

/**
 * Explains the numbers of a day, or of a longer period.
 *
 * @param asked a day's date, or a period's id in the team's fiscal year: '2026-Q4'
 * @throws UserError when there is none to explain, or the asker may not see them
 */
export async function whyTheseNumbers(app: App, actor: Actor, asked: Temporal.PlainDate | string, whose: Whose): Promise<WhyView> {
  const period = parsePeriod(String(asked), actor.team.fiscal)
  if (period === undefined) throw new UserError('button-gone')
  const on = isWithin(actor.today, period) ? actor.today : period.start
  const store = app.reading(actor.organisationId)
  const { team } = actor
  const of = await subjectOf(store, actor, whose)
  const revisions = await store.plans.ofTeam(team.id)
  const all = revisions
    .filter(({ state }) => state === 'published')
    .map((revision) => published(versioned(revisions, revision)))
    .filter((plan) => overlaps(plan.period, period))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.period.start, b.period.start))
  const running = all.filter((plan) => isWithin(on, plan.period))
  // A year is the sum of its quarters' plans, and before a plan begins it is the one to explain.
  const plans = running.length === 0 || period.kind === 'quarter' || period.kind === 'year' ? all : running
  const [start] = plans.map(({ period }) => period.start).toSorted(Temporal.PlainDate.compare)
  const [end] = plans.map(({ period }) => period.end).toSorted((a, b) => Temporal.PlainDate.compare(b, a))
  if (start === undefined || end === undefined) throw new UserError('no-target-to-explain')

  const months = await store.targets.between(team.id, start, end, of.memberId)
  const leaveIn = of.memberId === undefined ? () => [] : await leaveBehind(store, team, of.memberId, { start, end })
  const whys = plans.flatMap((plan) =>
    plan.targets.flatMap((target) => {
      const own = months.filter(({ metric }) => metric === target.metric)
      return whyOf({ team, of, leaveIn }, plan, target, own, nearest(on, plan.period, period), within(period, plan.period))
    }),
  )
  if (whys.length === 0) throw new UserError('no-target-to-explain')
  const inOrder = METRICS.flatMap(({ key }) => whys.filter(({ metric }) => metric === key))
  return { of, team, on, period, whys: inOrder, pace: await paceIn(app, store, actor, of, period) }
}

async function paceIn(app: App, store: Store, { team, today }: Actor, of: Subject, asked: Period): Promise<WhyView['pace']> {
  if (!isWithin(today, asked)) return undefined
  const period = asked.kind === 'day' ? periodContaining('month', today, team.fiscal) : asked
  const numbers = await readNumbers(store, team, period, today, of)
  const asOfDay = isDayOver(app.now(), team) ? 'closed' : 'open'
  return { period, standings: standings({ period, ...numbers, asOf: today, asOfDay, capPercent: team.settings.catchUpPercent }) }
}

interface Published {
  readonly revision: VersionedPlan
  readonly period: Period
  readonly fiscal: FiscalCalendar
  readonly targets: readonly PlanTarget[]
  readonly ramps: readonly PlanRamp[]
}

function published(revision: VersionedPlan): Published {
  const plan = planOf(revision)
  return { revision, period: periodOf(plan), fiscal: fiscalOfPlan(plan), targets: plan.targets, ramps: plan.ramps ?? [] }
}

function whyOf(
  { team, of, leaveIn }: { readonly team: Team; readonly of: Subject; readonly leaveIn: LeaveIn },
  { revision, period, fiscal, ramps }: Published,
  target: PlanTarget,
  months: readonly TargetMonth[],
  on: Temporal.PlainDate,
  asked: Period,
): Why[] {
  const part = sumBetween(months, period)
  if (part === undefined) return []
  const month = periodContaining('month', on, fiscal)
  const worked = workedDays(months, month)
  const onDay = worked.get(on.toString()) ?? null
  const quarter = periodContaining('quarter', on, fiscal)
  const movedIn = (span: Period) => netOf(leaveIn(target.metric, span))
  const moved = movedIn(period)
  const inMonth = sumOf(worked)
  return [
    {
      metric: target.metric,
      currency: target.currency,
      planPeriod: period,
      planAmount: target.amount,
      version: revision.version,
      publishedOn: localDate(team, revision.publishedAt ?? revision.madeAt),
      part,
      moved,
      share: target.amount === 0n ? null : Number(part - moved) / Number(target.amount),
      split: target.split === 'equal' ? 'equal' : 'weights',
      paths: treePaths(target, of.kind === 'team' ? undefined : of.name),
      agreed: of.kind === 'team' ? undefined : agreedWith(target, of.name),
      leave: leaveIn(target.metric, asked.kind === 'quarter' || asked.kind === 'year' ? asked : month),
      quarter: period.kind === 'year' ? { period: quarter, amount: (sumBetween(months, quarter) ?? 0n) - movedIn(quarter) } : undefined,
      inPeriod: sumBetween(months, asked) ?? null,
      month,
      inMonth,
      planInMonth: inMonth - movedIn(month),
      monthBy: monthBy(target),
      phase: target.phases && phaseOf(target.phases, fiscalMonthOf(on, fiscal)),
      week: target.week,
      ramp: of.kind === 'team' ? undefined : ramps.find(({ member }) => member.toLowerCase() === of.name.toLowerCase())?.steps,
      workingDays: worked.size,
      onDay,
      dayBy: of.kind === 'team' ? 'sum' : dayBy(onDay ?? 0n, inMonth, BigInt(worked.size), target),
    },
  ]
}

function agreedWith({ agreed = [] }: PlanTarget, name: string): Why['agreed'] {
  const found = agreed.find(({ member }) => member === name)
  return found && { amount: found.amount, reason: found.reason }
}

function monthBy({ phases, months, seasonality }: PlanTarget): Why['monthBy'] {
  if (phases !== undefined) return 'phases'
  if (seasonality === 'last-year') return 'season-learnt'
  return months !== undefined || seasonality !== undefined ? 'season' : 'working-days'
}

function phaseOf(phases: Exclude<PlanTarget['phases'], undefined>, { index, quarter }: FiscalMonth): Why['phase'] {
  const phase = Math.min(2, index - quarter * 3)
  return { index: phase, percent: phases[phase] ?? 0 }
}

function dayBy(onDay: bigint, inMonth: bigint, workingDays: bigint, { rhythm, week }: PlanTarget): DayBy {
  if (workingDays === 0n || onDay * workingDays === inMonth) return 'even'
  if (week !== undefined) return 'week'
  const lower = inMonth / workingDays
  if (onDay === lower || onDay === lower + 1n) return 'whole'
  return rhythm === undefined ? 'moved' : 'rhythm'
}

/** Undefined where nothing is asked on any of its days: no target is no zero. */
function sumBetween(months: readonly TargetMonth[], period: Period): bigint | undefined {
  const worked = workedDays(months, period)
  return worked.size === 0 ? undefined : sumOf(worked)
}

function sumOf(worked: ReadonlyMap<string, bigint>): bigint {
  return [...worked.values()].reduce((sum, target) => sum + target, 0n)
}

/** What each day that somebody works asks, several members' added up. */
function workedDays(months: readonly TargetMonth[], { start, end }: Period): Map<string, bigint> {
  const days = new Map<string, bigint>()
  for (const { on, target } of publishedDays(months, start, end))
    if (target !== null) days.set(on.toString(), (days.get(on.toString()) ?? 0n) + target)
  return days
}

/** Of what is asked about, the part that a plan has a say in. */
function within(asked: Period, plan: Period): Period {
  return isWithin(plan.start, asked) && isWithin(plan.end, asked) ? plan : asked
}

/** The day nearest to `on` that both periods have. */
function nearest(on: Temporal.PlainDate, one: Period, other: Period): Temporal.PlainDate {
  const start = Temporal.PlainDate.compare(one.start, other.start) > 0 ? one.start : other.start
  const end = Temporal.PlainDate.compare(one.end, other.end) < 0 ? one.end : other.end
  if (Temporal.PlainDate.compare(on, start) < 0) return start
  return Temporal.PlainDate.compare(on, end) > 0 ? end : on
}
