import { hasLeft } from '../../core/calendar/stay.js'
import type { MemberId } from '../../core/id.js'
import type { Deal } from '../../store/repository/deals.js'
import type { Member } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustCarryTarget, mustManage } from '../access/visitor.js'
import { looksAfter } from '../target/subject.js'
import { UserError } from '../user-error.js'

/** A deal that the asker may see and change: their own, or any of the team they look after. @throws UserError for any other */
export async function ownDeal(store: Store, actor: Actor, dealId: string): Promise<Deal> {
  const deal = await store.deals.byId(actor.team.id, dealId)
  // Whether a colleague has such a deal is nobody's business either.
  if (deal === undefined || (deal.memberId !== actor.memberId && !looksAfter(actor))) throw new UserError('deal-gone')
  return deal
}

/**
 * Who a deal is to belong to: the asker, or somebody of the team for those who look after it.
 *
 * @throws UserError for somebody who has left or only looks on, or when it is not the asker's to say
 */
export async function dealOwner(store: Store, actor: Actor, memberId: string | undefined): Promise<Member> {
  const id = memberId ?? mustCarryTarget(actor)
  if (id !== actor.memberId) mustManage(actor)
  const member = (await store.teams.members(actor.team.id)).find((each) => each.id === (id as MemberId))
  if (member === undefined || hasLeft(member, actor.today) || member.role === 'spectator')
    throw new UserError('deal-owner', { team: actor.team.name }, 'owner')
  return member
}
