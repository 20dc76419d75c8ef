import type { StageNeed } from './checks/measurable.js'
import { foldedName } from './closest-name.js'
import type { MetricKey } from './metric.js'
import { metricByWords } from './metric-words.js'
import { type FunnelInput, stageUnits } from './strategy-input.js'

/** One step of a plan's funnels: from a stage to what comes after it. */
export interface StepPlace {
  readonly funnel: number
  readonly stage: number
}

/** What is tried on a step, as a plan file writes it: '40%' of a stage become the next, or '80000' is what one is worth. */
export interface StepTried {
  readonly kind: 'rate' | 'size'
  readonly words: string
}

/** The steps that are meant by a stage's name or metric, with the funnel's name before it where several have such a stage. */
export function stepsNamed(funnels: readonly FunnelInput[], words: string): StepPlace[] {
  return places(funnels).filter(({ funnel, stage }) => {
    const { name, stages } = funnels[funnel] ?? { name: '', stages: [] }
    const { stage: own, metric } = stages[stage] ?? {}
    const [wanted, before] = [foldedName(words), foldedName(name)]
    const candidates = wanted.startsWith(before) ? [wanted, wanted.slice(before.length).trim()] : [wanted]
    return candidates.some(
      (each) => (own !== undefined && foldedName(own) === each) || (metric !== undefined && metricByWords(each) === metric),
    )
  })
}

/** The steps whose outcome is counted by a metric, of a rate: what wins deals. */
export function stepsInto(funnels: readonly FunnelInput[], metric: MetricKey): StepPlace[] {
  return places(funnels).filter(({ funnel, stage }) => {
    const { target, stages } = funnels[funnel] ?? { target: undefined, stages: [] }
    return (stage === stages.length - 1 ? target : stages[stage + 1]?.metric) === metric
  })
}

/** The steps from pieces into money. */
export function sizedSteps(funnels: readonly FunnelInput[]): StepPlace[] {
  return places(funnels).filter((place) => stepKind(funnels, place) === 'size')
}

export function stepKind(funnels: readonly FunnelInput[], { funnel, stage }: StepPlace): StepTried['kind'] | undefined {
  const own = funnels[funnel]
  const units = own && stageUnits(own)[stage]
  return units && (units.own === 'count' && units.after === 'money' ? 'size' : 'rate')
}

/** The funnels with a step by hand, in place of what was said or learnt of it. */
export function withStep(funnels: readonly FunnelInput[], place: StepPlace, { kind, words }: StepTried): FunnelInput[] {
  return funnels.map((each, funnel) => {
    if (funnel !== place.funnel) return each
    return {
      ...each,
      stages: each.stages.map(({ rate: _rate, assume: _assume, size: _size, ...stage }, index) =>
        index === place.stage ? { ...stage, [kind]: words } : (each.stages[index] ?? stage),
      ),
    }
  })
}

/**
 * What a plan asks of a metric once its funnels need another number: what they need, and beyond it what the plan asked for beyond it before.
 *
 * @param neededBefore undefined where nobody could say, as no deal had a size: then what the plan asks for stays, if it is enough
 */
export function following(amount: bigint, neededBefore: bigint | undefined, needed: bigint): bigint {
  const shifted = neededBefore === undefined ? amount : amount + needed - neededBefore
  return shifted > needed ? shifted : needed
}

export function neededBy(needs: readonly StageNeed[]): Map<MetricKey, bigint> {
  const sums = new Map<MetricKey, bigint>()
  for (const { stage, amount } of needs) if (stage.metric !== undefined) sums.set(stage.metric, (sums.get(stage.metric) ?? 0n) + amount)
  return sums
}

function places(funnels: readonly FunnelInput[]): StepPlace[] {
  return funnels.flatMap(({ stages }, funnel) => stages.map((_, stage) => ({ funnel, stage })))
}
