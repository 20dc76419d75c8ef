import { type Actor, mustAdminister } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { findMember, type Named } from './members.js'

/** An admin makes a member of the team another one, or takes that from somebody. @returns their name @throws UserError for the last one */
export async function setAdmin(app: App, actor: Actor, named: Named, change: 'make' | 'take'): Promise<string> {
  mustAdminister(actor)
  return app.transaction(actor.organisationId, async (store) => {
    const member = await findMember(store, actor.team, named)
    if (member === undefined) throw new UserError('nobody-named', { name: named.name })
    const others = (await store.people.admins()).filter(({ id }) => id !== member.personId)
    if (change === 'take' && others.length === 0) throw new UserError('last-admin')
    await store.people.setAdmin(member.personId, change === 'make')
    await store.records.audit({ personId: actor.personId, act: 'admin', subject: member.personId, after: change === 'make' })
    return member.name
  })
}
