import type { MetricKey } from '../../core/plan/metric.js'
import { peopleIn } from '../../core/plan/tree/person-totals.js'
import type { PlanTree } from '../../core/plan/tree/plan-tree.js'
import type { WorkedTree } from '../../core/plan/tree/work-out.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { targetIn } from './change-tree.js'
import { planEffect } from './effect.js'
import { revisionOf } from './revision.js'
import { planOf } from './stored-plan.js'
import { plannedTree, treeOf } from './tree-carriers.js'

/** A target of a plan, with its tree. */
export interface TreeView {
  readonly plan: PlanRevision
  readonly metric: MetricKey
  readonly currency: string | undefined
  readonly amount: bigint
  readonly period: string
  /** Undefined where the target is not broken down. */
  readonly tree: PlanTree | undefined
  readonly worked: WorkedTree | undefined
  /** Whether the tree reaches a person everywhere. */
  readonly reachesPeople: boolean
  /** A plan that was put aside is history. */
  readonly mayChange: boolean
}

/** A target's tree, as a draft would have it or as it was planned. @throws UserError when the plan or the target is gone */
export async function readTree(app: App, actor: Actor, planId: PlanRevision['id'], metric: MetricKey): Promise<TreeView> {
  mustManage(actor)
  const store = app.reading(actor.organisationId)
  const plan = await revisionOf(store, actor.team, planId)
  const content = planOf(plan)
  const target = targetIn(content, metric)
  const tree = treeOf(target)
  const isDraft = plan.state === 'draft'
  // A draft is shown for the people and the days it would be published for; what is published, as it was planned.
  const worked = isDraft
    ? (await planEffect(store, actor.team, content)).targets.find((each) => each.metric === metric)?.tree
    : plannedTree(target)
  return {
    plan,
    metric,
    currency: target.currency,
    amount: target.amount,
    period: content.period,
    tree,
    worked,
    reachesPeople: tree !== undefined && peopleIn(tree).isWhole,
    mayChange: isDraft || plan.state === 'published',
  }
}
