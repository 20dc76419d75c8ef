import { dayNumber } from '../../core/calendar/day-number.js'
import type { PlanId } from '../../core/id.js'
import type { MemberPlan } from '../../core/plan/decomposition.js'
import { type DayTargets, dayTargets, isWholeMonths, keptMonths } from '../../core/plan/kept-months.js'
import { monthChanges } from '../../core/plan/month-changes.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { PlanEffect, TargetEffect } from './effect.js'

/**
 * Puts a plan's numbers in place: of each member, metric and month only what comes out otherwise than it stands is written, so that the plan
 * named in a row is the one that last changed its numbers. Months that are over are not touched. Where the plan's year is one of weeks, the
 * calendar months at its ends belong to the plans before and after it too: what they ask for in them stays. What leave had handed over in the
 * months from then on is forgotten: the new numbers know of the leave by themselves.
 */
export async function carryOut(store: Store, team: Team, effect: PlanEffect, planId: PlanId): Promise<void> {
  const { from, targets, period } = effect
  const metrics = new Set<string>(targets.map(({ metric }) => metric))
  const first = from.toString().slice(0, 7)
  const standing = effect.standing.filter(({ metric, month }) => metrics.has(metric) && month >= first)
  const wanted = targets
    .flatMap((target) => rowsOf(target, effect, standing, planId))
    .filter(({ month, days }) => month >= first && days.some((day) => day !== null))
  const { written, gone } = monthChanges(standing, wanted)
  await store.targets.remove(team.id, gone)
  await store.targets.write(team.id, written)
  await store.leaveShares.forget(team.id, [...metrics], from, period.end)
}

/** A month without a day of work has no row, and is left out by the caller: no row is "no target", a row of zeros is a target of zero. */
function rowsOf(target: TargetEffect, effect: PlanEffect, standing: readonly TargetMonth[], planId: PlanId): TargetMonth[] {
  const { metric, currency, after } = target
  const own = standing.filter((row) => row.metric === metric)
  const plans = new Map(after.members.map((plan) => [plan.member, plan]))
  return effect.members.flatMap(({ id: memberId }): TargetMonth[] => {
    const plan = plans.get(memberId)
    const facts = { memberId, metric, planId, currency }
    if (isWholeMonths(effect.period)) return (plan?.months ?? []).map(({ month, days }) => ({ ...facts, month, days }))
    return sharedRows(
      plan,
      own.filter((row) => row.memberId === memberId),
      effect,
      facts,
    )
  })
}

/** Within the period what the plan says, around it what stood there; a month that the plan leaves empty stays the other plan's. */
function sharedRows(
  plan: MemberPlan | undefined,
  standing: readonly TargetMonth[],
  { period, from }: PlanEffect,
  facts: Omit<TargetMonth, 'month' | 'days'>,
): TargetMonth[] {
  const merged = new Map(dayTargets(standing))
  for (let day = dayNumber(period.start); day <= dayNumber(period.end); day += 1) merged.delete(day)
  const own = ownDays(plan)
  for (const [day, target] of own) merged.set(day, target)
  const monthsOfOwn = new Set(
    keptMonths(own, { start: from, end: period.end }).flatMap(({ month, days }) => (days.some((day) => day !== null) ? [month] : [])),
  )
  return keptMonths(merged, { start: from, end: period.end }).map(({ month, days }) => {
    const other = monthsOfOwn.has(month) ? undefined : standing.find((row) => row.month === month)
    return { ...facts, ...(other && { planId: other.planId, currency: other.currency }), month, days }
  })
}

function ownDays(plan: MemberPlan | undefined): DayTargets {
  const days = new Map<number, bigint | null>()
  for (const month of plan?.months ?? []) for (const [index, target] of month.days.entries()) days.set(month.firstDay + index, target)
  return days
}
