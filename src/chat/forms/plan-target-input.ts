import { z } from 'zod'
import { parseAmount } from '../../core/amount/parse-amount.js'
import { isMetricKey, type MetricKey } from '../../core/plan/metric.js'
import type { PlanTarget } from '../../core/plan/plan-input.js'
import { isTemplateKey, type TemplateKey } from '../../core/plan/templates/plan-templates.js'
import { readForm } from '../input.js'
import type { FieldError, FormValues, Reply } from '../model.js'
import { type Text, text } from '../text.js'
import { LONG_TEXT, unitOfMetric } from './plan.js'
import { NO_TEMPLATE } from './plan-template.js'
import { parseWeights } from './plan-weights.js'

/** A target as the form sends it. */
export interface TargetAnswers {
  readonly period: string
  readonly target: PlanTarget
  /** What a whole plan is to be made from, of which the target is the revenue. */
  readonly template: TemplateKey | undefined
  /** What is wanted once it is kept: the draft with its checks, or the form for another target. */
  readonly next: 'draft' | 'another'
}

const answers = z.object({
  template: z.union([z.literal(NO_TEMPLATE), z.string().refine(isTemplateKey)]).default(NO_TEMPLATE),
  metric: z.string().refine(isMetricKey),
  period: z.string().min(1).max(20),
  amount: z.string().trim().min(1).max(80),
  split: z.enum(['equal', 'weights']),
  weights: z.string().max(LONG_TEXT).default(''),
  next: z.enum(['draft', 'another']).default('draft'),
  rhythm: z.union([z.literal('even'), z.string().regex(/^\d{1,3}-\d{1,3}-\d{1,3}$/)]),
})

/**
 * Reads the answers of planTargetForm; what cannot be read is said at its field, all at once.
 *
 * @param currencyOf the currency of a metric that is money
 */
export function readTarget(
  values: FormValues,
  currencyOf: (metric: MetricKey) => string,
): { ok: true; value: TargetAnswers } | { ok: false; reply: Reply } {
  const read = readForm(answers, values)
  if (!read.ok) return read
  const { metric, period, split, weights, rhythm, next } = read.value
  const unit = unitOfMetric(metric, currencyOf(metric))
  const amount = parseAmount(read.value.amount, unit)
  const parts = split === 'equal' ? ({ ok: true, value: 'equal' } as const) : parseWeights(weights)
  const spans = rhythm === 'even' ? undefined : rhythmOf(rhythm)

  const template = read.value.template === NO_TEMPLATE ? undefined : read.value.template

  const errors: FieldError[] = []
  if (template !== undefined && metric !== 'revenue') errors.push({ field: 'metric', text: text('template-metric') })
  if (!amount.ok) errors.push({ field: 'amount', text: text(`plan-amount-${amount.reason}`) })
  if (!parts.ok) errors.push({ field: 'weights', text: weightsMistake(parts.error.line) })
  if (spans === 'not-a-hundred') errors.push({ field: 'rhythm', text: text('input-invalid') })
  if (!amount.ok || !parts.ok || spans === 'not-a-hundred' || errors.length > 0) return { ok: false, reply: { kind: 'errors', errors } }
  return {
    ok: true,
    value: {
      period,
      template,
      next,
      target: {
        metric,
        amount: amount.value,
        split: parts.value,
        ...(unit.kind === 'money' ? { currency: unit.currency } : {}),
        ...(spans === undefined ? {} : { rhythm: spans }),
      },
    },
  }
}

function weightsMistake(line: string): Text {
  return line === '' ? text('plan-weights-empty') : text('plan-weights-line', { line })
}

function rhythmOf(words: string): [number, number, number] | 'not-a-hundred' {
  const [first = 0, second = 0, third = 0] = words.split('-').map(Number)
  return first + second + third === 100 ? [first, second, third] : 'not-a-hundred'
}
