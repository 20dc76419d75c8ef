import type { TargetChangedPost } from '../../app/plan/post.js'
import type { Card } from '../model.js'
import { amountOf, metricName, period, type Text, text } from '../text.js'
import { whyButton } from './target-buttons.js'

/** To one member: their own numbers before and after. */
export function targetChangedCard({ teamId, period: of, by, act, changes, reason }: TargetChangedPost): Card {
  const isFirst = changes.every(({ before }) => before === null)
  return {
    title: text('target-changed-title', { period: period(of) }),
    lines: [
      {
        kind: 'text',
        text: text(act === 'recall' ? 'target-changed-recalled' : isFirst ? 'target-changed-first' : 'target-changed-text', { by }),
      },
      { kind: 'list', items: changes.map(changeText) },
      ...(reason === undefined ? [] : [{ kind: 'text' as const, text: text('plan-reason', { reason }) }]),
    ],
    // Where nothing is asked any more, there is no number to lead back.
    ...(teamId === undefined || changes.every(({ after }) => after === null) ? {} : { buttons: [whyButton(of, teamId, 'me')] }),
    note: text('target-changed-note'),
  }
}

/** No target and a target of zero are different things. */
function changeText({ metric, currency, before, after }: TargetChangedPost['changes'][number]): Text {
  const facts = { metric: metricName(metric), before: amountOf(before ?? 0n, currency), after: amountOf(after ?? 0n, currency) }
  if (after === null) return text('target-changed-gone', facts)
  if (before === null) return text('target-changed-new', facts)
  return before === after ? text('target-changed-days', facts) : text('target-changed-amount', facts)
}
