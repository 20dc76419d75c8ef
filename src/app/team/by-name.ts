import { lookup } from '../../store/lookup.js'
import type { Team } from '../../store/repository/teams.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'

/** The one team of that name, whatever its organisation: for the operator. @throws UserError when there is none, or more than one */
export async function teamByName(app: App, name: string): Promise<Team> {
  const [found, another] = await lookup(app.database).teamNamed(name)
  if (found === undefined) throw new UserError('no-team-named', { name })
  if (another !== undefined) throw new UserError('several-teams-named', { name })
  const team = await app.reading(found.organisationId).teams.byId(found.teamId)
  if (team === undefined) throw new UserError('no-team-named', { name })
  return team
}
