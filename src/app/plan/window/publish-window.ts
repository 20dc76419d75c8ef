import type { Temporal } from 'temporal-polyfill'
import { windowOnOrAfter } from '../../../core/plan/window/calendar-window.js'
import type { Team } from '../../../store/repository/teams.js'
import type { Store } from '../../../store/store.js'
import { periodOf } from '../plan-period.js'
import { planOf } from '../stored-plan.js'
import { tellManagers } from './open-window.js'
import { windowRule } from './right.js'

/**
 * Tells a team's managers on the day on which the quarter's window opens: until when, for which quarter, and whether that has a plan yet.
 *
 * @returns whether there was anything to say
 */
export async function publishWindow(store: Store, team: Team, on: Temporal.PlainDate): Promise<boolean> {
  const window = windowOnOrAfter(windowRule(team), on)
  if (window === undefined || on.until(window.opensOn).sign > 0) return false
  const { quarter, closesOn } = window
  const published = await store.plans.ofTeam(team.id, ['published'])
  const isPlanned = published.some((revision) => {
    const { start, end } = periodOf(planOf(revision))
    return start.until(quarter.start).sign >= 0 && quarter.start.until(end).sign >= 0
  })
  return tellManagers(store, team, `window:${team.id}:${quarter.id}`, {
    kind: 'window',
    teamId: team.id,
    team: team.name,
    quarter: quarter.id,
    isPlanned,
    closesOn: closesOn.toString(),
  })
}
