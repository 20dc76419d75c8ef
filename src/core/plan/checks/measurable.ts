import type { Temporal } from 'temporal-polyfill'
import { ceilDivide, type Fraction } from '../../amount/fraction.js'
import type { ConversionRate } from '../conversion.js'
import { AT_ONCE, type Cycle } from '../cycle.js'
import { type Due, type FunnelStage, reachedTarget, requiredStages, weeklyNumber } from '../funnel.js'
import { type MetricKey, metric } from '../metric.js'
import { TIER_RATES } from '../tiers.js'
import { type Asked, type Check, concluded, type Verdict } from './check.js'

/** A sales motion's funnel, its rates settled. */
export interface Motion {
  readonly name: string
  readonly target: MetricKey
  /** The part of the target that goes through it. */
  readonly share: Fraction
  /** From the first contact to the last before the target. */
  readonly stages: readonly MotionStage[]
}

export interface MotionStage {
  /** As the plan calls it; undefined: by its metric. */
  readonly name: string | undefined
  readonly metric: MetricKey | undefined
  /** What a stage in money is counted in; undefined for a count. */
  readonly currency: string | undefined
  readonly step: MotionStep
  readonly cycle: Cycle
}

/** How a stage becomes the next: by a rate, or from pieces to money by what one is worth. Undefined: nobody knows yet. */
export type MotionStep =
  | { readonly kind: 'rate'; readonly rate: ConversionRate }
  | { readonly kind: 'size'; readonly size: DealSize | undefined; readonly currency: string | undefined }

/** What a deal is worth on average, in minor units: by hand, or from so many of the team's own. */
export interface DealSize {
  readonly amount: bigint
  readonly basis: 'hand' | 'history'
  readonly deals: bigint
}

export interface MeasurableTarget extends Asked {
  /** What it asks of each month, due in the middle of it: by then half of the month's must be there. */
  readonly months: readonly Due[]
  /** What of its amount falls on days that the plan can still change. */
  readonly ahead: bigint
}

export interface MeasurableInput {
  readonly targets: readonly MeasurableTarget[]
  readonly motions: readonly Motion[]
  /** From `from` to the period's end: a week is asked for its part of what is still ahead. */
  readonly weeks: number
  /** The first day that the plan can still change, and whether days of its period lie before that. */
  readonly from: Temporal.PlainDate
  readonly isRunning: boolean
  readonly today: Temporal.PlainDate
  /** What the team would do of a metric in the period if all went on as before; undefined where nothing is known. */
  usual(metric: MetricKey): bigint | undefined
  /** What the team did of a metric in a month that has passed. */
  done(metric: MetricKey, month: string): bigint
}

/** What a stage must bring. */
export interface StageNeed {
  readonly stage: MotionStage
  readonly amount: bigint
  readonly weekly: bigint
  /** Where the period has begun: the part of it that is still ahead, with the weeks that are left for it. */
  readonly rest: { readonly amount: bigint; readonly weeks: number } | undefined
  /** The months in which the first and the last of it are due. */
  readonly firstMonth: string
  readonly lastMonth: string
}

export type MeasurableFinding = { readonly verdict: Verdict; readonly isFinal?: boolean } & (
  | { readonly code: 'funnel'; readonly motion: Motion; readonly target: Asked; readonly needs: readonly StageNeed[] }
  /**
   * What is due before the plan can ask for it and is not there, from this month on. Late: in months that are over, so that much of the target
   * comes late. Ahead: in months that can still be used.
   */
  | {
      readonly code: 'late' | 'ahead'
      readonly motion: Motion
      readonly stage: MotionStage
      readonly missing: bigint
      readonly month: string
    }
  /** Where the plan's own process targets land, or the team's usual pace. */
  | {
      readonly code: 'landing'
      readonly by: 'plan' | 'pace'
      readonly target: Asked
      readonly process: MetricKey
      readonly has: bigint
      readonly needs: bigint
      readonly lands: bigint
    }
  | { readonly code: 'size-unknown'; readonly motion: Motion }
  | { readonly code: 'part-uncovered'; readonly target: Asked; readonly share: number }
  | { readonly code: 'untied'; readonly target: Asked }
  | { readonly code: 'process-only' }
)

export type MeasurableSuggestion =
  | { readonly code: 'add-funnel'; readonly target: MetricKey }
  | { readonly code: 'say-size' }
  /** The rest of a target that goes through no funnel. */
  | { readonly code: 'cover-rest'; readonly target: MetricKey }
  /** What is due before the plan begins, asked for now; what can no longer come in time, planned for later. */
  | { readonly code: 'ask-early' }
  | { readonly code: 'plan-later'; readonly target: MetricKey }
  /** The least that the funnels need, for each process metric that has no target or too low a one. */
  | { readonly code: 'set-process'; readonly amounts: readonly { readonly metric: MetricKey; readonly amount: bigint }[] }

export type MeasurableCheck = Check<'measurable', MeasurableFinding, MeasurableSuggestion>

/** Whether each result is tied to what leads there, and whether the plan's own process targets suffice for it. */
export function measurableCheck(input: MeasurableInput): MeasurableCheck {
  const worked = input.motions.flatMap((motion) => workedOut(motion, input))
  const needs = neededByMetric(worked)
  const findings = [
    ...input.motions
      .filter(isUnsized)
      .map((motion): MeasurableFinding => ({ code: 'size-unknown', verdict: 'blocked', isFinal: true, motion })),
    ...worked.flatMap((each) => [each.finding, ...early(each, input)]),
    ...input.targets.flatMap((target) => landings(target, worked, needs, input)),
    ...input.targets.flatMap((target) => coverage(target, input)),
  ]
  if (!input.targets.some(isResult)) findings.push({ code: 'process-only', verdict: 'good' })
  return concluded('measurable', findings, suggestionFor(findings, needs, input))
}

interface Worked {
  readonly motion: Motion
  readonly stages: readonly FunnelStage[]
  readonly dues: readonly (readonly Due[])[]
  readonly needs: readonly StageNeed[]
  readonly finding: MeasurableFinding
}

function workedOut(motion: Motion, { targets, weeks, isRunning }: MeasurableInput): Worked[] {
  const target = targets.find(({ metric: key }) => key === motion.target)
  const stages = motion.stages.flatMap(({ step, cycle }): FunnelStage[] => {
    if (step.kind === 'rate') return [{ rate: step.rate.rate, cycle }]
    return step.size === undefined ? [] : [{ rate: { num: step.size.amount, den: 1n }, cycle }]
  })
  if (target === undefined || stages.length < motion.stages.length) return []
  const own = ownPart(target.months, motion.share)
  const dues = requiredStages(own, stages)
  const needs = motion.stages.flatMap((stage, index): StageNeed[] => {
    const asked = (dues[index] ?? []).filter(({ amount }) => amount > 0n)
    const amount = asked.reduce((sum, due) => sum + due.amount, 0n)
    const [first, last] = [asked[0], asked.at(-1)]
    if (first === undefined || last === undefined) return []
    // A stage's weeks lie a cycle before the target's, as many of them; what is due in those that are over is told as late.
    const left = ceilDivide(amount * target.ahead, target.amount)
    const rest = isRunning ? { amount: left, weeks } : undefined
    return [{ stage, amount, weekly: weeklyNumber(left, weeks), rest, firstMonth: monthOf(first.on), lastMonth: monthOf(last.on) }]
  })
  const asked = { metric: target.metric, currency: target.currency, amount: own.reduce((sum, { amount }) => sum + amount, 0n) }
  return [{ motion, stages, dues, needs, finding: { code: 'funnel', verdict: 'good', motion, target: asked, needs } }]
}

/** The motion's part of each month, rounded up on running totals. */
function ownPart(months: readonly Due[], share: Fraction): Due[] {
  const [part] = requiredStages(months, [{ rate: { num: share.den, den: share.num }, cycle: AT_ONCE }])
  return part ?? []
}

function monthOf(on: Temporal.PlainDate): string {
  return on.toString().slice(0, 7)
}

/** Of the plan's months: what of it is due in months before them, and is not there. The stage nearest the first contact says it. */
function early({ motion, dues }: Worked, { from, today, targets, done }: MeasurableInput): MeasurableFinding[] {
  const [begin, thisMonth] = [monthOf(from), monthOf(today)]
  const months = targets.find(({ metric: key }) => key === motion.target)?.months ?? []
  for (const [index, stage] of motion.stages.entries()) {
    const wanted = new Map<string, bigint>()
    for (const [place, { on, amount }] of (dues[index] ?? []).entries()) {
      const due = months[place]
      const isToCome = due !== undefined && monthOf(due.on) >= begin
      if (isToCome && monthOf(on) < begin) wanted.set(monthOf(on), (wanted.get(monthOf(on)) ?? 0n) + amount)
    }
    const missing = [...wanted].flatMap(([month, amount]) => {
      const there = stage.metric === undefined ? 0n : done(stage.metric, month)
      return amount > there ? [{ month, amount: amount - there }] : []
    })
    const isOver = ({ month }: { month: string }) => month < thisMonth
    const found = [
      ...missingFinding('late', motion, stage, missing.filter(isOver)),
      ...missingFinding(
        'ahead',
        motion,
        stage,
        missing.filter((each) => !isOver(each)),
      ),
    ]
    if (found.length > 0) return found
  }
  return []
}

function missingFinding(
  code: 'late' | 'ahead',
  motion: Motion,
  stage: MotionStage,
  missing: readonly { readonly month: string; readonly amount: bigint }[],
): MeasurableFinding[] {
  const [first] = missing
  if (first === undefined) return []
  const sum = missing.reduce((total, { amount }) => total + amount, 0n)
  return [{ code, verdict: 'bold', motion, stage, missing: sum, month: first.month }]
}

function neededByMetric(worked: readonly Worked[]): Map<MetricKey, bigint> {
  const needed = new Map<MetricKey, bigint>()
  for (const { stage, amount } of worked.flatMap(({ needs }) => needs))
    if (stage.metric !== undefined) needed.set(stage.metric, (needed.get(stage.metric) ?? 0n) + amount)
  return needed
}

/** Where a target lands by the weakest of what leads there: the plan's own process targets, or else the usual pace. */
function landings(
  target: Asked,
  worked: readonly Worked[],
  needed: ReadonlyMap<MetricKey, bigint>,
  input: MeasurableInput,
): MeasurableFinding[] {
  const own = worked.filter(({ motion }) => motion.target === target.metric)
  if (target.amount <= 0n || own.length === 0) return []
  const process = [...needed.keys()].filter((key) => own.some(({ needs }) => needs.some(({ stage }) => stage.metric === key)))
  const landed = (by: 'plan' | 'pace', amountOf: (key: MetricKey) => bigint | undefined) =>
    process.flatMap((key) => {
      const [has, needs] = [amountOf(key), needed.get(key) ?? 0n]
      return has === undefined ? [] : [{ by, target, process: key, has, needs, lands: landing(own, key, has, needs) }]
    })
  const planned = landed('plan', (key) => input.targets.find((each) => each.metric === key)?.amount)
  const found = planned.length > 0 ? planned : landed('pace', (key) => input.usual(key))
  const [first, ...rest] = found
  if (first === undefined) return []
  const weakest = rest.reduce((worst, each) => (each.lands < worst.lands ? each : worst), first)
  return [{ code: 'landing', verdict: landingVerdict(weakest), ...weakest }]
}

/** The process metric is shared out over the motions as they need it; who has no such stage lands where planned. */
function landing(own: readonly Worked[], key: MetricKey, has: bigint, needs: bigint): bigint {
  return own.reduce((sum, { motion, stages, needs: stageNeeds, finding }) => {
    const place = motion.stages.findIndex(({ metric: each }) => each === key)
    const need = stageNeeds.find(({ stage }) => stage.metric === key)
    if (place < 0 || need === undefined || needs === 0n) return sum + (finding.code === 'funnel' ? finding.target.amount : 0n)
    return sum + reachedTarget((need.amount * has) / needs, stages.slice(place))
  }, 0n)
}

/** A plan whose own process targets miss even the base tier contradicts itself. The usual pace only warns: the Achievable check judges it. */
function landingVerdict({ by, lands, target }: { by: 'plan' | 'pace'; lands: bigint; target: Asked }): Verdict {
  if (lands >= target.amount) return 'good'
  const { num, den } = TIER_RATES.base
  return by === 'plan' && lands * den < target.amount * num ? 'blocked' : 'bold'
}

function coverage(target: Asked, { motions }: MeasurableInput): MeasurableFinding[] {
  if (!isResult(target)) return []
  const own = motions.filter((motion) => motion.target === target.metric)
  if (own.length === 0) return isTiedElsewhere(target.metric, motions) ? [] : [{ code: 'untied', verdict: 'bold', target }]
  const share = own.reduce((sum, { share: { num, den } }) => sum + Number(num) / Number(den), 0)
  return share > 0.9999 ? [] : [{ code: 'part-uncovered', verdict: 'bold', target, share: 1 - share }]
}

/** A motion of another result passes through it, or it is the cash of a revenue that has one. */
function isTiedElsewhere(key: MetricKey, motions: readonly Motion[]): boolean {
  return motions.some(
    ({ target, stages }) => stages.some(({ metric: each }) => each === key) || (key === 'collected' && target === 'revenue'),
  )
}

function isResult({ metric: key }: Asked): boolean {
  return metric(key).kind === 'result'
}

function isUnsized({ stages }: Motion): boolean {
  return stages.some(({ step }) => step.kind === 'size' && step.size === undefined)
}

function suggestionFor(
  findings: readonly MeasurableFinding[],
  needed: ReadonlyMap<MetricKey, bigint>,
  { targets }: MeasurableInput,
): MeasurableSuggestion | undefined {
  if (findings.some(({ code }) => code === 'size-unknown')) return { code: 'say-size' }
  const lacking = [...needed].filter(([key, amount]) => {
    const planned = targets.find((each) => each.metric === key)
    return metric(key).kind === 'process' && (planned === undefined || planned.amount < amount)
  })
  if (lacking.length > 0) return { code: 'set-process', amounts: lacking.map(([key, amount]) => ({ metric: key, amount })) }
  const untied = findings.find((finding) => finding.code === 'untied')
  if (untied?.code === 'untied') return { code: 'add-funnel', target: untied.target.metric }
  const uncovered = findings.find((finding) => finding.code === 'part-uncovered')
  if (uncovered?.code === 'part-uncovered') return { code: 'cover-rest', target: uncovered.target.metric }
  const missing = findings.find((finding) => finding.code === 'late' || finding.code === 'ahead')
  if (missing?.code === 'ahead') return { code: 'ask-early' }
  return missing?.code === 'late' ? { code: 'plan-later', target: missing.motion.target } : undefined
}
