import { Temporal } from 'temporal-polyfill'
import type { MetricKey } from '../plan/metric.js'

export const CHECK_IN_FORMS = ['morning', 'midday', 'evening'] as const
export type CheckInForm = (typeof CHECK_IN_FORMS)[number]

/** `note` is what was said besides, in words: no form asks for it. */
export type NoteName = 'key-customers' | 'new-leads' | 'needs' | 'objections' | 'change' | 'success' | 'failure' | 'improvement' | 'note'

export type CheckInField =
  /** `planned` is today's target, in minor units or a count: filled in beforehand, so that a day as planned is opened and sent. */
  | { readonly kind: 'number'; readonly metric: MetricKey; readonly planned: bigint }
  /** `lines` is how many answers are hoped for, one a line. */
  | { readonly kind: 'note'; readonly name: NoteName; readonly required: boolean; readonly lines?: number }

export interface Goal {
  readonly metric: MetricKey
  /** Today's, in minor units or a count. */
  readonly target: bigint
}

/**
 * The fields of the three golden actions (spec §2): *morning* names 3 key customers and 2 new leads and shows today's numbers, *midday*
 * takes needs and objections heard and the change they ask for, *evening* the numbers done, a success, a failure and an improvement.
 * A form with numbers may be sent as it stands; one without any asks for its main note, so that none is sent empty.
 */
export function checkInFields(form: CheckInForm, goals: readonly Goal[]): CheckInField[] {
  const numbers = goals.map(({ metric, target }): CheckInField => ({ kind: 'number', metric, planned: target }))
  switch (form) {
    case 'morning':
      return [note('key-customers', goals.length === 0, 3), note('new-leads', false, 2), ...numbers]
    case 'midday':
      return [note('needs', false), note('objections', false), note('change', true)]
    case 'evening':
      return [...numbers, note('success', false), note('failure', false), note('improvement', goals.length === 0)]
  }
}

function note(name: NoteName, required: boolean, lines?: number): CheckInField {
  return lines === undefined ? { kind: 'note', name, required } : { kind: 'note', name, required, lines }
}

/** The form that fits a local hour: morning until noon, midday until four, evening after that. */
export function formForHour(time: Temporal.PlainTime): CheckInForm {
  if (Temporal.PlainTime.compare(time, NOON) < 0) return 'morning'
  return Temporal.PlainTime.compare(time, LATE_AFTERNOON) < 0 ? 'midday' : 'evening'
}

const NOON = Temporal.PlainTime.from('12:00')
const LATE_AFTERNOON = Temporal.PlainTime.from('16:00')
