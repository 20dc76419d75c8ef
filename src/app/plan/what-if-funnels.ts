import { amountWords } from '../../core/amount/amount-words.js'
import type { StageNeed } from '../../core/plan/checks/measurable.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { FunnelInput } from '../../core/plan/strategy-input.js'
import { shareWords } from '../../core/plan/tree/tree-words.js'
import type { MetricAsk } from '../../core/plan/what-if.js'
import {
  following,
  neededBy,
  type StepPlace,
  type StepTried,
  sizedSteps,
  stepKind,
  stepsInto,
  stepsNamed,
  withStep,
} from '../../core/plan/what-if-steps.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { UserError } from '../user-error.js'
import { checkPlan } from './check-plan.js'
import { planEffect } from './effect.js'
import type { StepValue, TriedChange } from './tried-change.js'

/** A funnel of a plan before and after a change: what each stage must bring, with the months in which it is due. */
export interface FunnelChange {
  readonly name: string
  readonly stages: readonly { readonly before: StageNeed | undefined; readonly after: StageNeed | undefined }[]
}

export interface FunnelledPlan {
  readonly becomes: PlanInput
  readonly change: TriedChange
  readonly asks: readonly (MetricAsk & { readonly before: bigint })[]
  readonly funnels: readonly FunnelChange[]
}

/**
 * A plan with a step of its funnels changed: each stage before it is computed backwards anew, ceilings and lead times as the plan's check has
 * them, and the plan asks of each such metric what the funnels then need. A target that is a stage of another's funnel carries the change on.
 *
 * @returns undefined where the plan has no such step: then the change is reckoned from the targets alone
 * @throws UserError when several steps could be meant, or the value does not fit the step
 */
export async function throughFunnels(store: Store, actor: Actor, plan: PlanInput, change: TriedChange): Promise<FunnelledPlan | undefined> {
  const { funnels = [] } = plan
  const steps = stepsOf(funnels, change)
  const value = valueIn(change)
  const [first] = steps
  if (first === undefined || value === undefined) return undefined
  const tried = wordsOf(value, plan, first)
  if (steps.some((step) => stepKind(funnels, step) !== value.kind)) throw new UserError('what-if-step-value')
  if (steps.length > 1 && change.kind !== 'win-rate')
    throw new UserError('what-if-which-step', {
      funnels: { kind: 'list', items: steps.map(({ funnel }) => funnels[funnel]?.name ?? '') },
      first: funnels[first.funnel]?.name ?? '',
      metric: stageWords(funnels, first),
      value: tried.words,
    })
  const before = await needsOf(store, actor, plan)
  let becomes: PlanInput = {
    ...plan,
    funnels: steps.reduce<readonly FunnelInput[]>((all, step) => withStep(all, step, tried), funnels) as FunnelInput[],
  }
  let after = await needsOf(store, actor, becomes)
  for (let carried = 0; carried < funnels.length; carried += 1) {
    becomes = asking(plan, becomes, before, after)
    after = await needsOf(store, actor, becomes)
  }
  const asks = plan.targets.map(({ metric, amount }, index) => ({
    metric,
    before: amount,
    amount: becomes.targets[index]?.amount ?? amount,
  }))
  const named = change.kind === 'step' ? { ...change, part: first } : change
  return { becomes, change: named, asks, funnels: compared(before, after) }
}

function stepsOf(funnels: readonly FunnelInput[], change: TriedChange): StepPlace[] {
  switch (change.kind) {
    case 'win-rate':
      return stepsInto(funnels, 'deals')
    case 'deal-size':
      return sizedSteps(funnels)
    case 'step': {
      const { part } = change
      if (typeof part === 'string') return stepsNamed(funnels, part)
      return funnels[part.funnel]?.stages[part.stage] === undefined ? [] : [part]
    }
    case 'headcount':
    case 'share':
      return []
  }
}

function valueIn(change: TriedChange): StepValue | undefined {
  switch (change.kind) {
    case 'win-rate':
      return { kind: 'rate', rate: change.rate }
    case 'deal-size':
      return { kind: 'size', amount: change.amount }
    case 'step':
      return change.value
    case 'headcount':
    case 'share':
      return undefined
  }
}

/** As a plan file has it. */
function wordsOf(value: StepValue, { targets, funnels = [] }: PlanInput, { funnel }: StepPlace): StepTried {
  if (value.kind === 'rate') return { kind: 'rate', words: shareWords(value.rate) }
  const currency = targets.find(({ metric }) => metric === funnels[funnel]?.target)?.currency
  return { kind: 'size', words: amountWords(value.amount, currency === undefined ? { kind: 'count' } : { kind: 'money', currency }) }
}

interface FunnelNeeds {
  readonly name: string
  readonly needs: readonly StageNeed[]
}

async function needsOf(store: Store, { team }: Actor, plan: PlanInput): Promise<FunnelNeeds[]> {
  const [, { findings }] = await checkPlan(store, team, plan, await planEffect(store, team, plan))
  return findings.flatMap((finding) => (finding.code === 'funnel' ? [{ name: finding.motion.name, needs: finding.needs }] : []))
}

/** The plan asking of each metric that a funnel counts what the funnels need by now. */
function asking(plan: PlanInput, becomes: PlanInput, before: readonly FunnelNeeds[], after: readonly FunnelNeeds[]): PlanInput {
  const [was, now] = [neededBy(before.flatMap(({ needs }) => needs)), neededBy(after.flatMap(({ needs }) => needs))]
  return {
    ...becomes,
    targets: plan.targets.map((target) => {
      const [earlier, needed] = [was.get(target.metric), now.get(target.metric)]
      return needed === undefined || earlier === needed ? target : { ...target, amount: following(target.amount, earlier, needed) }
    }),
  }
}

function compared(before: readonly FunnelNeeds[], after: readonly FunnelNeeds[]): FunnelChange[] {
  return after.flatMap(({ name, needs }): FunnelChange[] => {
    const earlier = before.find((each) => each.name === name)?.needs ?? []
    const stages = needs.map((need, index) => ({ before: earlier[index], after: need }))
    return stages.some((each) => each.before?.amount !== each.after.amount) ? [{ name, stages }] : []
  })
}

/** As the plan calls it, or by its metric's key, which the catalogue names. */
export function stageWords(funnels: readonly FunnelInput[], { funnel, stage }: StepPlace): string {
  const { stage: named, metric } = funnels[funnel]?.stages[stage] ?? {}
  return named ?? metric ?? ''
}
