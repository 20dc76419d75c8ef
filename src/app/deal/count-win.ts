import type { MemberId } from '../../core/id.js'
import type { Deal } from '../../store/repository/deals.js'
import type { Entry } from '../../store/repository/entries.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { mayRecord } from '../check-in/may-record.js'
import { addNumbers, type Logged, sayCorrected } from '../log/log-numbers.js'
import { monthIdsOf } from '../review/month-ids.js'
import { UserError } from '../user-error.js'
import { type DealView, dealView } from './deal-change.js'
import { ownDeal } from './whose-deal.js'

export interface WinCounted extends Logged, DealView {
  readonly added: readonly Entry[]
}

/**
 * Adds a won deal to the numbers of the day it was won: one deal, and its amount as revenue. Numbers come from check-ins too, so it is
 * asked rather than done by itself, and counts once however often it is pressed, with the amount that it has by now.
 *
 * @throws UserError where it is not won (any more), or the day is closed
 */
export async function countWin(app: App, actor: Actor, dealId: string): Promise<WinCounted> {
  return app.transaction(actor.organisationId, async (store) => {
    await store.deals.hold(dealId)
    const view = await dealView(store, actor, (await ownDeal(store, actor, dealId)).id)
    const { deal, moves } = view
    const move = moves.at(-1)
    if (deal.state.kind !== 'won' || move === undefined) throw new UserError('deal-not-won', { name: deal.name })
    const added = winEntries(deal.amount, deal.currency === actor.team.currency)
    const isOwn = deal.memberId === actor.memberId
    const counted = await countOf(store, deal.memberId, move.id)
    const standing = isSame(counted.entries, added) ? counted.source : undefined
    // What it was worth was corrected since.
    if (standing === undefined) await uncountWin(store, actor, deal, move.id)
    const source = standing ?? counted.next
    const input = { entries: added, source, on: deal.state.on, ...(isOwn ? {} : { forMember: deal.memberId }) }
    return { ...view, ...(await addNumbers(store, actor, input)), added }
  })
}

/**
 * Takes a win from the numbers again, where it was counted.
 *
 * @throws UserError once the month it counted in is closed, but to who corrects it for another
 */
export async function uncountWin(store: Store, actor: Actor, { memberId, state }: Deal, moveId: string): Promise<void> {
  await store.days.hold(memberId)
  const { source } = await countOf(store, memberId, moveId)
  if (source === undefined || state.kind === 'open') return
  const entries = await store.entries.void({ source, memberId }, store.now)
  if (memberId === actor.memberId) await mayRecord(store, actor.team, memberId, state.on, 'evening')
  else await sayCorrected(store, actor, memberId, { on: state.on, entries, change: 'uncounted', source })
}

/** The same for a deal that is opened again: what counts in its owner's closed month stays there, and is nobody's hindrance. */
export async function uncountReopened(store: Store, actor: Actor, deal: Deal, moveId: string): Promise<void> {
  if (deal.state.kind !== 'won') return
  const isClosed = await store.records.hasReport(actor.team.id, 'monthly', monthIdsOf(deal.state.on, actor.team))
  if (deal.memberId !== actor.memberId || !isClosed) await uncountWin(store, actor, deal, moveId)
}

/** Under what a win counts and what for, if it does, and what it is to be counted under next: what was taken back stays so. */
async function countOf(store: Store, memberId: MemberId, moveId: string) {
  const base = `deal-won:${moveId}`
  const brought = await store.entries.broughtBy(base, memberId)
  const live = brought.filter(({ isVoid }) => !isVoid)
  const times = new Set(brought.map(({ source }) => source)).size
  return { source: live[0]?.source, entries: live, next: times === 0 ? base : `${base}:${times + 1}` }
}

function isSame(one: readonly Entry[], other: readonly Entry[]): boolean {
  return (
    one.length === other.length && one.every(({ metric, amount }) => other.some((each) => each.metric === metric && each.amount === amount))
  )
}

function winEntries(amount: bigint | undefined, isTeamCurrency: boolean): Entry[] {
  const revenue = amount === undefined || amount === 0n || !isTeamCurrency ? [] : [{ metric: 'revenue', amount }]
  return [{ metric: 'deals', amount: 1n }, ...revenue]
}
