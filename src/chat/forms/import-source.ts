import { z } from 'zod'
import { MAX_PLAN_FILE_BYTES, type PlanSource } from '../../app/plan/plan-source.js'
import { readForm } from '../input.js'
import type { Field, FormValues, Reply } from '../model.js'
import { type Text, text } from '../text.js'
import { LONG_TEXT } from './plan.js'

/** Asks for a file, or for what is in it. */
export function sourceFields(hints: { readonly file: Text; readonly text: Text }, extensions: readonly string[]): Field[] {
  const optional = true
  return [
    { kind: 'file', name: 'file', label: text('plan-field-file'), hint: hints.file, extensions, maxBytes: MAX_PLAN_FILE_BYTES, optional },
    { kind: 'text', name: 'text', label: text('plan-field-text'), hint: hints.text, maxLength: LONG_TEXT, long: true, optional },
  ]
}

const answers = z.object({
  file: z
    .object({ base64: z.base64() })
    .transform(({ base64 }): PlanSource => ({ kind: 'file', bytes: Buffer.from(base64, 'base64') }))
    .optional(),
  text: z.string().trim().max(LONG_TEXT).default(''),
})

/** Reads the answers of `sourceFields`: one of the two. Both, and neither, are said at the field with the words given for it. */
export function readSource(
  values: FormValues,
  wrong: { readonly both: Text; readonly neither: Text },
): { readonly ok: true; readonly value: PlanSource } | { readonly ok: false; readonly reply: Reply } {
  const read = readForm(answers, values)
  if (!read.ok) return read
  const { file, text: words } = read.value
  if (file !== undefined && words !== '') return { ok: false, reply: refusedAt('text', wrong.both) }
  if (file === undefined && words === '') return { ok: false, reply: refusedAt('file', wrong.neither) }
  return { ok: true, value: file ?? { kind: 'words', words } }
}

export function refusedAt(field: string, said: Text): Reply {
  return { kind: 'errors', errors: [{ field, text: said }] }
}
