import { z } from 'zod'
import { type Fraction, reduced } from '../amount/fraction.js'
import { parseAmount } from '../amount/parse-amount.js'
import { CARRIERS } from './checks/specific.js'
import { parseCycle } from './cycle.js'
import { parseRate } from './funnel.js'
import { metricKey, name, numberWords } from './input-words.js'
import { type MetricKey, metric } from './metric.js'

/** Words are kept as they were written, once they are known to be right, so that a plan is written out as it was read. */
const rate = numberWords.refine((words) => parseRate(words) !== undefined, { error: 'not-a-rate' })
const cycle = numberWords.refine((words) => parseCycle(words) !== undefined, { error: 'not-a-cycle' })

/**
 * One stage of a funnel. Of `rate` (by hand), `assume` (a rate until the team's history says more) and `size` (what one is worth) it has at most
 * one; without any, the step is learnt from history alone.
 */
const stage = z.strictObject({
  stage: name.optional(),
  metric: metricKey.optional(),
  rate: rate.optional(),
  assume: rate.optional(),
  size: numberWords.optional(),
  cycle: cycle.optional(),
})

/** How a sales motion reaches a target of the plan, from the first contact on. */
const funnel = z.strictObject({
  name,
  target: metricKey,
  share: rate.optional(),
  stages: z.array(stage).min(1, 'no-stages').max(12, 'too-many'),
})

export const funnelsInput = z.array(funnel).min(1, 'no-funnels').max(20, 'too-many')

/** A year's market in the currency of the plan's money, the share of it that the team has, and the one it wants. */
export const marketInput = z.strictObject({ size: numberWords, share: rate, wanted: rate })

const FOCUS_KINDS = ['region', 'product', 'industry'] as const

export const focusesInput = z
  .array(z.strictObject({ name, kind: z.enum(FOCUS_KINDS, { error: 'not-a-focus-kind' }).optional(), share: rate.optional() }))
  .min(1, 'no-focuses')
  .max(20, 'too-many')

/** What a target serves: one focus wholly, or parts of it several. */
export const focusTag = z.union(
  [
    name,
    z
      .array(z.strictObject({ name, share: rate }))
      .min(1, 'no-focuses')
      .max(20, 'too-many'),
  ],
  {
    error: 'not-a-focus',
  },
)

export const carrierInput = z.enum(CARRIERS, { error: 'not-a-carrier' })

export type FunnelInput = z.output<typeof funnel>
export type StageInput = z.output<typeof stage>
export type MarketInput = z.output<typeof marketInput>
export type FocusInput = z.output<typeof focusesInput>[number]
export type FocusKind = (typeof FOCUS_KINDS)[number]
export type FocusTagInput = z.output<typeof focusTag>

/** What belongs to a plan besides its targets. */
interface Strategy {
  readonly targets: readonly {
    readonly metric: MetricKey
    readonly currency?: string | undefined
    readonly focus?: FocusTagInput | undefined
  }[]
  readonly funnels?: readonly FunnelInput[] | undefined
  readonly market?: MarketInput | undefined
  readonly focus?: readonly FocusInput[] | undefined
}

interface Contradiction {
  readonly path: (string | number)[]
  readonly code: string
  readonly facts: Record<string, string>
}

/** What each part may say, but not beside the others. */
export function strategyContradictions(plan: Strategy): Contradiction[] {
  return [
    ...(plan.funnels ?? []).flatMap((each, index) => under(['funnels', index], funnelContradictions(each, plan))),
    ...sharesOverWhole(plan.funnels ?? []),
    ...marketContradictions(plan),
    ...focusContradictions(plan.focus ?? []),
    ...plan.targets.flatMap(({ focus }, index) => under(['targets', index, 'focus'], tagContradictions(focus))),
  ]
}

function under(path: readonly (string | number)[], found: readonly Contradiction[]): Contradiction[] {
  return found.map((each) => ({ ...each, path: [...path, ...each.path] }))
}

function funnelContradictions(funnelInput: FunnelInput, { targets, funnels = [] }: Strategy): Contradiction[] {
  const { name: own, target: key, stages } = funnelInput
  const target = targets.find((each) => each.metric === key)
  const found: Contradiction[] = []
  if (target === undefined) found.push({ path: ['target'], code: 'funnel-without-target', facts: { metric: key } })
  if (funnels.find((each) => each.name === own) !== funnelInput) found.push({ path: ['name'], code: 'funnel-twice', facts: { words: own } })
  const unitsAfter = stageUnits(funnelInput)
  for (const [index, each] of stages.entries()) {
    const say = (field: string, code: string) => found.push({ path: ['stages', index, field], code, facts: { metric: each.metric ?? '' } })
    const next = stages[index + 1]
    const isCounted = each.metric !== undefined && (next === undefined || next.metric !== undefined)
    const said = [each.rate, each.assume, each.size].filter((words) => words !== undefined)
    if (each.stage === undefined && each.metric === undefined) say('stage', 'stage-unnamed')
    if (said.length > 1) say('rate', 'rate-twice')
    if (said.length === 0 && !isCounted) say('rate', 'rate-missing')
    if (each.metric !== undefined && (each.metric === key || stages.findIndex((other) => other.metric === each.metric) !== index))
      say('metric', 'stage-twice')
    const { after, own: unit } = unitsAfter[index] ?? { after: 'count', own: 'count' }
    if (unit === 'count' && after === 'money' && (each.rate ?? each.assume) !== undefined) say('rate', 'rate-into-money')
    if (each.size !== undefined && after === 'count') say('size', 'size-of-a-count')
    if (each.metric !== undefined && metric(each.metric).unit !== unit) say('metric', 'stage-unit')
    if (each.size !== undefined && !isAmount(each.size, target?.currency)) say('size', 'not-a-number')
  }
  return found
}

/** What each stage, and what comes after it, is counted in: pieces become money by what one is worth. */
export function stageUnits({
  target,
  stages,
}: Pick<FunnelInput, 'target' | 'stages'>): { own: 'money' | 'count'; after: 'money' | 'count' }[] {
  let after: 'money' | 'count' = metric(target).unit
  return stages
    .toReversed()
    .map((each) => {
      const worth = each.size !== undefined || (each.metric !== undefined && metric(each.metric).unit === 'count')
      const units = { own: worth ? ('count' as const) : after, after }
      after = units.own
      return units
    })
    .toReversed()
}

/** Of one target no more than the whole can go through its motions. */
function sharesOverWhole(funnels: readonly FunnelInput[]): Contradiction[] {
  return [...new Set(funnels.map(({ target }) => target))].flatMap((key): Contradiction[] => {
    const own = funnels.filter(({ target }) => target === key)
    const sum = own.reduce<Fraction>((total, { share }) => added(total, shareOf(share)), { num: 0n, den: 1n })
    return sum.num > sum.den ? [{ path: ['funnels'], code: 'shares-over-whole', facts: { metric: key } }] : []
  })
}

/** As a fraction; what is not said is the whole. */
export function shareOf(words: string | undefined): Fraction {
  return (words === undefined ? undefined : parseRate(words)) ?? { num: 1n, den: 1n }
}

function marketContradictions({ market, targets }: Strategy): Contradiction[] {
  if (market === undefined) return []
  const currency = targets.find((each) => each.currency !== undefined)?.currency
  if (currency === undefined) return [{ path: ['market'], code: 'market-without-money', facts: {} }]
  return isAmount(market.size, currency) ? [] : [{ path: ['market', 'size'], code: 'not-a-number', facts: { words: market.size } }]
}

function isAmount(words: string, currency: string | undefined): boolean {
  const parsed = currency === undefined ? undefined : parseAmount(words, { kind: 'money', currency })
  return parsed === undefined || (parsed.ok && parsed.value > 0n)
}

function focusContradictions(focuses: readonly FocusInput[]): Contradiction[] {
  const names = focuses.map((each) => each.name)
  const twice = names.find((each, index) => names.indexOf(each) !== index)
  const sum = focuses.reduce<Fraction>((total, { share }) => (share === undefined ? total : added(total, shareOf(share))), {
    num: 0n,
    den: 1n,
  })
  return [
    ...(twice === undefined ? [] : [{ path: ['focus'], code: 'focus-twice', facts: { words: twice } }]),
    ...(sum.num > sum.den ? [{ path: ['focus'], code: 'focus-over-whole', facts: {} }] : []),
  ]
}

function tagContradictions(tag: FocusTagInput | undefined): Contradiction[] {
  if (tag === undefined || typeof tag === 'string') return []
  const sum = tag.reduce<Fraction>((total, { share }) => added(total, shareOf(share)), { num: 0n, den: 1n })
  return sum.num > sum.den ? [{ path: [], code: 'focus-over-whole', facts: {} }] : []
}

function added(one: Fraction, other: Fraction): Fraction {
  return reduced({ num: one.num * other.den + other.num * one.den, den: one.den * other.den })
}
