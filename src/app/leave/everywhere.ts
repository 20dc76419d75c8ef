import { Temporal } from 'temporal-polyfill'
import type { MemberId, PersonId } from '../../core/id.js'
import { newId } from '../../store/new-id.js'
import type { LeaveDays } from '../../store/repository/leaves.js'
import { localDate, type Member, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Days } from './leave-change.js'
import { spreadLeave } from './spread.js'

/** A team beside the one that is spoken of, to which the same person belongs and carries a target in. */
export interface OtherTeam {
  readonly memberId: MemberId
  readonly team: Team
}

/**
 * The person's other teams, with the plans of all of them held: whoever is off is off everywhere, and a plan published meanwhile would not
 * know of the leave. Always in the same order, so that two who do this at once wait instead of blocking each other.
 */
export async function holdAllTeams(store: Store, team: Team, member: Member): Promise<OtherTeam[]> {
  const all = (await store.teams.ofPerson(member.personId, store.now)).filter(({ role }) => role !== 'spectator')
  const others = all.filter((each) => each.team.id !== team.id)
  for (const id of [team.id, ...others.map((other) => other.team.id)].toSorted()) await store.teams.hold(id)
  return others
}

/** Marks the same days in the other teams, where they are not off already. @returns the names of the teams where that changed something */
export async function markElsewhere(store: Store, others: readonly OtherTeam[], days: Days, by: PersonId): Promise<string[]> {
  const marked: string[] = []
  for (const { memberId, team } of others) {
    const coming = notPast(days, localDate(team, store.now))
    if (coming === undefined || (await store.leaves.between([memberId], coming.from, coming.to)).length > 0) continue
    const leave = { id: newId(), memberId, ...coming }
    await store.leaves.add({ ...leave, at: store.now })
    await spreadLeave(store, { team, today: localDate(team, store.now) }, leave, coming, 'marked')
    await store.records.audit({ personId: by, act: 'leave-mark', subject: memberId, after: wordsOf(coming) })
    marked.push(team.name)
  }
  return marked
}

/** Takes the leave of the very same days back in the other teams, as far as it is still to come. @returns the names of those teams */
export async function takeBackElsewhere(store: Store, others: readonly OtherTeam[], leave: LeaveDays, by: PersonId): Promise<string[]> {
  const changed: string[] = []
  for (const { memberId, team } of others) {
    const today = localDate(team, store.now)
    const coming = notPast(leave, today)
    const known = (await store.leaves.between([memberId], leave.from, leave.to)).find(
      ({ from, to }) => from.equals(leave.from) && to.equals(leave.to),
    )
    if (known === undefined || coming === undefined) continue
    await store.leaves.remove(known.id, memberId)
    if (!coming.from.equals(known.from)) await store.leaves.add({ ...known, to: today.subtract({ days: 1 }), at: store.now })
    await spreadLeave(store, { team, today }, known, coming, 'taken-back')
    await store.records.audit({ personId: by, act: 'leave-take-back', subject: memberId, before: wordsOf(coming) })
    changed.push(team.name)
  }
  return changed
}

/** A team in a zone further east may have left the first day behind. */
function notPast({ from, to }: Days, today: Temporal.PlainDate): Days | undefined {
  if (Temporal.PlainDate.compare(to, today) < 0) return undefined
  return { from: Temporal.PlainDate.compare(from, today) < 0 ? today : from, to }
}

function wordsOf({ from, to }: Days) {
  return { from: from.toString(), to: to.toString() }
}
