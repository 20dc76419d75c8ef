import type { TargetView } from '../../app/target/read.js'
import type { AttainedNode } from '../../core/plan/tree/tree-attainment.js'
import { doneOfTarget, inPassing } from '../in-passing.js'
import type { Line } from '../model.js'
import { amountOf, asTyped, metricName, partOf, period as periodArg, share, type Text, text } from '../text.js'
import { indentOf } from './plan-tree.js'
import { attainmentLine } from './weekly-attainment.js'

/** A year's quarters or a quarter's months, three narrow columns that a phone has room for. */
export function timeLines({ times }: Pick<TargetView, 'times'>, metric: string): Line[] {
  const found = times.find((each) => each.metric === metric)
  if (found === undefined || found.parts.length < 2) return []
  const { currency } = found
  return [
    {
      kind: 'table',
      columns: [
        { label: text('target-column-part'), align: 'start' },
        { label: text('target-column-done'), align: 'end' },
        { label: text('target-column-target'), align: 'end' },
        { label: text('target-column-attained'), align: 'end' },
      ],
      rows: found.parts.map(({ period, target, done }) => {
        const amounts = target === undefined ? { done: inPassing(done, currency) } : doneOfTarget(done, target, currency)
        return [
          text('target-part', { period: partOf(period.id) }),
          text('plan-amount', { amount: amounts.done }),
          'target' in amounts ? text('plan-amount', { amount: amounts.target }) : asTyped('–'),
          shareText(done, target),
        ]
      }),
    },
  ]
}

function shareText(done: bigint, target: bigint | undefined): Text {
  return target === undefined || target === 0n ? asTyped('–') : text('as-typed', { words: share(Number(done) / Number(target)) })
}

/** A bar fits a message some dozens of times; of what lies deeper only the plan's own card tells. */
const MOST_NODES = 24

/** How the parts of a metric's tree stand: a bar where what was done is known apart, else the target alone. */
export function treeLines({ trees, period }: Pick<TargetView, 'trees' | 'period'>, metric: string): Line[] {
  const tree = trees.find((each) => each.metric === metric)
  if (tree === undefined) return []
  const { nodes, currency, planPeriod } = tree
  const isPart = planPeriod.id !== period.id
  const said = { metric: metricName(metric), period: periodArg(planPeriod.id) }
  return [
    { kind: 'heading', text: text(isPart ? 'target-tree-part' : 'target-tree', said) },
    ...nodes.slice(0, MOST_NODES).map((node) => nodeLine(node, currency)),
    ...(nodes.length > MOST_NODES ? [{ kind: 'text' as const, text: text('tree-more', { count: nodes.length - MOST_NODES }) }] : []),
    ...(nodes.some(({ done }) => done === undefined) ? [{ kind: 'text' as const, text: text('target-tree-untold') }] : []),
  ]
}

function nodeLine({ name, place, target, done, isPinned }: AttainedNode, currency: string | undefined): Line {
  const label = text(isPinned ? 'target-node-pinned' : 'target-node', { indent: indentOf(place), name })
  if (done === undefined) return { kind: 'facts', facts: [{ label, value: text('plan-amount', { amount: amountOf(target, currency) }) }] }
  return attainmentLine(label, { currency, target, done, attainmentShare: target === 0n ? null : Number(done) / Number(target) })
}
