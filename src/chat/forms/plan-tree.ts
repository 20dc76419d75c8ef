import { unitOf } from '../../app/plan/stored-plan.js'
import type { TreeView } from '../../app/plan/tree-view.js'
import { type NodePlace, nodeAt, TREE_DIMENSIONS } from '../../core/plan/tree/plan-tree.js'
import { type WorkedNode, workedNodes } from '../../core/plan/tree/work-out.js'
import type { Form, Option } from '../model.js'
import { amountOf, type Text, text } from '../text.js'
import { LONG_TEXT } from './plan.js'
import { treeLines } from './tree-lines.js'

/** A platform's choice takes a hundred. */
const MOST_OPTIONS = 100

/** Asks how one level is split; what stands there already is filled in. */
export function treeLevelForm(view: TreeView, place: NodePlace): Form {
  const { tree } = view
  const standing = place.length === 0 ? tree : tree && nodeAt(tree, place)?.tree
  return levelForm(
    view,
    [optionOf(view, place)],
    standing === undefined ? {} : { by: standing.by, lines: treeLines(standing, unitOf(view)) },
  )
}

/** Asks the same of a part that is to be chosen, one without a level of its own. */
export function treeDeeperForm(view: TreeView): Form {
  const leaves = view.worked === undefined ? [] : workedNodes(view.worked).filter(({ tree }) => tree === undefined)
  return levelForm(
    view,
    leaves.slice(0, MOST_OPTIONS).map(({ place }) => optionOf(view, place)),
    { by: 'person' },
  )
}

function levelForm(view: TreeView, options: readonly Option[], initial: { by?: string; lines?: string }): Form {
  return {
    key: 'tree-level',
    context: contextOf(view),
    title: text('tree-form-title'),
    submit: text('tree-form-submit'),
    fields: [
      { kind: 'choice', name: 'where', label: text('tree-field-where'), options, initial: options[0]?.value ?? WHOLE },
      {
        kind: 'choice',
        name: 'by',
        label: text('tree-field-by'),
        options: TREE_DIMENSIONS.map((value) => ({ value, label: text(`tree-by-${value}`) })),
        initial: initial.by ?? 'business',
        hint: text('tree-hint-people'),
      },
      {
        kind: 'text',
        name: 'lines',
        label: text('tree-field-lines'),
        hint: text('tree-hint-lines'),
        initial: (initial.lines ?? '').slice(0, LONG_TEXT),
        maxLength: LONG_TEXT,
        long: true,
        optional: true,
      },
    ],
  }
}

/** Asks for a value by hand and its reason. */
export function treePinForm(view: TreeView): Form {
  const nodes = view.worked === undefined ? [] : workedNodes(view.worked)
  return {
    key: 'tree-pin',
    context: contextOf(view),
    title: text('tree-pin-title'),
    submit: text('tree-form-submit'),
    fields: [
      {
        kind: 'choice',
        name: 'node',
        label: text('tree-field-node'),
        options: nodes.slice(0, MOST_OPTIONS).map(({ place }) => optionOf(view, place)),
        initial: nodes[0] === undefined ? '' : placeWords(nodes[0].place),
      },
      { kind: 'number', name: 'value', label: text('tree-field-value'), hint: text('tree-hint-value'), optional: true },
      { kind: 'text', name: 'reason', label: text('tree-field-reason'), hint: text('tree-hint-reason'), maxLength: 200, optional: true },
    ],
  }
}

function contextOf({ plan, metric }: TreeView): string {
  return `${plan.id}:${metric}`
}

/** The whole target's place has no number, and a choice needs a value. */
export const WHOLE = 'whole'

export function placeWords(place: NodePlace): string {
  return place.length === 0 ? WHOLE : place.join('.')
}

/** @returns undefined for what no form and no button of ours says */
export function placeIn(words: string): NodePlace | undefined {
  if (words === '' || words === WHOLE) return []
  return /^\d{1,4}(?:\.\d{1,4}){0,30}$/.test(words) ? words.split('.').map(Number) : undefined
}

function optionOf(view: TreeView, place: NodePlace): Option {
  return { value: placeWords(place), label: labelOf(view, place) }
}

function labelOf({ tree, worked, amount, currency }: TreeView, place: NodePlace): Text {
  if (place.length === 0 || tree === undefined) return text('tree-where-whole', { amount: amountOf(amount, currency) })
  const path = place.map((_, depth) => nodeAt(tree, place.slice(0, depth + 1))?.name ?? '').join(' › ')
  const value = (worked === undefined ? [] : workedNodes(worked)).find(
    (node: WorkedNode) => placeWords(node.place) === placeWords(place),
  )?.value
  return text('tree-where-node', { path: path.length > 40 ? `…${path.slice(-39)}` : path, amount: amountOf(value ?? 0n, currency) })
}
