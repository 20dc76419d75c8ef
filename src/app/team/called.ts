import type { Member } from '../../store/repository/teams.js'
import { UserError } from '../user-error.js'

/**
 * Who of these is meant by a name: by the whole of it, or else by its first word, as colleagues call each other. Those who are in the team
 * come before those who left.
 *
 * @throws UserError when several are called that
 */
export function calledBy(name: string, members: readonly Member[]): Member | undefined {
  const alike = called(name, members)
  const here = alike.filter(({ leftOn }) => leftOn === undefined)
  const [member, another] = here.length > 0 ? here : alike
  if (another !== undefined) throw new UserError('target-name-twice', { name })
  return member
}

/** Who bears exactly this name: for an account of somebody unknown, whose first name may well be a member's too. */
export function namesake(name: string, members: readonly Member[]): Member | undefined {
  return members.find((member) => folded(member.name) === folded(name))
}

function called(name: string, members: readonly Member[]): Member[] {
  const whole = members.filter((member) => folded(member.name) === folded(name))
  return whole.length > 0 ? whole : members.filter((member) => folded(member.name).startsWith(`${folded(name)} `))
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
