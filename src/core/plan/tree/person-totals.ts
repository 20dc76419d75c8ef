import type { PlanTree } from './plan-tree.js'
import type { WorkedTree } from './work-out.js'

export interface PersonTotals {
  /** What the tree gives to each person by name, wherever they stand in it. */
  readonly byName: ReadonlyMap<string, bigint>
  /** What it gives to nobody by name: the target's split shares it out. */
  readonly unassigned: bigint
}

/** What a worked tree means for people; together it is the whole target. A part belongs to the nearest person at or above it. */
export function personTotals(tree: WorkedTree): PersonTotals {
  const byName = new Map<string, bigint>()
  let unassigned = 0n
  const collect = ({ by, parts }: WorkedTree, above: string | undefined): void => {
    for (const { name, value, tree: under } of parts) {
      const owner = by === 'person' ? name : above
      if (under !== undefined) collect(under, owner)
      else if (owner !== undefined) byName.set(owner, (byName.get(owner) ?? 0n) + value)
      else unassigned += value
    }
  }
  collect(tree, undefined)
  return { byName, unassigned }
}

/** The people whom a tree gives something to by name, in their first order, and whether it gives something to nobody by name. */
export function peopleIn(tree: PlanTree): { readonly names: readonly string[]; readonly isWhole: boolean } {
  const names = new Set<string>()
  let isWhole = true
  const collect = ({ by, parts }: PlanTree, above: string | undefined): void => {
    for (const { name, tree: under } of parts) {
      const owner = by === 'person' ? name : above
      if (under !== undefined) collect(under, owner)
      else if (owner !== undefined) names.add(owner)
      else isWhole = false
    }
  }
  collect(tree, undefined)
  return { names: [...names], isWhole }
}
