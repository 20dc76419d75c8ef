import type { MemberId } from '../../core/id.js'
import type { Deal } from '../../store/repository/deals.js'
import type { Entry } from '../../store/repository/entries.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { mayRecord } from '../check-in/may-record.js'
import { addNumbers, type Logged, sayCorrected } from '../log/log-numbers.js'
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
  return app.transaction(actor.organisationId, async (store) => {
    await store.deals.hold(dealId)
    const view = await dealView(store, actor, (await ownDeal(store, actor, dealId)).id)
    const { deal, moves } = view
    const move = moves.at(-1)
    if (deal.state.kind !== 'won' || move === undefined) throw new UserError('deal-not-won', { name: deal.name })
    const added = winEntries(deal.amount, deal.currency === actor.team.currency)
    const isOwn = deal.memberId === actor.memberId
    const source = await sourceToCountBy(store, deal.memberId, move.id)
    const input = { entries: added, source, on: deal.state.on, ...(isOwn ? {} : { forMember: deal.memberId }) }
    return { ...view, ...(await addNumbers(store, actor, input)), added }
  })
}

/** Takes a win from the numbers again, where it was counted. @throws UserError once the month it counted in is closed, but to who corrects it for another */
export async function uncountWin(store: Store, actor: Actor, { memberId, state }: Deal, moveId: string): Promise<void> {
  await store.days.hold(memberId)
  const source = (await store.entries.sources(winSource(moveId), memberId)).find(({ isVoid }) => !isVoid)?.source
  if (source === undefined || state.kind === 'open') return
  const entries = await store.entries.void({ source, memberId }, store.now)
  if (memberId === actor.memberId) await mayRecord(store, actor.team, memberId, state.on, 'evening')
  else await sayCorrected(store, actor, memberId, { on: state.on, entries, change: 'uncounted', source })
}

/** The one that counts; after that was undone one more, since what was taken back stays so. */
async function sourceToCountBy(store: Store, memberId: MemberId, moveId: string): Promise<string> {
  const known = await store.entries.sources(winSource(moveId), memberId)
  const counting = known.find(({ isVoid }) => !isVoid)
  return counting?.source ?? winSource(moveId, known.length + 1)
}

function winSource(moveId: string, time = 1): string {
  return `deal-won:${moveId}${time === 1 ? '' : `:${time}`}`
}

function winEntries(amount: bigint | undefined, isTeamCurrency: boolean): Entry[] {
  const revenue = amount === undefined || amount === 0n || !isTeamCurrency ? [] : [{ metric: 'revenue', amount }]
  return [{ metric: 'deals', amount: 1n }, ...revenue]
}
