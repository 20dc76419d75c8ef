import { Temporal } from 'temporal-polyfill'
import { overlaps } from '../../core/calendar/period.js'
import type { MemberId } from '../../core/id.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { LeaveShare } from '../../store/repository/leave-shares.js'
import type { LeaveDays } from '../../store/repository/leaves.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'

/** What leave has moved between somebody and the rest of the team. Minor units. */
export interface WhyLeave {
  readonly kind: 'taken-over' | 'handed-over'
  /** Who is away. */
  readonly name: string
  readonly amount: bigint
  readonly from: Temporal.PlainDate
  /** Included. */
  readonly to: Temporal.PlainDate
}

type Span = Pick<LeaveShare['month'], 'start' | 'end'>

/** What a member took over from others on leave, and what the team took over from them, in the months that touch a span. */
export type LeaveIn = (metric: MetricKey, span: Span) => WhyLeave[]

/** @param within spans asked for later lie in it */
export async function leaveBehind(store: Store, { id }: Team, memberId: MemberId, within: Span): Promise<LeaveIn> {
  const all = await store.leaveShares.between(id, within.start, within.end)
  const shares = all.filter((share) => amountOf(share, memberId) > 0n)
  if (shares.length === 0) return () => []
  const away = [...new Set(shares.map((share) => share.memberId))]
  const [leaves, members] = await Promise.all([store.leaves.between(away, ...reach(shares)), store.teams.members(id)])
  const names = new Map(members.map((member) => [member.id, member.name]))
  return (metric, span) => {
    const those = shares.filter((share) => share.metric === metric && overlaps(share.month, span))
    return leaves.flatMap(({ id: leaveId, memberId: whose, from, to }: LeaveDays): WhyLeave[] => {
      const amount = those.reduce((sum, share) => (share.leaveId === leaveId ? sum + amountOf(share, memberId) : sum), 0n)
      if (amount === 0n) return []
      return [{ kind: whose === memberId ? 'handed-over' : 'taken-over', name: names.get(whose) ?? '', amount, from, to }]
    })
  }
}

/** What all of it has brought to somebody; negative for what it has taken. */
export function netOf(moves: readonly WhyLeave[]): bigint {
  return moves.reduce((sum, { kind, amount }) => (kind === 'taken-over' ? sum + amount : sum - amount), 0n)
}

/** What a member has of it; of who is away all that the others have. */
function amountOf({ memberId: away, handed: { parts } }: LeaveShare, memberId: MemberId): bigint {
  return parts.reduce((sum, { member, amount }) => (away === memberId || member === memberId ? sum + amount : sum), 0n)
}

function reach(shares: readonly LeaveShare[]): [Temporal.PlainDate, Temporal.PlainDate] {
  const [starts, ends] = [shares.map(({ month }) => month.start), shares.map(({ month }) => month.end)]
  const [first, last] = [starts.toSorted(Temporal.PlainDate.compare)[0], ends.toSorted(Temporal.PlainDate.compare).at(-1)]
  if (first === undefined || last === undefined) throw new RangeError('Cannot tell of leave: nothing was handed over')
  return [first, last]
}
