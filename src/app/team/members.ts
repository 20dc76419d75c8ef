import type { MemberId, PersonId } from '../../core/id.js'
import { newId } from '../../store/new-id.js'
import { localDate, type Member, type Role, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustManage, type Visitor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { personOf } from './create.js'
import { findMember, type Named } from './find-member.js'

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

/**
 * The manager takes somebody into the team, or gives a member another role.
 *
 * @param wanted undefined for a rep's, where they are new; who is in the team then keeps theirs
 * @throws UserError when nobody is known by that name, more than one member is, or the last manager would be none
 */
export async function setMember(
  app: App,
  actor: Actor,
  workspace: string,
  named: Named,
  wanted: Role | undefined,
): Promise<{ done: 'added' | 'changed' | 'unchanged'; role: Role; name: string }> {
  mustManage(actor)
  const { team } = actor
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(team.id)
    const member = await presentMember(store, team, named)
    if (member !== undefined) {
      const role = wanted ?? member.role
      if (role === member.role) return { done: 'unchanged', role, name: member.name }
      if (role !== 'manager') await mustLeaveAManager(store, team, member.id)
      await store.teams.setRole(member.id, role)
      await store.records.audit({ personId: actor.personId, act: 'member-role', subject: member.id, before: member.role, after: role })
      return { done: 'changed', role, name: member.name }
    }
    const role = wanted ?? 'rep'
    const personId = await personNamed(store, team, workspace, named)
    await store.teams.addMember({ id: newId(), teamId: team.id, personId, role, joinedOn: localDate(team, store.now) })
    await store.records.audit({ personId: actor.personId, act: 'member-add', subject: personId, after: role })
    return { done: 'added', role, name: named.name }
  })
}

/** Takes somebody out of the team from today on; what they did stays. @returns their name @throws UserError for the last manager, and for a name that nobody or more than one has */
export async function removeMember(app: App, actor: Actor, named: Named): Promise<string> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const member = await presentMember(store, actor.team, named)
    if (member === undefined) throw new UserError('nobody-named', { name: named.name })
    await mustLeaveAManager(store, actor.team, member.id)
    await store.teams.setLeft(member.id, localDate(actor.team, store.now))
    await store.records.audit({ personId: actor.personId, act: 'member-remove', subject: member.id })
    return member.name
  })
}

async function presentMember(store: Store, team: Team, named: Named): Promise<Member | undefined> {
  const member = await findMember(store, team, named)
  return member?.leftOn === undefined ? member : undefined
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

/** Within a transaction that holds the team: of two managers who go at once one must find that the other has gone. */
async function mustLeaveAManager(store: Store, team: Team, memberId: MemberId): Promise<void> {
  const managers = (await store.teams.members(team.id)).filter((member) => member.leftOn === undefined && member.role === 'manager')
  if (managers.length === 1 && managers[0]?.id === memberId) throw new UserError('last-manager', { team: team.name })
}
