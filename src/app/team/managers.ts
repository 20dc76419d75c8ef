import { belongsOn } from '../../core/calendar/stay.js'
import type { PersonId } from '../../core/id.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'

/** The people who run a team today. */
export async function managersOf(store: Store, team: Team): Promise<PersonId[]> {
  const today = localDate(team, store.now)
  return (await store.teams.members(team.id))
    .filter((member) => member.role === 'manager' && belongsOn(member, today))
    .map(({ personId }) => personId)
}
