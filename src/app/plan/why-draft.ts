import type { Temporal } from 'temporal-polyfill'
import type { PlanId } from '../../core/id.js'
import type { Asked } from '../../core/plan/checks/check.js'
import type { StageNeed } from '../../core/plan/checks/measurable.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { PlanTarget } from '../../core/plan/plan-input.js'
import type { WorkedTree } from '../../core/plan/tree/work-out.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { checkPlan, type PlanChecks } from './check-plan.js'
import { type PlanEffect, planEffect } from './effect.js'
import { firstWorkingDay } from './figures.js'
import { type RevisionFigures, revisionFigures } from './overview.js'
import { revisionOf } from './revision.js'
import { openDays, pastOf } from './standing.js'
import { planOf } from './stored-plan.js'
import { type PartWhy, partWhys } from './why-parts.js'
import { type SharesWhy, sharesWhy } from './why-shares.js'

/** How one target of a draft comes to each figure on the draft's card. */
export interface DraftWhy extends TargetWhy {
  readonly draft: RevisionFigures
  /** The published plan whose place it would take. */
  readonly replaces: RevisionFigures | undefined
  /** All that the draft asks for, in its order. */
  readonly metrics: readonly MetricKey[]
  /** What the draft's funnels ask of the metric, and for which target. */
  readonly needs: readonly FunnelNeed[]
}

/** How a target comes from the team's amount to its parts in time, and to its members. Amounts in minor units. */
export interface TargetWhy extends SharesWhy {
  readonly target: PlanTarget
  readonly amount: bigint
  /** What stands published for the period; null: nothing does. */
  readonly before: bigint | null
  /** The first day that it changes. */
  readonly from: Temporal.PlainDate
  readonly hasBegun: boolean
  /** What is published for the days before `from`, which stays. */
  readonly past: bigint
  readonly parts: readonly PartWhy[]
  readonly tree: WorkedTree | undefined
  /** The first working day that it changes. */
  readonly firstDay: Temporal.PlainDate | undefined
}

export interface FunnelNeed {
  readonly funnel: string
  readonly target: Asked
  readonly need: StageNeed
}

/**
 * Explains a draft's figures before it is published.
 *
 * @param metric without it the draft's first target
 * @throws UserError when the plan is no draft any more, the target is not in it, or it could not be published as things are now
 */
export async function whyDraft(app: App, actor: Actor, planId: PlanId, metric: MetricKey | undefined): Promise<DraftWhy> {
  mustManage(actor)
  const store = app.reading(actor.organisationId)
  const plan = await revisionOf(store, actor.team, planId)
  if (plan.state !== 'draft') throw new UserError(plan.state === 'published' ? 'plan-published-already' : 'plan-not-draft')
  const content = planOf(plan)
  const target = metric === undefined ? content.targets[0] : content.targets.find((each) => each.metric === metric)
  if (target === undefined) throw new UserError('tree-target-gone')
  const effect = await planEffect(store, actor.team, content)
  return {
    ...(await revisionsTold(store, actor, plan, effect)),
    metrics: content.targets.map((each) => each.metric),
    needs: needsOf(await checkPlan(store, actor.team, content, effect), target.metric),
    ...targetWhy(actor.team, target, effect),
  }
}

/** @param effect of the plan that the target is of */
export function targetWhy(team: Team, target: PlanTarget, effect: PlanEffect): TargetWhy {
  const { from, period } = effect
  const worked = effect.targets.find((each) => each.metric === target.metric)
  if (worked?.workings === undefined) throw new RangeError(`Cannot explain ${target.metric} of ${period.id}: it was not worked out`)
  const { before, after, tree, workings } = worked
  const past = pastOf(before, from)
  const firstDay = firstWorkingDay(team, from, period.end)
  const shares = sharesWhy(target, worked, workings, effect, firstDay)
  const month = shares.members.find((member) => member.month !== undefined)?.month?.id
  return {
    target,
    amount: after.total,
    before: before.members.some((member) => openDays(member, from).length > 0) ? before.total : null,
    from,
    hasBegun: !from.equals(period.start),
    past: past.total,
    parts: partWhys(target, worked, workings, effect, { past, month }),
    tree,
    ...shares,
    firstDay,
  }
}

async function revisionsTold(
  store: Store,
  actor: Actor,
  plan: PlanRevision,
  { replaces }: PlanEffect,
): Promise<Pick<DraftWhy, 'draft' | 'replaces'>> {
  const told = await revisionFigures(store, actor, await store.plans.ofTeam(actor.team.id))
  const of = (id: PlanId) => told.find(({ revision }) => revision.id === id)
  const draft = of(plan.id)
  if (draft === undefined) throw new UserError('plan-gone')
  return { draft, replaces: replaces && of(replaces.id) }
}

function needsOf([, { findings }]: PlanChecks, metric: MetricKey): FunnelNeed[] {
  return findings.flatMap((finding) => {
    if (finding.code !== 'funnel') return []
    const { motion, target, needs } = finding
    return needs.filter(({ stage }) => stage.metric === metric).map((need) => ({ funnel: motion.name, target, need }))
  })
}
