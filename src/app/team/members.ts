import type { MemberId, PersonId } from '../../core/id.js'
import { newId } from '../../store/new-id.js'
import { localDate, type Role, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustManage, type Visitor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { calledBy, namesake } from './called.js'
import { personOf } from './create.js'

/** Takes the person who asks into the team as a rep. Asked again, it changes nothing. @returns whether they are new */
export async function joinTeam(app: App, visitor: Visitor, team: Team): Promise<boolean> {
  if (visitor.memberships.some((membership) => membership.team.id === team.id)) return false
  return app.transaction(team.organisationId, async (store) => {
    const personId = await personOf(store, visitor)
    await store.teams.addMember({ id: newId(), teamId: team.id, personId, role: 'rep', joinedOn: localDate(team, store.now) })
    await store.records.audit({ personId, act: 'team-join', subject: team.id })
    return true
  })
}

/** Somebody named on the platform: known by an account there, or by name among the team. */
export interface Named {
  readonly externalId: string | undefined
  readonly name: string
}

/**
 * The manager takes somebody into the team, or gives a member another role.
 *
 * @param wanted undefined for a rep's, where they are new; who is in the team then keeps theirs
 * @throws UserError when nobody is known by that name
 */
export async function setMember(
  app: App,
  actor: Actor,
  workspace: string,
  named: Named,
  wanted: Role | undefined,
): Promise<{ done: 'added' | 'changed' | 'unchanged'; role: Role }> {
  mustManage(actor)
  const { team } = actor
  return app.transaction(actor.organisationId, async (store) => {
    const member = await findMember(store, team, named)
    if (member !== undefined) {
      const role = wanted ?? member.role
      if (role === member.role) return { done: 'unchanged', role }
      if (role !== 'manager') await mustLeaveAManager(store, team, member.id)
      await store.teams.setRole(member.id, role)
      await store.records.audit({ personId: actor.personId, act: 'member-role', subject: member.id, before: member.role, after: role })
      return { done: 'changed', role }
    }
    const role = wanted ?? 'rep'
    const personId = await personNamed(store, team, workspace, named)
    await store.teams.addMember({ id: newId(), teamId: team.id, personId, role, joinedOn: localDate(team, store.now) })
    await store.records.audit({ personId: actor.personId, act: 'member-add', subject: personId, after: role })
    return { done: 'added', role }
  })
}

/** Takes somebody out of the team from today on; what they did stays. @throws UserError for the last manager, or nobody of that name */
export async function removeMember(app: App, actor: Actor, named: Named): Promise<string> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    const member = await findMember(store, actor.team, named)
    if (member === undefined) throw new UserError('nobody-named', { name: named.name })
    await mustLeaveAManager(store, actor.team, member.id)
    await store.teams.setLeft(member.id, localDate(actor.team, store.now))
    await store.records.audit({ personId: actor.personId, act: 'member-remove', subject: member.id })
    return member.name
  })
}

export async function findMember(store: Store, team: Team, { externalId, name }: Named) {
  const members = (await store.teams.members(team.id)).filter((member) => member.leftOn === undefined)
  const personId = externalId === undefined ? undefined : await store.people.byIdentity(team.home.platform, externalId)
  const known = members.find((member) => member.personId === personId)
  return known ?? (externalId === undefined ? calledBy(name, members) : namesake(name, members))
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

async function mustLeaveAManager(store: Store, team: Team, memberId: MemberId): Promise<void> {
  const managers = (await store.teams.members(team.id)).filter((member) => member.leftOn === undefined && member.role === 'manager')
  if (managers.length === 1 && managers[0]?.id === memberId) throw new UserError('last-manager', { team: team.name })
}
