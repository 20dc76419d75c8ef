import { Temporal } from 'temporal-polyfill'
import { belongsOn, hasLeft } from '../../core/calendar/stay.js'
import type { MemberId, PersonId } from '../../core/id.js'
import { newId } from '../../store/new-id.js'
import { localDate, type Member, type Role, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustManage, type Visitor } from '../access/visitor.js'
import type { App } from '../app.js'
import { plansUnaware, type UnawarePlan } from '../plan/unaware.js'
import { UserError } from '../user-error.js'
import { personOf } from './create.js'
import { findMember, type Named } from './find-member.js'
import { mustKeepAManager } from './keep-a-manager.js'
import { changeStay, dayFact, mustBeComing } from './stay-days.js'

/**
 * Takes the person who asks into the team as a rep. Asked again, it changes nothing.
 *
 * @returns whether they are new
 * @throws UserError for somebody whom a manager has put down for a later day
 */
export async function joinTeam(app: App, visitor: Visitor, team: Team): Promise<boolean> {
  if (visitor.memberships.some((membership) => membership.team.id === team.id)) return false
  return app.transaction(team.organisationId, async (store) => {
    await store.teams.hold(team.id)
    const today = localDate(team, store.now)
    const personId = await personOf(store, visitor)
    const known = (await store.teams.members(team.id)).find((member) => member.personId === personId)
    if (known !== undefined && belongsOn(known, today)) return false
    if (known !== undefined && !hasLeft(known, today))
      throw new UserError('joins-later', { team: team.name, from: dayFact(known.joinedOn) })
    await takeIn(store, team, personId, { role: 'rep', from: today, before: known })
    await store.records.audit({ personId, act: 'team-join', subject: team.id })
    return true
  })
}

export interface MemberSet {
  /** 'stays': that they leave was taken back. */
  readonly done: 'added' | 'changed' | 'unchanged' | 'stays'
  readonly role: Role
  readonly name: string
  /** Their first day. */
  readonly joinedOn: Temporal.PlainDate
  /** Whether that is still ahead. */
  readonly isToCome: boolean
  /** The published plans that do not know of them, or of their days, yet. */
  readonly plans: readonly UnawarePlan[]
}

/**
 * The manager takes somebody into the team, today or from a later day on, or gives a member another role. Added again, who was to leave stays,
 * and who was to come comes on the day that is said now.
 *
 * @param wanted undefined for a rep's, where they are new; who is in the team then keeps theirs
 * @param from the first day; undefined leaves the days of somebody in the team as they are
 * @throws UserError when nobody is known by that name, more than one member is, the day makes no sense, or a day would be without a manager
 */
export async function setMember(
  app: App,
  actor: Actor,
  workspace: string,
  named: Named,
  wanted: Role | undefined,
  from?: Temporal.PlainDate,
): Promise<MemberSet> {
  mustManage(actor)
  const { team } = actor
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(team.id)
    const today = localDate(team, store.now)
    if (from !== undefined) mustBeComing(from, today, 'join')
    const member = await findMember(store, team, named)
    if (member !== undefined && !hasLeft(member, today)) return change(store, actor, member, { wanted, from, today })
    const role = wanted ?? 'rep'
    const personId = member?.personId ?? (await personNamed(store, team, workspace, named))
    const { memberId, joinedOn } = await takeIn(store, team, personId, { role, from: from ?? today, before: member })
    const after = { role, joinedOn: joinedOn.toString() }
    await store.records.audit({ personId: actor.personId, act: 'member-add', subject: personId, after })
    const plans = await plansUnaware(store, team, memberId)
    return { done: 'added', role, name: member?.name ?? named.name, ...begins(joinedOn, today), plans }
  })
}

interface Wanted {
  readonly wanted: Role | undefined
  readonly from: Temporal.PlainDate | undefined
  readonly today: Temporal.PlainDate
}

/** @param before somebody who has not left */
async function change(store: Store, { team, personId }: Actor, before: Member, { wanted, from, today }: Wanted): Promise<MemberSet> {
  const isHere = belongsOn(before, today)
  if (isHere && from !== undefined && Temporal.PlainDate.compare(from, today) > 0)
    throw new UserError('here-already', { name: before.name, since: { ...dayFact(before.joinedOn), style: 'long' } })
  const stay = { joinedOn: isHere || from === undefined ? before.joinedOn : from, leftOn: from === undefined ? before.leftOn : undefined }
  const after = { ...before, ...stay, role: wanted ?? before.role }
  const told = { role: after.role, name: after.name, ...begins(after.joinedOn, today) }
  const isSameStay = after.joinedOn.equals(before.joinedOn) && after.leftOn === before.leftOn
  if (isSameStay && after.role === before.role) return { done: 'unchanged', ...told, plans: [] }

  mustKeepAManager(team, await store.teams.members(team.id), after, today)
  if (after.role !== before.role) {
    await store.teams.setRole(before.id, after.role)
    await store.records.audit({ personId, act: 'member-role', subject: before.id, before: before.role, after: after.role })
  }
  if (!isSameStay) await changeStay(store, personId, 'member-stay', before, stay)
  const plans = await plansUnaware(store, team, before.id)
  if (isSameStay) return { done: 'changed', ...told, plans }
  return { done: isHere ? 'stays' : 'added', ...told, plans }
}

function begins(joinedOn: Temporal.PlainDate, today: Temporal.PlainDate) {
  return { joinedOn, isToCome: Temporal.PlainDate.compare(joinedOn, today) > 0 }
}

/** @param before them as a member who left: who is back the day after their last has never been away */
async function takeIn(
  store: Store,
  team: Team,
  personId: PersonId,
  { role, from, before }: { readonly role: Role; readonly from: Temporal.PlainDate; readonly before: Member | undefined },
): Promise<{ memberId: MemberId; joinedOn: Temporal.PlainDate }> {
  const { joinedOn: first, leftOn: last } = before ?? {}
  const isUnbroken =
    first !== undefined &&
    last !== undefined &&
    Temporal.PlainDate.compare(first, last) <= 0 &&
    Temporal.PlainDate.compare(from, last.add({ days: 1 })) <= 0
  const joinedOn = isUnbroken ? first : from
  const memberId = before?.id ?? newId<'member'>()
  await store.teams.addMember({ id: memberId, teamId: team.id, personId, role, joinedOn })
  return { memberId, joinedOn }
}

async function personNamed(store: Store, team: Team, workspace: string, { externalId, name }: Named): Promise<PersonId> {
  // A name alone is no account: the person has to write to the bot once, by the join button.
  if (externalId === undefined) throw new UserError('nobody-named', { name })
  const known = await store.people.byIdentity(team.home.platform, externalId)
  if (known !== undefined) return known
  const id = newId<'person'>()
  await store.people.add(
    { id, name, language: undefined, zone: undefined, isAdmin: false },
    { platform: team.home.platform, externalId, workspace },
  )
  return id
}
