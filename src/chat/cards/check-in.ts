import type { DayNumber } from '../../app/check-in/day.js'
import type { CheckInPost } from '../../app/check-in/post.js'
import type { CheckIn } from '../../store/repository/check-ins.js'
import { askedInPassing } from '../in-passing.js'
import type { Button, Card, Line } from '../model.js'
import { asTyped, date, list, metricName, type Text, text } from '../text.js'
import { reportedTexts } from './day-numbers.js'

/** A check-in in the day's thread, as the team sees it. */
export function checkInCard({ name, on, form, numbers, notes, late, revision, takenBack }: CheckInPost): Card {
  if (takenBack === true) return { lines: [{ kind: 'text', text: text('check-in-taken-back-post', { name, on: date(on, 'weekday') }) }] }
  const lines = [...(form === 'morning' ? askedLines(numbers) : reportedLines(numbers)), ...noteLines(notes)]
  return {
    title: text(`check-in-post-${form}`, { name }),
    lines: lines.length === 0 ? [{ kind: 'text', text: text('check-in-post-empty') }] : lines,
    ...noteOf(late, revision, on),
  }
}

function askedLines(numbers: CheckInPost['numbers']): Line[] {
  const goals = numbers.flatMap(({ metric, amount, currency }) =>
    amount === 0n ? [] : [text('check-in-goal', { metric: metricName(metric), amount: askedInPassing(amount, currency) })],
  )
  return goals.length === 0 ? [] : [{ kind: 'text', text: text('check-in-asks', { goals: list(goals) }) }]
}

function reportedLines(numbers: CheckInPost['numbers']): Line[] {
  const items = reportedTexts(numbers.map(({ amount, ...number }) => ({ done: amount, ...number })))
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

function noteOf(late: boolean, revision: number, on: string): { note?: Text } {
  const facts = { on: date(on, 'weekday') }
  if (late) return { note: text(revision > 1 ? 'check-in-late-corrected' : 'check-in-late', facts) }
  return revision > 1 ? { note: text('check-in-corrected') } : {}
}

/** Notes in the order of the forms, each under its name. */
function noteLines(notes: Readonly<Record<string, string>>): Line[] {
  return NOTE_ORDER.flatMap((name) => {
    const words = notes[name]
    return words === undefined
      ? []
      : [
          { kind: 'text' as const, text: text(`note-said-${name}`) },
          { kind: 'quote' as const, text: asTyped(words) },
        ]
  })
}

const NOTE_ORDER = ['key-customers', 'new-leads', 'needs', 'objections', 'change', 'success', 'failure', 'improvement', 'note'] as const

/** To the member: what is kept now, with a way to change it and one to undo it. */
export function checkInSavedCard(checkIn: CheckIn, numbers: readonly DayNumber[], undoId: string | undefined): Card {
  const { on, form, teamId, late } = checkIn
  const reported = reportedTexts(numbers)
  return {
    title: text(undoId === undefined ? 'check-in-unchanged' : 'check-in-saved', { on: date(on, 'weekday') }),
    lines: [
      ...(form === 'morning' || reported.length === 0 ? [] : [{ kind: 'list' as const, items: reported }]),
      ...noteLines(checkIn.notes),
    ],
    buttons: savedButtons(teamId, `${form}:${on}`, undoId),
    ...(late ? { note: text('check-in-saved-late') } : {}),
  }
}

function savedButtons(teamId: string, formAndDay: string, undoId: string | undefined): Button[] {
  return [
    { label: text('button-edit'), action: `check-in:open:${teamId}:${formAndDay}` },
    ...(undoId === undefined ? [] : [{ label: text('button-undo'), action: `check-in:undo:${teamId}:${undoId}` }]),
  ]
}
