import type { OrganisationId, PersonId } from '../../core/id.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { App } from '../app.js'
import { privateEntries } from '../review/private-entries.js'
import { homeOf } from './create.js'
import { managersOf } from './managers.js'
import type { UnreachablePost } from './post.js'

/** An account that the platform lets the bot write nothing to: on Telegram, of somebody who never pressed Start, or blocked it. */
export interface UnreachableAccount {
  readonly organisationId: OrganisationId
  readonly platform: string
  readonly externalId: string
}

/**
 * Has the managers of whoever cannot be written to know it, in private, once for each person and team: a reminder that nobody sees must not
 * pass for one that was ignored. Of a team's only manager the team's conversation is told, since nobody else could be.
 */
export async function tellUnreachable(app: App, { organisationId, platform, externalId }: UnreachableAccount): Promise<void> {
  await app.transaction(organisationId, async (store) => {
    const personId = await store.people.byIdentity(platform, externalId)
    if (personId === undefined) return
    const name = (await store.people.known([personId])).get(personId)?.name ?? ''
    for (const { team } of await store.teams.ofPerson(personId, store.now)) {
      if (team.home.platform === platform) await tellTeam(store, team, personId, name)
    }
  })
}

async function tellTeam(store: Store, team: Team, personId: PersonId, name: string): Promise<void> {
  const key = `unreachable:${team.id}:${personId}`
  const managers = (await managersOf(store, team)).filter((manager) => manager !== personId)
  const post: UnreachablePost = { kind: 'unreachable', team: team.name, name, to: managers.length > 0 ? 'manager' : 'team' }
  const told = await privateEntries(store, team, managers, key, post)
  await store.outbox.add(managers.length > 0 ? told : [{ key, to: homeOf(team), post, language: team.language }])
  await store.records.audit({
    personId: undefined,
    act: 'person-unreachable',
    subject: personId,
    after: { on: localDate(team, store.now).toString() },
  })
}
