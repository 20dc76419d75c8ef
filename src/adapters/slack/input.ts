import type { types } from '@slack/bolt'
import type { Field, FormValues, Option, Say } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import { unreachable } from '../../chat/unreachable.js'
import { fieldOf } from './block-id.js'
import { cut } from './escape.js'
import { limits } from './limits.js'
import type { StateValues } from './payload.js'
import { plain } from './unit.js'

type Input = types.InputBlock['element']
type OptionGroup = NonNullable<types.StaticSelect['option_groups']>[number]

/** A field's element; its action_id is the field's kind, by which the answer is read. Undefined for a list of nothing. */
export function inputElement(field: Field, say: Say): Input | undefined {
  switch (field.kind) {
    case 'text':
      return textInput('text', field.initial, Math.min(field.maxLength ?? limits.plainInput, limits.plainInput), field.long === true)
    case 'number':
      // Not Slack's number input: people type "1.2万" and "3k".
      return textInput('number', field.initial, limits.plainInput, false)
    case 'choice':
      return choiceInput(field.options, field.initial, say)
    case 'choices':
      return choicesInput(field.options, field.initial ?? [], say)
    case 'date':
      return { type: 'datepicker', action_id: 'date', ...(isDate(field.initial) ? { initial_date: field.initial } : {}) }
    case 'toggle': {
      const on = optionOf({ value: 'on', label: text('slack-toggle-on') }, say)
      return { type: 'checkboxes', action_id: 'toggle', options: [on], ...(field.initial === true ? { initial_options: [on] } : {}) }
    }
    case 'file':
      // Its limit comes back with the submission, which does not know the form.
      return {
        type: 'file_input',
        action_id: `file:${field.maxBytes}`,
        filetypes: [...field.extensions],
        max_files: 1,
      }
    default:
      return unreachable(field)
  }
}

/** What was answered, by field name, files aside. Blocks of other forms and elements we did not make are passed over. */
export function valuesOf(form: string, values: StateValues): FormValues {
  const found: Record<string, FormValues[string]> = {}
  for (const [blockId, elements] of Object.entries(values)) {
    const name = fieldOf(form, blockId)
    if (name === undefined) continue
    for (const [kind, answer] of Object.entries(elements)) {
      const options = (answer.selected_options ?? []).map(({ value }) => value)
      if (kind === 'text' || kind === 'number') found[name] = answer.value ?? ''
      else if (kind === 'choice') found[name] = answer.selected_option?.value ?? ''
      else if (kind === 'choices') found[name] = options
      else if (kind === 'date') found[name] = answer.selected_date ?? ''
      else if (kind === 'toggle') found[name] = options.includes('on')
    }
  }
  return found
}

function textInput(kind: 'text' | 'number', initial: string | undefined, maxLength: number, isLong: boolean): types.PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: kind,
    multiline: isLong,
    max_length: maxLength,
    ...(initial === undefined || initial === '' ? {} : { initial_value: cut(initial, maxLength) }),
  }
}

function choiceInput(options: readonly Option[], initial: string | undefined, say: Say): types.StaticSelect | undefined {
  if (options.length === 0) return undefined
  const chosen = options.find(({ value }) => value === initial)
  return {
    type: 'static_select',
    action_id: 'choice',
    ...listed(options, say),
    ...(chosen === undefined ? {} : { initial_option: optionOf(chosen, say) }),
  }
}

function choicesInput(
  options: readonly Option[],
  initial: readonly string[],
  say: Say,
): types.Checkboxes | types.MultiStaticSelect | undefined {
  if (options.length === 0) return undefined
  const chosen = options.filter(({ value }) => initial.includes(value)).map((option) => optionOf(option, say))
  const start = chosen.length === 0 ? {} : { initial_options: chosen }
  if (options.length > limits.checkboxes) return { type: 'multi_static_select', action_id: 'choices', ...listed(options, say), ...start }
  return { type: 'checkboxes', action_id: 'choices', options: options.map((option) => optionOf(option, say)), ...start }
}

/** Up to a hundred in one list, more in groups named by their numbers. */
function listed(options: readonly Option[], say: Say): { options: types.PlainTextOption[] } | { option_groups: OptionGroup[] } {
  const size = limits.optionsInGroup
  if (options.length <= size) return { options: options.map((option) => optionOf(option, say)) }
  const groups: OptionGroup[] = []
  for (let from = 0; from < options.length && groups.length < limits.groupsInSelect; from += size) {
    const part = options.slice(from, from + size)
    const label = plain(say(text('slack-options-range', { from: from + 1, to: from + part.length })))
    groups.push({ label, options: part.map((option) => optionOf(option, say)) })
  }
  return { option_groups: groups }
}

function optionOf({ value, label }: Option, say: Say): types.PlainTextOption {
  return { value, text: plain(cut(say(label), limits.optionText)) }
}

function isDate(value: string | undefined): value is string {
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value)
}
