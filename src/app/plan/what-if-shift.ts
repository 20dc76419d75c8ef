import type { Fraction } from '../../core/amount/fraction.js'
import { motionsOf } from '../../core/plan/motions.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { FunnelInput } from '../../core/plan/strategy-input.js'
import { shareWords } from '../../core/plan/tree/tree-words.js'
import type { WhatIf } from '../../core/plan/what-if.js'
import { type PartShift, type PlanNow, planNow, raisedBy, type Shift, shifted, toTenths } from '../../core/plan/what-if-shift.js'
import { type StepPlace, sizedSteps, stepsInto, stepsNamed } from '../../core/plan/what-if-steps.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { UserError } from '../user-error.js'
import type { PlanEffect } from './effect.js'
import { readHistory } from './history.js'
import { periodOf } from './plan-period.js'
import { sharedNode } from './shared-node.js'
import type { TriedChange } from './tried-change.js'
import { stageWords } from './what-if-funnels.js'

/** What a change starts from: a rate of a step or the share of a part, or else what such a change names by itself. */
export type StartedFrom = WhatIf | { readonly kind: 'rate'; readonly rate: Fraction }

export interface ShiftedOn {
  readonly now: StartedFrom
  readonly change: TriedChange
}

/**
 * What a change from what is now comes to on a plan: from its funnels where they have the step, or else from its targets.
 *
 * @throws UserError where the plan says nothing of it, where its funnels start from different rates, or where nothing would be left
 */
export async function shiftedOn(store: Store, actor: Actor, plan: PlanInput, { targets }: PlanEffect, shift: Shift): Promise<ShiftedOn> {
  if (shift.kind === 'step-by') return stepBy(store, actor, plan, shift)
  if (shift.kind === 'share-by') return shareBy(plan, shift)
  const kept = targets.filter(({ isDropped }) => !isDropped)
  const people = new Set(kept.flatMap(({ after }) => after.members.map(({ member }) => member))).size
  const now = { ...planNow(plan.targets, people), ...(await funnelsNow(store, actor, plan)) }
  const result = shifted(shift, now)
  if (!result.ok) throw new UserError(`what-if-${result.error}`)
  if (shift.kind === 'win-rate-by') mustAgree(plan, now.rates, result.value.change)
  return result.value
}

async function stepBy(
  store: Store,
  { team }: Actor,
  plan: PlanInput,
  { part, points }: Extract<PartShift, { kind: 'step-by' }>,
): Promise<ShiftedOn> {
  const { funnels = [] } = plan
  const steps = stepsNamed(funnels, part)
  const [place] = steps
  if (place === undefined) throw new UserError('what-if-no-step', { name: part })
  const step = motionsOf(plan, await readHistory(store, team, periodOf(plan)))[place.funnel]?.stages[place.stage]?.step
  if (step?.kind !== 'rate') throw new UserError('what-if-step-value')
  const rate = inRange(raisedBy(step.rate.rate, points))
  if (steps.length > 1) throw whichStep(funnels, steps, place, rate)
  return { now: { kind: 'rate', rate: toTenths(step.rate.rate) }, change: { kind: 'step', part: place, value: { kind: 'rate', rate } } }
}

function shareBy(plan: PlanInput, { part, points }: Extract<PartShift, { kind: 'share-by' }>): ShiftedOn {
  const { metric, place, share } = sharedNode(plan, part)
  return {
    now: { kind: 'rate', rate: toTenths(share) },
    change: { kind: 'share', part: { metric, place }, share: inRange(raisedBy(share, points)) },
  }
}

function inRange(rate: Fraction | undefined): Fraction {
  if (rate === undefined) throw new UserError('what-if-out-of-range')
  return rate
}

interface FunnelsNow extends Partial<Pick<PlanNow, 'winRate' | 'dealSize'>> {
  readonly rates: readonly { readonly place: StepPlace; readonly words: string }[]
}

async function funnelsNow(store: Store, { team }: Actor, plan: PlanInput): Promise<FunnelsNow> {
  const { funnels = [] } = plan
  if (funnels.length === 0) return { rates: [] }
  const motions = motionsOf(plan, await readHistory(store, team, periodOf(plan)))
  const stepAt = ({ funnel, stage }: StepPlace) => motions[funnel]?.stages[stage]?.step
  const rates = stepsInto(funnels, 'deals').flatMap((place) => {
    const step = stepAt(place)
    return step?.kind === 'rate' ? [{ place, rate: step.rate.rate, words: shareWords(step.rate.rate) }] : []
  })
  const size = sizedSteps(funnels)
    .map(stepAt)
    .find((step) => step?.kind === 'size')
  const dealSize = size?.kind === 'size' ? size.size?.amount : undefined
  const [first] = rates
  return { rates, ...(first === undefined ? {} : { winRate: first.rate }), ...(dealSize === undefined ? {} : { dealSize }) }
}

/** One win rate is tried on all funnels: from different ones it has to be said of which. */
function mustAgree({ funnels = [] }: PlanInput, rates: FunnelsNow['rates'], change: WhatIf): void {
  const [first] = rates
  if (first === undefined || rates.every(({ words }) => words === first.words) || change.kind !== 'win-rate') return
  throw whichStep(
    funnels,
    rates.map(({ place }) => place),
    first.place,
    change.rate,
  )
}

function whichStep(funnels: readonly FunnelInput[], steps: readonly StepPlace[], first: StepPlace, rate: Fraction): UserError {
  return new UserError('what-if-which-step', {
    funnels: { kind: 'list', items: steps.map(({ funnel }) => funnels[funnel]?.name ?? '') },
    first: funnels[first.funnel]?.name ?? '',
    metric: stageWords(funnels, first),
    value: shareWords(rate),
  })
}
