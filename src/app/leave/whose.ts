import { hasLeft } from '../../core/calendar/stay.js'
import type { MemberId } from '../../core/id.js'
import type { Member } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustCarryTarget, mustManage } from '../access/visitor.js'
import { UserError } from '../user-error.js'

/**
 * Whose leave somebody may see and mark: their own, or that of a member of the team they run.
 *
 * @param memberId the asker's own without it
 * @throws UserError when it is none of theirs, or nobody's who is asked for anything
 */
export async function whoseLeave(store: Store, actor: Actor, memberId: MemberId | undefined): Promise<Member> {
  const id = memberId ?? mustCarryTarget(actor)
  if (id !== actor.memberId) mustManage(actor)
  const member = (await store.teams.members(actor.team.id)).find((each) => each.id === id)
  if (member === undefined || hasLeft(member, actor.today)) throw new UserError('leave-nobody', { team: actor.team.name })
  if (member.role === 'spectator') throw new UserError('leave-spectator', { name: member.name })
  return member
}
