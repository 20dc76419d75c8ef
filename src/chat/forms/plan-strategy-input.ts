import { z } from 'zod'
import { CARRIERS, type Carrier } from '../../core/plan/checks/specific.js'
import { parseFocuses, parseTags } from '../../core/plan/focus-lines.js'
import { parseStages } from '../../core/plan/funnel-lines.js'
import { isMetricKey, type MetricKey } from '../../core/plan/metric.js'
import { parsePercent } from '../../core/plan/percent-words.js'
import type { FocusInput, FocusTagInput, FunnelInput, MarketInput } from '../../core/plan/strategy-input.js'
import { readForm } from '../input.js'
import type { FieldError, FormValues, Reply } from '../model.js'
import { type Text, text } from '../text.js'
import { LONG_TEXT } from './plan.js'

/** What a form says, or what is to be mended in it, at its field. */
type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reply: Reply }

const funnelAnswers = z.object({
  name: z.string().trim().min(1).max(60),
  target: z.string().refine(isMetricKey),
  stages: z.string().max(LONG_TEXT).default(''),
  share: z.string().trim().max(12).default(''),
})

/** Reads planFunnelForm; no stages at all take the funnel away. */
export function readFunnel(values: FormValues): Read<FunnelInput | undefined> {
  const read = readForm(funnelAnswers, values)
  if (!read.ok) return read
  const { name, target, stages: words, share: part } = read.value
  if (words.trim() === '') return { ok: true, value: undefined }
  const stages = parseStages(words)
  const share = part === '' ? '100%' : parsePercent(part)
  const errors: FieldError[] = []
  if (!stages.ok) errors.push({ field: 'stages', text: lineMistake(stages.error.line, 'funnel-line') })
  if (share === undefined) errors.push({ field: 'share', text: text('input-share') })
  if (!stages.ok || share === undefined) return refused(errors)
  return { ok: true, value: { name, target, ...(share === '100%' ? {} : { share }), stages: stages.value } }
}

const marketAnswers = z.object({
  size: z.string().trim().max(40).default(''),
  share: z.string().trim().max(12).default(''),
  wanted: z.string().trim().max(12).default(''),
})

/** Reads planMarketForm; without a size there is no market. Whether the size is an amount, the plan's schema says. */
export function readMarket(values: FormValues): Read<MarketInput | undefined> {
  const read = readForm(marketAnswers, values)
  if (!read.ok) return read
  const { size } = read.value
  if (size === '') return { ok: true, value: undefined }
  const [share, wanted] = [parsePercent(read.value.share), parsePercent(read.value.wanted)]
  const errors: FieldError[] = []
  if (share === undefined) errors.push({ field: 'share', text: text('input-share') })
  if (wanted === undefined) errors.push({ field: 'wanted', text: text('input-share') })
  return share === undefined || wanted === undefined ? refused(errors) : { ok: true, value: { size, share, wanted } }
}

export interface FocusAnswers {
  readonly focuses: readonly FocusInput[]
  readonly tags: ReadonlyMap<MetricKey, FocusTagInput>
}

const focusAnswers = z.object({ focuses: z.string().max(LONG_TEXT).default(''), tags: z.string().max(LONG_TEXT).default('') })

/** Reads planFocusForm. */
export function readFocus(values: FormValues): Read<FocusAnswers> {
  const read = readForm(focusAnswers, values)
  if (!read.ok) return read
  const [focuses, tags] = [parseFocuses(read.value.focuses), parseTags(read.value.tags)]
  const errors: FieldError[] = []
  if (!focuses.ok) errors.push({ field: 'focuses', text: lineMistake(focuses.error.line, 'focus-line') })
  if (!tags.ok) errors.push({ field: 'tags', text: lineMistake(tags.error.line, 'focus-tag-line') })
  return focuses.ok && tags.ok ? { ok: true, value: { focuses: focuses.value, tags: tags.value } } : refused(errors)
}

const carrierAnswers = z.record(z.string().refine(isMetricKey), z.enum(CARRIERS))

/** Reads planCarrierForm. */
export function readCarriers(values: FormValues): Read<ReadonlyMap<MetricKey, Carrier>> {
  const read = readForm(carrierAnswers, values)
  if (!read.ok) return read
  const carriers = Object.entries(read.value).flatMap(([key, carrier]) => (isMetricKey(key) ? [[key, carrier] as const] : []))
  return { ok: true, value: new Map(carriers) }
}

function refused(errors: readonly FieldError[]): { ok: false; reply: Reply } {
  return { ok: false, reply: { kind: 'errors', errors } }
}

function lineMistake(line: string, key: 'funnel-line' | 'focus-line' | 'focus-tag-line'): Text {
  return line === '' ? text('input-empty') : text(key, { line })
}
