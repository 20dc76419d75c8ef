import { unitOf } from '../../app/plan/stored-plan.js'
import { amountWords } from '../../core/amount/amount-words.js'
import type { Proposal } from '../../store/repository/proposals.js'
import type { Field, Form } from '../model.js'
import { asTyped, metricName, period, text } from '../text.js'
import { grouped } from './plan.js'

/** Long enough for a reason, short enough to be read. */
export const LONG_REASON = 500

/** A member's own numbers, with why. */
export function counterForm({ id, targets, counter }: Proposal, of: string): Form {
  return {
    key: 'agree-counter',
    context: id,
    title: text('counter-form-title'),
    submit: text('counter-form-submit'),
    intro: [{ kind: 'text', text: text('counter-form-intro', { period: period(of) }) }],
    fields: [
      ...targets.map((target): Field => {
        const own = counter?.targets.find(({ metric }) => metric === target.metric)?.amount ?? target.amount
        return {
          kind: 'number',
          name: target.metric,
          label: metricName(target.metric),
          initial: grouped(amountWords(own, unitOf({ ...(target.currency === undefined ? {} : { currency: target.currency }) }))),
          ...(target.currency === undefined ? {} : { unit: asTyped(target.currency) }),
        }
      }),
      reasonField('counter-field-reason', 'counter-hint-reason', counter?.reason),
    ],
  }
}

/** Why a manager keeps to what was proposed. */
export function holdForm(proposalId: string, name: string): Form {
  return {
    key: 'agree-hold',
    context: proposalId,
    title: text('hold-form-title'),
    submit: text('hold-form-submit'),
    intro: [{ kind: 'text', text: text('hold-form-intro', { name }) }],
    fields: [reasonField('hold-field-reason', 'hold-hint-reason', undefined)],
  }
}

function reasonField(
  label: 'counter-field-reason' | 'hold-field-reason',
  hint: 'counter-hint-reason' | 'hold-hint-reason',
  initial: string | undefined,
): Field {
  return {
    kind: 'text',
    name: 'reason',
    label: text(label),
    hint: text(hint),
    maxLength: LONG_REASON,
    long: true,
    ...(initial === undefined ? {} : { initial }),
  }
}
