import type { Fraction } from '../../core/amount/fraction.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import { type NodePlace, nodeAt, type PlanTree } from '../../core/plan/tree/plan-tree.js'
import { type WorkedTree, workedNodes } from '../../core/plan/tree/work-out.js'
import { UserError } from '../user-error.js'
import { treeOf, workedTree } from './tree-carriers.js'

export interface SharedNode {
  readonly target: PlanTarget
  readonly metric: MetricKey
  readonly place: NodePlace
  readonly tree: PlanTree
  readonly before: WorkedTree
  /** What it has of what stands above it; of a level without anything, nothing. */
  readonly share: Fraction
}

/** The part of a plan's trees that is meant by its name, or by its place. @throws UserError when there is none */
export function sharedNode({ targets }: PlanInput, part: string | { readonly metric: MetricKey; readonly place: NodePlace }): SharedNode {
  for (const target of targets) {
    const tree = treeOf(target)
    if (tree === undefined || (typeof part === 'object' && part.metric !== target.metric)) continue
    const before = workedTree(target, tree)
    const nodes = workedNodes(before)
    const place = typeof part === 'object' ? part.place : nodes.find(({ name }) => name.toLowerCase() === part.toLowerCase())?.place
    if (place === undefined || nodeAt(tree, place) === undefined) continue
    const level = nodes.filter((each) => each.place.length === place.length && each.place.slice(0, -1).join() === place.slice(0, -1).join())
    const whole = level.reduce((sum, { value }) => sum + value, 0n)
    const own = level.find((each) => each.place.join() === place.join())?.value ?? 0n
    return { target, metric: target.metric, place, tree, before, share: { num: own, den: whole === 0n ? 1n : whole } }
  }
  throw new UserError('what-if-no-part', { name: typeof part === 'string' ? part : '' })
}
