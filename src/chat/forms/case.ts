import type { Form } from '../model.js'
import { period as periodArg, text } from '../text.js'

/** The longest case: what somebody reads on a phone in a minute. */
export const CASE_WORDS_MAX = 2_000

export function caseForm(teamId: string): Form {
  return {
    key: 'case-add',
    context: teamId,
    title: text('case-form-title'),
    submit: text('case-form-submit'),
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: text('case-field-kind'),
        options: (['success', 'failure', 'lesson'] as const).map((kind) => ({ value: kind, label: text(`case-kind-${kind}`) })),
        initial: 'success',
      },
      {
        kind: 'text',
        name: 'words',
        label: text('case-field-words'),
        hint: text('case-hint-words'),
        long: true,
        maxLength: CASE_WORDS_MAX,
      },
    ],
  }
}

/** The top seller's case of a month. */
export function topSellerCaseForm(teamId: string, monthId: string): Form {
  return {
    key: 'case-tell',
    context: `${teamId}:${monthId}`,
    title: text('case-tell-title'),
    intro: [{ kind: 'text', text: text('case-tell-intro', { period: periodArg(monthId) }) }],
    submit: text('case-tell-submit'),
    fields: [
      {
        kind: 'text',
        name: 'words',
        label: text('case-field-words'),
        hint: text('case-hint-words'),
        long: true,
        maxLength: CASE_WORDS_MAX,
      },
    ],
  }
}
