import type { Temporal } from 'temporal-polyfill'
import { belongsOn, isToCome, type Stay } from '../../core/calendar/stay.js'
import type { MemberId, OrganisationId, PersonId, TeamId } from '../../core/id.js'
import { lookup } from '../../store/lookup.js'
import { localDate, type Role, type Team } from '../../store/repository/teams.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'

/** Whoever writes to the bot, known to it or not. */
export interface Visitor {
  readonly platform: 'slack' | 'telegram' | 'playground'
  readonly externalId: string
  readonly name: string
  readonly workspace: string
  readonly workspaceName: string
  readonly conversation: string
  readonly conversationName: string
  readonly conversationKind: 'channel' | 'private'
  readonly thread: string | undefined
  /** The language the platform tells, as the product has it. */
  readonly platformLanguage: 'en' | 'zh-CN' | undefined
  readonly platformZone: string | undefined
  /** The one that is meant unless a team, or something else of another, is named. */
  readonly organisationId: OrganisationId | undefined
  /** Who they are in that organisation. */
  readonly person: Person | undefined
  /** Who they are in each that can be meant here: in a private chat on Telegram, which belongs to none, in every one that knows them. */
  readonly people: readonly Person[]
  /** The teams the person belongs to today; first the one that is meant in private, which is the one they chose last. */
  readonly memberships: readonly Membership[]
  /** Those they will belong to from a later day. */
  readonly coming: readonly Membership[]
  /** The team whose channel this is. */
  readonly here: Team | undefined
}

export interface Person {
  readonly id: PersonId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly language: 'en' | 'zh-CN' | undefined
  readonly isAdmin: boolean
}

export interface Membership extends Stay {
  readonly memberId: MemberId
  readonly role: Role
  readonly team: Team
  /** When they last chose the team for what they say to the bot in private. */
  readonly chosenAt: Temporal.Instant | undefined
}

/** A person acting in a team: what a use case needs to know about who asks. */
export interface Actor {
  readonly organisationId: OrganisationId
  readonly personId: PersonId
  readonly name: string
  readonly isAdmin: boolean
  readonly team: Team
  /** Undefined for an admin who does not belong to the team. */
  readonly memberId: MemberId | undefined
  readonly role: Role | undefined
  /** The member's last day in the team, where one is known. */
  readonly lastDay?: Temporal.PlainDate | undefined
  /** Today, in the team's zone. */
  readonly today: Temporal.PlainDate
}

export type Visit = Pick<
  Visitor,
  | 'platform'
  | 'externalId'
  | 'name'
  | 'workspace'
  | 'workspaceName'
  | 'conversation'
  | 'conversationName'
  | 'conversationKind'
  | 'thread'
  | 'platformLanguage'
  | 'platformZone'
>

/** Finds out who writes, and where. */
export async function recognise(app: App, visit: Visit): Promise<Visitor> {
  const now = app.now()
  const { organisation, teams, people } = await lookup(app.database).behind(visit, now)
  // In a forum each topic can be a team's; elsewhere a thread is only part of the channel.
  const here =
    teams.find(({ home }) => home.thread !== undefined && home.thread === visit.thread) ??
    teams.find(({ home }) => home.thread === undefined)
  const placeOf = here?.organisationId ?? organisation ?? undefined
  // A private chat on Telegram belongs to no organisation: there each that knows the person can be meant.
  const possible = people.filter(({ organisationId }) => placeOf === undefined || organisationId === placeOf)
  const members = possible
    .flatMap((one) => one.members)
    .map(({ id, ...member }): Membership => ({ memberId: id, ...member }))
    .toSorted((one, other) => chosenMs(other) - chosenMs(one))
  const memberships = members.filter((member) => belongsOn(member, localDate(member.team, now)))
  const coming = members.filter((member) => isToCome(member, localDate(member.team, now)))
  const own = possible.map(
    ({ id, organisationId, name, language, isAdmin }): Person => ({
      id,
      organisationId,
      name,
      language: language === 'en' || language === 'zh-CN' ? language : undefined,
      isAdmin,
    }),
  )
  const ofFirstTeam = [...memberships, ...coming][0]?.team.organisationId
  const person = own.find(({ organisationId }) => organisationId === ofFirstTeam) ?? own[0]
  return {
    organisationId: placeOf ?? person?.organisationId,
    person,
    people: own,
    memberships,
    coming,
    here,
    ...visit,
  }
}

function chosenMs({ chosenAt }: Membership): number {
  return chosenAt?.epochMilliseconds ?? 0
}

/**
 * What the first of the organisations that can be meant has of something that is named by its id alone.
 *
 * @param look in one of them; the person is undefined where it does not know them
 */
export async function foundIn<Found>(
  { organisationId, people }: Visitor,
  look: (organisationId: OrganisationId, person: Person | undefined) => Promise<Found | undefined> | undefined,
): Promise<Found | undefined> {
  const organisations = new Set([
    ...(organisationId === undefined ? [] : [organisationId]),
    ...people.map((person) => person.organisationId),
  ])
  for (const each of organisations) {
    const found = await look(
      each,
      people.find((person) => person.organisationId === each),
    )
    if (found !== undefined) return found
  }
  return undefined
}

/** What waits under an id for the visitor's yes: the state of a conversation that is too long for a button. */
export async function pendingOf(app: App, visitor: Visitor, id: string, kind: string): Promise<unknown> {
  return foundIn(visitor, (organisationId, person) => person && app.reading(organisationId).records.pending(id, person.id, kind))
}

/**
 * The visitor as somebody acting in a team: the one whose channel this is, or else the person's own.
 *
 * @throws UserError when there is no team yet, or the person does not belong to this one, or not before a later day
 */
export function actorOf(visitor: Visitor, at: Temporal.Instant, teamId?: string): Actor {
  const own = visitor.here ?? [...visitor.memberships, ...visitor.coming][0]?.team
  const team = teamId === undefined ? own : teamsNear(visitor).find(({ id }) => id === teamId)
  if (team === undefined) throw new UserError(visitor.conversationKind === 'private' ? 'no-team-private' : 'no-team')
  return actorOn(visitor, at, team)
}

/**
 * The same in whichever team of the organisation something is of: an admin is asked in private about teams that they do not belong to.
 *
 * @throws UserError when the person neither belongs to the team nor is an admin
 */
export async function actorAnywhere(app: App, visitor: Visitor, at: Temporal.Instant, teamId: TeamId): Promise<Actor> {
  const isFar = !teamsNear(visitor).some(({ id }) => id === teamId)
  const team = isFar
    ? await foundIn(visitor, (organisationId, person) =>
        person?.isAdmin === true ? app.reading(organisationId).teams.byId(teamId) : undefined,
      )
    : undefined
  return team === undefined ? actorOf(visitor, at, teamId) : actorOn(visitor, at, team)
}

function teamsNear({ here, memberships, coming }: Visitor): Team[] {
  return [...(here === undefined ? [] : [here]), ...[...memberships, ...coming].map(({ team }) => team)]
}

function actorOn(visitor: Visitor, at: Temporal.Instant, team: Team): Actor {
  const membership = visitor.memberships.find((candidate) => candidate.team.id === team.id)
  const person = visitor.people.find(({ organisationId }) => organisationId === team.organisationId)
  if (person === undefined || (membership === undefined && !person.isAdmin)) throw notAMember(visitor, team)
  return {
    organisationId: team.organisationId,
    personId: person.id,
    name: person.name,
    isAdmin: person.isAdmin,
    team,
    memberId: membership?.memberId,
    role: membership?.role,
    lastDay: membership?.leftOn,
    today: localDate(team, at),
  }
}

function notAMember({ coming }: Visitor, { id, name }: Team): UserError {
  const later = coming.find(({ team }) => team.id === id)
  if (later === undefined) return new UserError('not-a-member', { team: name })
  return new UserError('not-a-member-yet', { team: name, from: { kind: 'date', on: later.joinedOn.toString(), style: 'weekday' } })
}

/** @throws UserError unless the actor runs the team */
export function mustManage(actor: Actor): void {
  if (!actor.isAdmin && actor.role !== 'manager') throw new UserError('managers-only', { team: actor.team.name })
}

/** @throws UserError for anybody but an admin */
export function mustAdminister(actor: Actor): void {
  if (!actor.isAdmin) throw new UserError('admins-only')
}

/** @throws UserError for an admin who only looks on, and for a spectator */
export function mustCarryTarget(actor: Actor): MemberId {
  if (actor.memberId === undefined || actor.role === 'spectator') throw new UserError('members-only', { team: actor.team.name })
  return actor.memberId
}
