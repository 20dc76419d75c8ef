import { foldedName } from '../../core/plan/closest-name.js'
import type { PlanTarget } from '../../core/plan/plan-input.js'
import type { PlanTree } from '../../core/plan/tree/plan-tree.js'
import { treeOf } from './tree-carriers.js'

/** Whose number stays whatever becomes of the others': agreed with them, or set by hand in the target's tree. Names, folded. */
export function settledIn(target: PlanTarget): ReadonlySet<string> {
  const tree = treeOf(target)
  return new Set([...(target.agreed ?? []).map(({ member }) => member), ...(tree === undefined ? [] : pinnedIn(tree))].map(foldedName))
}

function pinnedIn({ by, parts }: PlanTree): string[] {
  return parts.flatMap(({ name, pin, tree }) => [
    ...(by === 'person' && pin !== undefined ? [name] : []),
    ...(tree === undefined ? [] : pinnedIn(tree)),
  ])
}
