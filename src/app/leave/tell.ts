import type { LeaveDays } from '../../store/repository/leaves.js'
import type { Member } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { privateEntries } from '../review/private-entries.js'
import type { LeaveChange, LeaveChangedPost } from './post.js'

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
