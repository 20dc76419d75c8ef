import { parseAmount } from '../amount/parse-amount.js'
import type { DealSize, Motion, MotionStage, MotionStep } from './checks/measurable.js'
import { type ConversionRate, learntRate, standardRate } from './conversion.js'
import { AT_ONCE, type Cycle, monthsIn, parseCycle } from './cycle.js'
import { parseRate } from './funnel.js'
import { type MetricKey, metric } from './metric.js'
import type { PlanInput } from './plan-input.js'
import { type FunnelInput, type StageInput, shareOf, stageUnits } from './strategy-input.js'

/** What a team did of each metric, month by month. */
export interface MonthlyHistory {
  /** Whole months that are over, oldest first. */
  readonly months: readonly string[]
  /** Minor units or a count. */
  amount(metric: MetricKey, month: string): bigint
}

/** A plan's funnels with every rate settled: by hand, by assumption, or learnt from the team's last six months. */
export function motionsOf({ funnels = [], targets }: Pick<PlanInput, 'funnels' | 'targets'>, history: MonthlyHistory): Motion[] {
  return funnels.map((funnel): Motion => {
    const currency = targets.find(({ metric: key }) => key === funnel.target)?.currency
    const units = stageUnits(funnel)
    const stages = funnel.stages.map((stage, index): MotionStage => {
      const cycle = (stage.cycle === undefined ? undefined : parseCycle(stage.cycle)) ?? AT_ONCE
      const isWorth = units[index]?.own === 'count' && units[index]?.after === 'money'
      return {
        name: stage.stage,
        metric: stage.metric,
        currency: units[index]?.own === 'money' ? currency : undefined,
        step: isWorth
          ? sizeStep(stage, nextMetric(funnel, index), cycle, currency, history)
          : rateStep(stage, nextMetric(funnel, index), cycle, history),
        cycle,
      }
    })
    return { name: funnel.name, target: funnel.target, share: shareOf(funnel.share), stages }
  })
}

/**
 * What history shows of a step: cases of the last six months, each counted a cycle before it could become the next. Nothing of a step into a
 * stage that hardly anybody records: the rate would say that next to no case goes on, and ask for thousands.
 *
 * @param assumed what is assumed where there are no cases; without it the product's own assumption
 */
export function shownRate(
  from: MetricKey,
  to: MetricKey,
  cycle: Cycle,
  history: MonthlyHistory,
  assumed = standardRate(from, to),
): ConversionRate {
  if (!isRecorded(to, history)) return learntRate(assumed, 0n, 0n)
  const { tried, converted } = casesOf(from, to, cycle, history)
  return learntRate(assumed, tried, converted)
}

/** Every deal has passed each stage, so one of which nothing was counted, or less than was won, is not recorded. */
function isRecorded(key: MetricKey, history: MonthlyHistory): boolean {
  if (metric(key).kind === 'result') return true
  const counted = countedLately(key, history)
  return counted > 0n && counted >= countedLately('deals', history)
}

/** What was counted of a metric over the last six months. */
export function countedLately(key: MetricKey, { months, amount }: MonthlyHistory): bigint {
  return months.slice(-MONTHS_SEEN).reduce((total, month) => total + amount(key, month), 0n)
}

const MONTHS_SEEN = 6

function casesOf(from: MetricKey, to: MetricKey, cycle: Cycle, { months, amount }: MonthlyHistory): { tried: bigint; converted: bigint } {
  const lag = monthsIn(cycle)
  const after = months.slice(lag).slice(-MONTHS_SEEN)
  const before = months.slice(0, months.length - lag).slice(-MONTHS_SEEN)
  const sum = (key: MetricKey, of: readonly string[]) => of.reduce((total, month) => total + amount(key, month), 0n)
  return { tried: sum(from, before), converted: sum(to, after) }
}

/** The metric that comes after a stage; undefined where what comes after is not counted. */
function nextMetric({ stages, target }: FunnelInput, index: number): MetricKey | undefined {
  return index === stages.length - 1 ? target : stages[index + 1]?.metric
}

function rateStep(
  { metric: from, rate, assume }: StageInput,
  to: MetricKey | undefined,
  cycle: Cycle,
  history: MonthlyHistory,
): MotionStep {
  const assumed = (assume === undefined ? undefined : parseRate(assume)) ?? standardRate(from, to)
  const byHand = rate === undefined ? undefined : parseRate(rate)
  const isCounted = from !== undefined && to !== undefined && metric(from).unit === metric(to).unit
  if (byHand !== undefined) return { kind: 'rate', rate: { rate: byHand, basis: 'hand', assumed: byHand, tried: 0n, converted: 0n } }
  return { kind: 'rate', rate: isCounted ? shownRate(from, to, cycle, history, assumed) : learntRate(assumed, 0n, 0n) }
}

function sizeStep(
  { metric: from, size }: StageInput,
  to: MetricKey | undefined,
  cycle: Cycle,
  currency: string | undefined,
  history: MonthlyHistory,
): MotionStep {
  const byHand = size === undefined || currency === undefined ? undefined : parseAmount(size, { kind: 'money', currency })
  if (byHand?.ok) return { kind: 'size', currency, size: { amount: byHand.value, basis: 'hand', deals: 0n } }
  return { kind: 'size', currency, size: from === undefined || to === undefined ? undefined : dealSize(from, to, cycle, history) }
}

/** What one is worth on average, over the team's last six months. */
export function dealSize(from: MetricKey, to: MetricKey, cycle: Cycle, history: MonthlyHistory): DealSize | undefined {
  const { tried, converted } = casesOf(from, to, cycle, history)
  return tried > 0n && converted >= tried ? { amount: converted / tried, basis: 'history', deals: tried } : undefined
}
