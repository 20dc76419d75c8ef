import { lookup } from '../../store/lookup.js'
import type { Team } from '../../store/repository/teams.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'

/** The one team of that name, whatever its organisation: for the operator, who need not name the only one. @throws UserError when there is none, or more than one */
export async function teamByName(app: App, name: string | undefined): Promise<Team> {
  if (name === undefined) return onlyTeam(app)
  const [found, another] = await lookup(app.database).teamNamed(name)
  if (found === undefined) throw await noTeamNamed(app, name)
  if (another !== undefined) throw new UserError('several-teams-named', { name })
  const team = await app.reading(found.organisationId).teams.byId(found.teamId)
  if (team === undefined) throw await noTeamNamed(app, name)
  return team
}

async function noTeamNamed(app: App, name: string): Promise<UserError> {
  const names = await lookup(app.database).teamNames(MOST_NAMED)
  return names.length === 0
    ? new UserError('no-team-at-all')
    : new UserError('no-team-named', { name, names: { kind: 'list', items: names } })
}

/** Where there is one team only nobody has to name it. */
async function onlyTeam(app: App): Promise<Team> {
  const names = await lookup(app.database).teamNames(MOST_NAMED)
  const [name] = names
  if (name === undefined) throw new UserError('no-team-at-all')
  if (names.length > 1) throw new UserError('which-team', { names: { kind: 'list', items: names } })
  return teamByName(app, name)
}

/** More would not help anybody to choose. */
const MOST_NAMED = 10
