import type { Button, Card, Field, Form, Line, Option, Say } from '../../chat/model.js'
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

export type FieldView = FieldBaseView &
  (
    | { readonly kind: 'text'; readonly initial: string; readonly long: boolean; readonly maxLength?: number }
    | { readonly kind: 'number'; readonly initial: string; readonly unit?: string }
    | { readonly kind: 'choice'; readonly initial: string; readonly options: readonly OptionView[] }
    | { readonly kind: 'choices'; readonly initial: readonly string[]; readonly options: readonly OptionView[] }
    | { readonly kind: 'date'; readonly initial: string }
    | { readonly kind: 'toggle'; readonly initial: boolean }
    | { readonly kind: 'file'; readonly extensions: readonly string[]; readonly maxBytes: number }
  )

interface FieldBaseView {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional: boolean
}

export interface OptionView {
  readonly value: string
  readonly label: string
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
  const base = {
    name: field.name,
    label: say(field.label),
    ...(field.hint === undefined ? {} : { hint: say(field.hint) }),
    optional: field.optional ?? false,
  }
  const { kind } = field
  switch (kind) {
    case 'text': {
      const { initial = '', long = false, maxLength } = field
      return { ...base, kind, initial, long, ...(maxLength === undefined ? {} : { maxLength }) }
    }
    case 'number':
      return { ...base, kind, initial: field.initial ?? '', ...(field.unit === undefined ? {} : { unit: say(field.unit) }) }
    case 'choice':
      return { ...base, kind, initial: field.initial ?? '', options: optionViews(field.options, say) }
    case 'choices':
      return { ...base, kind, initial: field.initial ?? [], options: optionViews(field.options, say) }
    case 'date':
      return { ...base, kind, initial: field.initial ?? '' }
    case 'toggle':
      return { ...base, kind, initial: field.initial ?? false }
    case 'file':
      return { ...base, kind, extensions: field.extensions, maxBytes: field.maxBytes }
    default:
      return unreachable(kind)
  }
}

function optionViews(options: readonly Option[], say: Say): OptionView[] {
  return options.map(({ value, label }) => ({ value, label: say(label) }))
}
