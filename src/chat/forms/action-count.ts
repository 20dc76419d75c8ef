import { z } from 'zod'
import type { Ticked } from '../../app/key-actions/tick.js'
import type { ActionStanding } from '../../core/plan/actions/action-standing.js'
import { actionCode } from '../action-code.js'
import type { FieldError, Form, FormValues, Reply } from '../model.js'
import { asTyped, date, text } from '../text.js'

/** Asks how many of each key action were done on a day. */
export function actionCountForm(teamId: string, on: string, standings: readonly ActionStanding[]): Form {
  return {
    key: 'action-count',
    context: `${teamId}:${on}`,
    title: text('key-count-form', { on: date(on, 'day') }),
    submit: text('key-count-submit'),
    fields: standings.map(({ key, action, every, due, doneToday, asked, done }) => ({
      kind: 'number',
      name: `${PREFIX}${actionCode(key)}`,
      label: asTyped(action),
      hint: text('key-count-hint', { due, stretch: text(`key-stretch-${every}`, { done, asked }) }),
      initial: String(doneToday),
      optional: true,
    })),
  }
}

const PREFIX = 'done-'
const count = z
  .string()
  .trim()
  .normalize('NFKC')
  .regex(/^\d{0,3}$/)
  .transform(Number)

/** Reads the answers of actionCountForm; an empty one is none. */
export function readActionCounts(values: FormValues): { ok: true; value: Ticked[] } | { ok: false; reply: Reply } {
  const ticked: Ticked[] = []
  const errors: FieldError[] = []
  for (const [field, value] of Object.entries(values)) {
    if (!field.startsWith(PREFIX)) continue
    const read = count.safeParse(value)
    if (read.success) ticked.push({ code: field.slice(PREFIX.length), count: read.data })
    else errors.push({ field, text: text('key-count-mistake') })
  }
  return errors.length === 0 ? { ok: true, value: ticked } : { ok: false, reply: { kind: 'errors', errors } }
}
