import { hasLeft } from '../../core/calendar/stay.js'
import type { Deal } from '../../store/repository/deals.js'
import type { Member } from '../../store/repository/teams.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { looksAfter, type Subject, subjectOf, teamOf, type Whose } from '../target/subject.js'
import { UserError } from '../user-error.js'
import { type DealView, dealView } from './deal-change.js'
import { type DealStrategy, dealStrategy } from './focus.js'
import { ownDeal } from './whose-deal.js'

/** A page of deals. */
export interface DealList {
  readonly of: Subject
  /** What was searched for, closed deals among it; empty for all that are open. */
  readonly words: string
  readonly deals: readonly (Deal & { /** Where a team's are shown. */ readonly owner: string | undefined })[]
  /** From 0. */
  readonly page: number
  readonly hasMore: boolean
  /** Of all that are open, and what those with an amount in the team's currency come to. */
  readonly open: { readonly count: number; readonly amount: bigint }
  /** How a team's deals fall on its strategy: on the first page of all that are open. */
  readonly strategy: DealStrategy | undefined
}

/** What a phone shows at once, with a button each. */
const PAGE_DEALS = 6

/**
 * Somebody's open deals, or those, closed ones too, whose name holds the words. Without deals of their own those who look after the team see
 * the team's; nobody else sees a colleague's.
 *
 * @throws UserError when they are none of the asker's business
 */
export async function listDeals(app: App, actor: Actor, whose: Whose, words: string, page: number): Promise<DealList> {
  const store = app.reading(actor.organisationId)
  const meant = await subjectOf(store, actor, whose)
  if (meant.kind === 'team' && !looksAfter(actor)) throw new UserError('managers-only', { team: actor.team.name })
  const own = await store.deals.openSum(actor.team.id, meant.memberId, actor.team.currency)
  const stepsBack = whose.kind === 'me' && meant.kind === 'me' && looksAfter(actor) && own.count === 0
  const of = stepsBack ? teamOf(actor) : meant
  const parts = words.split(/\s+/).filter((part) => part !== '')
  const search = { memberId: of.memberId, words: parts, isOpen: parts.length === 0 }
  const found = await store.deals.find(actor.team.id, search, page * PAGE_DEALS, PAGE_DEALS + 1)
  const names = of.kind === 'team' ? new Map((await store.teams.members(actor.team.id)).map(({ id, name }) => [id, name])) : undefined
  return {
    of,
    words,
    page,
    deals: found.slice(0, PAGE_DEALS).map((deal) => ({ ...deal, owner: names?.get(deal.memberId) })),
    hasMore: found.length > PAGE_DEALS,
    open: stepsBack ? await store.deals.openSum(actor.team.id, undefined, actor.team.currency) : own,
    strategy: of.kind === 'team' && parts.length === 0 && page === 0 ? await dealStrategy(store, actor) : undefined,
  }
}

/** One deal with its moves. @throws UserError for one that is none of the asker's */
export async function lookAtDeal(app: App, actor: Actor, dealId: string): Promise<DealView> {
  const store = app.reading(actor.organisationId)
  return dealView(store, actor, (await ownDeal(store, actor, dealId)).id)
}

/** Whom a deal can belong to, for those who may say so; nobody for all others. */
export async function possibleOwners(app: App, actor: Actor): Promise<readonly Pick<Member, 'id' | 'name'>[]> {
  if (!looksAfter(actor)) return []
  const members = await app.reading(actor.organisationId).teams.members(actor.team.id)
  return members.filter((member) => !hasLeft(member, actor.today) && member.role !== 'spectator')
}
