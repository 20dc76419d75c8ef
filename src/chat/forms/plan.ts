import { unitOf } from '../../app/plan/stored-plan.js'
import { amountWords } from '../../core/amount/amount-words.js'
import { METRICS, type MetricKey, metric } from '../../core/plan/metric.js'
import type { PlanTarget } from '../../core/plan/plan-input.js'
import type { Member } from '../../store/repository/teams.js'
import type { Field, Form } from '../model.js'
import { amountOf, metricName, type PeriodArg, type Text, text } from '../text.js'
import { templateField } from './plan-template.js'
import { weightLines } from './plan-weights.js'

export interface PlanFormFacts {
  readonly teamId: string
  /** The plan that the target is for; undefined for a new one. */
  readonly planId: string | undefined
  /** To choose from. */
  readonly periods: readonly PeriodArg[]
  /** Of money. */
  readonly currency: string
  readonly members: readonly Member[]
  /** The target to be changed. */
  readonly target: PlanTarget | undefined
  /** Those that the plan has already. */
  readonly planned: readonly PlanTarget[]
  /** The one of them that this form goes on from. */
  readonly after?: MetricKey
  /** The draft that is changed, whoever made it. */
  readonly waiting?: Text
}

/** Asks for one target of a plan. */
export function planTargetForm(facts: PlanFormFacts): Form {
  const { teamId, planId, target, currency, members, periods, planned, after, waiting } = facts
  const before = planned.find(({ metric }) => metric === after)
  const split = (target ?? before)?.split ?? 'equal'
  const open = METRICS.map(({ key }) => key).filter((key) => !planned.some(({ metric }) => metric === key))
  const suggested = target?.metric ?? open[0] ?? METRICS[0].key
  const opening = before === undefined ? waiting : savedText(before, planned.length)
  return {
    key: 'plan-target',
    context: [teamId, planId ?? '', ...(target?.carrier === undefined ? [] : [target.carrier])].join(':'),
    title: text('plan-form-title'),
    submit: text('plan-form-submit'),
    ...(opening === undefined ? {} : { intro: [{ kind: 'text' as const, text: opening }] }),
    fields: [
      ...(planId === undefined && target === undefined ? [templateField()] : []),
      {
        kind: 'choice',
        name: 'metric',
        label: text('plan-field-metric'),
        options: METRICS.map(({ key }) => ({ value: key, label: metricName(key) })),
        initial: suggested,
      },
      {
        kind: 'choice',
        name: 'period',
        label: text('plan-field-period'),
        options: periods.map((each) => ({ value: each.id, label: text('plan-period-option', { period: each }) })),
        ...(periods[0] === undefined ? {} : { initial: periods[0].id }),
      },
      {
        kind: 'number',
        name: 'amount',
        label: text('plan-field-amount'),
        hint: text('plan-hint-amount', { currency }),
        ...(target === undefined ? {} : { initial: grouped(amountWords(target.amount, unitOf(target))) }),
      },
      {
        kind: 'choice',
        name: 'split',
        label: text('plan-field-split'),
        options: (['equal', 'weights'] as const).map((value) => ({ value, label: text(`plan-split-${value}`) })),
        initial: split === 'equal' ? 'equal' : 'weights',
      },
      {
        kind: 'text',
        name: 'weights',
        label: text('plan-field-weights'),
        hint: text('plan-hint-weights'),
        initial: weightsField(members, split),
        maxLength: LONG_TEXT,
        long: true,
        optional: true,
      },
      rhythmField((target ?? before)?.rhythm),
      ...((planId === undefined || target === undefined) && open.length > 1 ? [nextField()] : []),
    ],
  }
}

/** What the field of the weights starts with. */
export function weightsField(members: readonly Member[], split: PlanTarget['split']): string {
  return weightLines(members, split).slice(0, LONG_TEXT)
}

function savedText(target: PlanTarget, count: number): Text {
  return text('plan-form-saved', { metric: metricName(target.metric), amount: amountOf(target.amount, target.currency), count })
}

function nextField(): Field {
  return {
    kind: 'choice',
    name: 'next',
    label: text('plan-field-next'),
    options: (['draft', 'another'] as const).map((value) => ({ value, label: text(`plan-next-${value}`) })),
    initial: 'draft',
  }
}

/** Characters that a long field takes on every platform. */
export const LONG_TEXT = 3000

/** A rhythm that a file brought stays a choice. */
function rhythmField(rhythm: PlanTarget['rhythm']): Field {
  const usual = '30-50-20'
  const own = rhythm?.join('-')
  return {
    kind: 'choice',
    name: 'rhythm',
    label: text('plan-field-rhythm'),
    hint: text('plan-hint-rhythm'),
    options: [
      { value: 'even', label: text('plan-rhythm-even') },
      ...[...new Set([usual, own ?? usual])].map((value) => ({
        value,
        label: text('plan-rhythm-spans', { spans: value.replaceAll('-', ' / ') }),
      })),
    ],
    initial: own ?? 'even',
  }
}

/** 1200000.50 as people read it, and parseAmount too: 1,200,000.50. */
export function grouped(words: string): string {
  const [whole = '', decimals] = words.split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...(decimals === undefined ? [] : [decimals])].join('.')
}

/** What a metric counts, in the currency that its money is in. */
export function unitOfMetric(key: PlanTarget['metric'], currency: string) {
  return metric(key).unit === 'money' ? { kind: 'money' as const, currency } : { kind: 'count' as const }
}
