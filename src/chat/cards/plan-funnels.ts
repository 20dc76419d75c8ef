import type { PlanInput } from '../../core/plan/plan-input.js'
import type { Card } from '../model.js'
import { metricName, text } from '../text.js'

/** The funnels of a plan, each to be changed, and another to be added. */
export function planFunnelsCard(planId: string, { funnels = [] }: PlanInput): Card {
  return {
    title: text('funnel-list-title'),
    lines: [
      {
        kind: 'list',
        items: funnels.map(({ name, target, stages }) =>
          text('funnel-list-line', { name, target: metricName(target), stages: stages.length }),
        ),
      },
    ],
    buttons: [
      ...funnels.map(({ name }, place) => ({ label: text('funnel-button-change', { name }), action: `plan:funnel:${planId}:${place}` })),
      { label: text('funnel-button-new'), action: `plan:funnel:${planId}:new`, style: 'primary' as const },
      ...funnels.map(({ name }, place) => ({
        label: text('funnel-button-drop', { name }),
        action: `plan:unfunnel:${planId}:${place}`,
        style: 'danger' as const,
      })),
    ],
    note: text('funnel-list-note'),
  }
}
