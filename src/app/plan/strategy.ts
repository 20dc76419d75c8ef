import { Temporal } from 'temporal-polyfill'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { FocusInput } from '../../core/plan/strategy-input.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { periodOf } from './plan-period.js'
import { planOf } from './stored-plan.js'

/** The strategic focuses that a plan serves: its own, or else those of the published plan of the year that it lies in. */
export async function strategyOf(store: Store, team: Team, plan: PlanInput): Promise<readonly FocusInput[]> {
  if (plan.focus !== undefined) return plan.focus
  const period = periodOf(plan)
  if (period.kind === 'year') return []
  const published = (await store.plans.ofTeam(team.id, ['published'])).map(planOf)
  const year = published.find((other) => {
    const of = periodOf(other)
    const holdsIt = Temporal.PlainDate.compare(of.start, period.start) <= 0 && Temporal.PlainDate.compare(of.end, period.end) >= 0
    return holdsIt && of.kind === 'year' && other.focus !== undefined
  })
  return year?.focus ?? []
}
