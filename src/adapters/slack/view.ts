import type { types } from '@slack/bolt'
import type { Field, FieldError, Form, Say } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import { blockIdOf, fieldOf, type Turn } from './block-id.js'
import { cut, escaped, pieces } from './escape.js'
import { inputElement } from './input.js'
import { limits } from './limits.js'
import { lineUnits } from './line.js'
import { type Origin, packOrigin } from './origin.js'
import { context, plain, section } from './unit.js'

const errorBlockId = 'form-error'

/**
 * A form as a modal. `origin` travels with it, so that the submission is answered where the form was asked for.
 *
 * @param turn other than that of a view whose place it takes, unless what was typed there is to stay
 */
export function viewOf(form: Form, say: Say, origin: Origin, turn: Turn = 'odd'): types.ModalView {
  const fields = form.fields.map((field) => fieldBlock(field, blockIdOf(form.key, field.name, turn), say))
  const intro = (form.intro ?? []).flatMap((line) => lineUnits(line, say, 'words')).flatMap(({ blocks }) => blocks)
  return {
    type: 'modal',
    callback_id: `form:${form.key}`,
    private_metadata: packOrigin({ ...origin, form: form.key, context: form.context }),
    title: plain(cut(say(form.title), limits.viewTitle)),
    submit: plain(cut(say(form.submit), limits.viewButton)),
    close: plain(cut(say(text('slack-cancel')), limits.viewButton)),
    // One place stays free for what is to be mended.
    blocks: [...intro.slice(0, Math.max(limits.blocksInView - 1 - fields.length, 0)), ...fields],
  }
}

/**
 * The errors by block id, as the acknowledgement of a submission takes them.
 *
 * @param blockIds of the view that was sent
 * @returns undefined when an error belongs to no field that is there, or takes lines or more room than Slack has at a field: then all are
 * said above the form, by errorBlocks
 */
export function errorsByBlock(
  form: string,
  blockIds: readonly string[],
  errors: readonly FieldError[],
  say: Say,
): Record<string, string> | undefined {
  const placed: Record<string, string> = {}
  for (const { field, text } of errors) {
    const blockId = blockIds.find((each) => fieldOf(form, each) === field)
    const words = say(text)
    if (blockId === undefined || words.length > limits.fieldError || words.includes('\n')) return undefined
    placed[blockId] ??= words
  }
  return placed
}

/** What is to be mended, as the block that stands above the form's own. */
export function errorBlocks(errors: readonly FieldError[], labelOf: (field: string) => string | undefined, say: Say): types.KnownBlock[] {
  const lines = errors.map(({ field, text: wrong }) => {
    const label = field === '' ? undefined : labelOf(field)
    return label === undefined ? say(wrong) : say(text('label-value', { label, value: wrong }))
  })
  const words = pieces([say(text('slack-form-mend')), ...lines].join('\n'), limits.piece)[0] ?? ''
  return [{ ...section(`:warning: ${escaped(words)}`), block_id: errorBlockId }]
}

export function isErrorBlock(blockId: string | undefined): boolean {
  return blockId === errorBlockId
}

function fieldBlock(field: Field, blockId: string, say: Say): types.KnownBlock {
  const label = cut(fieldLabel(field, say), limits.label)
  const element = inputElement(field, say)
  // Slack refuses a list without options.
  if (element === undefined)
    return {
      ...context(escaped(say(text('label-value', { label, value: text('slack-no-options') })))),
      block_id: blockId,
    }
  return {
    type: 'input',
    block_id: blockId,
    label: plain(label),
    element,
    // An unchecked box is an answer, which Slack would take for none.
    optional: field.kind === 'toggle' || field.optional === true,
    ...(field.hint === undefined ? {} : { hint: plain(cut(say(field.hint), limits.hint)) }),
  }
}

function fieldLabel(field: Field, say: Say): string {
  if (field.kind !== 'number' || field.unit === undefined) return say(field.label)
  return say(text('slack-field-with-unit', { label: field.label, unit: field.unit }))
}
