import { apportion } from '../../amount/apportion.js'
import { ceilDivide, type Fraction, weighedBy } from '../../amount/fraction.js'
import type { Result } from '../result.js'
import { levelWeights } from './level-weights.js'
import type { NodePlace, NodeRule, Pin, PlanTree, TreeDimension, TreeNode } from './plan-tree.js'
import type { TreeError } from './tree-error.js'

/** A level with its figures. Minor units or counts; the values of its parts add up to what stands above. */
export interface WorkedTree {
  readonly by: TreeDimension
  readonly parts: readonly WorkedNode[]
}

export interface WorkedNode {
  readonly name: string
  readonly place: NodePlace
  readonly rule: NodeRule
  /** What holds: the pin, or the part by the rule of what the siblings' pins leave. */
  readonly value: bigint
  /** What the rule alone says, as if nothing on this level were pinned. */
  readonly computed: bigint
  readonly pin: Pin | undefined
  readonly deal: bigint | undefined
  /** How many deals it takes at the average deal, rounded up; of a node without one the sum of those under it. */
  readonly deals: bigint | undefined
  readonly tree: WorkedTree | undefined
}

/** The part of the period for which somebody is there, by name: 1 where nothing is said. */
export type Presence = (person: string) => Fraction

/**
 * Works a target out over its tree, from the top down, to the last minor unit (largest remainder).
 * - By the rules alone (see NodeRule) each level splits the value above it: that is `computed`.
 * - A pin holds its value, and what the pins leave of the value above goes over the other parts in proportion to their computed ones.
 * - Amounts are meant of the target as planned. Where pins above give a level more or less than that, its amounts grow and shrink with it.
 * - Who is there for half the period weighs half on their level; what they leave, their siblings take. A pin is not halved.
 *
 * @param amount minor units or a count, not negative
 */
export function workOutTree(tree: PlanTree, amount: bigint, presence: Presence = ALWAYS): Result<WorkedTree, TreeError> {
  return workOutLevel(tree, { place: [], name: undefined, planned: amount, value: amount }, presence)
}

const ALWAYS: Presence = () => ({ num: 1n, den: 1n })

/** What stands above a level. */
interface Above {
  readonly place: NodePlace
  readonly name: string | undefined
  /** By the rules alone, all the way down. */
  readonly planned: bigint
  readonly value: bigint
}

function workOutLevel({ by, parts }: PlanTree, above: Above, presence: Presence): Result<WorkedTree, TreeError> {
  const { place, name } = above
  const weights = levelWeights(above.planned, parts)
  if (!weights.ok) {
    const names = parts.filter(({ rule }) => rule.kind === 'share' || rule.kind === 'amount').map((part) => part.name)
    return { ok: false, error: { ...weights.error, place, name, whole: above.planned, names } }
  }
  const planned = split(above.planned, weights.value)
  const present = by === 'person' ? presentWeights(parts, weights.value, presence) : weights.value
  const computed = split(above.value, present)
  const values = withPins(parts, weights.value, present, above)
  if (!values.ok) return values

  const worked: WorkedNode[] = []
  for (const [index, part] of parts.entries()) {
    const own = { place: [...place, index], name: part.name, planned: planned[index] ?? 0n, value: values.value[index] ?? 0n }
    const under = part.tree && workOutLevel(part.tree, own, presence)
    if (under?.ok === false) return under
    worked.push(workedNode(part, own, computed[index] ?? 0n, under?.value))
  }
  return { ok: true, value: { by, parts: worked } }
}

/** A level of which every weight is zero has a value of zero only. */
function split(amount: bigint, weights: readonly bigint[]): bigint[] {
  return weights.some((weight) => weight > 0n) ? apportion(amount, weights) : weights.map(() => 0n)
}

function presentWeights(parts: readonly TreeNode[], weights: readonly bigint[], presence: Presence): readonly bigint[] {
  const there = parts.map(({ name }) => presence(name))
  return orElse(weighedBy(weights, there), weights)
}

/** Where nobody is there who could take something, what each would take otherwise: who carries it then is not the tree's to say. */
function orElse(weights: readonly bigint[], otherwise: readonly bigint[]): readonly bigint[] {
  return weights.some((weight) => weight > 0n) ? weights : otherwise
}

function withPins(
  parts: readonly TreeNode[],
  weights: readonly bigint[],
  present: readonly bigint[],
  { place, name, value }: Above,
): Result<bigint[], TreeError> {
  const pinned = parts.filter(({ pin }) => pin !== undefined)
  const fixed = parts.reduce((sum, { pin }) => sum + (pin?.amount ?? 0n), 0n)
  const rest = value - fixed
  const openOf = (all: readonly bigint[]) => all.map((weight, index) => (parts[index]?.pin === undefined ? weight : 0n))
  const open = orElse(openOf(present), openOf(weights))
  const refused = (code: TreeError['code'], names: readonly TreeNode[]) =>
    ({ ok: false, error: { code, place, name, whole: value, fixed, names: names.map((part) => part.name) } }) as const
  if (rest < 0n) return refused('pins-over', pinned)
  if (rest > 0n && pinned.length === parts.length) return refused('pins-short', pinned)
  if (rest > 0n && open.every((weight) => weight === 0n))
    return refused(
      'nothing-open',
      parts.filter(({ pin }) => pin === undefined),
    )
  const shares = split(rest, open)
  return { ok: true, value: parts.map(({ pin }, index) => pin?.amount ?? shares[index] ?? 0n) }
}

function workedNode(
  { name, rule, pin, deal }: TreeNode,
  { place, value }: Above,
  computed: bigint,
  tree: WorkedTree | undefined,
): WorkedNode {
  return { name, place, rule, value, computed, pin, deal, deals: dealsOf(value, deal, tree), tree }
}

function dealsOf(value: bigint, deal: bigint | undefined, tree: WorkedTree | undefined): bigint | undefined {
  if (deal !== undefined) return ceilDivide(value, deal)
  return tree && dealsIn(tree)
}

/** The deals of all the parts that count in deals; undefined where none does. */
export function dealsIn({ parts }: WorkedTree): bigint | undefined {
  const counted = parts.flatMap(({ deals }) => (deals === undefined ? [] : [deals]))
  return counted.length === 0 ? undefined : counted.reduce((sum, deals) => sum + deals, 0n)
}

/** Every worked node, each before those under it. */
export function workedNodes({ parts }: WorkedTree): WorkedNode[] {
  return parts.flatMap((node) => [node, ...(node.tree === undefined ? [] : workedNodes(node.tree))])
}
