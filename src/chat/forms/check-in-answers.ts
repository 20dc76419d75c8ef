import { z } from 'zod'
import { currencyOf } from '../../app/check-in/day.js'
import { parseAmount } from '../../core/amount/parse-amount.js'
import { isMetricKey } from '../../core/plan/metric.js'
import type { Entry } from '../../store/repository/entries.js'
import type { Team } from '../../store/repository/teams.js'
import { readForm } from '../input.js'
import type { FieldError, FormValues, Reply } from '../model.js'
import { text } from '../text.js'
import { NOTE_MAX } from './check-in.js'

export interface CheckInAnswers {
  /** Minor units; what was left empty is not spoken of. */
  readonly numbers: readonly Entry[]
  readonly notes: Readonly<Record<string, string>>
}

/** Above this a count of one day is a slip. */
const MOST_COUNT = 10_000n

const NOTES = ['key-customers', 'new-leads', 'needs', 'objections', 'change', 'success', 'failure', 'improvement', 'note'] as const
const REQUIRED = { midday: 'change' } as const
/** A colleague would find them in the case library, or in tomorrow's post. */
const LESSONS: ReadonlySet<string> = new Set(['success', 'failure', 'improvement'])

/** "None", "n/a", 无, 没有: typed because a field stood there. */
function isNothing(note: string): boolean {
  return /^(?:none|nothing|nil|no|n\/?a|无|没有?|暂无|没什么|[-–—/.。]+)[.。!！]*$/i.test(note)
}

const words = z.string().trim().max(NOTE_MAX).default('')
const noteAnswers = z.object(Object.fromEntries(NOTES.map((name) => [name, words])) as Record<(typeof NOTES)[number], typeof words>)

/** Reads the answers of checkInForm and logForm; what cannot be read is said at its field, all at once. */
export function readCheckIn(
  values: FormValues,
  team: Pick<Team, 'currency'>,
  form: 'morning' | 'midday' | 'evening',
): { ok: true; value: CheckInAnswers } | { ok: false; reply: Reply } {
  const notes = readForm(noteAnswers, values)
  if (!notes.ok) return notes
  const said = Object.fromEntries(
    Object.entries(notes.value).filter(([name, note]) => note !== '' && !(LESSONS.has(name) && isNothing(note))),
  )
  const errors: FieldError[] = []
  const required = form === 'midday' && !Object.keys(values).some(isMetricKey) ? REQUIRED[form] : undefined
  if (required !== undefined && said[required] === undefined) errors.push({ field: required, text: text('input-empty') })

  const numbers = Object.entries(values).flatMap(([metric, answer]): Entry[] => {
    if (!isMetricKey(metric) || typeof answer !== 'string' || answer.trim() === '') return []
    const currency = currencyOf(metric, team)
    const amount = parseAmount(answer, currency === undefined ? { kind: 'count' } : { kind: 'money', currency })
    if (!amount.ok) errors.push({ field: metric, text: text(`check-in-amount-${amount.reason}`) })
    else if (currency === undefined && amount.value > MOST_COUNT)
      errors.push({ field: metric, text: text('input-too-big', { maximum: MOST_COUNT }) })
    else return [{ metric, amount: amount.value }]
    return []
  })
  return errors.length > 0 ? { ok: false, reply: { kind: 'errors', errors } } : { ok: true, value: { numbers, notes: said } }
}
