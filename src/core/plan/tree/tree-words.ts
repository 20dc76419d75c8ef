import { z } from 'zod'
import { amountWords } from '../../amount/amount-words.js'
import { parseAmount } from '../../amount/parse-amount.js'
import type { Unit } from '../../amount/unit.js'
import { parseRate } from '../funnel.js'
import type { Result } from '../result.js'
import { type NodeRule, type PlanTree, TREE_DIMENSIONS, type TreeDimension, type TreeNode } from './plan-tree.js'
import { workOutTree } from './work-out.js'

/** A tree as a plan file has it: amounts and shares in words, so that they stay exact and are written back as they were read. */
export interface TreeWords {
  readonly by: TreeDimension
  readonly parts: readonly NodeWords[]
}

export interface NodeWords {
  readonly name: string
  /** '50%', '1/3'. Without share, amount or history the node takes a part of the rest. */
  readonly share?: string | undefined
  readonly amount?: string | undefined
  readonly history?: string | undefined
  /** The average deal. */
  readonly deal?: string | undefined
  /** The amount set by hand, with its reason. */
  readonly pin?: string | undefined
  readonly reason?: string | undefined
  readonly tree?: TreeWords | undefined
}

const words = z
  .union([z.string(), z.number()], { error: ({ input }) => (input === undefined ? 'missing' : 'not-a-number') })
  .transform(String)
  .pipe(z.string().max(80, 'too-long'))

const plainWords = (maximum: number) =>
  z
    .string()
    .max(maximum, 'too-long')
    .regex(/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u, 'not-a-name')

/** More than these are no plan that anybody can read, and would be slow. */
const MAX_PARTS = 1_000

/** The tree's shape. What its words mean depends on the target's unit: see readTreeWords. */
export const treeWords: z.ZodType<TreeWords> = z.strictObject({
  by: z.enum(TREE_DIMENSIONS, { error: ({ input }) => (input === undefined ? 'missing' : 'not-a-dimension') }),
  parts: z
    .array(
      z.strictObject({
        name: plainWords(100),
        share: words.optional(),
        amount: words.optional(),
        history: words.optional(),
        deal: words.optional(),
        pin: words.optional(),
        reason: plainWords(300).optional(),
        get tree() {
          return treeWords.optional()
        },
      }),
    )
    .min(1, 'no-parts')
    .max(MAX_PARTS, 'too-many'),
})

/** What is wrong in a tree, as the plan's schema tells it: a code with facts, at a path below the tree. */
export interface TreeIssue {
  readonly path: readonly (string | number)[]
  readonly code: string
  readonly facts: Readonly<Record<string, string>>
}

/** A tree read: its meaning, and its words as they are kept ('500k' as '500000'). */
export interface ReadTree {
  readonly tree: PlanTree
  readonly words: TreeWords
}

/**
 * Reads a tree's words in the target's unit, and works it out: a tree that cannot hold is refused where it is written.
 *
 * @param amount the target's, in minor units
 */
export function readTreeWords(written: TreeWords, unit: Unit, amount: bigint): Result<ReadTree, TreeIssue[]> {
  const issues: TreeIssue[] = []
  const tree = readLevel(written, unit, [], issues)
  if (issues.length > 0) return { ok: false, error: issues }
  const worked = workOutTree(tree, amount)
  if (worked.ok) return { ok: true, value: { tree, words: wordsOfTree(tree, unit) } }
  const { code, place, name = 'none', whole, fixed, names } = worked.error
  const facts = { name, names: names.join(', '), whole: amountWords(whole, unit), fixed: amountWords(fixed, unit) }
  return { ok: false, error: [{ path: place.flatMap((index) => ['parts', index, 'tree']), code: `tree-${code}`, facts }] }
}

/** The tree of a plan that is kept already. Whether it still holds for another amount, working it out tells. @throws RangeError for words that mean nothing: a bug */
export function keptTree(written: TreeWords, unit: Unit): PlanTree {
  const issues: TreeIssue[] = []
  const tree = readLevel(written, unit, [], issues)
  if (issues[0] !== undefined) throw new RangeError(`Cannot read a kept tree: ${issues[0].code} at ${issues[0].path.join('.')}`)
  return tree
}

type Path = readonly (string | number)[]

function readLevel({ by, parts }: TreeWords, unit: Unit, path: Path, issues: TreeIssue[]): PlanTree {
  const seen = new Set<string>()
  const nodes = parts.map((part, index): TreeNode => {
    const here = [...path, 'parts', index]
    if (seen.has(part.name)) issues.push({ path: [...here, 'name'], code: 'part-twice', facts: { name: part.name } })
    seen.add(part.name)
    const read = reader(unit, here, issues)
    const deal = part.deal === undefined ? undefined : read.amount('deal', part.deal)
    if (deal !== undefined && unit.kind === 'count') issues.push({ path: [...here, 'deal'], code: 'deal-of-a-count', facts: {} })
    else if (deal === 0n) issues.push({ path: [...here, 'deal'], code: 'deal-of-nothing', facts: {} })
    return {
      name: part.name,
      rule: readRule(part, read, here, issues),
      deal,
      pin: readPin(part, read, here, issues),
      tree: part.tree && readLevel(part.tree, unit, [...here, 'tree'], issues),
    }
  })
  return { by, parts: nodes }
}

interface Reader {
  amount(field: string, said: string): bigint
}

function reader(unit: Unit, here: Path, issues: TreeIssue[]): Reader {
  return {
    amount(field, said) {
      const parsed = parseAmount(said, unit)
      if (parsed.ok) return parsed.value
      issues.push({ path: [...here, field], code: parsed.reason, facts: { words: said } })
      return 0n
    },
  }
}

function readRule({ share, amount, history }: NodeWords, read: Reader, here: Path, issues: TreeIssue[]): NodeRule {
  const said = [share, amount, history].filter((each) => each !== undefined)
  if (said.length > 1) issues.push({ path: here, code: 'two-rules', facts: {} })
  if (amount !== undefined) return { kind: 'amount', amount: read.amount('amount', amount) }
  if (history !== undefined) return { kind: 'history', amount: read.amount('history', history) }
  if (share === undefined) return { kind: 'rest' }
  const parsed = /[%％/]|^0?\./.test(share) ? parseRate(share) : undefined
  if (parsed === undefined) issues.push({ path: [...here, 'share'], code: 'not-a-share', facts: { words: share } })
  return { kind: 'share', share: parsed ?? { num: 0n, den: 1n } }
}

function readPin({ pin, reason }: NodeWords, read: Reader, here: Path, issues: TreeIssue[]): TreeNode['pin'] {
  if (pin === undefined) {
    if (reason !== undefined) issues.push({ path: [...here, 'reason'], code: 'reason-without-pin', facts: {} })
    return undefined
  }
  if (reason === undefined) issues.push({ path: [...here, 'pin'], code: 'pin-without-reason', facts: {} })
  return { amount: read.amount('pin', pin), reason: reason ?? '' }
}

/** A tree as it is kept and written, each node's words in one order. */
export function wordsOfTree({ by, parts }: PlanTree, unit: Unit): TreeWords {
  return {
    by,
    parts: parts.map(({ name, rule, deal, pin, tree }) => ({
      name,
      ...ruleWords(rule, unit),
      ...(deal !== undefined && { deal: amountWords(deal, unit) }),
      ...(pin !== undefined && { pin: amountWords(pin.amount, unit), reason: pin.reason }),
      ...(tree !== undefined && { tree: wordsOfTree(tree, unit) }),
    })),
  }
}

function ruleWords(rule: NodeRule, unit: Unit): Pick<NodeWords, 'share' | 'amount' | 'history'> {
  switch (rule.kind) {
    case 'share':
      return { share: shareWords(rule.share) }
    case 'amount':
      return { amount: amountWords(rule.amount, unit) }
    case 'history':
      return { history: amountWords(rule.amount, unit) }
    case 'rest':
      return {}
  }
}

/** '12.5%' where that is exact, else a fraction: '1/3'. */
export function shareWords({ num, den }: { readonly num: bigint; readonly den: bigint }): string {
  const scale = 10n ** 9n
  if ((num * 100n * scale) % den !== 0n) return `${num}/${den}`
  const percent = (num * 100n * scale) / den
  const decimals = String(percent % scale)
    .padStart(9, '0')
    .replace(/0+$/, '')
  return `${percent / scale}${decimals === '' ? '' : `.${decimals}`}%`
}
