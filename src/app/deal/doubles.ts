import type { Temporal } from 'temporal-polyfill'
import { dateOfDayNumber } from '../../core/calendar/day-number.js'
import type { FileDeal } from '../../core/pipeline/deal-file.js'
import type { Place } from '../../core/pipeline/stage.js'
import { foldedName } from '../../core/plan/closest-name.js'
import type { KnownDeal } from '../../store/repository/deals.js'
import type { Member } from '../../store/repository/teams.js'

/** A deal of a file that seems to be there already, in the team or in an earlier row of the file. */
export interface Double {
  readonly line: number
  readonly name: string
  readonly owner: string
  readonly there:
    | { readonly kind: 'row'; readonly line: number }
    | { readonly kind: 'deal'; readonly openedOn: Temporal.PlainDate; readonly place: Place }
}

/**
 * Deals that somebody may have had in mind already: of the same owner and name, however that is written, where the one there is still open or
 * was closed on the same day. A customer who bought before and is to buy again is no double.
 *
 * @param members by their places, as the file's deals name owners
 */
export function doublesIn(
  deals: readonly FileDeal[],
  members: readonly Pick<Member, 'id' | 'name'>[],
  there: readonly KnownDeal[],
): Double[] {
  const known = new Map<string, KnownDeal[]>()
  for (const deal of there) known.set(keyOf(deal.memberId, deal.name), [...(known.get(keyOf(deal.memberId, deal.name)) ?? []), deal])
  const earlier = new Map<string, FileDeal[]>()
  return deals.flatMap((deal): Double[] => {
    const owner = members[deal.owner]
    if (owner === undefined) return []
    const key = keyOf(owner.id, deal.name)
    const before = earlier.get(key) ?? []
    earlier.set(key, [...before, deal])
    const kept = known.get(key)?.find(({ place, closedOn }) => closedOn === undefined || isClosedOn(deal, closedOn, place))
    const row = before.find((other) => other.end.kind === 'open' || (deal.end.kind !== 'open' && deal.end.on === other.end.on))
    const facts = { line: deal.line, name: deal.name, owner: owner.name }
    if (kept !== undefined) return [{ ...facts, there: { kind: 'deal', openedOn: kept.openedOn, place: kept.place } }]
    return row === undefined ? [] : [{ ...facts, there: { kind: 'row', line: row.line } }]
  })
}

function keyOf(memberId: string, name: string): string {
  return `${memberId} ${foldedName(name)}`
}

function isClosedOn({ end }: FileDeal, on: Temporal.PlainDate, outcome: Place): boolean {
  return end.kind === outcome && dateOfDayNumber(end.on).equals(on)
}
