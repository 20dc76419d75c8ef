import { CALENDAR_YEAR } from '../../core/calendar/fiscal-year.js'
import { periodContaining } from '../../core/calendar/period.js'
import type { OrganisationId } from '../../core/id.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { App } from '../app.js'
import { privateEntries } from '../review/private-entries.js'
import { managersOf } from './managers.js'
import type { HomeClosedPost } from './post.js'

/** A conversation that the platform lets the bot post nothing to: it was removed, or the conversation is gone. */
export interface ClosedConversation {
  readonly organisationId: OrganisationId
  readonly platform: string
  readonly workspace: string
  readonly conversation: string
}

/**
 * Has those who look after a team know in private, once a week, that nothing arrives where the team is: its mornings would stop without
 * anybody seeing why. Where a team has no manager its organisation's admins are told.
 */
export async function tellHomeClosed(app: App, { organisationId, ...closed }: ClosedConversation): Promise<void> {
  await app.transaction(organisationId, async (store) => {
    for (const team of await store.teams.at(closed)) await tellOf(store, team)
  })
}

async function tellOf(store: Store, team: Team): Promise<void> {
  const managers = await managersOf(store, team)
  const told = managers.length > 0 ? managers : (await store.people.admins()).map(({ id }) => id)
  const post: HomeClosedPost = { kind: 'home-closed', team: team.name }
  const week = periodContaining('week', localDate(team, store.now), CALENDAR_YEAR).id
  await store.outbox.add(await privateEntries(store, team, told, `home-closed:${team.id}:${week}`, post))
}
