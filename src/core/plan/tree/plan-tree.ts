import type { Fraction } from '../../amount/fraction.js'

/** Along what a level of a tree splits what stands above it. */
export const TREE_DIMENSIONS = ['business', 'size', 'product', 'region', 'team', 'person'] as const
export type TreeDimension = (typeof TREE_DIMENSIONS)[number]

/** How a target is broken down beside time: by business line, then by customer size, then by person, in any order and to any depth. */
export interface PlanTree {
  readonly by: TreeDimension
  readonly parts: readonly TreeNode[]
}

export interface TreeNode {
  /** Of a person their name in the team. */
  readonly name: string
  readonly rule: NodeRule
  /** The average deal, in the target's minor units: says how many deals the node takes. */
  readonly deal?: bigint | undefined
  /** Set by hand: it holds whatever the rule says, and the siblings absorb the difference. */
  readonly pin?: Pin | undefined
  readonly tree?: PlanTree | undefined
}

/**
 * Where a node's computed value comes from. Shares and amounts are taken first. What they leave goes to the nodes by history, in
 * proportion to it, and to the nodes without a rule: each of these weighs as much as the average history among its siblings, as a
 * newcomer without a past is taken for an average colleague.
 */
export type NodeRule =
  | { readonly kind: 'share'; readonly share: Fraction }
  | { readonly kind: 'amount'; readonly amount: bigint }
  /** What was done before: only the ratio to the siblings' counts. */
  | { readonly kind: 'history'; readonly amount: bigint }
  | { readonly kind: 'rest' }

export interface Pin {
  readonly amount: bigint
  readonly reason: string
}

/** A node by its place in each level from the top: [1, 0] is the first part of the second. [] is the whole target. */
export type NodePlace = readonly number[]

/** The node at a place; undefined where there is none, as for the whole target. */
export function nodeAt(tree: PlanTree, place: NodePlace): TreeNode | undefined {
  const [first, ...rest] = place
  const node = first === undefined ? undefined : tree.parts[first]
  if (rest.length === 0) return node
  return node?.tree && nodeAt(node.tree, rest)
}
