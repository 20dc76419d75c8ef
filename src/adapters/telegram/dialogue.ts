import { type Text, text } from '../../chat/text.js'
import { unreachable } from '../../chat/unreachable.js'
import type { Dialogue, DialogueField, DialogueValue, SentDocument } from './dialogue-state.js'

/** What a person does in a dialogue. */
export type Move =
  | { readonly kind: 'send' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'ask'; readonly field: string }
  | { readonly kind: 'back'; readonly field: string }
  | { readonly kind: 'skip'; readonly field: string }
  | { readonly kind: 'page'; readonly field: string; readonly page: number }
  | { readonly kind: 'pick'; readonly field: string; readonly value: string }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'sent'; readonly document: SentDocument }

export interface Step {
  readonly dialogue: Dialogue
  readonly next: 'show' | 'submit' | 'end'
  /** Why it did not go on: shown with the question, and as a toast where a button was pressed. */
  readonly word?: Text
}

/** What a move makes of a dialogue. Buttons can be pressed twice, late or in another client: a move that does not fit changes nothing. */
export function step(dialogue: Dialogue, move: Move): Step {
  switch (move.kind) {
    case 'send':
      return send(dialogue)
    case 'cancel':
      return { dialogue, next: 'end' }
    case 'ask':
      return ask(dialogue, fieldOf(dialogue, move.field))
    case 'back':
      return back(dialogue, fieldOf(dialogue, move.field))
    case 'skip':
      return skip(dialogue, fieldOf(dialogue, move.field))
    case 'page':
      return show(fieldOf(dialogue, move.field) === undefined ? dialogue : { ...dialogue, asking: { field: move.field, page: move.page } })
    case 'pick':
      return pick(dialogue, fieldOf(dialogue, move.field), move.value)
    case 'typed':
      return typed(dialogue, askedField(dialogue), move.text)
    case 'sent':
      return sent(dialogue, askedField(dialogue) ?? fileField(dialogue), move.document)
    default:
      return unreachable(move)
  }
}

/** A dialogue asks at once for what the form must have and has no value for. */
export function withNextQuestion(dialogue: Dialogue): Dialogue {
  const missing = dialogue.form.fields.find((field) => isMissing(dialogue, field))
  return missing === undefined ? overview(dialogue) : { ...dialogue, asking: { field: missing.name, page: 0 } }
}

/**
 * A form opens with its first question, unless numbers that are filled in come before it: they are to be looked at, and changed, first. Asked
 * for a reason straight away, a person would answer with the number.
 */
export function opened(dialogue: Dialogue): Dialogue {
  const first = dialogue.form.fields.find((field) => field.kind === 'number' || isMissing(dialogue, field))
  return first === undefined || isMissing(dialogue, first) || isEmpty(dialogue.values[first.name])
    ? withNextQuestion(dialogue)
    : overview(dialogue)
}

/** The house has refused the values: says so at the fields and asks for the first of them again. What is of no field here is of the whole form. */
export function withErrors(dialogue: Dialogue, errors: Readonly<Record<string, string>>): Dialogue {
  const { fields } = dialogue.form
  const wrong = fields.find(({ name, kind }) => errors[name] !== undefined && kind !== 'toggle')
  const ofFields = Object.fromEntries(fields.flatMap(({ name }) => (errors[name] === undefined ? [] : [[name, errors[name]]])))
  const others = Object.entries(errors).flatMap(([name, words]) => (name in ofFields ? [] : [words]))
  const refused = { ...overview(dialogue), errors: others.length === 0 ? ofFields : { ...ofFields, '': others.join('\n') } }
  return wrong === undefined ? refused : { ...refused, asking: { field: wrong.name, page: 0 } }
}

export function askedField(dialogue: Dialogue): DialogueField | undefined {
  return dialogue.asking === undefined ? undefined : fieldOf(dialogue, dialogue.asking.field)
}

/** Whether the next message is the answer. */
export function awaitsWords(dialogue: Dialogue): boolean {
  const kind = askedField(dialogue)?.kind
  return kind === 'text' || kind === 'number' || kind === 'date' || kind === 'file'
}

/** Whether a document that comes is an answer: the one file a form takes may be sent before it is asked for. */
export function awaitsDocument(dialogue: Dialogue): boolean {
  return awaitsWords(dialogue) || (askedField(dialogue) === undefined && fileField(dialogue) !== undefined)
}

export function isEmpty(value: DialogueValue | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function send(dialogue: Dialogue): Step {
  const missing = dialogue.form.fields.find((field) => isMissing(dialogue, field))
  if (missing === undefined) return { dialogue: overview(dialogue), next: 'submit' }
  return { dialogue: withNextQuestion(dialogue), next: 'show', word: text('telegram-missing', { field: missing.label }) }
}

function ask(dialogue: Dialogue, field: DialogueField | undefined): Step {
  if (field === undefined) return show(dialogue)
  if (field.kind === 'toggle') return show(overview(withValue(dialogue, field, dialogue.values[field.name] !== true)))
  return show({ ...dialogue, asking: { field: field.name, page: 0 } })
}

/** "Done" under several choices is an answer, and the next question may follow; elsewhere it leaves the question. */
function back(dialogue: Dialogue, field: DialogueField | undefined): Step {
  return show(field?.kind === 'choices' && !isMissing(dialogue, field) ? withNextQuestion(dialogue) : overview(dialogue))
}

function skip(dialogue: Dialogue, field: DialogueField | undefined): Step {
  if (field === undefined || !field.optional) return show(dialogue)
  return show(withNextQuestion(withValue(dialogue, field, field.kind === 'choices' ? [] : '')))
}

function pick(dialogue: Dialogue, field: DialogueField | undefined, value: string): Step {
  switch (field?.kind) {
    case 'choice':
      return field.options.some((option) => option.value === value)
        ? show(withNextQuestion(withValue(dialogue, field, value)))
        : show(dialogue)
    case 'choices':
      return field.options.some((option) => option.value === value)
        ? show(withValue(dialogue, field, toggled(dialogue, field, value)))
        : show(dialogue)
    case 'date':
      return isDate(value) ? show(withNextQuestion(withValue(dialogue, field, value))) : show(dialogue)
    default:
      return show(dialogue)
  }
}

function typed(dialogue: Dialogue, field: DialogueField | undefined, words: string): Step {
  switch (field?.kind) {
    case 'text':
      if (field.maxLength !== undefined && words.length > field.maxLength) {
        return refuse(dialogue, text('telegram-too-long', { length: words.length, most: field.maxLength }))
      }
      return show(withNextQuestion(withValue(dialogue, field, words)))
    case 'number':
      return show(withNextQuestion(withValue(dialogue, field, words)))
    case 'date':
      return isDate(words) ? show(withNextQuestion(withValue(dialogue, field, words))) : refuse(dialogue, text('telegram-no-date'))
    case 'file':
      return refuse(dialogue, text('telegram-no-file'))
    default:
      return show(dialogue)
  }
}

/** It stays with Telegram until the form is sent. */
function sent(dialogue: Dialogue, field: DialogueField | undefined, document: SentDocument): Step {
  if (field?.kind !== 'file') return show(dialogue)
  const { maxBytes } = field
  if (maxBytes !== undefined && document.bytes !== undefined && document.bytes > maxBytes) {
    return refuse(dialogue, text('input-file-too-large', { maximum: maxBytes / 1_000_000 }))
  }
  return show(withNextQuestion(withValue(dialogue, field, document)))
}

/** The question stays, and the person is told why. */
function refuse(dialogue: Dialogue, word: Text): Step {
  return { dialogue, next: 'show', word }
}

function withValue(dialogue: Dialogue, field: DialogueField, value: DialogueValue): Dialogue {
  const { [field.name]: _mended, '': _whole, ...errors } = dialogue.errors
  return { ...dialogue, values: { ...dialogue.values, [field.name]: value }, errors }
}

function toggled(dialogue: Dialogue, field: DialogueField, value: string): string[] {
  const now = dialogue.values[field.name]
  const chosen = new Set(Array.isArray(now) ? now : [])
  if (!chosen.delete(value)) chosen.add(value)
  return field.options.map((option) => option.value).filter((option) => chosen.has(option))
}

function overview(dialogue: Dialogue): Dialogue {
  const { asking: _asking, ...rest } = dialogue
  return rest
}

function show(dialogue: Dialogue): Step {
  return { dialogue, next: 'show' }
}

function fileField(dialogue: Dialogue): DialogueField | undefined {
  return dialogue.form.fields.find(({ kind }) => kind === 'file')
}

function fieldOf(dialogue: Dialogue, name: string): DialogueField | undefined {
  return dialogue.form.fields.find((field) => field.name === name)
}

function isMissing(dialogue: Dialogue, field: DialogueField): boolean {
  return !field.optional && isEmpty(dialogue.values[field.name])
}

/** A real day, written YYYY-MM-DD. */
function isDate(words: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return false
  const day = new Date(`${words}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(words)
}
