import type { PersonId } from '../../core/id.js'
import type { LeaveDays } from '../../store/repository/leaves.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { privateEntries } from '../review/private-entries.js'
import type { Days } from './leave-change.js'
import type { HandedChange, LeaveChange, LeaveChangedPost, LeaveSharedPost } from './post.js'

/** Keeps who changed whose leave, and tells the member in private when it was somebody else: nobody's days change in silence. */
export async function tellOfLeave(
  store: Store,
  actor: Actor,
  member: Member,
  leave: LeaveDays,
  change: LeaveChangedPost['change'],
  targets: readonly LeaveChange[],
): Promise<void> {
  const days = { from: leave.from.toString(), to: leave.to.toString() }
  const act = change === 'marked' ? { act: 'leave-mark', after: days } : { act: 'leave-take-back', before: days }
  await store.records.audit({ personId: actor.personId, subject: member.id, ...act })
  if (member.personId === actor.personId) return
  const { team, name: by } = actor
  const post: LeaveChangedPost = { kind: 'leave-changed', teamId: team.id, team: team.name, by, change, ...days, targets }
  await store.outbox.add(await privateEntries(store, team, [member.personId], `leave:${leave.id}:${change}`, post))
}

/** Tells colleagues what they take over, or give back: nobody's target changes in silence. */
export async function tellColleagues(
  store: Store,
  team: Team,
  members: readonly Member[],
  { id, memberId }: Pick<LeaveDays, 'id' | 'memberId'>,
  days: Days,
  change: LeaveSharedPost['change'],
  targets: readonly LeaveChange[],
): Promise<void> {
  const handed = targets.flatMap((target) => (target.kind === 'handed' ? [target] : []))
  const takers = members.filter((member) => sharesOf(member.id, handed).length > 0)
  const idOf = new Map(takers.map((member) => [member.personId, member.id]))
  const name = members.find((member) => member.id === memberId)?.name ?? ''
  const facts = { teamId: team.id, name, change, from: days.from.toString(), to: days.to.toString() }
  const post = (personId: PersonId): LeaveSharedPost => ({ kind: 'leave-shared', ...facts, shares: sharesOf(idOf.get(personId), handed) })
  await store.outbox.add(await privateEntries(store, team, [...idOf.keys()], `leave-shared:${id}:${change}`, post))
}

function sharesOf(memberId: string | undefined, handed: readonly HandedChange[]): LeaveSharedPost['shares'] {
  return handed.flatMap(({ month, metric, currency, parts }) => {
    const own = parts.find((part) => part.memberId === memberId)
    return own === undefined ? [] : [{ month, metric, amount: own.amount, ...(currency === undefined ? {} : { currency }) }]
  })
}
