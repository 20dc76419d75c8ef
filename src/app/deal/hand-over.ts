import type { MemberId } from '../../core/id.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { privateEntries } from '../review/private-entries.js'
import { UserError } from '../user-error.js'
import type { DealsHandedOverPost } from './post.js'
import { dealOwner } from './whose-deal.js'

export interface HandedOver {
  readonly from: string
  readonly to: string
  /** 0 where nothing of theirs is open any more. */
  readonly count: number
}

/**
 * Gives all of somebody's open deals to somebody else of the team, as when they leave. What is closed stays with who won or lost it. The new
 * owner is told in private.
 *
 * @param source the delivery that asks for it: whom it was told once is told no more
 * @throws UserError unless the actor runs the team, and for an owner who cannot have them
 */
export async function handOverDeals(app: App, actor: Actor, fromId: string, toId: string, source: string): Promise<HandedOver> {
  mustManage(actor)
  const { team, personId, name: by } = actor
  return app.transaction(actor.organisationId, async (store) => {
    const from = (await store.teams.members(team.id)).find(({ id }) => id === (fromId as MemberId))
    if (from === undefined) throw new UserError('button-gone')
    const to = await dealOwner(store, actor, toId)
    if (to.id === from.id) throw new UserError('deal-owner', { team: team.name }, 'owner')
    const handed = await store.deals.handOver(team.id, from.id, to.id)
    const count = handed.length
    if (count > 0) {
      await store.records.audit({ personId, act: 'deal-hand-over', subject: from.id, after: { to: to.id, deals: handed } })
      const post: DealsHandedOverPost = { kind: 'deals-handed-over', by, from: from.name, count }
      if (to.id !== actor.memberId)
        await store.outbox.add(await privateEntries(store, team, [to.personId], `deals-handed-over:${source}`, post))
    }
    return { from: from.name, to: to.name, count }
  })
}
