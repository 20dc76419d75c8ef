import type { PlanInput } from '../../core/plan/plan-input.js'
import type { Button, Card } from '../model.js'
import { metricName, period, text } from '../text.js'
import { keyActionsButton } from './key-actions.js'

/** What a draft can say beyond its numbers, each with what it is good for: kept off the draft's own card, which has to fit a phone. */
export function planRefineCard(planId: string, { period: of, targets }: PlanInput): Card {
  return {
    title: text('refine-title', { period: period(of) }),
    lines: [
      {
        kind: 'list',
        items: [
          text('refine-tree'),
          text('refine-time'),
          text('refine-actions'),
          text('refine-funnel'),
          text('refine-market'),
          text('refine-focus'),
        ],
      },
    ],
    buttons: [
      ...targets.slice(0, MOST_TREE_BUTTONS).map((target) => treeButton(planId, target)),
      { label: text('time-button-show'), action: `time:show:${planId}` },
      keyActionsButton(planId, 'key-actions-button'),
      funnelsButton(planId),
      { label: text('plan-button-market'), action: `plan:market:${planId}` },
      focusButton(planId),
      { label: text('agreement-button-draft'), action: `plan:draft:${planId}` },
    ],
    note: text('refine-note'),
  }
}

const MOST_TREE_BUTTONS = 4

function treeButton(planId: string, { metric, tree }: PlanInput['targets'][number]): Button {
  const facts = { metric: metricName(metric) }
  return tree === undefined
    ? { label: text('tree-button-new', facts), action: `tree:level:${planId}:${metric}:` }
    : { label: text('tree-button-show', facts), action: `tree:show:${planId}:${metric}` }
}

export function funnelsButton(planId: string): Button {
  return { label: text('plan-button-funnel'), action: `plan:funnels:${planId}` }
}

export function focusButton(planId: string): Button {
  return { label: text('plan-button-focus'), action: `plan:focus:${planId}` }
}
