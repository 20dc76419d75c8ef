import type { Fraction } from '../amount/fraction.js'
import type { Motion, MotionStage } from '../plan/checks/measurable.js'
import { requiredUpstream } from '../plan/funnel.js'
import type { MetricKey } from '../plan/metric.js'

/** What the rest of a target takes along one sales motion. */
export interface RestOfMotion {
  readonly name: string
  /** From the first contact on. Minor units of the stage's currency, or a count. */
  readonly stages: readonly { readonly stage: MotionStage; readonly amount: bigint }[]
}

/**
 * What is still to go of a target, back through each funnel that leads to it: the motion's part of it, then stage by stage, each rounded up, as
 * nobody makes half a visit. When each is due is the plan's to say; here the rates alone count. Nothing is taken off for what is under way already.
 *
 * @param remaining minor units or a count
 * @returns a motion each; none where nothing remains, and none for a motion of which nobody knows what a deal is worth
 */
export function restByStage(target: MetricKey, remaining: bigint, motions: readonly Motion[]): RestOfMotion[] {
  if (remaining <= 0n) return []
  return motions.flatMap((motion): RestOfMotion[] => {
    if (motion.target !== target) return []
    const stages: { stage: MotionStage; amount: bigint }[] = []
    let next = requiredUpstream(remaining, { num: motion.share.den, den: motion.share.num })
    for (const stage of motion.stages.toReversed()) {
      const rate = rateOf(stage)
      if (rate === undefined) return []
      next = requiredUpstream(next, rate)
      stages.unshift({ stage, amount: next })
    }
    return [{ name: motion.name, stages }]
  })
}

function rateOf({ step }: MotionStage): Fraction | undefined {
  if (step.kind === 'rate') return step.rate.rate
  return step.size && { num: step.size.amount, den: 1n }
}
