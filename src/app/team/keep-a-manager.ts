import type { Temporal } from 'temporal-polyfill'
import { belongsOn, hasLeft } from '../../core/calendar/stay.js'
import type { Member, Team } from '../../store/repository/teams.js'
import { UserError } from '../user-error.js'

/**
 * Holds a change of one member to it that the team has a manager today and on every day to come. To be called within a transaction that
 * holds the team: of two managers who go at once one must find that the other has gone.
 *
 * @throws UserError when there would be a day without
 */
export function mustKeepAManager(team: Team, members: readonly Member[], changed: Member, today: Temporal.PlainDate): void {
  const after = members.map((member) => (member.id === changed.id ? changed : member))
  if (isManaged(members, today) && !isManaged(after, today)) throw new UserError('last-manager', { team: team.name })
}

/** Only the day after somebody's last can be the first without a manager. */
function isManaged(members: readonly Member[], today: Temporal.PlainDate): boolean {
  const managers = members.filter((member) => member.role === 'manager' && !hasLeft(member, today))
  const turns = [today, ...managers.flatMap(({ leftOn }) => (leftOn === undefined ? [] : [leftOn.add({ days: 1 })]))]
  return turns.every((on) => managers.some((manager) => belongsOn(manager, on)))
}
