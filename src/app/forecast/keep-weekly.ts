import { periodContaining } from '../../core/calendar/period.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { keepLandings } from './keep.js'
import { teamLandings } from './team-landings.js'

/**
 * Keeps the week's forecast of the team's running month, so that the record grows whether anybody asks or not. Its results only: the rest is
 * forecast when somebody looks.
 */
export async function keepWeekly(store: Store, team: Team): Promise<void> {
  const month = periodContaining('month', localDate(team, store.now), team.fiscal)
  const { input, landings } = await teamLandings(store, team, month)
  await keepLandings(store, input, landings)
}
