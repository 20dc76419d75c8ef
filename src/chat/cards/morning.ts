import type { MorningPost } from '../../app/check-in/post.js'
import { askedInPassing } from '../in-passing.js'
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

function memberLines({ name, goals, actions = [], improvement }: MorningPost['members'][number]): Line[] {
  const focus: Text =
    goals.length === 0
      ? text('morning-member-none', { name })
      : text('morning-member', {
          name,
          goals: list(
            goals.map(({ metric, amount, currency }) =>
              text('check-in-goal', { metric: metricName(metric), amount: askedInPassing(amount, currency) }),
            ),
          ),
        })
  return [
    { kind: 'text', text: actions.length === 0 ? focus : text('morning-member-actions', { focus, actions: list(actionTexts(actions)) }) },
    ...(improvement === undefined ? [] : [{ kind: 'quote' as const, text: text('morning-promised', { words: improvement }) }]),
  ]
}

/** More would be no focus: the rest stands in each one's own /target. */
const ACTIONS_SHOWN = 4

function actionTexts(actions: NonNullable<MorningPost['members'][number]['actions']>): Text[] {
  const left = actions.length - ACTIONS_SHOWN
  return [
    ...actions.slice(0, ACTIONS_SHOWN).map(({ action, count }) => text('morning-action', { action, count })),
    ...(left > 0 ? [text('morning-actions-more', { count: left })] : []),
  ]
}
