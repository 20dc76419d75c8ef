import type { MorningPost } from '../../app/posts.js'
import { inPassing } from '../in-passing.js'
import type { Card, Line } from '../model.js'
import { date, list, metricName, type Text, text } from '../text.js'

/** What today asks of each member, in the team's conversation; check-ins go in its thread. */
export function morningCard({ teamId, on, lateMinutes, members, onLeave }: MorningPost): Card {
  return {
    title: text('morning-title', { on: date(on, 'long') }),
    lines: [
      ...(lateMinutes === undefined ? [] : [{ kind: 'text' as const, text: text('morning-late') }]),
      ...members.flatMap(memberLines),
      ...(onLeave.length === 0 ? [] : [{ kind: 'text' as const, text: text('morning-on-leave', { names: list(onLeave) }) }]),
      { kind: 'text', text: text('morning-golden') },
    ],
    buttons: [
      { label: text('check-in'), action: `check-in:open:${teamId}:auto:${on}`, style: 'primary' },
      { label: text('morning-button-mine'), action: `target:show:day:${teamId}` },
    ],
    note: text('morning-note'),
  }
}

function memberLines({ name, goals, improvement }: MorningPost['members'][number]): Line[] {
  const focus: Text =
    goals.length === 0
      ? text('morning-member-none', { name })
      : text('morning-member', {
          name,
          goals: list(
            goals.map(({ metric, amount, currency }) =>
              text('check-in-goal', { metric: metricName(metric), amount: inPassing(amount, currency) }),
            ),
          ),
        })
  return [
    { kind: 'text', text: focus },
    ...(improvement === undefined ? [] : [{ kind: 'quote' as const, text: text('morning-promised', { words: improvement }) }]),
  ]
}
