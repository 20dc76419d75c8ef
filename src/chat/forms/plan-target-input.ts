import { z } from 'zod'
import { parseAmount } from '../../core/amount/parse-amount.js'
import { isMetricKey, type MetricKey } from '../../core/plan/metric.js'
import type { PlanTarget } from '../../core/plan/plan-input.js'
import { readForm } from '../input.js'
import type { FieldError, FormValues, Reply } from '../model.js'
import { type Text, text } from '../text.js'
import { LONG_TEXT, unitOfMetric } from './plan.js'
import { parseWeights } from './plan-weights.js'

/** A target as the form sends it. */
export interface TargetAnswers {
  readonly period: string
  readonly target: PlanTarget
}

const answers = z.object({
  metric: z.string().refine(isMetricKey),
  period: z.string().min(1).max(20),
  amount: z.string().trim().min(1).max(80),
  split: z.enum(['equal', 'weights']),
  weights: z.string().max(LONG_TEXT).default(''),
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
  const { metric, period, split, weights, rhythm } = read.value
  const unit = unitOfMetric(metric, currencyOf(metric))
  const amount = parseAmount(read.value.amount, unit)
  const parts = split === 'equal' ? ({ ok: true, value: 'equal' } as const) : parseWeights(weights)
  const spans = rhythm === 'even' ? undefined : rhythmOf(rhythm)

  const errors: FieldError[] = []
  if (!amount.ok) errors.push({ field: 'amount', text: text(`plan-amount-${amount.reason}`) })
  if (!parts.ok) errors.push({ field: 'weights', text: weightsMistake(parts.error.line) })
  if (spans === 'not-a-hundred') errors.push({ field: 'rhythm', text: text('input-invalid') })
  if (!amount.ok || !parts.ok || spans === 'not-a-hundred') return { ok: false, reply: { kind: 'errors', errors } }
  return {
    ok: true,
    value: {
      period,
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
