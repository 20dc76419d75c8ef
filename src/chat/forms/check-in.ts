import type { CheckInDay } from '../../app/check-in/read-day.js'
import { amountWords } from '../../core/amount/amount-words.js'
import { type CheckInForm, checkInFields, type NoteName } from '../../core/checkin/forms.js'
import { askedInPassing } from '../in-passing.js'
import type { Field, Form, Line } from '../model.js'
import { teamLines } from '../team-meant.js'
import { amountOf, asTyped, date, list, metricName, text } from '../text.js'

/** Characters that a note takes. */
export const NOTE_MAX = 1_000

/**
 * The form of the hour for one day, its numbers filled in: what was reported, or else what is planned, so that a day as planned is opened
 * and sent. Notes that are there already are there to be changed.
 *
 * @param inTeam its name, where somebody has several
 */
export function checkInForm(teamId: string, form: CheckInForm, day: CheckInDay, inTeam: string | undefined): Form {
  const { on, numbers, notes } = day
  const goals = numbers.flatMap(({ metric, target }) => (target === null ? [] : [{ metric, target }]))
  const fields = checkInFields(form, goals)
  const shown = shownNumbers(form, day)
  const isRequired = (field: { readonly required: boolean }) => field.required && (form !== 'midday' || shown.length === 0)
  const noteFields = fields.flatMap((field) => (field.kind === 'note' ? [noteField(field.name, isRequired(field), notes[field.name])] : []))
  // What was said in words stays where it can be changed.
  const ownWords = notes.note === undefined ? [] : [noteField('note', false, notes.note)]
  return {
    key: 'check-in',
    context: `${teamId}:${on}:${form}`,
    title: text(`check-in-form-${form}`),
    submit: text('check-in-submit'),
    intro: [...intro(form, day), ...teamLines(inTeam)],
    fields: [...shown.map(numberField), ...noteFields, ...ownWords],
  }
}

/** Numbers said in words before the afternoon are changed where the words are: no other form of that hour has them. */
function shownNumbers(form: CheckInForm, { numbers, isNew }: CheckInDay): CheckInDay['numbers'] {
  if (form === 'evening') return numbers
  return form === 'midday' && !isNew ? numbers.filter(({ done }) => done !== undefined) : []
}

function intro(form: CheckInForm, { on, numbers }: CheckInDay): Line[] {
  const asked = numbers.flatMap(({ metric, currency, target }) =>
    target === null || target === 0n
      ? []
      : [text('check-in-goal', { metric: metricName(metric), amount: askedInPassing(target, currency) })],
  )
  const goals = form === 'evening' || asked.length === 0 ? undefined : text('check-in-asks', { goals: list(asked) })
  // Money from the plan looks like money earned. It stays filled in all the same: a day as planned is to be opened and sent, and a field left
  // empty would report nothing at all. So the form says whose numbers these are, and each amount of money says it once more.
  const isPlan = form === 'evening' && numbers.some(({ target, done }) => done === undefined && target !== null && target !== 0n)
  return [
    { kind: 'text', text: text('check-in-day', { on: date(on, 'weekday') }) },
    ...(isPlan ? [{ kind: 'text' as const, text: text('check-in-as-planned') }] : []),
    ...(goals === undefined ? [] : [{ kind: 'text' as const, text: goals }]),
  ]
}

/** Only numbers, empty: what is typed is added to the day. */
export function logForm(teamId: string, { on, numbers }: CheckInDay, inTeam: string | undefined): Form {
  return {
    key: 'log',
    context: `${teamId}:${on}`,
    title: text('log-form'),
    submit: text('log-submit'),
    intro: [{ kind: 'text', text: text('log-intro', { on: date(on, 'weekday') }) }, ...teamLines(inTeam)],
    fields: numbers.map(({ done: _, ...number }) => withoutInitial(numberField({ ...number, done: 0n }))),
  }
}

function numberField({ metric, currency, target, done }: CheckInDay['numbers'][number]): Field {
  const unit = currency === undefined ? ({ kind: 'count' } as const) : ({ kind: 'money', currency } as const)
  const known = done ?? target
  const isPlannedMoney = currency !== undefined && done === undefined && target !== 0n
  const hintKey = isPlannedMoney ? 'check-in-hint-planned-money' : 'check-in-hint-target'
  return {
    kind: 'number',
    name: metric,
    label: metricName(metric),
    optional: true,
    ...(currency === undefined ? {} : { unit: asTyped(currency) }),
    ...(target === null ? {} : { hint: text(hintKey, { amount: amountOf(target, currency) }) }),
    ...(known === null ? {} : { initial: amountWords(known, unit) }),
  }
}

function withoutInitial(field: Field): Field {
  if (field.kind !== 'number') return field
  const { initial: _, ...rest } = field
  return rest
}

function noteField(name: NoteName, required: boolean, initial: string | undefined): Field {
  return {
    kind: 'text',
    name,
    label: text(`note-${name}`),
    hint: text(`note-hint-${name}`),
    long: true,
    maxLength: NOTE_MAX,
    optional: !required,
    ...(initial === undefined ? {} : { initial }),
  }
}
