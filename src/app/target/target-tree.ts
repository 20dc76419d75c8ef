import { Temporal } from 'temporal-polyfill'
import { isWithin, nextPeriod, type Period, type PeriodKind, periodContaining } from '../../core/calendar/period.js'
import type { MetricKey } from '../../core/plan/metric.js'
import { publishedDays } from '../../core/plan/published.js'
import { type AttainedNode, treeAttainment } from '../../core/plan/tree/tree-attainment.js'
import type { Member } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { periodOf } from '../plan/plan-period.js'
import { planOf } from '../plan/stored-plan.js'
import { plannedTree } from '../plan/tree-carriers.js'
import type { TargetNumbers } from './numbers.js'
import type { Standing } from './standing.js'
import { looksAfter } from './subject.js'

/** A part of a period: of a year its quarters, of a quarter its months. */
export interface PeriodPart {
  readonly period: Period
  /** Undefined where nothing is published for it: no target is no zero. */
  readonly target: bigint | undefined
  readonly done: bigint
}

/** How a metric's parts in time stand, in order. */
export interface TimeParts {
  readonly metric: MetricKey
  readonly currency: string | undefined
  readonly parts: readonly PeriodPart[]
}

/** How a metric's decomposition tree stands. */
export interface TargetTree {
  readonly metric: MetricKey
  readonly currency: string | undefined
  /** The plan's period: of a longer one than is asked for, the nodes have their part in proportion. */
  readonly planPeriod: Period
  readonly nodes: readonly AttainedNode[]
}

const PART: Readonly<Partial<Record<PeriodKind, PeriodKind>>> = { year: 'quarter', quarter: 'month' }

/** A year by quarters, a quarter by months; nothing for what is shorter. */
export function timeParts({ team }: Actor, period: Period, standings: readonly Standing[], { months, totals }: TargetNumbers): TimeParts[] {
  const kind = PART[period.kind]
  if (kind === undefined) return []
  const { fiscal } = team
  const periods: Period[] = []
  for (
    let part = periodContaining(kind, period.start, fiscal);
    Temporal.PlainDate.compare(part.start, period.end) <= 0;
    part = nextPeriod(part, fiscal)
  )
    periods.push(part)
  return standings.map(({ metric, currency }) => {
    const own = months.filter((month) => month.metric === metric)
    const done = totals.filter((total) => total.metric === metric)
    const parts = periods.map((part): PeriodPart => {
      const asked = publishedDays(own, part.start, part.end).flatMap(({ target }) => (target === null ? [] : [target]))
      return {
        period: part,
        target: asked.length === 0 ? undefined : asked.reduce((sum, target) => sum + target, 0n),
        done: done.filter(({ on }) => isWithin(on, part)).reduce((sum, { amount }) => sum + amount, 0n),
      }
    })
    return { metric, currency, parts }
  })
}

/** The team's trees over a period. People's own figures are shown to those who look after them only. */
export async function targetTrees(
  store: Store,
  actor: Actor,
  period: Period,
  standings: readonly Standing[],
  { totals }: TargetNumbers,
): Promise<TargetTree[]> {
  const [revisions, members] = await Promise.all([store.plans.ofTeam(actor.team.id, ['published']), store.teams.members(actor.team.id)])
  const plans = revisions.map(planOf).map((plan) => ({ plan, planPeriod: periodOf(plan) }))
  const covering = plans.filter(({ planPeriod }) => isWithin(period.start, planPeriod) && isWithin(period.end, planPeriod))
  return standings.flatMap(({ metric, currency, pace }) => {
    const found = covering.flatMap(({ plan, planPeriod }) => {
      const target = plan.targets.find((each) => each.metric === metric)
      const tree = target && plannedTree(target)
      return tree === undefined ? [] : [{ tree, planPeriod }]
    })[0]
    if (found === undefined) return []
    const doneBy = doneByName(members, metric, totals)
    const nodes = treeAttainment(found.tree, pace.target, doneBy)
    const shown = looksAfter(actor) ? nodes : nodes.filter(({ by }) => by !== 'person')
    return shown.length === 0 ? [] : [{ metric, currency, planPeriod: found.planPeriod, nodes: shown }]
  })
}

function doneByName(members: readonly Member[], metric: MetricKey, totals: TargetNumbers['totals']): Map<string, bigint> {
  return new Map(
    members.map(({ id, name }) => {
      const own = totals.filter((total) => total.memberId === id && total.metric === metric)
      return [name, own.reduce((sum, { amount }) => sum + amount, 0n)]
    }),
  )
}
