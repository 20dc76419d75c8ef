import { Temporal } from 'temporal-polyfill'
import type { Deal } from '../../store/repository/deals.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { uncountWin } from './count-win.js'
import { type DealView, dealView, mustBeInOrder } from './deal-change.js'
import { dealFocus } from './focus.js'
import { tellOfDeal } from './tell.js'
import { dealOwner, ownDeal } from './whose-deal.js'

export interface DealCorrection {
  readonly name: string
  /** Minor units of the deal's currency. */
  readonly amount: bigint | undefined
  readonly openedOn: Temporal.PlainDate
  /** A strategic focus; null: off strategy. Undefined where it was not asked: it stays. */
  readonly focus: string | null | undefined
  /** Of a closed deal. */
  readonly closedOn: Temporal.PlainDate | undefined
  readonly ownerId: string | undefined
}

/** Corrects what was said of a deal; who did, and what it said before, is kept. @throws UserError for days out of order, another's deal, or a focus that the plan does not name */
export async function correctDeal(app: App, actor: Actor, dealId: string, said: DealCorrection): Promise<DealView> {
  return app.transaction(actor.organisationId, async (store) => {
    await store.deals.hold(dealId)
    const before = await ownDeal(store, actor, dealId)
    const closedOn = before.state.kind === 'open' ? undefined : (said.closedOn ?? before.state.on)
    mustBeInOrder(actor.today, said.openedOn, closedOn)
    const isHandedOver = closedOn === undefined && said.ownerId !== undefined && said.ownerId !== before.memberId
    const memberId = isHandedOver ? (await dealOwner(store, actor, said.ownerId)).id : before.memberId
    const focus = said.focus === undefined ? before.focus : await dealFocus(store, actor, said.focus ?? undefined, before.focus)
    const after = { ...before, memberId, name: said.name, amount: said.amount, openedOn: said.openedOn, focus }
    await store.deals.correct(after)
    if (closedOn !== undefined) await closeOn(store, actor, after, closedOn)
    await store.records.audit({
      personId: actor.personId,
      act: 'deal-correct',
      subject: dealId,
      before: plain(before),
      after: plain(after),
    })
    const corrected = await dealView(store, actor, before.id)
    await tellOfDeal(store, actor, before, corrected.deal)
    return corrected
  })
}

/** A move is never changed: the one with the wrong day is taken back and made again; what a win was counted as goes with it. */
async function closeOn(store: Store, actor: Actor, deal: Deal, on: Temporal.PlainDate): Promise<void> {
  const { id, state } = deal
  if (state.kind === 'open' || Temporal.PlainDate.compare(state.on, on) === 0) return
  const moves = await store.deals.moves(id)
  const last = moves.at(-1)
  if (last === undefined) return
  if (state.kind === 'won') await uncountWin(store, actor, deal, last.id)
  await store.deals.voidMove(id, last.id, moves.slice(0, -1))
  await store.deals.move(id, { from: state.stage, to: state.kind, on, reason: state.reason }, actor.personId)
}

function plain({ memberId, name, amount, focus, openedOn, state }: Deal) {
  return {
    memberId,
    name,
    amount: amount?.toString() ?? null,
    focus: focus ?? null,
    openedOn: openedOn.toString(),
    closedOn: state.kind === 'open' ? null : state.on.toString(),
  }
}
