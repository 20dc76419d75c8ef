import { apportion } from '../../amount/apportion.js'
import type { NodePlace, TreeDimension } from './plan-tree.js'
import type { WorkedTree } from './work-out.js'

/** A node of a tree with how it stands. Minor units or counts. */
export interface AttainedNode {
  readonly name: string
  readonly by: TreeDimension
  readonly place: NodePlace
  readonly target: bigint
  /** Undefined where it cannot be told apart: what people do is counted by person, not by product or customer. */
  readonly done: bigint | undefined
  readonly isPinned: boolean
}

/**
 * Puts what people have done beside a tree. Of a node it is known where all under it is people's, who stand nowhere else in the tree.
 *
 * @param total what the whole tree is to come to: of a year's tree a quarter's target, which falls on its parts in proportion
 * @param doneBy what each person has done, by name
 */
export function treeAttainment(tree: WorkedTree, total: bigint, doneBy: ReadonlyMap<string, bigint>): AttainedNode[] {
  const leaves = leavesOf(tree, undefined)
  const values = leaves.map(({ value }) => value)
  const targets = values.some((value) => value > 0n) ? apportion(total, values) : values
  const placed = leaves.map((leaf, index) => ({ ...leaf, target: targets[index] ?? 0n }))
  const attained = ({ by, parts }: WorkedTree): AttainedNode[] =>
    parts.flatMap(({ name, place, pin, tree: under }) => {
      const key = place.join('.')
      const own = placed.filter((leaf) => leaf.path === key || leaf.path.startsWith(`${key}.`))
      const target = own.reduce((sum, leaf) => sum + leaf.target, 0n)
      const node = { name, by, place, target, done: doneIn(own, placed, doneBy), isPinned: pin !== undefined }
      return [node, ...(under === undefined ? [] : attained(under))]
    })
  return attained(tree)
}

interface Leaf {
  readonly path: string
  readonly value: bigint
  /** The nearest person at or above it. */
  readonly owner: string | undefined
}

function leavesOf({ by, parts }: WorkedTree, above: string | undefined): Leaf[] {
  return parts.flatMap(({ name, place, value, tree }) => {
    const owner = by === 'person' ? name : above
    return tree === undefined ? [{ path: place.join('.'), value, owner }] : leavesOf(tree, owner)
  })
}

function doneIn(own: readonly Leaf[], all: readonly Leaf[], doneBy: ReadonlyMap<string, bigint>): bigint | undefined {
  const owners = new Set(own.map(({ owner }) => owner))
  const isTheirsAlone = all.filter(({ owner }) => owners.has(owner)).length === own.length
  if (owners.has(undefined) || !isTheirsAlone) return undefined
  return [...owners].reduce((sum, owner) => sum + (doneBy.get(owner ?? '') ?? 0n), 0n)
}
