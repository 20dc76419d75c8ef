import type { Pinned } from '../../app/plan/change-tree.js'
import type { TreeView } from '../../app/plan/tree-view.js'
import { dealsIn, type WorkedNode, type WorkedTree, workedNodes } from '../../core/plan/tree/work-out.js'
import type { Button, Card, Line } from '../model.js'
import { amountOf, metricName, period, share, type Text, type TextArg, text } from '../text.js'

/** A tree as lines below a target's heading, each part with where its value comes from. Of a large one the first parts. */
export function treeLines(tree: WorkedTree, currency: string | undefined, most: number): Line[] {
  const nodes = workedNodes(tree)
  const deals = dealsIn(tree)
  const shown = nodes.slice(0, most)
  return [
    { kind: 'text', text: text('tree-by', { by: text(`tree-by-${tree.by}`) }) },
    { kind: 'list', items: shown.map((node) => nodeText(node, currency)) },
    ...(deals === undefined ? [] : [{ kind: 'text' as const, text: text('tree-deals', { deals }) }]),
    ...(nodes.length > most ? [{ kind: 'text' as const, text: text('tree-more', { count: nodes.length - most }) }] : []),
  ]
}

function nodeText(node: WorkedNode, currency: string | undefined): Text {
  const { name, value, deals, place } = node
  const facts = { indent: indentOf(place), name, value: amountOf(value, currency), how: howText(node, currency) }
  return deals === undefined ? text('tree-node', facts) : text('tree-node-deals', { ...facts, deals })
}

/** Levels below the first stand in: a phone has room for a few dots, not for columns. */
export function indentOf(place: readonly number[]): string {
  return '· '.repeat(place.length - 1)
}

function howText({ rule, pin, computed, deal }: WorkedNode, currency: string | undefined): Text {
  if (pin !== undefined) return text('tree-how-pinned', { reason: pin.reason, computed: amountOf(computed, currency) })
  const facts = { ...ruleFacts(rule, currency), ...(deal === undefined ? {} : { deal: amountOf(deal, currency) }) }
  return deal === undefined ? text(`tree-how-${rule.kind}`, facts) : text(`tree-how-${rule.kind}-deal`, facts)
}

function ruleFacts(rule: WorkedNode['rule'], currency: string | undefined): Record<string, TextArg> {
  if (rule.kind === 'share') return { share: share(Number(rule.share.num) / Number(rule.share.den)) }
  return rule.kind === 'history' ? { history: amountOf(rule.amount, currency) } : {}
}

/** A target's whole tree, with what changes it. */
export function planTreeCard({ plan, metric, currency, amount, period: id, worked, reachesPeople, mayChange }: TreeView): Card {
  const lines: Line[] = [{ kind: 'text', text: text('tree-whole', { amount: amountOf(amount, currency) }) }]
  if (worked === undefined) lines.push({ kind: 'text', text: text('tree-none') })
  else lines.push(...treeLines(worked, currency, MOST_NODES))
  if (worked !== undefined && !reachesPeople) lines.push({ kind: 'text', text: text('tree-unassigned') })
  return {
    title: text('tree-title', { metric: metricName(metric), period: period(id) }),
    lines,
    ...(mayChange ? { buttons: treeButtons(`${plan.id}:${metric}`, worked, metric) } : {}),
    note: text('tree-note'),
  }
}

/** Adapters page what is long; beyond this nobody reads on. */
export const MOST_NODES = 60
const MOST_LEVEL_BUTTONS = 6

function treeButtons(spot: string, worked: WorkedTree | undefined, metric: TreeView['metric']): Button[] {
  if (worked === undefined)
    return [{ label: text('tree-button-new', { metric: metricName(metric) }), action: `tree:level:${spot}:`, style: 'primary' }]
  const levels = workedNodes(worked).filter(({ tree }) => tree !== undefined)
  return [
    { label: text('tree-button-pin'), action: `tree:pin:${spot}`, style: 'primary' },
    { label: text('tree-button-deeper'), action: `tree:deeper:${spot}` },
    { label: text('tree-button-level-top'), action: `tree:level:${spot}:` },
    { label: text('why-draft-button'), action: `plan:why:${spot}` },
    ...levels
      .slice(0, MOST_LEVEL_BUTTONS)
      .map(({ name, place }) => ({ label: text('tree-button-level', { name }), action: `tree:level:${spot}:${place.join('.')}` }))
      .filter(({ action }) => Buffer.byteLength(action) <= 64),
  ]
}

/** What a value set by hand does to the rest of its tree. */
export function pinnedCard({ draft, node, currency, changes }: Pinned, metric: string): Card {
  const others = changes.filter(({ place }) => place.join('.') !== node.place.join('.'))
  const facts = { name: node.name, value: amountOf(node.value, currency), computed: amountOf(node.computed, currency) }
  return {
    title: node.pin === undefined ? text('tree-unpinned-title', facts) : text('tree-pinned-title', facts),
    lines: [
      ...(node.pin === undefined ? [] : [{ kind: 'text' as const, text: text('tree-pinned-text', { ...facts, reason: node.pin.reason }) }]),
      ...(others.length === 0
        ? [{ kind: 'text' as const, text: text('tree-no-change') }]
        : [
            { kind: 'text' as const, text: text('tree-absorbed') },
            {
              kind: 'list' as const,
              items: others.slice(0, MOST_NODES).map(({ name, place, before, after }) =>
                text('tree-change', {
                  indent: indentOf(place),
                  name,
                  before: amountOf(before, currency),
                  after: amountOf(after, currency),
                }),
              ),
            },
          ]),
    ],
    buttons: [
      ...(node.pin === undefined
        ? []
        : [{ label: text('tree-button-unpin'), action: `tree:unpin:${draft.id}:${metric}:${node.place.join('.')}` }]),
      { label: text('tree-button-draft'), action: `plan:draft:${draft.id}`, style: 'primary' },
    ].filter(({ action }) => Buffer.byteLength(action) <= 64) as Button[],
    note: text('tree-pinned-note'),
  }
}
