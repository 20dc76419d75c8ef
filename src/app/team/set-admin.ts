import { hasLeft } from '../../core/calendar/stay.js'
import { type Actor, mustAdminister } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { findMember, type Named } from './find-member.js'

/**
 * An admin makes a member of the team another one, or takes that from somebody.
 *
 * @returns their name
 * @throws UserError for the last one, and for a name that nobody or more than one has
 */
export async function setAdmin(app: App, actor: Actor, named: Named, change: 'make' | 'take'): Promise<string> {
  mustAdminister(actor)
  return app.transaction(actor.organisationId, async (store) => {
    // Of two admins who take it from each other at once one stays: without any, the next stranger who joins would become one.
    await store.people.holdAdmins()
    const member = await findMember(store, actor.team, named)
    if (member === undefined || hasLeft(member, actor.today)) throw new UserError('nobody-named', { name: named.name })
    const admins = await store.people.admins()
    const before = admins.some(({ id }) => id === member.personId)
    if (change === 'take' && before && admins.length === 1) throw new UserError('last-admin')
    await store.people.setAdmin(member.personId, change === 'make')
    await store.records.audit({ personId: actor.personId, act: 'admin', subject: member.personId, before, after: change === 'make' })
    return member.name
  })
}
