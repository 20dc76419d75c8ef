import type { Member } from '../../store/repository/teams.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'

/** The member of the actor's team that somebody named, by the account where the platform tells it, or else by name. @throws UserError when there is none */
export async function memberNamed(app: App, actor: Actor, named: { readonly externalId?: string; readonly name: string }): Promise<Member> {
  const store = app.reading(actor.organisationId)
  const personId = named.externalId === undefined ? undefined : await store.people.byIdentity(actor.team.home.platform, named.externalId)
  const members = await store.teams.members(actor.team.id)
  const member =
    members.find((each) => each.personId === personId) ?? members.find(({ name }) => name.toLowerCase() === named.name.toLowerCase())
  if (member === undefined) throw new UserError('nobody-named', { name: named.name })
  return member
}
