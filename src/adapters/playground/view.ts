import type { Button, Card, Field, Form, Line, Say } from '../../chat/model.js'
import { plainCard } from '../../chat/plain.js'
import { unreachable } from '../../chat/unreachable.js'

/** A card with its words already said: what the page draws. Text only, no markup: the page sets it as text. */
export interface CardView {
  readonly title?: string
  readonly lines: readonly LineView[]
  readonly buttons: readonly ButtonView[]
  readonly note?: string
  /** All of it from top to bottom, for notifications and tests. */
  readonly plain: string
}

export type LineView =
  | { readonly kind: 'heading' | 'text' | 'small' | 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'progress'; readonly label: string; readonly value: string; readonly doneShare: number; readonly paceShare?: number }
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly label: string; readonly align: 'start' | 'end' }[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'picture'; readonly url: string; readonly alt: string }
  | { readonly kind: 'divider' }

export interface ButtonView {
  readonly label: string
  readonly action: string
  readonly style: 'primary' | 'danger' | 'plain'
  readonly confirm?: string
}

export interface FormView {
  readonly key: string
  readonly context: string
  readonly title: string
  readonly intro: readonly LineView[]
  readonly fields: readonly FieldView[]
  readonly submit: string
}

export interface FieldView {
  readonly kind: Field['kind']
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional: boolean
  readonly long: boolean
  readonly unit?: string
  readonly maxLength?: number
  readonly extensions?: readonly string[]
  readonly maxBytes?: number
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly initial: string | readonly string[] | boolean
}

export function cardView(card: Card, say: Say): CardView {
  return {
    ...(card.title === undefined ? {} : { title: say(card.title) }),
    lines: card.lines.map((line) => lineView(line, say)),
    buttons: (card.buttons ?? []).map((button) => buttonView(button, say)),
    ...(card.note === undefined ? {} : { note: say(card.note) }),
    plain: plainCard(card, say),
  }
}

function lineView(line: Line, say: Say): LineView {
  switch (line.kind) {
    case 'heading':
    case 'text':
    case 'small':
    case 'quote':
      return { kind: line.kind, text: say(line.text) }
    case 'list':
      return { kind: 'list', items: line.items.map(say) }
    case 'facts':
      return { kind: 'facts', facts: line.facts.map(({ label, value }) => ({ label: say(label), value: say(value) })) }
    case 'progress': {
      const { doneShare, paceShare } = line
      return {
        kind: 'progress',
        label: say(line.label),
        value: say(line.value),
        doneShare,
        ...(paceShare === undefined ? {} : { paceShare }),
      }
    }
    case 'table':
      return {
        kind: 'table',
        columns: line.columns.map(({ label, align }) => ({ label: say(label), align })),
        rows: line.rows.map((row) => row.map(say)),
      }
    case 'picture':
      return { kind: 'picture', url: line.url, alt: say(line.alt) }
    case 'divider':
      return { kind: 'divider' }
    default:
      return unreachable(line)
  }
}

function buttonView({ label, action, style, confirm }: Button, say: Say): ButtonView {
  return { label: say(label), action, style: style ?? 'plain', ...(confirm === undefined ? {} : { confirm: say(confirm) }) }
}

export function formView(form: Form, say: Say): FormView {
  return {
    key: form.key,
    context: form.context,
    title: say(form.title),
    intro: (form.intro ?? []).map((line) => lineView(line, say)),
    fields: form.fields.map((field) => fieldView(field, say)),
    submit: say(form.submit),
  }
}

function fieldView(field: Field, say: Say): FieldView {
  return {
    kind: field.kind,
    name: field.name,
    label: say(field.label),
    ...(field.hint === undefined ? {} : { hint: say(field.hint) }),
    optional: field.optional ?? false,
    long: field.kind === 'text' && field.long === true,
    ...(field.kind === 'number' && field.unit !== undefined ? { unit: say(field.unit) } : {}),
    ...(field.kind === 'text' && field.maxLength !== undefined ? { maxLength: field.maxLength } : {}),
    options:
      field.kind === 'choice' || field.kind === 'choices' ? field.options.map(({ value, label }) => ({ value, label: say(label) })) : [],
    ...(field.kind === 'file' ? { extensions: field.extensions, maxBytes: field.maxBytes } : {}),
    initial: field.kind === 'file' ? '' : (field.initial ?? (field.kind === 'choices' ? [] : field.kind === 'toggle' ? false : '')),
  }
}
