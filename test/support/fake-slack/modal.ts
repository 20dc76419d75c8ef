import { randomUUID } from 'node:crypto'
import type { SeenForm } from '../harness.js'
import { type Json, list, record, records, textOf, words } from './json.js'
import { optionsOf, readingOf } from './reading.js'
import type { FakeModal, UploadedFile } from './workspace.js'

/** @param kept what was typed into the view that this one takes the place of: it stays in blocks of the same ids */
export function newModal(id: string, view: Json, kept: FakeModal['state'] = {}): FakeModal {
  const state: FakeModal['state'] = {}
  for (const { blockId, element } of inputsOf(view)) {
    const actionId = words(element.action_id)
    state[blockId] = { [actionId]: kept[blockId]?.[actionId] ?? initialState(element) }
  }
  return { id, hash: randomUUID().slice(0, 8), view, state, errors: {} }
}

function inputsOf(view: Json): { blockId: string; block: Json; element: Json }[] {
  return records(view.blocks)
    .filter(({ type }) => type === 'input')
    .map((block) => ({ blockId: words(block.block_id), block, element: record(block.element) }))
}

function initialState(element: Json): Json {
  const type = element.type
  switch (type) {
    case 'plain_text_input':
      return { type, value: element.initial_value ?? null }
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null }
    case 'static_select':
      return { type, selected_option: element.initial_option ?? null }
    case 'file_input':
      return { type, files: [] }
    default:
      return { type, selected_options: element.initial_options ?? [] }
  }
}

/** A block's field, by the product's way of naming blocks. */
export function fieldName(blockId: string): string {
  return blockId.slice(blockId.lastIndexOf(':') + 1)
}

/** Types into a field or chooses in it; options go by label or by value. @throws Error when there is no such field or option */
export function fillField({ view, state }: FakeModal, name: string, value: string | readonly string[] | boolean | UploadedFile): void {
  const input = inputsOf(view).find(({ blockId }) => fieldName(blockId) === name)
  if (input === undefined) throw new Error(`No field "${name}" in the form "${textOf(view.title)}"`)
  const { blockId, element } = input
  state[blockId] = { [words(element.action_id)]: filled(element, value) }
}

function filled(element: Json, value: string | readonly string[] | boolean | UploadedFile): Json {
  const type = element.type
  if (typeof value === 'object' && 'url_private' in value) {
    if (type !== 'file_input') throw new Error(`A file for an element ${words(type)}`)
    if (!list(element.filetypes).includes(value.filetype)) throw new Error(`Slack does not offer ${value.name} to be chosen`)
    return { type, files: [value] }
  }
  const all = [...records(element.options), ...records(element.option_groups).flatMap((group) => records(group.options))]
  const option = (wanted: string) => {
    const found = all.find((each) => each.value === wanted || textOf(each.text) === wanted)
    if (found === undefined) throw new Error(`No option "${wanted}" among ${all.map((each) => textOf(each.text)).join(', ')}`)
    return found
  }
  switch (type) {
    case 'plain_text_input':
      return { type, value: value === '' ? null : String(value) }
    case 'datepicker':
      return { type, selected_date: value === '' ? null : String(value) }
    case 'static_select':
      return { type, selected_option: value === '' ? null : option(String(value)) }
    default:
      if (typeof value === 'boolean') return { type, selected_options: value ? all.slice(0, 1) : [] }
      return { type, selected_options: (typeof value === 'string' ? [value] : value).map(option) }
  }
}

/** What Slack itself refuses before it sends: empty answers and too long ones. */
export function unsendable({ view, state }: FakeModal): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { blockId, block, element } of inputsOf(view)) {
    const answer = state[blockId]?.[words(element.action_id)] ?? {}
    const value = words(answer.value)
    if (block.optional !== true && isEmpty(answer)) errors[blockId] = 'Please complete this required field.'
    if (value.length > Number(element.max_length ?? 3000)) errors[blockId] = 'Too long.'
  }
  return errors
}

function isEmpty(answer: Json): boolean {
  const chosen = [...records(answer.selected_options), ...records(answer.files)]
  return !answer.value && !answer.selected_date && !answer.selected_option && chosen.length === 0
}

export function seenForm(modal: FakeModal): SeenForm {
  const { view, state } = modal
  const blocks = records(view.blocks)
  const whole = blocks.find(({ block_id }) => block_id === 'form-error')
  return {
    title: textOf(view.title),
    text: readingOf(blocks, ''),
    fields: inputsOf(view).map(({ blockId, block, element }) => {
      const options = optionsOf(element)
      return {
        name: fieldName(blockId),
        label: textOf(block.label),
        value: shownValue(state[blockId]?.[words(element.action_id)] ?? {}),
        ...(options.length === 0 ? {} : { options: options.map(({ label }) => label) }),
      }
    }),
    errors: {
      ...Object.fromEntries(Object.entries(modal.errors).map(([blockId, error]) => [fieldName(blockId), error])),
      ...(whole === undefined ? {} : { '': readingOf([whole], '') }),
    },
  }
}

function shownValue(answer: Json): string {
  const options = [...records(answer.selected_options), ...(answer.selected_option ? [record(answer.selected_option)] : [])]
  const files = records(answer.files).map(({ name }) => words(name))
  return words(answer.value) || words(answer.selected_date) || files.join(', ') || options.map((option) => textOf(option.text)).join(', ')
}
