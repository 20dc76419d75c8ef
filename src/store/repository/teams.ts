import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { fiscalCalendarSchema } from '../../core/calendar/fiscal-schema.js'
import type { FiscalCalendar } from '../../core/calendar/fiscal-year.js'
import { hasLeft, type Stay } from '../../core/calendar/stay.js'
import type { MemberId, OrganisationId, PersonId, TeamId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { fromDateColumn, fromInstantColumn, toDateColumn, toInstantColumn } from '../dates.js'
import type { Team as TeamRow } from '../generated/client.js'
import { scheduleSchema, type TeamSchedule, type TeamSettings, teamSettingsSchema } from '../team-settings.js'

export interface Team {
  readonly id: TeamId
  readonly organisationId: OrganisationId
  readonly name: string
  /** IANA. */
  readonly zone: string
  readonly language: 'en' | 'zh-CN'
  /** ISO 4217. */
  readonly currency: string
  /** ISO 3166-1 alpha-2, for the public holidays; undefined: none are kept. */
  readonly country: string | undefined
  /** The second part of ISO 3166-2, 'BY', or of a district within it, for the country's regional holidays. */
  readonly region: string | undefined
  /** ISO weekdays, 1 is Monday. */
  readonly weekdays: readonly number[]
  readonly fiscal: FiscalCalendar
  readonly schedule: TeamSchedule
  readonly settings: TeamSettings
  /** Where the team is posted to. */
  readonly home: Home
  readonly createdAt: Temporal.Instant
}

export interface Home {
  readonly platform: 'slack' | 'telegram' | 'playground'
  readonly workspace: string
  readonly conversation: string
  readonly thread: string | undefined
}

const ROLES = ['rep', 'manager', 'spectator'] as const
export type Role = (typeof ROLES)[number]

export interface Member {
  readonly id: MemberId
  readonly teamId: TeamId
  readonly personId: PersonId
  readonly name: string
  readonly role: Role
  readonly isQuiet: boolean
  readonly joinedOn: Temporal.PlainDate
  /** The last day, past or to come; undefined while no end is known. Whether they belong to the team on a date `belongsOn` tells. */
  readonly leftOn: Temporal.PlainDate | undefined
}

interface MemberRow {
  readonly id: MemberId
  readonly person_id: PersonId
  readonly name: string
  readonly role: string
  readonly is_quiet: boolean
  readonly joined_on: string
  readonly left_on: string | null
}

const language = z.enum(['en', 'zh-CN'])
const platform = z.enum(['slack', 'telegram', 'playground'])
export const roleSchema = z.enum(ROLES)

export function teamOf(row: Omit<TeamRow, 'scheduledUntil' | 'nextDueAt'>): Team {
  return {
    id: row.id as TeamId,
    organisationId: row.organisationId as OrganisationId,
    name: row.name,
    zone: row.zone,
    language: language.parse(row.language),
    currency: row.currency,
    country: row.country ?? undefined,
    region: row.region ?? undefined,
    weekdays: row.weekdays,
    fiscal: fiscalCalendarSchema.parse(row.fiscal),
    schedule: scheduleSchema.parse(row.schedule),
    settings: teamSettingsSchema.parse(row.settings),
    home: {
      platform: platform.parse(row.platform),
      workspace: row.workspace,
      conversation: row.conversation,
      thread: row.thread === '' ? undefined : row.thread,
    },
    createdAt: fromInstantColumn(row.createdAt),
  }
}

export function teamsIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    /** Makes whoever else would change this team's plans, leave or members, or bring deals into it, wait until the transaction is over. */
    async hold(id: TeamId): Promise<void> {
      await tx.$queryRaw`SELECT id FROM team WHERE id = ${id} AND organisation_id = ${organisationId} FOR UPDATE`
    },
    async byId(id: TeamId): Promise<Team | undefined> {
      const row = await tx.team.findFirst({ where: { organisationId, id } })
      return row === null ? undefined : teamOf(row)
    },
    async byName(name: string): Promise<Team | undefined> {
      const row = await tx.team.findFirst({ where: { organisationId, name: { equals: name, mode: 'insensitive' } } })
      return row === null ? undefined : teamOf(row)
    },
    /** Those whose home is this conversation or a topic of it. */
    async at(place: { platform: string; workspace: string; conversation: string }): Promise<Team[]> {
      const { platform, workspace, conversation } = place
      const rows = await tx.team.findMany({ where: { organisationId, platform, workspace, conversation }, orderBy: { id: 'asc' } })
      return rows.map(teamOf)
    },
    async add(team: Team): Promise<void> {
      await tx.team.create({
        data: {
          id: team.id,
          organisationId,
          ...changeable(team),
          platform: team.home.platform,
          workspace: team.home.workspace,
          conversation: team.home.conversation,
          thread: team.home.thread ?? '',
          scheduledUntil: toInstantColumn(team.createdAt),
          // Due at once, so that the clock's next tick works out the first post.
          nextDueAt: toInstantColumn(team.createdAt),
          createdAt: toInstantColumn(team.createdAt),
        },
      })
    },
    /**
     * Keeps what may change. The clock looks at the team again at `recheckAt`, since its schedule may have changed: it holds from then on,
     * and a post that is switched on does not come for the days before. What fell due by the old one and is not decided yet still is.
     */
    async save(team: Team, recheckAt: Temporal.Instant): Promise<void> {
      const at = toInstantColumn(recheckAt)
      const isAllDecided = { OR: [{ nextDueAt: null }, { nextDueAt: { gt: at } }] }
      await tx.team.updateMany({ where: { id: team.id, organisationId, ...isAllDecided }, data: { scheduledUntil: at } })
      await tx.team.update({ where: { id: team.id, organisationId }, data: { ...changeable(team), nextDueAt: at } })
    },
    /** Everyone who belongs, belonged or will belong to the team, in the order they join. */
    async members(teamId: TeamId): Promise<Member[]> {
      const rows = await tx.$queryRaw<MemberRow[]>`
        SELECT member.id, member.person_id, person.name, member.role, person.is_quiet, member.joined_on::text, member.left_on::text
        FROM member JOIN person ON person.organisation_id = member.organisation_id AND person.id = member.person_id
        WHERE member.organisation_id = ${organisationId} AND member.team_id = ${teamId}
        ORDER BY member.joined_on, person.created_at, member.id`
      return rows.map((row) => ({
        id: row.id,
        teamId,
        personId: row.person_id,
        name: row.name,
        role: roleSchema.parse(row.role),
        isQuiet: row.is_quiet,
        joinedOn: Temporal.PlainDate.from(row.joined_on),
        leftOn: row.left_on === null ? undefined : Temporal.PlainDate.from(row.left_on),
      }))
    },
    /** The teams that a person belongs to at an instant or will, the first joined first. */
    async ofPerson(personId: PersonId, at: Temporal.Instant): Promise<{ memberId: MemberId; role: Role; team: Team }[]> {
      const rows = await tx.member.findMany({
        where: { organisationId, personId },
        include: { team: true },
        orderBy: [{ joinedOn: 'asc' }, { id: 'asc' }],
      })
      return rows
        .map((row) => ({ memberId: row.id as MemberId, role: roleSchema.parse(row.role), team: teamOf(row.team), ...stayOf(row) }))
        .filter(({ team, ...stay }) => !hasLeft(stay, localDate(team, at)))
    },
    async addMember(member: { id: MemberId; teamId: TeamId; personId: PersonId; role: Role; joinedOn: Temporal.PlainDate }): Promise<void> {
      await tx.member.upsert({
        where: { teamId_personId: { teamId: member.teamId, personId: member.personId } },
        create: { ...member, organisationId, joinedOn: toDateColumn(member.joinedOn) },
        update: { role: member.role, joinedOn: toDateColumn(member.joinedOn), leftOn: null },
      })
    },
    async setRole(id: MemberId, role: Role): Promise<void> {
      await tx.member.update({ where: { organisationId_id: { organisationId, id } }, data: { role } })
    },
    async setChosen(id: MemberId, at: Temporal.Instant): Promise<void> {
      await tx.member.update({ where: { organisationId_id: { organisationId, id } }, data: { chosenAt: toInstantColumn(at) } })
    },
    async setStay(id: MemberId, { joinedOn, leftOn }: Stay): Promise<void> {
      await tx.member.update({
        where: { organisationId_id: { organisationId, id } },
        data: { joinedOn: toDateColumn(joinedOn), leftOn: leftOn === undefined ? null : toDateColumn(leftOn) },
      })
    },
  }
}

/** A member's row as when they belong. */
export function stayOf({ joinedOn, leftOn }: { readonly joinedOn: Date; readonly leftOn: Date | null }) {
  return { joinedOn: fromDateColumn(joinedOn), leftOn: leftOn === null ? undefined : fromDateColumn(leftOn) }
}

function changeable(team: Team) {
  return {
    name: team.name,
    zone: team.zone,
    language: team.language,
    currency: team.currency,
    country: team.country ?? null,
    region: team.region ?? null,
    weekdays: [...team.weekdays],
    fiscal: { ...team.fiscal },
    schedule: team.schedule,
    settings: team.settings,
  }
}

/** The calendar date at which the team stands at an instant. */
export function localDate(team: Pick<Team, 'zone'>, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(team.zone).toPlainDate()
}
