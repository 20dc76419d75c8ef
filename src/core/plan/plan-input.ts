import { z } from 'zod'
import { parseAmount } from '../amount/parse-amount.js'
import { isCurrency, type Unit } from '../amount/unit.js'
import type { FiscalCalendar } from '../calendar/fiscal-year.js'
import { monthsOf, type Period, parsePeriod } from '../calendar/period.js'
import { actionContradictions, actionsInput } from './actions/key-action.js'
import { metricKey, name, numberWords, weight, weightOrZero, wholeNumber } from './input-words.js'
import { type MetricKey, metric } from './metric.js'
import { fiscalOfPlan, fiscalStartMonth, type PlanCalendar, planWeekYear } from './plan-calendar.js'
import { monthsInYear, planTimeFields, seasonalityInput, weekInput } from './plan-time.js'
import { carrierInput, focusesInput, focusTag, funnelsInput, marketInput, strategyContradictions } from './strategy-input.js'
import { readTreeWords, type TreeWords, treeWords } from './tree/tree-words.js'

/** Three parts of a hundred, 30/50/20. */
const percentages = z
  .tuple([wholeNumber, wholeNumber, wholeNumber], { error: 'not-a-hundred' })
  .refine((parts) => parts.reduce((sum, part) => sum + part, 0) === 100, { error: 'not-a-hundred' })

const splitPart = z.strictObject({ member: name, weight: weight.default('1') })

/** A number agreed with a member: it stays whatever the split says, and the others share the rest. */
const agreedPart = z.strictObject({ member: name, amount: numberWords, reason: z.string().max(500, 'too-long').optional() })

const target = z
  .strictObject({
    metric: metricKey,
    amount: numberWords,
    currency: z.string().refine(isCurrency, { error: 'unknown-currency' }).optional(),
    split: z.union([z.literal('equal'), z.array(splitPart).min(1, 'nobody').max(10_000, 'too-many')], { error: 'not-a-split' }),
    months: z.record(z.string(), weightOrZero).optional(),
    phases: percentages.optional(),
    rhythm: percentages.optional(),
    seasonality: seasonalityInput.optional(),
    week: weekInput.optional(),
    agreed: z.array(agreedPart).min(1, 'nobody').max(10_000, 'too-many').optional(),
    tree: treeWords.optional(),
    carrier: carrierInput.optional(),
    focus: focusTag.optional(),
  })
  .transform((raw, context) => {
    const unit = unitOf(raw.metric, raw.currency)
    if (unit === undefined) {
      const message = raw.currency === undefined ? 'currency-missing' : 'currency-of-a-count'
      context.addIssue({ code: 'custom', path: ['currency'], message, params: { metric: raw.metric } })
      return z.NEVER
    }
    const amount = readAmount(raw.amount, unit, ['amount'], context)
    const { agreed, tree, ...rest } = raw
    const numbers = agreed?.map((part, index) => ({ ...part, amount: readAmount(part.amount, unit, ['agreed', index, 'amount'], context) }))
    const kept = tree === undefined || typeof amount !== 'bigint' ? undefined : readTree(tree, unit, amount, context)
    return { ...rest, amount, ...(numbers === undefined ? {} : { agreed: numbers }), ...(kept === undefined ? {} : { tree: kept }) }
  })

function readAmount(words: string, unit: Unit, path: (string | number)[], context: z.core.$RefinementCtx): bigint {
  const amount = parseAmount(words, unit)
  if (amount.ok) return amount.value
  context.addIssue({ code: 'custom', path, message: amount.reason, params: { words } })
  return z.NEVER
}

/** @returns the tree as it is kept */
function readTree(written: TreeWords, unit: Unit, amount: bigint, context: z.core.$RefinementCtx): TreeWords {
  const tree = readTreeWords(written, unit, amount)
  if (tree.ok) return tree.value.words
  for (const { path, code, facts } of tree.error)
    context.addIssue({ code: 'custom', path: ['tree', ...path], message: code, params: facts })
  return z.NEVER
}

/** Money needs a currency and a count has none; undefined where they do not go together. */
function unitOf(key: MetricKey, currency: string | undefined): Unit | undefined {
  if (metric(key).unit === 'money') return currency === undefined ? undefined : { kind: 'money', currency }
  return currency === undefined ? { kind: 'count' } : undefined
}

/**
 * One plan, as it comes out of a file or a form. Amounts are words on the way in ('1.2m') and minor units on the way out. The messages of
 * its issues are codes: the catalogue has the sentences.
 */
export const planInput = z
  .strictObject({
    version: wholeNumber.pipe(z.literal(1, { error: 'unknown-version' })),
    name: name.optional(),
    period: z.string(),
    fiscalStartMonth: fiscalStartMonth.optional(),
    calendar: planWeekYear.optional(),
    ...planTimeFields,
    actions: actionsInput.optional(),
    targets: z.array(target).min(1, 'no-targets').max(100, 'too-many'),
    funnels: funnelsInput.optional(),
    market: marketInput.optional(),
    focus: focusesInput.optional(),
  })
  .superRefine((plan, context) => {
    if (!isStartMonth(plan.fiscalStartMonth) || !isStartMonth(plan.calendar?.startMonth)) return // said already
    if (plan.fiscalStartMonth !== undefined && plan.calendar !== undefined)
      context.addIssue({ code: 'custom', path: ['calendar'], message: 'calendar-twice' })
    const period = planPeriod(plan)
    if (period === undefined)
      context.addIssue({ code: 'custom', path: ['period'], message: 'unknown-period', params: { words: plan.period } })
    for (const { path, code, facts } of contradictions(plan, period))
      context.addIssue({ code: 'custom', path: ['targets', ...path], message: code, params: facts })
    for (const { path, code, facts } of [...actionContradictions(plan), ...strategyContradictions(plan)])
      context.addIssue({ code: 'custom', path, message: code, params: facts })
  })

export type PlanInput = z.output<typeof planInput>
export type PlanTarget = PlanInput['targets'][number]
export type PlanSplit = PlanTarget['split']

function isStartMonth(month: number | undefined): boolean {
  return month === undefined || (month >= 1 && month <= 12)
}

/** The plan's period in its own fiscal year. */
export function planPeriod(plan: PlanCalendar & { readonly period: string }): Period | undefined {
  const fiscal = fiscalOfPlan(plan)
  const period = parsePeriod(plan.period, fiscal)
  // A calendar month begins and ends within weeks, and a year of weeks has no part that is one.
  const isForeign = fiscal.kind === 'weeks' && period?.kind === 'month' && !period.id.includes('P')
  return isForeign ? undefined : period
}

/** Weights written as decimals, as whole numbers of the same ratio: '2', '0.5' are 4 and 1 (or both times as much). */
export function wholeWeights(weights: readonly string[]): bigint[] {
  const decimals = weights.map((words) => words.split('.')[1]?.length ?? 0)
  const most = Math.max(0, ...decimals)
  return weights.map((words, index) => BigInt(words.replace('.', '')) * 10n ** BigInt(most - (decimals[index] ?? 0)))
}

/** Whether two splits share out over the same members by the same weights, in whatever order. */
export function isSameSplit(one: PlanSplit, other: PlanSplit): boolean {
  const words = (split: PlanSplit) =>
    split === 'equal' ? split : JSON.stringify(split.map(({ member, weight }) => [member, weight]).toSorted())
  return words(one) === words(other)
}

interface Contradiction {
  readonly path: (string | number)[]
  readonly code: string
  readonly facts: Record<string, string>
}

/** What each target may say, but not together. */
function contradictions(plan: PlanCalendar & { readonly targets: readonly PlanTarget[] }, period: Period | undefined): Contradiction[] {
  const seen = new Set<string>()
  const months = period && monthsOf(period, fiscalOfPlan(plan)).map(({ id }) => id)
  return plan.targets.flatMap((each, index) => {
    const key = `${each.metric} ${each.currency ?? ''}`
    const isTwice = seen.has(key)
    seen.add(key)
    const found = [
      ...splitContradictions(each.split),
      ...agreedContradictions(each),
      ...monthContradictions(each.months, months),
      ...seasonContradictions(each, fiscalOfPlan(plan)),
    ]
    if (isTwice) found.push({ path: ['metric'], code: 'metric-twice', facts: { metric: each.metric } })
    return found.map(({ path, code, facts }) => ({ path: [index, ...path], code, facts }))
  })
}

function splitContradictions(split: PlanSplit): Contradiction[] {
  return split === 'equal' ? [] : membersTwice(split, 'split')
}

function agreedContradictions({ agreed = [], amount }: PlanTarget): Contradiction[] {
  const isMore = agreed.reduce((sum, part) => sum + part.amount, 0n) > amount
  return [...membersTwice(agreed, 'agreed'), ...(isMore ? [{ path: ['agreed'], code: 'agreed-above-amount', facts: {} }] : [])]
}

function membersTwice(parts: readonly { readonly member: string }[], field: string): Contradiction[] {
  const seen = new Set<string>()
  return parts.flatMap(({ member }, index) => {
    if (seen.has(member)) return [{ path: [field, index, 'member'], code: 'member-twice', facts: { member } }]
    seen.add(member)
    return []
  })
}

/** A season names each month of the period, since one that is forgotten would get nothing in silence, and gives some of them weight. */
function monthContradictions(months: PlanTarget['months'], wanted: readonly string[] | undefined): Contradiction[] {
  if (months === undefined || wanted === undefined) return []
  const foreign = Object.keys(months).filter((id) => !wanted.includes(id))
  const missing = wanted.filter((id) => !Object.hasOwn(months, id))
  const found: Contradiction[] = foreign.map((month) => ({ path: ['months', month], code: 'month-outside-period', facts: { month } }))
  for (const month of missing) found.push({ path: ['months'], code: 'month-missing', facts: { month } })
  if (!Object.values(months).some((words) => /[1-9]/.test(words))) found.push({ path: ['months'], code: 'no-weight', facts: {} })
  return found
}

/** A season by hand is said once: for the months of the period, or for those of the year. */
function seasonContradictions({ seasonality, months }: PlanTarget, fiscal: FiscalCalendar): Contradiction[] {
  if (seasonality === undefined || seasonality === 'last-year') return []
  const path = ['seasonality']
  const expected = monthsInYear(fiscal)
  if (seasonality.length !== expected) return [{ path, code: 'season-length', facts: { expected: String(expected) } }]
  if (months !== undefined) return [{ path, code: 'season-twice', facts: {} }]
  return seasonality.some((words) => /[1-9]/.test(words)) ? [] : [{ path, code: 'no-weight', facts: {} }]
}
