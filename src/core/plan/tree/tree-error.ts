import type { NodePlace } from './plan-tree.js'

/**
 * Why a level of a tree cannot be worked out. Amounts in the target's minor units.
 * - 'shares-not-whole': shares and amounts leave something over that no node takes.
 * - 'shares-over': shares and amounts come to more than there is.
 * - 'pins-over': the pins come to more than there is, so the rest would be negative.
 * - 'pins-short': every node is pinned and they come to less.
 * - 'nothing-open': a rest is left, but the nodes that are not pinned have a share of nothing.
 */
export interface TreeError {
  readonly code: 'shares-not-whole' | 'shares-over' | 'pins-over' | 'pins-short' | 'nothing-open'
  /** The node whose level it is; [] for the top level. */
  readonly place: NodePlace
  /** Its name; undefined for the whole target. */
  readonly name: string | undefined
  /** What there is to split. */
  readonly whole: bigint
  /** What the fixed nodes come to. */
  readonly fixed: bigint
  /** The nodes that make it impossible, by name. */
  readonly names: readonly string[]
}
