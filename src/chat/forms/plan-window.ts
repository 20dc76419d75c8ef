import type { Temporal } from 'temporal-polyfill'
import type { OverriddenAct } from '../../app/plan/post.js'
import type { CheckKey } from '../../core/plan/checks/check.js'
import type { Form } from '../model.js'
import { list, period, text } from '../text.js'
import { LONG_REASON } from './agreement.js'

/** Opens a window for the team's managers. @param endsOn what is offered */
export function windowForm(teamId: string, endsOn: Temporal.PlainDate): Form {
  return {
    key: 'plan-window',
    context: teamId,
    title: text('window-form-title'),
    submit: text('window-form-submit'),
    intro: [{ kind: 'text', text: text('window-form-intro') }],
    fields: [
      { kind: 'date', name: 'endsOn', label: text('window-field-end'), hint: text('window-hint-end'), initial: endsOn.toString() },
      { kind: 'text', name: 'reason', label: text('window-field-reason'), maxLength: LONG_REASON, long: true },
    ],
  }
}

export interface Overridden {
  readonly act: OverriddenAct
  readonly planId: string
  /** The plan's period. */
  readonly of: string
  readonly blocked: readonly CheckKey[]
  /** It changes what is published, outside a window. */
  readonly isClosed: boolean
}

/** An admin's one reason, for all that it overrides: blocked checks, a closed window, or both. */
export function overrideForm({ act, planId, of, blocked, isClosed }: Overridden): Form {
  const checks = list(blocked.map((check) => text(`check-name-${check}`)))
  const said = [
    ...(blocked.length === 0 ? [] : [text('override-form-blocked', { checks, count: blocked.length })]),
    ...(isClosed ? [text('override-form-closed', { period: period(of) })] : []),
  ]
  return {
    key: 'plan-override',
    context: `${act}:${planId}`,
    title: text(act === 'publish' ? 'override-form-title' : 'override-form-recall'),
    submit: text(act === 'publish' ? 'plan-button-publish' : 'plan-button-recall'),
    intro: said.map((each) => ({ kind: 'text', text: each })),
    fields: [
      {
        kind: 'text',
        name: 'reason',
        label: text('override-field-reason'),
        hint: text('override-hint-reason'),
        maxLength: LONG_REASON,
        long: true,
      },
    ],
  }
}
