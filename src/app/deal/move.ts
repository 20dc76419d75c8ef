import { isStage, type Place, STAGES } from '../../core/pipeline/stage.js'
import type { Deal } from '../../store/repository/deals.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { uncountReopened } from './count-win.js'
import { type DealView, dealView } from './deal-change.js'
import { tellOfDeal } from './tell.js'
import { ownDeal } from './whose-deal.js'

/**
 * Moves a deal today to another stage, to won or to lost; a closed one is opened again by a stage. Pressed twice, it moves once. A win that
 * was counted counts no longer, so that the next one does not count twice.
 *
 * @param reason why it was lost
 * @throws UserError for a deal that is none of the asker's
 */
export async function moveDeal(app: App, actor: Actor, dealId: string, to: Place, reason?: string): Promise<DealView> {
  return app.transaction(actor.organisationId, async (store) => {
    await store.deals.hold(dealId)
    const deal = await ownDeal(store, actor, dealId)
    const last = (await store.deals.moves(deal.id)).at(-1)
    if (last !== undefined && deal.state.kind === 'won' && to !== 'won') await uncountReopened(store, actor, deal, last.id)
    for (const step of steps(deal, to)) await store.deals.move(deal.id, { ...step, on: actor.today, reason }, actor.personId)
    const moved = await dealView(store, actor, deal.id)
    await tellOfDeal(store, actor, deal, moved.deal)
    return moved
  })
}

/** None where it stands there already. What was lost and is won after all was open in between. */
function steps({ state }: Deal, to: Place): { from: Place; to: Place }[] {
  if (state.kind === 'open') return state.stage === to ? [] : [{ from: state.stage, to }]
  if (state.kind === to) return []
  const again = isStage(to) ? to : (state.stage ?? STAGES[0])
  const reopened = { from: state.kind, to: again }
  return isStage(to) ? [reopened] : [reopened, { from: again, to }]
}
