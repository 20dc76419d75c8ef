import type { PlanTarget } from '../../core/plan/plan-input.js'
import type { WorkedNode, WorkedTree } from '../../core/plan/tree/work-out.js'
import { plannedTree } from '../plan/tree-carriers.js'

/** A step down a decomposition tree: what stood above, and what this node gets of it. Minor units. */
export interface TreeStep {
  readonly name: string
  readonly above: bigint
  readonly node: Pick<WorkedNode, 'value' | 'computed' | 'rule' | 'pin' | 'place'>
}

/** Every step of a tree, each before those under it. */
export function treeSteps({ parts }: WorkedTree, above: bigint): TreeStep[] {
  return parts.flatMap((node) => [{ name: node.name, above, node }, ...(node.tree === undefined ? [] : treeSteps(node.tree, node.value))])
}

/** How a plan's tree comes to a person: a path for each place where they stand, from the top down. None without a tree, or for a team. */
export function treePaths(target: PlanTarget, name: string | undefined): readonly (readonly TreeStep[])[] {
  const tree = plannedTree(target)
  if (tree === undefined || name === undefined) return []
  return pathsTo(tree, name, target.amount)
}

/** The ways down a worked tree to each place where a person stands. */
export function pathsTo({ by, parts }: WorkedTree, person: string, above: bigint): TreeStep[][] {
  return parts.flatMap((node) => {
    const step: TreeStep = { name: node.name, above, node }
    if (by === 'person' && node.name === person) return [[step]]
    const below = node.tree === undefined ? [] : pathsTo(node.tree, person, node.value)
    return below.map((path) => [step, ...path])
  })
}
