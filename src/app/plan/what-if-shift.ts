import { motionsOf } from '../../core/plan/motions.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import { shareWords } from '../../core/plan/tree/tree-words.js'
import { type PlanNow, planNow, type Shift, type Shifted, shifted } from '../../core/plan/what-if-shift.js'
import { type StepPlace, sizedSteps, stepsInto } from '../../core/plan/what-if-steps.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { UserError } from '../user-error.js'
import type { PlanEffect } from './effect.js'
import { readHistory } from './history.js'
import { periodOf } from './plan-period.js'
import { stageWords } from './what-if-funnels.js'

/**
 * What a change from what is now comes to on a plan: from its funnels where they have the step, or else from its targets.
 *
 * @throws UserError where the plan says nothing of it, where its funnels start from different rates, or where nothing would be left
 */
export async function shiftedOn(store: Store, actor: Actor, plan: PlanInput, { targets }: PlanEffect, shift: Shift): Promise<Shifted> {
  const kept = targets.filter(({ isDropped }) => !isDropped)
  const people = new Set(kept.flatMap(({ after }) => after.members.map(({ member }) => member))).size
  const now = { ...planNow(plan.targets, people), ...(await funnelsNow(store, actor, plan)) }
  const result = shifted(shift, now)
  if (!result.ok) throw new UserError(`what-if-${result.error}`)
  if (shift.kind === 'win-rate-by') mustAgree(plan, now.rates, result.value)
  return result.value
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
function mustAgree({ funnels = [] }: PlanInput, rates: FunnelsNow['rates'], { change }: Shifted): void {
  const [first] = rates
  if (first === undefined || rates.every(({ words }) => words === first.words) || change.kind !== 'win-rate') return
  throw new UserError('what-if-which-step', {
    funnels: { kind: 'list', items: rates.map(({ place }) => funnels[place.funnel]?.name ?? '') },
    first: funnels[first.place.funnel]?.name ?? '',
    metric: stageWords(funnels, first.place),
    value: shareWords(change.rate),
  })
}
