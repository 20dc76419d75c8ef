import { z } from 'zod'
import type { FieldError, FormValues, Reply } from './model.js'
import { readIsoDate } from './said-date.js'
import { text } from './text.js'

/** Reads a form's values by a schema; what does not fit comes back as the fields' errors. A schema's custom message is the catalogue's key after `input-`. */
export function readForm<T>(schema: z.ZodType<T>, values: FormValues): { ok: true; value: T } | { ok: false; reply: Reply } {
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, reply: { kind: 'errors', errors: parsed.error.issues.map(toFieldError) } }
}

/** A date as a form's field has it: 2026-11-20. */
export const isoDate = z.string().transform((words, context) => {
  const on = readIsoDate(words.trim())
  if (on === undefined) context.addIssue({ code: 'custom', message: 'date' })
  return on ?? z.NEVER
})

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  const field = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'too_big':
      return { field, text: text(issue.origin === 'string' ? 'input-too-long' : 'input-too-big', { maximum: issue.maximum }) }
    case 'too_small':
      return { field, text: issue.origin === 'string' ? text('input-empty') : text('input-too-small', { minimum: issue.minimum }) }
    case 'custom':
      return { field, text: text(CUSTOM[issue.message] ?? 'input-invalid') }
    default:
      return { field, text: text('input-invalid') }
  }
}

/** The messages our own schemas give to what they refuse. */
const CUSTOM: Readonly<
  Record<string, 'input-not-a-number' | 'input-not-whole' | 'input-zone' | 'input-currency' | 'input-date' | 'input-time'>
> = {
  'not-a-number': 'input-not-a-number',
  'not-whole': 'input-not-whole',
  zone: 'input-zone',
  currency: 'input-currency',
  date: 'input-date',
  time: 'input-time',
}
