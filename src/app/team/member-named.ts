import type { Member } from '../../store/repository/teams.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { calledBy, findMember, type Named, onlyOne } from './find-member.js'

/** The member of the actor's team that somebody named. @throws UserError when there is none, or more than one */
export async function memberNamed(app: App, actor: Actor, named: Named): Promise<Member> {
  const member = await findMember(app.reading(actor.organisationId), actor.team, named)
  if (member === undefined) throw new UserError('nobody-named', { name: named.name })
  return member
}

/**
 * The member whose name stands at the start of what somebody typed, with an @ or without, and what comes after it. Telegram marks no name
 * that was typed by hand, and to overlook one would take it for the writer's own words.
 *
 * @throws UserError for an @ before a name that nobody in the team has, and for a name that more than one has
 */
export async function memberSaidFirst(
  app: App,
  actor: Actor,
  words: string,
): Promise<{ readonly member: Member; readonly rest: string } | undefined> {
  const said = words.replace(/^@/, '')
  const members = await app.reading(actor.organisationId).teams.members(actor.team.id)
  const name = members
    .map((member) => member.name)
    .toSorted((a, b) => b.length - a.length)
    .find((each) => said.toLowerCase().startsWith(each.toLowerCase()) && !/^[a-z\d]/i.test(said.slice(each.length)))
  const member =
    name === undefined
      ? undefined
      : onlyOne(
          members.filter((each) => each.name === name),
          name,
          actor.today,
        )
  if (member !== undefined) return { member, rest: said.slice(member.name.length).trim() }
  if (said === words) return undefined
  // After an @ the first name will do. Without one it may be a word of what they tell.
  const first = said.split(/\s/, 1)[0] ?? ''
  const meant = calledBy(first, members, actor.today)
  if (meant === undefined) throw new UserError('nobody-named', { name: first })
  return { member: meant, rest: said.slice(first.length).trim() }
}
