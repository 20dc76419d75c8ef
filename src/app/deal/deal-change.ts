import { Temporal } from 'temporal-polyfill'
import type { DealId, MemberId } from '../../core/id.js'
import type { Deal, KeptMove } from '../../store/repository/deals.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { UserError } from '../user-error.js'

/** A deal as it stands, with what can be taken back. */
export interface DealView {
  readonly deal: Deal
  /** Its owner's name, where that is not the asker. */
  readonly owner: string | undefined
  /** The moves that stand, in their order; the last one can be taken back. */
  readonly moves: readonly KeptMove[]
}

/** @throws UserError where it was taken back meanwhile */
export async function dealView(store: Store, actor: Actor, id: DealId): Promise<DealView> {
  const deal = await store.deals.byId(actor.team.id, id)
  if (deal === undefined) throw new UserError('deal-gone')
  return { deal, owner: await ownerName(store, actor, deal.memberId), moves: await store.deals.moves(id) }
}

async function ownerName(store: Store, { team, memberId }: Actor, owner: MemberId): Promise<string | undefined> {
  if (owner === memberId) return undefined
  return (await store.teams.members(team.id)).find(({ id }) => id === owner)?.name
}

/** @throws UserError for a day to come, or a closing before the opening */
export function mustBeInOrder(today: Temporal.PlainDate, openedOn: Temporal.PlainDate, closedOn?: Temporal.PlainDate): void {
  if (isAfter(openedOn, today)) throw new UserError('deal-ahead', { on: day(openedOn) }, 'opened')
  if (closedOn !== undefined && isAfter(closedOn, today)) throw new UserError('deal-ahead', { on: day(closedOn) }, 'closed')
  if (closedOn !== undefined && isAfter(openedOn, closedOn))
    throw new UserError('deal-order', { opened: day(openedOn), closed: day(closedOn) }, 'closed')
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}

function day(on: Temporal.PlainDate) {
  return { kind: 'date' as const, on: on.toString(), style: 'long' as const }
}
