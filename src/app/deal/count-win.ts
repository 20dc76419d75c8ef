import type { Deal } from '../../store/repository/deals.js'
import type { Entry } from '../../store/repository/entries.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { mayRecord } from '../check-in/may-record.js'
import { type Logged, logNumbers } from '../log/log-numbers.js'
import { looksAfter } from '../target/subject.js'
import { UserError } from '../user-error.js'
import { type DealView, dealView } from './deal-change.js'
import { ownDeal } from './whose-deal.js'

export interface WinCounted extends Logged, DealView {
  readonly added: readonly Entry[]
}

/**
 * Adds a won deal to the numbers of the day it was won: one deal, and its amount as revenue. Numbers come from check-ins too, so it is
 * asked rather than done by itself, and counts once however often it is pressed.
 *
 * @throws UserError where it is not won (any more), or the day is closed
 */
export async function countWin(app: App, actor: Actor, dealId: string): Promise<WinCounted> {
  const store = app.reading(actor.organisationId)
  const view = await dealView(store, actor, (await ownDeal(store, actor, dealId)).id)
  const { deal, moves } = view
  const move = moves.at(-1)
  if (deal.state.kind !== 'won' || move === undefined) throw new UserError('deal-not-won', { name: deal.name })
  const added = winEntries(deal.amount, deal.currency === actor.team.currency)
  const isOwn = deal.memberId === actor.memberId
  const input = { entries: added, source: winSource(move.id), on: deal.state.on, ...(isOwn ? {} : { forMember: deal.memberId }) }
  return { ...view, ...(await logNumbers(app, actor, input)), added }
}

/** Takes a win from the numbers again, where it was counted. @throws UserError once the month it counted in is closed */
export async function uncountWin(store: Store, actor: Actor, { memberId, state }: Deal, moveId: string): Promise<void> {
  await store.days.hold(memberId)
  const taken = await store.entries.void({ source: winSource(moveId), memberId }, store.now)
  if (taken.length > 0 && state.kind !== 'open' && !looksAfter(actor)) await mayRecord(store, actor.team, memberId, state.on, 'evening')
}

function winSource(moveId: string): string {
  return `deal-won:${moveId}`
}

function winEntries(amount: bigint | undefined, isTeamCurrency: boolean): Entry[] {
  const revenue = amount === undefined || amount === 0n || !isTeamCurrency ? [] : [{ metric: 'revenue', amount }]
  return [{ metric: 'deals', amount: 1n }, ...revenue]
}
