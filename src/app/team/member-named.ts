import type { Member } from '../../store/repository/teams.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { calledBy, namesake } from './called.js'

/** The member of the actor's team that somebody named, by the account where the platform tells it, or else by name. @throws UserError when there is none */
export async function memberNamed(app: App, actor: Actor, named: { readonly externalId?: string; readonly name: string }): Promise<Member> {
  const store = app.reading(actor.organisationId)
  const personId = named.externalId === undefined ? undefined : await store.people.byIdentity(actor.team.home.platform, named.externalId)
  const members = await store.teams.members(actor.team.id)
  const known = members.find((each) => each.personId === personId)
  const member = known ?? (named.externalId === undefined ? calledBy(named.name, members) : namesake(named.name, members))
  if (member === undefined) throw new UserError('nobody-named', { name: named.name })
  return member
}

/**
 * The member whose name stands at the start of what somebody typed, with an @ or without, and what comes after it. Telegram marks no name
 * that was typed by hand, and to overlook one would take it for the writer's own words.
 *
 * @throws UserError for an @ before a name that nobody in the team has
 */
export async function memberSaidFirst(
  app: App,
  actor: Actor,
  words: string,
): Promise<{ readonly member: Member; readonly rest: string } | undefined> {
  const said = words.replace(/^@/, '')
  const members = await app.reading(actor.organisationId).teams.members(actor.team.id)
  const member = members
    .toSorted((a, b) => b.name.length - a.name.length)
    .find(({ name }) => said.toLowerCase().startsWith(name.toLowerCase()) && !/^[a-z\d]/i.test(said.slice(name.length)))
  if (member !== undefined) return { member, rest: said.slice(member.name.length).trim() }
  if (said === words) return undefined
  // After an @ the first name will do. Without one it may be a word of what they tell.
  const name = said.split(/\s/, 1)[0] ?? ''
  const meant = calledBy(name, members)
  if (meant === undefined) throw new UserError('nobody-named', { name })
  return { member: meant, rest: said.slice(name.length).trim() }
}
