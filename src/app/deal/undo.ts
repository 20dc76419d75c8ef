import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { uncountWin } from './count-win.js'
import { type DealView, dealView } from './deal-change.js'
import { tellOfDeal } from './tell.js'
import { ownDeal } from './whose-deal.js'

/**
 * Takes a deal's last move back; the opening takes the deal with it. What a win was counted as in the day's numbers goes too.
 *
 * @returns the deal as it stands again, or its name where it is gone
 * @throws UserError when it was taken back already, or moved on since
 */
export async function undoMove(app: App, actor: Actor, moveId: string): Promise<DealView | { readonly gone: string }> {
  return app.transaction(actor.organisationId, async (store) => {
    const dealId = await store.deals.dealOfMove(moveId)
    if (dealId === undefined) throw new UserError('deal-gone')
    await store.deals.hold(dealId)
    const deal = await ownDeal(store, actor, dealId)
    const moves = await store.deals.moves(deal.id)
    const last = moves.at(-1)
    if (last?.id !== moveId) throw new UserError('deal-moved-since', { name: deal.name })
    if (last.to === 'won') await uncountWin(store, actor, deal, moveId)
    await store.deals.voidMove(deal.id, moveId, moves.slice(0, -1))
    const undone = moves.length === 1 ? undefined : await dealView(store, actor, deal.id)
    await tellOfDeal(store, actor, deal, undone?.deal)
    return undone ?? { gone: deal.name }
  })
}
