import type { Temporal } from 'temporal-polyfill'
import { hasLeft } from '../../core/calendar/stay.js'
import { localDate, type Member, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { UserError } from '../user-error.js'

/** Somebody as they were named: by an account where the platform tells it, or else by name. */
export interface Named {
  readonly externalId?: string | undefined
  readonly name: string
}

/**
 * Who of a team is meant. An account stands for its owner and for nobody who is called the same. A name is the whole one, or its first word,
 * as colleagues call each other; who is in the team, or will be, comes before who has left it.
 *
 * @param platform the account's
 * @throws UserError when more than one is called so
 */
export async function findMember(
  store: Store,
  team: Team,
  { externalId, name }: Named,
  platform: string = team.home.platform,
): Promise<Member | undefined> {
  const members = await store.teams.members(team.id)
  if (externalId === undefined) return calledBy(name, members, localDate(team, store.now))
  const personId = await store.people.byIdentity(platform, externalId)
  return members.find((member) => member.personId === personId)
}

/** Who of these is called so. @throws UserError when more than one is */
export function calledBy(name: string, members: readonly Member[], today: Temporal.PlainDate): Member | undefined {
  return onlyOne(called(name, members), name, today)
}

/** Who of these is meant where one alone can be: who has not left the team comes before who has. @throws UserError for more of either */
export function onlyOne(alike: readonly Member[], name: string, today: Temporal.PlainDate): Member | undefined {
  const here = alike.filter((member) => !hasLeft(member, today))
  const [member, another] = here.length > 0 ? here : alike
  if (another !== undefined) throw new UserError('target-name-twice', { name })
  return member
}

function called(name: string, members: readonly Member[]): Member[] {
  const whole = members.filter((member) => folded(member.name) === folded(name))
  return whole.length > 0 ? whole : members.filter((member) => folded(member.name).startsWith(`${folded(name)} `))
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
