import { CALENDAR_YEAR } from '../../core/calendar/fiscal-year.js'
import { holidayDataMissing } from '../../core/calendar/working-calendar.js'
import type { OrganisationId, PersonId, TeamId } from '../../core/id.js'
import { newId } from '../../store/new-id.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { DEFAULT_SCHEDULE, teamSettingsSchema } from '../../store/team-settings.js'
import type { Visitor } from '../access/visitor.js'
import type { App } from '../app.js'
import type { Post } from '../posts.js'
import { UserError } from '../user-error.js'
import { regionOf } from './region.js'
import type { TeamInput } from './team-input.js'

/**
 * Makes a team of the channel it is asked for in, with its maker as manager. The first team of a workspace founds the organisation, and
 * whoever makes it becomes its admin. In the channel everybody is invited to join.
 *
 * @throws UserError in a private chat, where there is a team already, or when somebody is not allowed to
 */
export async function createTeam(app: App, visitor: Visitor, input: TeamInput): Promise<Team> {
  if (visitor.conversationKind === 'private') throw new UserError('team-needs-channel')
  if (visitor.here !== undefined) throw new UserError('team-exists', { team: visitor.here.name })
  const isFirst = visitor.organisationId === undefined
  const organisationId = visitor.organisationId ?? newId<'organisation'>()
  return app.transaction(organisationId, async (store) => {
    if (isFirst) await store.organisation.found(visitor.workspaceName, input.language)
    const workspace = { platform: visitor.platform, externalId: visitor.workspace, name: visitor.workspaceName }
    if ((await store.organisation.addWorkspace(workspace)) !== organisationId) throw new UserError('workspace-elsewhere')
    if ((await store.teams.byName(input.name)) !== undefined) throw new UserError('team-name-taken', { name: input.name }, 'name')

    const personId = await personOf(store, visitor)
    const team = newTeam(organisationId, visitor, input, store.now)
    await store.teams.add(team)
    await store.teams.addMember({ id: newId(), teamId: team.id, personId, role: 'manager', joinedOn: localDate(team, store.now) })
    await store.records.audit({ personId, act: 'team-create', subject: team.id, after: input })
    await store.outbox.add([
      { key: `team-created:${team.id}`, to: homeOf(team), post: announcement(team, visitor.name, store), language: team.language },
    ])
    return team
  })
}

/** The person who writes; somebody new is taken in, the organisation's first one as its admin. */
export async function personOf(store: Store, visitor: Visitor): Promise<PersonId> {
  const known = visitor.person?.id ?? (await store.people.byIdentity(visitor.platform, visitor.externalId))
  if (known !== undefined) return known
  const id = newId<'person'>()
  await store.people.add(
    { id, name: visitor.name, language: visitor.platformLanguage, zone: visitor.platformZone, isAdmin: !(await store.people.anyAdmin()) },
    { platform: visitor.platform, externalId: visitor.externalId, workspace: visitor.workspace },
  )
  return id
}

/** Where a team's posts go. */
export function homeOf({ home }: Team) {
  const { thread, ...rest } = home
  return { kind: 'conversation' as const, ...rest, ...(thread === undefined ? {} : { thread }) }
}

function newTeam(organisationId: OrganisationId, visitor: Visitor, input: TeamInput, at: Team['createdAt']): Team {
  return {
    id: newId<'team'>() as TeamId,
    organisationId,
    name: input.name,
    zone: input.zone,
    language: input.language,
    currency: input.currency,
    country: input.country === '' ? undefined : input.country,
    weekdays: [...new Set(input.weekdays)].sort(),
    region: regionOf(input.country, input.region),
    fiscal: CALENDAR_YEAR,
    schedule: { ...DEFAULT_SCHEDULE, morning: input.morning },
    settings: teamSettingsSchema.parse({}),
    // A Telegram topic can be a team's; a Slack thread is only where the command was typed.
    home: {
      platform: visitor.platform,
      workspace: visitor.workspace,
      conversation: visitor.conversation,
      thread: visitor.platform === 'telegram' ? visitor.thread : undefined,
    },
    createdAt: at,
  }
}

function announcement(team: Team, by: string, store: Store): Post {
  const nextYear = localDate(team, store.now).year + 1
  const rule = { weekdays: team.weekdays, ...(team.country === undefined ? {} : { country: team.country }) }
  return {
    kind: 'team-created',
    teamId: team.id,
    team: team.name,
    by,
    zone: team.zone,
    morning: team.schedule.morning,
    holidaysMissing: holidayDataMissing(rule, nextYear) ? nextYear : undefined,
  }
}
