import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import type { Focus } from '../../core/plan/focus-shares.js'
import { parseRate } from '../../core/plan/funnel.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { FocusInput } from '../../core/plan/strategy-input.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { periodOf } from './plan-period.js'
import { planSaying } from './running-plan.js'
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

/** The strategic focuses that hold on a date, and the period of the plan that names them; undefined where no published plan names any. */
export async function runningStrategy(
  store: Store,
  team: Pick<Team, 'id'>,
  on: Temporal.PlainDate,
): Promise<{ readonly focuses: readonly Focus[]; readonly period: Period } | undefined> {
  const published = await store.plans.ofTeam(team.id, ['published'])
  const plan = planSaying(
    published.map(({ input }) => input),
    on,
    'focus',
  )
  return plan && { focuses: focusesOf(plan.focus), period: periodOf(plan) }
}

/** With their shares as numbers; undefined: an even part of what the others leave. */
export function focusesOf(focuses: readonly FocusInput[]): Focus[] {
  return focuses.map(({ name, share }) => ({ name, share: share === undefined ? undefined : parseRate(share) }))
}
