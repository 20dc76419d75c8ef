import type { PlanId } from '../../core/id.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import { type NodeChange, nodeChanges, withLevel, withPin } from '../../core/plan/tree/change-tree.js'
import { type NodePlace, nodeAt, type Pin, type PlanTree } from '../../core/plan/tree/plan-tree.js'
import { wordsOfTree } from '../../core/plan/tree/tree-words.js'
import { type WorkedNode, workedNodes } from '../../core/plan/tree/work-out.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { newestOf } from './change-draft.js'
import { revisionOf } from './revision.js'
import { keepDraft } from './save-draft.js'
import { planOf, unitOf } from './stored-plan.js'
import { treeOf, workedTree } from './tree-carriers.js'

/** A target's node, as a button or a form names it. */
export interface TreeSpot {
  readonly planId: PlanId
  readonly metric: MetricKey
  /** [] for the whole target. */
  readonly place: NodePlace
}

/**
 * Breaks a part of a target down anew, in a new draft; undefined takes the level away. Parts of the same name keep their pins and what
 * stands under them.
 *
 * @throws UserError when the level cannot hold, or what it stands under is gone
 */
export async function changeLevel(app: App, actor: Actor, spot: TreeSpot, level: PlanTree | undefined): Promise<PlanRevision> {
  const { draft } = await inDraft(app, actor, spot, (tree) => {
    if (spot.place.length > 0 && (tree === undefined || nodeAt(tree, spot.place) === undefined)) throw new UserError('tree-node-gone')
    return withLevel(tree, spot.place, level && keepingWhatStood(level, tree, spot.place))
  })
  return draft
}

/** What a pin does. */
export interface Pinned {
  readonly draft: PlanRevision
  readonly node: WorkedNode
  readonly currency: string | undefined
  /** The nodes whose values it changes, the pinned one among them. */
  readonly changes: readonly NodeChange[]
}

/** Sets a node's value by hand, in a new draft; undefined lets its rule count again. @throws UserError when the others cannot absorb it */
export async function changePin(app: App, actor: Actor, spot: TreeSpot, pin: Pin | undefined): Promise<Pinned> {
  const { draft, before, after } = await inDraft(app, actor, spot, (tree) => {
    if (tree === undefined || nodeAt(tree, spot.place) === undefined) throw new UserError('tree-node-gone')
    return withPin(tree, spot.place, pin)
  })
  const [was, is] = [worked(before), worked(after)]
  const node = is && workedNodes(is).find(({ place }) => place.join('.') === spot.place.join('.'))
  if (was === undefined || is === undefined || node === undefined) throw new UserError('tree-node-gone')
  return { draft, node, currency: after.currency, changes: nodeChanges(was, is) }
}

function worked(target: PlanTarget) {
  const tree = treeOf(target)
  return tree && workedTree(target, tree)
}

async function inDraft(
  app: App,
  actor: Actor,
  { planId, metric }: TreeSpot,
  change: (tree: PlanTree | undefined) => PlanTree | undefined,
): Promise<{ draft: PlanRevision; before: PlanTarget; after: PlanTarget }> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const base = await newestOf(store, actor, planOf(await revisionOf(store, actor.team, planId)))
    const target = targetIn(base, metric)
    const { tree: _, ...rest } = target
    const tree = change(treeOf(target))
    const after = tree === undefined ? rest : { ...rest, tree: wordsOfTree(tree, unitOf(target)) }
    const draft = await keepDraft(store, actor, { ...base, targets: base.targets.map((each) => (each === target ? after : each)) })
    return { draft, before: target, after }
  })
}

/** @throws UserError when the plan asks for it no longer */
export function targetIn(plan: PlanInput, metric: MetricKey): PlanTarget {
  const target = plan.targets.find((each) => each.metric === metric)
  if (target === undefined) throw new UserError('tree-target-gone')
  return target
}

function keepingWhatStood(level: PlanTree, tree: PlanTree | undefined, place: NodePlace): PlanTree {
  const stood = place.length === 0 ? tree : tree && nodeAt(tree, place)?.tree
  if (stood === undefined || stood.by !== level.by) return level
  return {
    ...level,
    parts: level.parts.map((part) => {
      const before = stood.parts.find(({ name }) => name === part.name)
      return { ...part, pin: before?.pin, tree: before?.tree }
    }),
  }
}
