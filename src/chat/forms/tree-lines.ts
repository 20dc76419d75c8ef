import { amountWords } from '../../core/amount/amount-words.js'
import { parseAmount } from '../../core/amount/parse-amount.js'
import type { Unit } from '../../core/amount/unit.js'
import { parseRate } from '../../core/plan/funnel.js'
import type { Result } from '../../core/plan/result.js'
import type { NodeRule, PlanTree, TreeNode } from '../../core/plan/tree/plan-tree.js'
import { shareWords } from '../../core/plan/tree/tree-words.js'
import { type Text, text } from '../text.js'

/** A level as the form shows it, a part on each line: 'Large 50% @500000'. */
export function treeLines({ parts }: PlanTree, unit: Unit): string {
  return parts
    .map(({ name, rule, deal }) => [name, ruleWords(rule, unit), deal === undefined ? '' : `@${amountWords(deal, unit)}`])
    .map((words) => words.filter((each) => each !== '').join(' '))
    .join('\n')
}

function ruleWords(rule: NodeRule, unit: Unit): string {
  switch (rule.kind) {
    case 'share':
      return shareWords(rule.share)
    case 'amount':
      return amountWords(rule.amount, unit)
    case 'history':
      return `last ${amountWords(rule.amount, unit)}`
    case 'rest':
      return ''
  }
}

/** Reads them again: 'Large 50% @500k', 'Large 50% 500k', '大客户：50% 每单50万', 'North 3m', 'South', 'Anna last 1.2m'. What is wrong is said of the first such line. */
export function parseTreeLines(words: string, unit: Unit): Result<readonly TreeNode[], Text> {
  const parts: TreeNode[] = []
  for (const line of words.normalize('NFKC').split('\n')) {
    const plain = line.trim()
    if (plain === '') continue
    const part = partOf(plain, unit)
    if (!part.ok) return part
    const { name } = part.value
    if (parts.some((each) => each.name === name)) return { ok: false, error: text('tree-line-twice', { name }) }
    parts.push(part.value)
  }
  return { ok: true, value: parts }
}

const DEAL = /[\s,，]*(?:@|\bat\s|(?:平均)?每单|平均单价|客单价|单价)\s*(?<deal>\S+)$/iu
const HISTORY = /^(?<name>.*?)[\s:,，]+(?:last|history|上期|历史)[\s:]*(?<amount>\S+)$/iu
/** A sum after a share is what a deal is worth: the part itself is said already. */
const SHARE_AND_DEAL = /^(?<shared>.*?[\s:,，]\d+(?:\.\d+)? ?%)[\s,，]+(?<deal>[^\s:,，]+)$/u
/** A name that holds one was read wrongly. */
const STRAY_SHARE = /(?:^|[\s:,，])\d+(?:\.\d+)? ?%/u
const SHARE = /^(?<name>.*?)[\s:,，]+(?<share>\d+(?:\.\d+)? ?%|\d+\/\d+)$/u
const VALUE = /^(?<name>.*?)[\s:,，]+(?<amount>[^\s:]+)$/u

function partOf(line: string, unit: Unit): Result<TreeNode, Text> {
  const refused = { ok: false, error: text('tree-line', { line: line.slice(0, 60) }) } as const
  const { dealWords, rest } = dealIn(line, unit)
  const deal = dealWords === undefined ? undefined : parseAmount(dealWords, unit)
  if (deal !== undefined && unit.kind === 'count') return { ok: false, error: text('tree-deal-of-count') }
  if (deal?.ok === false) return refused
  if (deal?.value === 0n) return { ok: false, error: text('tree-deal-of-nothing') }
  const read = ruleIn(rest, unit)
  const name = read?.name.replace(/^@/, '').trim() ?? ''
  if (read === undefined || name === '' || name.length > 100 || STRAY_SHARE.test(name)) return refused
  return { ok: true, value: { name, rule: read.rule, ...(deal === undefined ? {} : { deal: deal.value }) } }
}

function dealIn(line: string, unit: Unit): { dealWords?: string | undefined; rest: string } {
  const marked = DEAL.exec(line)?.groups?.deal
  if (marked !== undefined) return { dealWords: marked, rest: line.replace(DEAL, '') }
  const { shared, deal } = SHARE_AND_DEAL.exec(line)?.groups ?? {}
  if (shared === undefined || deal === undefined || !parseAmount(deal, unit).ok) return { rest: line }
  return { dealWords: deal, rest: shared }
}

/** A last word that is no number belongs to the name: 'North West'. Undefined for a share or a history that cannot be read. */
function ruleIn(words: string, unit: Unit): { name: string; rule: NodeRule } | undefined {
  const shared = SHARE.exec(words)?.groups
  if (shared !== undefined) {
    const share = parseRate(shared.share ?? '')
    return share && { name: shared.name ?? '', rule: { kind: 'share', share } }
  }
  const past = HISTORY.exec(words)?.groups
  if (past !== undefined) {
    const amount = parseAmount(past.amount ?? '', unit)
    return amount.ok ? { name: past.name ?? '', rule: { kind: 'history', amount: amount.value } } : undefined
  }
  const set = VALUE.exec(words)?.groups
  const amount = set && parseAmount(set.amount ?? '', unit)
  return amount?.ok ? { name: set?.name ?? '', rule: { kind: 'amount', amount: amount.value } } : { name: words, rule: { kind: 'rest' } }
}
