import type { Temporal } from 'temporal-polyfill'
import type { Form } from '../model.js'
import { text } from '../text.js'

/** Two dates. @param memberId somebody else's leave, marked by who runs the team */
export function leaveForm(teamId: string, from: Temporal.PlainDate, memberId?: string): Form {
  return {
    key: 'leave',
    context: memberId === undefined ? teamId : `${teamId}:${memberId}`,
    title: text('leave-form-title'),
    intro: [{ kind: 'text', text: text('leave-form-intro') }],
    submit: text('leave-form-submit'),
    fields: [
      { kind: 'date', name: 'from', label: text('leave-field-from'), initial: from.toString(), comingFrom: from.toString() },
      { kind: 'date', name: 'to', label: text('leave-field-to'), hint: text('leave-hint-to'), optional: true, comingFrom: from.toString() },
    ],
  }
}
