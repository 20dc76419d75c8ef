import { type Fraction, leastCommonMultiple } from '../../amount/fraction.js'
import type { Result } from '../result.js'
import type { NodeRule, TreeNode } from './plan-tree.js'

/** Shares and amounts come to `fixed` of the whole: too much, or too little with nobody to take the rest. */
export interface WeightsError {
  readonly code: 'shares-not-whole' | 'shares-over'
  readonly fixed: bigint
}

/**
 * What the nodes of a level weigh by their rules, exactly: of a `whole` each gets its weight's part. Only the ratio counts.
 *
 * @param whole what the rules were made for, minor units or a count, not negative: amounts are a part of it
 */
export function levelWeights(whole: bigint, nodes: readonly TreeNode[]): Result<bigint[], WeightsError> {
  const rules = nodes.map(({ rule }) => rule)
  const common = rules.reduce((multiple, rule) => (rule.kind === 'share' ? leastCommonMultiple(multiple, rule.share.den) : multiple), 1n)
  // A share of nothing is still a share of what may come later, so that a target of zero has the same tree as every other.
  const base = whole === 0n ? 1n : whole
  const taken = rules.map((rule) => takenBy(rule, base, common))
  const fixed = sumOf(taken)
  const left = base * common - fixed
  const claims = claimsOf(rules)
  const claimed = sumOf(claims)
  if (left < 0n) return { ok: false, error: { code: 'shares-over', fixed: fixed / common } }
  if (left > 0n && claimed === 0n) return { ok: false, error: { code: 'shares-not-whole', fixed: fixed / common } }
  const scale = claimed === 0n ? 1n : claimed
  return { ok: true, value: taken.map((amount, index) => amount * scale + left * (claims[index] ?? 0n)) }
}

function takenBy(rule: NodeRule, base: bigint, common: bigint): bigint {
  switch (rule.kind) {
    case 'share':
      return base * partOf(rule.share, common)
    case 'amount':
      return rule.amount * common
    case 'history':
    case 'rest':
      return 0n
  }
}

function partOf({ num, den }: Fraction, common: bigint): bigint {
  return num * (common / den)
}

/** How those that take the rest share it: by history, and without any as much as the average history. */
function claimsOf(rules: readonly NodeRule[]): bigint[] {
  const histories = rules.flatMap((rule) => (rule.kind === 'history' ? [rule.amount] : []))
  const total = sumOf(histories)
  // Times the number of histories, so that the average is whole. Where nobody has done anything yet, all weigh the same.
  const hasPast = total > 0n
  return rules.map((rule) => {
    if (rule.kind === 'history') return hasPast ? rule.amount * BigInt(histories.length) : 1n
    if (rule.kind === 'rest') return hasPast ? total : 1n
    return 0n
  })
}

function sumOf(parts: readonly bigint[]): bigint {
  return parts.reduce((sum, part) => sum + part, 0n)
}
