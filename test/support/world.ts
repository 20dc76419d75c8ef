import { Temporal } from 'temporal-polyfill'
import { type Actor, actorOf, recognise } from '../../src/app/access/visitor.js'
import { type App, createApp } from '../../src/app/app.js'
import { CALENDAR_YEAR, type FiscalCalendar } from '../../src/core/calendar/fiscal-year.js'
import type { MemberId, OrganisationId, PersonId, TeamId } from '../../src/core/id.js'
import { type Database, type DatabasePlace, openDatabase } from '../../src/store/database.js'
import { newId } from '../../src/store/new-id.js'
import { localDate, type Role, type Team } from '../../src/store/repository/teams.js'
import { DEFAULT_SCHEDULE, teamSettingsSchema } from '../../src/store/team-settings.js'
import { giveBack, takeEmpty } from './databases.js'

export interface World {
  readonly app: App
  readonly database: Database
  /** Sets the clock. An ISO instant, or a zoned time such as 2026-03-02T09:00[Asia/Shanghai]. */
  moveTo(at: string): void
  /** A team with its people in an organisation of its own, made by the store: who sets up a team by the product uses createTeam. */
  team(options?: TeamOptions): Promise<TeamWorld>
  close(): Promise<void>
}

export interface TeamOptions {
  name?: string
  zone?: string
  language?: 'en' | 'zh-CN'
  currency?: string
  country?: string
  weekdays?: number[]
  fiscal?: FiscalCalendar
  platform?: 'slack' | 'telegram' | 'playground'
  joinedOn?: string
  /** Name to role; the first manager is the organisation's admin. */
  people?: Record<string, Role>
}

export interface TeamWorld {
  readonly organisationId: OrganisationId
  readonly team: Team
  readonly members: Readonly<Record<string, { memberId: MemberId; personId: PersonId; externalId: string }>>
  /** The person as the use cases see them, now. */
  actor(name: string): Promise<Actor>
}

/** A real embedded database, migrated and empty (or the one at a place), with a clock that the test sets. */
export async function openWorld(start = '2026-03-02T08:00:00Z', place?: DatabasePlace): Promise<World> {
  const database = place === undefined ? await takeEmpty() : await openDatabase(place)
  let now = instant(start)
  const app = createApp(database, () => now)
  return {
    app,
    database,
    moveTo: (at) => {
      now = instant(at)
    },
    team: (options = {}) => makeTeam(app, options),
    close: async () => (place === undefined ? giveBack(database) : await database.close()),
  }
}

function instant(at: string): Temporal.Instant {
  return at.includes('[') ? Temporal.ZonedDateTime.from(at).toInstant() : Temporal.Instant.from(at)
}

async function makeTeam(app: App, options: TeamOptions): Promise<TeamWorld> {
  const organisationId = newId<'organisation'>()
  const platform = options.platform ?? 'playground'
  const workspace = `W${newId()}`
  const team: Team = {
    id: newId<'team'>() as TeamId,
    organisationId,
    name: options.name ?? 'East',
    zone: options.zone ?? 'Asia/Shanghai',
    language: options.language ?? 'en',
    currency: options.currency ?? 'CNY',
    country: options.country,
    weekdays: options.weekdays ?? [1, 2, 3, 4, 5],
    region: undefined,
    fiscal: options.fiscal ?? CALENDAR_YEAR,
    schedule: DEFAULT_SCHEDULE,
    settings: teamSettingsSchema.parse({}),
    home: { platform, workspace, conversation: `C${newId()}`, thread: undefined },
    createdAt: app.now(),
  }
  await app.database.client.organisation.create({
    data: {
      id: organisationId,
      name: 'Test',
      language: team.language,
      workspaces: { create: { id: newId(), platform, externalId: workspace, name: 'Test' } },
    },
  })
  const people = Object.entries<Role>(options.people ?? { 'Li Na': 'rep', 'Wang Wei': 'rep', Chen: 'manager' })
  const members: Record<string, { memberId: MemberId; personId: PersonId; externalId: string }> = {}
  const admin = people.find(([, role]) => role === 'manager')?.[0]
  await app.transaction(organisationId, async (store) => {
    await store.teams.add(team)
    for (const [name, role] of people) {
      const person = { memberId: newId<'member'>(), personId: newId<'person'>(), externalId: `U${newId()}` }
      await store.people.add(
        { id: person.personId, name, language: undefined, zone: undefined, isAdmin: name === admin },
        { platform, externalId: person.externalId, workspace },
      )
      await store.teams.addMember({
        id: person.memberId,
        teamId: team.id,
        personId: person.personId,
        role,
        joinedOn: options.joinedOn ? Temporal.PlainDate.from(options.joinedOn) : localDate(team, app.now()),
      })
      members[name] = person
    }
  })
  return {
    organisationId,
    team,
    members,
    async actor(name) {
      const member = members[name]
      if (member === undefined) throw new Error(`No "${name}" in this team: ${Object.keys(members)}`)
      const visitor = await recognise(app, {
        platform,
        externalId: member.externalId,
        name,
        workspace,
        workspaceName: 'Test',
        conversation: team.home.conversation,
        conversationName: 'sales',
        conversationKind: 'channel',
        thread: undefined,
        platformLanguage: undefined,
        platformZone: undefined,
      })
      return actorOf(visitor, app.now())
    },
  }
}
