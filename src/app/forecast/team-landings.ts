import type { Period } from '../../core/calendar/period.js'
import { metric as metricOf } from '../../core/plan/metric.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { readNumbers } from '../target/numbers.js'
import { standings } from '../target/standing.js'
import { isDayOver } from '../team/day-over.js'
import { type LandingsInput, landings, type MetricLanding } from './landings.js'

/** Where the results of a team as a whole will land in a running month or quarter, at the store's instant. */
export async function teamLandings(
  store: Store,
  team: Team,
  period: Period,
): Promise<{ input: LandingsInput; landings: readonly MetricLanding[] }> {
  const asOf = localDate(team, store.now)
  const { months, totals } = await readNumbers(store, team, period, asOf, { kind: 'team', name: team.name, memberId: undefined })
  const now = { asOf, asOfDay: isDayOver(store.now, team) ? 'closed' : 'open' } as const
  const results = standings({ period, months, totals, ...now }).filter(({ metric }) => metricOf(metric).kind === 'result')
  const input: LandingsInput = { team, memberId: undefined, period, standings: results, months, ...now }
  return { input, landings: await landings(store, input) }
}
