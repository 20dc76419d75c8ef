import { apportion } from '../../core/amount/apportion.js'
import { type Fraction, weighedBy } from '../../core/amount/fraction.js'
import { type DecomposeInput, type DecomposeMember, presenceIn } from '../../core/plan/decompose.js'
import type { PlanTarget } from '../../core/plan/plan-input.js'
import { withPin } from '../../core/plan/tree/change-tree.js'
import { peopleIn, personTotals } from '../../core/plan/tree/person-totals.js'
import type { NodePlace, PlanTree } from '../../core/plan/tree/plan-tree.js'
import type { TreeError } from '../../core/plan/tree/tree-error.js'
import { keptTree } from '../../core/plan/tree/tree-words.js'
import { type Presence, type WorkedTree, workOutTree } from '../../core/plan/tree/work-out.js'
import { UserError } from '../user-error.js'
import type { Crew } from './carriers.js'
import { unitOf } from './stored-plan.js'

/** Who carries a target, and its tree worked out for the time that they are there. */
export interface Carriers {
  readonly members: readonly DecomposeMember[]
  /** By member id, where the tree says it; else the members' weights do. */
  readonly totals: ReadonlyMap<string, bigint> | undefined
  readonly tree: WorkedTree | undefined
}

/**
 * A tree without people says nothing of them: the target's split does. Of one with people, each carries what it gives them, and what it
 * gives to nobody by name is shared by the split.
 *
 * @param time all of decompose's input that says when there is work
 * @throws UserError for a name that nobody, or more than one, has, and for a tree that cannot hold
 */
export function treeCarriers(target: PlanTarget, crew: Crew, time: Omit<DecomposeInput, 'members' | 'totals'>): Carriers {
  const tree = treeOf(target)
  if (tree === undefined) return { members: crew.carriers(target.split), totals: undefined, tree: undefined }
  const { names, isWhole } = peopleIn(tree)
  const bySplit = isWhole ? [] : crew.carriers(target.split)
  if (names.length === 0) return { members: bySplit, totals: undefined, tree: workedTree(target, tree) }

  const named = crew.carriers(names.map((member) => ({ member, weight: '1' })))
  const members = [...named, ...bySplit.filter(({ member }) => !named.some((each) => each.member === member))]
  const presence = presenceIn({ ...time, members })
  const idByName = new Map(names.map((name, index) => [name, named[index]?.member ?? '']))
  const isThere: Presence = (name) => presence.get(idByName.get(name) ?? '') ?? { num: 1n, den: 1n }
  const worked = withAgreed(target, tree, isThere)
  const { byName, unassigned } = personTotals(worked)
  const totals = new Map([...byName].map(([name, total]) => [idByName.get(name) ?? '', total]))
  for (const [member, total] of sharedBySplit(unassigned, bySplit, presence)) totals.set(member, (totals.get(member) ?? 0n) + total)
  return { members, totals, tree: worked }
}

/** The tree of a kept target as it was planned, with what was agreed; undefined for a target that is not broken down. */
export function plannedTree(target: PlanTarget): WorkedTree | undefined {
  const tree = treeOf(target)
  return tree && withAgreed(target, tree, undefined)
}

/** A tree worked out with the numbers agreed with its people, where it can hold them. */
function withAgreed(target: PlanTarget, tree: PlanTree, presence: Presence | undefined): WorkedTree {
  const agreed = workOutTree(pinnedAsAgreed(tree, target.agreed ?? []), target.amount, presence)
  return agreed.ok ? agreed.value : workedTree(target, tree, presence)
}

/** A number agreed with somebody who stands in the tree once is one set by hand: their siblings absorb it before the rest of the team does. */
function pinnedAsAgreed(tree: PlanTree, agreed: NonNullable<PlanTarget['agreed']>): PlanTree {
  return agreed.reduce((changed, { member, amount, reason }) => {
    const [place, ...others] = placesOf(changed, member)
    if (place === undefined || others.length > 0) return changed
    return withPin(changed, place, { amount, reason: reason ?? '' })
  }, tree)
}

function placesOf({ by, parts }: PlanTree, person: string, above: NodePlace = []): NodePlace[] {
  return parts.flatMap(({ name, tree }, index) => {
    const place = [...above, index]
    return [...(by === 'person' && name === person ? [place] : []), ...(tree === undefined ? [] : placesOf(tree, person, place))]
  })
}

/** The tree of a kept target. */
export function treeOf(target: Pick<PlanTarget, 'tree' | 'currency'>): PlanTree | undefined {
  return target.tree && keptTree(target.tree, unitOf(target))
}

/** A tree of a target worked out. @throws UserError for one that cannot hold */
export function workedTree(target: Pick<PlanTarget, 'metric' | 'amount' | 'currency'>, tree: PlanTree, presence?: Presence): WorkedTree {
  const worked = workOutTree(tree, target.amount, presence)
  if (worked.ok) return worked.value
  throw treeRefusal(worked.error, target)
}

/** Why a tree cannot hold, to whoever made it. */
function treeRefusal(
  { code, name, whole, fixed, names }: TreeError,
  { metric, currency }: Pick<PlanTarget, 'metric' | 'currency'>,
): UserError {
  const amount = (minor: bigint) => (currency === undefined ? minor : { kind: 'money' as const, minor, currency })
  const gap = whole > fixed ? whole - fixed : fixed - whole
  return new UserError(
    REFUSALS[code],
    {
      metric,
      name: name ?? '',
      level: name === undefined ? 'top' : 'under',
      whole: amount(whole),
      fixed: amount(fixed),
      gap: amount(gap),
      names: { kind: 'list', items: names },
      count: names.length,
    },
    'amount',
  )
}

const REFUSALS = {
  'shares-not-whole': 'tree-shares-not-whole',
  'shares-over': 'tree-shares-over',
  'pins-over': 'tree-pins-over',
  'pins-short': 'tree-pins-short',
  'nothing-open': 'tree-nothing-open',
} as const satisfies Record<TreeError['code'], string>

/** What no name in the tree carries, by weight times presence. */
function sharedBySplit(amount: bigint, members: readonly DecomposeMember[], presence: ReadonlyMap<string, Fraction>): [string, bigint][] {
  if (members.length === 0) return []
  const weights = members.map(({ weight }) => weight)
  const present = weighedBy(
    weights,
    members.map(({ member }) => presence.get(member) ?? { num: 1n, den: 1n }),
  )
  const shares = apportion(amount, present.some((weight) => weight > 0n) ? present : weights)
  return members.map(({ member }, index) => [member, shares[index] ?? 0n])
}
