import type { MemberId } from '../../../core/id.js'
import type { ProposedTarget } from '../../../core/plan/agreement/agreement.js'
import type { PlanEffect } from '../effect.js'
import { openDays } from '../standing.js'

/** What a plan asks of each member who carries a part of it from its first open day on. */
export function askedOfMembers({ targets, members, from }: PlanEffect): Map<MemberId, ProposedTarget[]> {
  const asked = members.map(({ id }) => {
    const own = targets.flatMap(({ metric, currency, before, after }): ProposedTarget[] => {
      const plan = after.members.find(({ member }) => member === id)
      const ahead = openDays(plan, from)
      if (plan === undefined || ahead.length === 0) return []
      const old = before.members.find(({ member }) => member === id)
      const stands = openDays(old, from).length > 0
      return [
        {
          metric,
          currency,
          amount: plan.total,
          before: stands ? (old?.total ?? 0n) : null,
          ahead: ahead.reduce((sum, { amount }) => sum + amount, 0n),
          days: ahead.length,
        },
      ]
    })
    return [id, own] as const
  })
  return new Map(asked.filter(([, own]) => own.length > 0))
}
