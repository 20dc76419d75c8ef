import type { PlanPublishedPost } from '../../app/plan/post.js'
import type { Card } from '../model.js'
import { amountOf, metricName, period, text } from '../text.js'
import { keyActionLines } from './key-actions.js'
import { whyButton } from './target-buttons.js'

/** To the team: what holds from now on. A post without targets says that the plan was recalled and nothing took its place. */
export function planPublishedCard({ teamId, period: of, by, version, targets, recalled, reason, actions }: PlanPublishedPost): Card {
  const why = reason === undefined ? [] : [{ kind: 'text' as const, text: text('plan-reason', { reason }) }]
  if (targets.length === 0)
    return {
      title: text('plan-recalled-title', { period: period(of) }),
      lines: [{ kind: 'text', text: text('plan-recalled-text', { by, version }) }, ...why],
    }
  const told =
    recalled === undefined
      ? { title: text('plan-published-title', { period: period(of) }), said: text('plan-published-text', { by, version }) }
      : { title: text('plan-restored-title', { period: period(of), version }), said: text('plan-restored-text', { by, version, recalled }) }
  return {
    title: told.title,
    lines: [
      { kind: 'text', text: told.said },
      {
        kind: 'list',
        items: targets.map(({ metric, amount, currency }) =>
          text('plan-target', { metric: metricName(metric), amount: amountOf(amount, currency) }),
        ),
      },
      ...why,
      ...keyActionLines({ actions }),
    ],
    ...(teamId === undefined ? {} : { buttons: [whyButton(of, teamId, 'team')] }),
    note: text('plan-published-note'),
  }
}
