import { foldedName } from '../../core/plan/closest-name.js'
import type { Membership, Visitor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'

/**
 * From now on this team is meant by what the person says to the bot in private.
 *
 * @throws UserError when they do not belong to it
 */
export async function chooseTeam(app: App, visitor: Visitor, isMeant: (membership: Membership) => boolean): Promise<Membership> {
  const chosen = visitor.memberships.find(isMeant)
  if (chosen === undefined) throw new UserError('team-not-yours', { known: { kind: 'list', items: visitor.memberships.map(nameOf) } })
  await app.transaction(chosen.team.organisationId, (store) => store.teams.setChosen(chosen.memberId, store.now))
  return chosen
}

/** Whether it is the team of that name, however it is written. */
export function isNamed(name: string): (membership: Membership) => boolean {
  return ({ team }) => foldedName(team.name) === foldedName(name)
}

function nameOf({ team }: Membership): string {
  return team.name
}
