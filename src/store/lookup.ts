import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { MemberId, OrganisationId, PersonId, TeamId } from '../core/id.js'
import type { Database } from './database.js'
import type { Prisma } from './generated/client.js'
import { hashOf } from './repository/records.js'
import { roleSchema, teamOf } from './repository/teams.js'

export interface Address {
  readonly platform: string
  readonly externalId: string
  readonly workspace: string
  readonly conversation: string
}

/** The look-ups that come before an organisation is known: whom an account belongs to, and what a place is. */
export function lookup(database: Database) {
  const { client, sql } = database
  return {
    /**
     * Who and what an address stands for, in one statement, since it comes before all that anybody asks: the people behind the account (one
     * for each organisation that knows it) with the teams that they have not left, the teams that have the conversation or a topic of it as
     * their home, and the workspace's organisation. Who left the day before may be among a team's, since its zone says what day it is there.
     */
    async behind({ platform, externalId, workspace, conversation }: Address, at: Temporal.Instant): Promise<Behind> {
      const dayBefore = at.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 }).toString()
      const [row] = await sql.$queryRaw<unknown[]>`
        SELECT
          (SELECT organisation_id FROM workspace WHERE platform = ${platform} AND external_id = ${workspace}) AS organisation,
          (SELECT jsonb_agg(to_jsonb(team)) FROM team
            WHERE platform = ${platform} AND workspace = ${workspace} AND conversation = ${conversation}) AS teams,
          (SELECT jsonb_agg(to_jsonb(person) || jsonb_build_object('members', (
              SELECT jsonb_agg(jsonb_build_object('id', member.id, 'role', member.role, 'joined_on', member.joined_on, 'left_on', member.left_on,
                'chosen_at', member.chosen_at, 'team', to_jsonb(team)) ORDER BY member.id)
              FROM member JOIN team ON team.organisation_id = member.organisation_id AND team.id = member.team_id
              WHERE member.organisation_id = person.organisation_id AND member.person_id = person.id
                AND (member.left_on IS NULL OR member.left_on >= ${dayBefore}::date))) ORDER BY person.id)
            FROM identity JOIN person ON person.organisation_id = identity.organisation_id AND person.id = identity.person_id
            WHERE identity.platform = ${platform} AND identity.external_id = ${externalId}) AS people`
      return behind.parse(row)
    },
    async organisationOfCode(code: string): Promise<OrganisationId | undefined> {
      const row = await client.linkCode.findUnique({ where: { hash: hashOf(code) } })
      return row === null ? undefined : (row.organisationId as OrganisationId)
    },
    async teamNames(most: number): Promise<string[]> {
      return (await client.team.findMany({ orderBy: { name: 'asc' }, take: most, select: { name: true } })).map(({ name }) => name)
    },
    async teamNamed(name: string): Promise<{ organisationId: OrganisationId; teamId: TeamId }[]> {
      const rows = await client.team.findMany({
        where: { name: { equals: name, mode: 'insensitive' } },
        select: { id: true, organisationId: true },
      })
      return rows.map((row) => ({ organisationId: row.organisationId as OrganisationId, teamId: row.id as TeamId }))
    },
  }
}

const organisationId = z.string().transform((id) => id as OrganisationId)
// What kind of JSON stands in these columns, teamOf reads.
const json = z.custom<Prisma.JsonValue>()
/** A row of teams as JSON. */
export const teamSchema = z
  .looseObject({
    id: z.string(),
    organisation_id: z.string(),
    name: z.string(),
    zone: z.string(),
    language: z.string(),
    currency: z.string(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    weekdays: z.array(z.number()),
    fiscal: json,
    schedule: json,
    settings: json,
    platform: z.string(),
    workspace: z.string(),
    conversation: z.string(),
    thread: z.string(),
    created_at: z.string(),
  })
  .transform(({ organisation_id, created_at, ...row }) =>
    teamOf({ organisationId: organisation_id, createdAt: new Date(created_at), ...row }),
  )
const isoDate = z.string().transform((on) => Temporal.PlainDate.from(on))
const instant = z.string().transform((at) => Temporal.Instant.from(at))
const member = z
  .object({
    id: z.string().transform((id) => id as MemberId),
    role: roleSchema,
    joined_on: isoDate,
    left_on: isoDate.nullable(),
    chosen_at: instant.nullable(),
    team: teamSchema,
  })
  .transform(({ joined_on, left_on, chosen_at, ...row }) => {
    return { joinedOn: joined_on, leftOn: left_on ?? undefined, chosenAt: chosen_at ?? undefined, ...row }
  })
const person = z
  .object({
    id: z.string().transform((id) => id as PersonId),
    organisation_id: organisationId,
    name: z.string(),
    language: z.string().nullable(),
    is_admin: z.boolean(),
    members: z.array(member).nullable(),
  })
  .transform(({ organisation_id, is_admin, members, ...row }) => {
    return { organisationId: organisation_id, isAdmin: is_admin, members: members ?? [], ...row }
  })
const behind = z.object({
  organisation: organisationId.nullable(),
  teams: z
    .array(teamSchema)
    .nullable()
    .transform((teams) => teams ?? []),
  people: z
    .array(person)
    .nullable()
    .transform((people) => people ?? []),
})
export type Behind = z.infer<typeof behind>
