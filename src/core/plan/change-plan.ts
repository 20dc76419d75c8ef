import type { Carrier } from './checks/specific.js'
import type { MetricKey } from './metric.js'
import type { PlanInput, PlanTarget } from './plan-input.js'
import type { FocusInput, FocusTagInput, FunnelInput, MarketInput } from './strategy-input.js'

// What one button or form changes of a plan. Whether the result still fits together is for the plan's schema to say.

/** Puts a funnel at a place, or after the others; undefined takes the one there away. */
export function withFunnel(plan: PlanInput, place: number | undefined, funnel: FunnelInput | undefined): PlanInput {
  const old = plan.funnels ?? []
  const funnels = old.toSpliced(place ?? old.length, place === undefined ? 0 : 1, ...(funnel === undefined ? [] : [funnel]))
  const { funnels: _, ...rest } = plan
  return funnels.length === 0 ? rest : { ...rest, funnels }
}

export function withMarket(plan: PlanInput, market: MarketInput | undefined): PlanInput {
  const { market: _, ...rest } = plan
  return market === undefined ? rest : { ...rest, market }
}

/** The strategy, and what each target serves of it; a target that is not named serves nothing of it. */
export function withFocus(plan: PlanInput, focuses: readonly FocusInput[], tags: ReadonlyMap<MetricKey, FocusTagInput>): PlanInput {
  const { focus: _, ...rest } = plan
  const targets = plan.targets.map(({ focus: __, ...target }) => {
    const tag = tags.get(target.metric)
    return tag === undefined ? target : { ...target, focus: tag }
  })
  return { ...rest, targets, ...(focuses.length === 0 ? {} : { focus: [...focuses] }) }
}

export function withCarriers(plan: PlanInput, carriers: ReadonlyMap<MetricKey, Carrier | undefined>): PlanInput {
  const targets = plan.targets.map((target) => {
    if (!carriers.has(target.metric)) return target
    const { carrier: _, ...rest } = target
    const carrier = carriers.get(target.metric)
    return carrier === undefined ? rest : { ...rest, carrier }
  })
  return { ...plan, targets }
}

/** Asks for at least so much of each metric: where there is no target for it yet, shared out as the plan's first one is. */
export function withAtLeast(plan: PlanInput, amounts: readonly { readonly metric: MetricKey; readonly amount: bigint }[]): PlanInput {
  const raised = plan.targets.map((target) => {
    const least = amounts.find(({ metric }) => metric === target.metric)?.amount ?? 0n
    return least > target.amount ? { ...target, amount: least } : target
  })
  const split = plan.targets[0]?.split ?? 'equal'
  const added = amounts
    .filter(({ metric }) => !plan.targets.some((target) => target.metric === metric))
    .map(({ metric, amount }): PlanTarget => ({ metric, amount, split }))
  return { ...plan, targets: [...raised, ...added] }
}

export function withAmount(plan: PlanInput, metric: MetricKey, amount: bigint): PlanInput {
  return { ...plan, targets: plan.targets.map((target) => (target.metric === metric ? { ...target, amount } : target)) }
}

/** Takes people out of what is shared out by weights. */
export function withoutMembers(plan: PlanInput, names: readonly string[]): PlanInput {
  const targets = plan.targets.map((target) =>
    target.split === 'equal' ? target : { ...target, split: target.split.filter(({ member }) => !names.includes(member)) },
  )
  return { ...plan, targets }
}
