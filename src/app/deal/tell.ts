import { isDeepStrictEqual } from 'node:util'
import { hasLeft } from '../../core/calendar/stay.js'
import { isStage } from '../../core/pipeline/stage.js'
import { newId } from '../../store/new-id.js'
import type { Deal, NewDeal } from '../../store/repository/deals.js'
import type { Member } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { privateEntries } from '../review/private-entries.js'
import type { DealChangedPost, DealSide, DealsImportedPost } from './post.js'

/**
 * Tells in private whose deal it is, and whose it was until then, what somebody else did to it: nobody's deals change in silence.
 *
 * @param before undefined where it is new
 * @param after undefined where it was taken back
 */
export async function tellOfDeal(store: Store, actor: Actor, before: Deal | undefined, after: Deal | undefined): Promise<void> {
  const { team, today, memberId, name: by } = actor
  const owners = [before?.memberId, after?.memberId].filter((id) => id !== undefined && id !== memberId)
  if (owners.length === 0) return
  const members = await store.teams.members(team.id)
  const [was, is] = [sideOf(before, members), sideOf(after, members)]
  if (isDeepStrictEqual(was, is)) return
  const key = `deal:${newId()}`
  for (const { id, personId } of members.filter((member) => owners.includes(member.id) && !hasLeft(member, today))) {
    const post: DealChangedPost = {
      kind: 'deal-changed',
      teamId: team.id,
      ...(after?.memberId === id ? { dealId: after.id } : {}),
      by,
      before: before?.memberId === id ? was : null,
      after: is,
    }
    await store.outbox.add(await privateEntries(store, team, [personId], key, post))
  }
}

/** Tells in private whose deals somebody else brought in from a file: one message each, however many they are. */
export async function tellOfImport(store: Store, actor: Actor, added: readonly NewDeal[]): Promise<void> {
  const { team, today, memberId, name: by } = actor
  const members = (await store.teams.members(team.id)).filter((member) => member.id !== memberId && !hasLeft(member, today))
  for (const { id, personId } of members) {
    const own = added.filter((deal) => deal.memberId === id)
    if (own.length === 0) continue
    const open = own.filter(({ moves }) => isStage(moves.at(-1)?.to ?? '')).length
    const post: DealsImportedPost = { kind: 'deals-imported', by, count: own.length, open }
    await store.outbox.add(await privateEntries(store, team, [personId], `deals-imported:${newId()}`, post))
  }
}

function sideOf(deal: Deal | undefined, members: readonly Member[]): DealSide | null {
  if (deal === undefined) return null
  const { name, amount, currency, focus, openedOn, memberId, state } = deal
  return {
    name,
    place: state.kind === 'open' ? state.stage : state.kind,
    amount: amount ?? null,
    currency,
    owner: members.find(({ id }) => id === memberId)?.name ?? '',
    ...(focus === undefined ? {} : { focus }),
    opened: openedOn.toString(),
    closed: state.kind === 'open' ? null : state.on.toString(),
    reason: state.kind === 'open' ? null : (state.reason ?? null),
  }
}
