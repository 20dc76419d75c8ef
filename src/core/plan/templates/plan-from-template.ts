import { amountWords } from '../../amount/amount-words.js'
import { ceilShare } from '../../amount/fraction.js'
import { plainly } from '../../amount/plainly.js'
import { type FiscalCalendar, monthsOfFiscalYear } from '../../calendar/fiscal-year.js'
import { type UsualAction, usualActions } from '../actions/usual-actions.js'
import { AT_ONCE, inMonths, parseCycle } from '../cycle.js'
import { requiredUpstream } from '../funnel.js'
import { namedInPlan } from '../plan-calendar.js'
import type { PlanInput, PlanSplit, PlanTarget } from '../plan-input.js'
import type { TreeWords } from '../tree/tree-words.js'
import { earlier } from './earlier.js'
import type { PlanTemplate, TemplatePart } from './plan-templates.js'

export interface TemplateFacts {
  readonly period: string
  readonly fiscal: FiscalCalendar
  /** Of the period: 12 in a year. */
  readonly months: number
  /** How many the revenue falls on. */
  readonly people: number
  /** Minor units, more than zero. */
  readonly revenue: bigint
  readonly currency: string
  readonly split: PlanSplit
  /** In place of the template's own. */
  readonly rhythm?: readonly [number, number, number] | undefined
  /** What the funnel is called, the parts of the business and the key actions. */
  readonly names: {
    readonly funnel: string
    readonly part: (part: TemplatePart) => string
    readonly action: (name: UsualAction) => string
  }
}

/**
 * A whole plan from a kind of business and one number: revenue with its split and season, what is to be collected, the funnel that leads
 * there, and just as much of each stage as the revenue takes.
 */
export function planFromTemplate(template: PlanTemplate, facts: TemplateFacts): PlanInput {
  const { period, fiscal, revenue, currency, names } = facts
  const size = dealSizeOf(template, facts)
  return {
    version: 1,
    period,
    ...namedInPlan(fiscal),
    actions: usualActions(
      template.parts.map(({ part }) => part),
      names.action,
      template.stages.map(({ metric }) => metric),
    ),
    targets: [
      { ...moneyTarget('revenue', revenue, template, facts), tree: treeOf(template, names.part) },
      ...collected(template, facts),
      ...stageAmounts(template, revenue, size).map(
        ({ metric, amount, monthsAhead }): PlanTarget => ({ metric, amount, split: facts.split, ...timeOf(template, facts, monthsAhead) }),
      ),
    ],
    funnels: [
      {
        name: names.funnel,
        target: 'revenue',
        stages: [
          ...template.stages.map(({ metric, percent, cycle }) => ({
            metric,
            assume: `${percent}%`,
            ...(cycle === undefined ? {} : { cycle }),
          })),
          { metric: 'deals', size: amountWords(size, { kind: 'money', currency }) },
        ],
      },
    ],
  }
}

/** What an average deal must be worth, in minor units, down to three figures: the revenue over the deals that the people win in these months. */
function dealSizeOf({ dealsPerPerson }: PlanTemplate, { revenue, people, months }: TemplateFacts): bigint {
  const deals = (BigInt(dealsPerPerson) * BigInt(Math.max(1, people)) * BigInt(months)) / 12n
  const size = plainly(revenue / (deals > 0n ? deals : 1n))
  return size > 0n ? size : 1n
}

/** What each stage must bring, and how long before the deals: both computed backwards from them. */
function stageAmounts({ stages }: PlanTemplate, revenue: bigint, size: bigint) {
  let next = requiredUpstream(revenue, { num: size, den: 1n })
  let monthsAhead = 0
  return stages
    .toReversed()
    .map(({ metric, percent, cycle }) => {
      next = requiredUpstream(next, { num: BigInt(percent), den: 100n })
      monthsAhead += spanInMonths(cycle)
      return { metric, amount: next, monthsAhead }
    })
    .toReversed()
}

function collected(template: PlanTemplate, facts: TemplateFacts): PlanTarget[] {
  if (template.collectedPercent === undefined) return []
  const amount = ceilShare(facts.revenue, { num: BigInt(template.collectedPercent), den: 100n })
  return [moneyTarget('collected', amount, template, facts)]
}

function moneyTarget(metric: 'revenue' | 'collected', amount: bigint, template: PlanTemplate, facts: TemplateFacts): PlanTarget {
  const rhythm = facts.rhythm ?? template.rhythm
  return {
    metric,
    amount,
    currency: facts.currency,
    split: facts.split,
    carrier: template.carrier,
    ...(rhythm === undefined ? {} : { rhythm: [...rhythm] }),
    ...timeOf(template, facts),
  }
}

function spanInMonths(words: string | undefined): number {
  const cycle = words === undefined ? AT_ONCE : parseCycle(words)
  if (cycle === undefined) throw new RangeError(`A template has no such cycle: ${words}`)
  return inMonths(cycle)
}

/**
 * The season begins with the fiscal year's first month; a year of thirteen months has none of ours.
 *
 * @param monthsAhead how much earlier than the revenue it falls due
 */
function timeOf({ phases, season }: PlanTemplate, { fiscal }: TemplateFacts, monthsAhead = 0): Pick<PlanTarget, 'phases' | 'seasonality'> {
  const isTwelve = monthsOfFiscalYear(2024, fiscal).length === 12
  const first = fiscal.startMonth - 1
  return {
    ...(phases === undefined || !isTwelve ? {} : { phases: phasesEarlier(phases, monthsAhead) }),
    ...(season === undefined || !isTwelve
      ? {}
      : { seasonality: earlier([...season.slice(first), ...season.slice(0, first)], monthsAhead).map(String) }),
  }
}

function phasesEarlier(phases: readonly [number, number, number], monthsAhead: number): [number, number, number] {
  const [first = 0, second = 0, third = 0] = earlier(phases, monthsAhead)
  return [first, second, third]
}

function treeOf({ parts }: PlanTemplate, nameOf: (part: TemplatePart) => string): TreeWords {
  return { by: 'business', parts: parts.map(({ part, percent }) => ({ name: nameOf(part), share: `${percent}%` })) }
}
