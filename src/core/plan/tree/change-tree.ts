import { type Fraction, reduced } from '../../amount/fraction.js'
import { type NodePlace, nodeAt, type Pin, type PlanTree, type TreeNode } from './plan-tree.js'
import { type WorkedNode, type WorkedTree, workedNodes } from './work-out.js'

/** The tree with one node changed. @throws RangeError when there is none at the place: a bug */
function changeNode(tree: PlanTree, place: NodePlace, change: (node: TreeNode) => TreeNode): PlanTree {
  const [first, ...rest] = place
  const node = first === undefined ? undefined : tree.parts[first]
  if (first === undefined || node === undefined) throw new RangeError(`Cannot change a node: there is none at [${place}]`)
  if (rest.length === 0) return { ...tree, parts: tree.parts.with(first, change(node)) }
  if (node.tree === undefined) throw new RangeError(`Cannot change a node: there is none at [${place}]`)
  return { ...tree, parts: tree.parts.with(first, { ...node, tree: changeNode(node.tree, rest, change) }) }
}

/** The level under a node (of [] the top one) put in place of what was there; undefined takes it away. */
export function withLevel(tree: PlanTree | undefined, place: NodePlace, level: PlanTree | undefined): PlanTree | undefined {
  if (place.length === 0) return level
  return tree && changeNode(tree, place, (node) => ({ ...node, tree: level }))
}

/** Without a pin the rule counts again. */
export function withPin(tree: PlanTree, place: NodePlace, pin: Pin | undefined): PlanTree {
  return changeNode(tree, place, (node) => ({ ...node, pin }))
}

/**
 * Gives a node another share of its level. Siblings that take the rest take the difference; without any, the others keep the ratio of
 * what they have by their rules and become shares themselves. Nothing stays pinned at the node.
 *
 * @param worked the same tree, worked out
 * @returns undefined where nobody else has anything that could take or give
 */
export function withShare(tree: PlanTree, worked: WorkedTree, place: NodePlace, share: Fraction): PlanTree | undefined {
  const index = place.at(-1) ?? 0
  const above = place.slice(0, -1)
  const level = above.length === 0 ? tree : nodeAt(tree, above)?.tree
  const figures = levelAt(worked, above)
  if (level === undefined || figures === undefined) return undefined
  const others = figures.filter((_, each) => each !== index)
  const total = others.reduce((sum, { computed }) => sum + computed, 0n)
  const takesRest = level.parts.some(({ rule }, each) => each !== index && (rule.kind === 'rest' || rule.kind === 'history'))
  if (!takesRest && total === 0n && share.num !== share.den) return undefined
  const parts = level.parts.map((part, each): TreeNode => {
    if (each === index) return { ...part, rule: { kind: 'share', share }, pin: undefined }
    if (takesRest) return part
    const computed = figures[each]?.computed ?? 0n
    const rescaled = total === 0n ? { num: 0n, den: 1n } : { num: computed * (share.den - share.num), den: total * share.den }
    return { ...part, rule: { kind: 'share', share: reduced(rescaled) } }
  })
  return withLevel(tree, above, { ...level, parts })
}

function levelAt(worked: WorkedTree, place: NodePlace): readonly WorkedNode[] | undefined {
  const [first, ...rest] = place
  if (first === undefined) return worked.parts
  const under = worked.parts[first]?.tree
  return under && levelAt(under, rest)
}

/** A node whose value is another one after a change. */
export interface NodeChange {
  readonly name: string
  readonly place: NodePlace
  readonly before: bigint
  readonly after: bigint
}

/** What a change of pins or shares does to the nodes of a tree, in its order; nodes that are in one of the two only are left out. */
export function nodeChanges(before: WorkedTree, after: WorkedTree): NodeChange[] {
  const values = new Map(workedNodes(before).map(({ place, value }) => [place.join('.'), value]))
  return workedNodes(after).flatMap(({ name, place, value }) => {
    const earlier = values.get(place.join('.'))
    return earlier === undefined || earlier === value ? [] : [{ name, place, before: earlier, after: value }]
  })
}
