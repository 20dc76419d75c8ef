import { TEMPLATE_KEYS, type TemplateKey } from '../../core/plan/templates/plan-templates.js'
import type { Field, Form } from '../model.js'
import { type PeriodArg, type Text, text } from '../text.js'

export interface TemplateFormFacts {
  readonly teamId: string
  readonly periods: readonly PeriodArg[]
  readonly currency: string
  /** The one that was asked for. */
  readonly template: TemplateKey | undefined
}

/** Asks for what a whole plan is made from: a kind of business, a period and the revenue. */
export function planTemplateForm({ teamId, periods, currency, template }: TemplateFormFacts): Form {
  return {
    key: 'plan-template',
    context: teamId,
    title: text('template-form-title'),
    submit: text('plan-form-submit'),
    intro: [
      { kind: 'text', text: text('template-form-intro') },
      { kind: 'list', items: TEMPLATE_KEYS.map(templateLine) },
    ],
    fields: [
      {
        kind: 'choice',
        name: 'template',
        label: text('template-field'),
        options: TEMPLATE_KEYS.map((key) => ({ value: key, label: templateName(key) })),
        initial: template ?? TEMPLATE_KEYS[0],
      },
      {
        kind: 'choice',
        name: 'period',
        label: text('plan-field-period'),
        options: periods.map((each) => ({ value: each.id, label: text('plan-period-option', { period: each }) })),
        ...(periods[0] === undefined ? {} : { initial: periods[0].id }),
      },
      { kind: 'number', name: 'amount', label: text('template-field-amount'), hint: text('plan-hint-amount', { currency }) },
    ],
  }
}

/** The first question of a new plan's long form: with a template, what follows holds for the whole of it. */
export function templateField(): Field {
  return {
    kind: 'choice',
    name: 'template',
    label: text('template-field'),
    hint: text('template-hint'),
    options: [
      { value: NO_TEMPLATE, label: text('template-none') },
      ...TEMPLATE_KEYS.map((key) => ({ value: key, label: templateName(key) })),
    ],
    initial: NO_TEMPLATE,
  }
}

export const NO_TEMPLATE = 'none'

export function templateName(key: TemplateKey): Text {
  return text(`template-name-${key}`)
}

function templateLine(key: TemplateKey): Text {
  return text('template-line', { name: templateName(key), what: text(`template-what-${key}`) })
}
