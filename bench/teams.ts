import { Temporal } from 'temporal-polyfill'
import type { Actor } from '../src/app/access/visitor.js'
import type { MemberId, OrganisationId, PersonId } from '../src/core/id.js'
import type { Database } from '../src/store/database.js'
import { toDateColumn, toInstantColumn } from '../src/store/dates.js'
import { type Team, teamOf } from '../src/store/repository/teams.js'
import { DEFAULT_SCHEDULE } from '../src/store/team-settings.js'

export const ZONE = 'Asia/Shanghai'
/** A Friday without a holiday near it. */
export const TODAY = Temporal.PlainDate.from('2026-03-20')
export const MEMBERS_A_TEAM = 10
/** What each member is asked for on a working day, in minor units of the currency or counts. */
export const DAILY_TARGETS = { revenue: 500_000n, visits: 3n, leads: 5n, proposals: 2n } as const

export interface TeamsWanted {
  readonly teams: number
  readonly platform: 'slack' | 'telegram'
  /** The workspace and the conversation of a team, by its number from 0. */
  place(team: number): { readonly workspace: string; readonly conversation: string }
  /** Working days up to and including today that everybody checked in on. */
  readonly daysOfHistory?: number
}

const ORGANISATION = 'bench' as OrganisationId
const ROWS_A_STATEMENT = 1_000

/** An organisation with teams of ten (nine reps and a manager), each member with targets for the months around today. */
export async function makeTeams({ client }: Database, wanted: TeamsWanted): Promise<void> {
  const madeAt = toInstantColumn(instantOn('2026-01-05', '08:00'))
  const teams = Array.from({ length: wanted.teams }, (_, index) => ({ id: `t${index}`, index, ...wanted.place(index) }))
  const members = teams.flatMap((team) =>
    Array.from({ length: MEMBERS_A_TEAM }, (_, index) => ({ team, index, member: `${team.id}-m${index}`, person: `${team.id}-p${index}` })),
  )
  await client.organisation.create({ data: { id: ORGANISATION, name: 'Bench', language: 'en' } })
  const workspaces = [...new Set(teams.map(({ workspace }) => workspace))]
  await inBatches(workspaces, (batch) =>
    client.workspace.createMany({
      data: batch.map((workspace) => ({
        id: `w-${workspace}`,
        organisationId: ORGANISATION,
        platform: wanted.platform,
        externalId: workspace,
        name: workspace,
      })),
    }),
  )
  await inBatches(teams, (batch) =>
    client.team.createMany({
      data: batch.map(({ id, index, workspace, conversation }) => ({
        id,
        organisationId: ORGANISATION,
        name: `Team ${index}`,
        zone: ZONE,
        language: 'en',
        currency: 'CNY',
        country: 'CN',
        weekdays: [1, 2, 3, 4, 5],
        schedule: DEFAULT_SCHEDULE,
        settings: {},
        platform: wanted.platform,
        workspace,
        conversation,
        scheduledUntil: madeAt,
        createdAt: madeAt,
      })),
    }),
  )
  await inBatches(members, (batch) =>
    client.person.createMany({
      data: batch.map(({ person, team, index }) => ({
        id: person,
        organisationId: ORGANISATION,
        name: nameOf(team.index, index),
        createdAt: madeAt,
      })),
    }),
  )
  await inBatches(members, (batch) =>
    client.identity.createMany({
      data: batch.map(({ person, team, index }) => ({
        id: person,
        organisationId: ORGANISATION,
        personId: person,
        platform: wanted.platform,
        externalId: externalIdOf(team.index, index),
        workspace: team.workspace,
      })),
    }),
  )
  await inBatches(members, (batch) =>
    client.member.createMany({
      data: batch.map(({ member, person, team, index }) => ({
        id: member,
        organisationId: ORGANISATION,
        teamId: team.id,
        personId: person,
        role: index === 0 ? 'manager' : 'rep',
        joinedOn: toDateColumn(Temporal.PlainDate.from('2026-01-05')),
      })),
    }),
  )
  const targets = members.flatMap(({ member, team }) =>
    Object.entries(DAILY_TARGETS).flatMap(([metric, amount]) =>
      ['2026-02', '2026-03', '2026-04'].map((month) => ({
        organisationId: ORGANISATION,
        teamId: team.id,
        memberId: member,
        metric,
        month: new Date(`${month}-01T00:00:00Z`),
        planId: `${team.id}-plan`,
        ...daysOf(month, amount),
        currency: metric === 'revenue' ? 'CNY' : null,
      })),
    ),
  )
  await inBatches(targets, (batch) => client.targetMonth.createMany({ data: batch }))
  if (wanted.daysOfHistory !== undefined) await addHistory({ client }, wanted.daysOfHistory)
  await client.$executeRaw`ANALYZE`
}

export function externalIdOf(team: number, member: number): string {
  return String(7_000_000 + team * 100 + member)
}

function nameOf(team: number, member: number): string {
  return `Rep ${team}.${member}`
}

function daysOf(month: string, amount: bigint): { days: (string | null)[]; total: bigint } {
  const { daysInMonth, year, month: number } = Temporal.PlainYearMonth.from(month)
  const days = Array.from({ length: daysInMonth }, (_, index) =>
    Temporal.PlainDate.from({ year, month: number, day: index + 1 }).dayOfWeek <= 5 ? amount.toString() : null,
  )
  return { days, total: amount * BigInt(days.filter((day) => day !== null).length) }
}

/** Evening check-ins with their numbers, made by the database itself: a million rows would take Prisma minutes. */
async function addHistory({ client }: Pick<Database, 'client'>, days: number): Promise<void> {
  const from = TODAY.subtract({ days: Math.ceil((days * 7) / 5) }).toString()
  const to = TODAY.toString()
  await client.$executeRaw`
    INSERT INTO check_in (id, organisation_id, team_id, member_id, "on", form, notes, late, revision, submitted_at, updated_at)
    SELECT member.id || '-' || day::date, member.organisation_id, member.team_id, member.id, day::date, 'evening',
      CASE WHEN extract(dow FROM day) = 4 THEN '{"success":"Met the buyer at last","improvement":"Call before noon"}'::jsonb ELSE '{}'::jsonb END,
      false, 1, day + interval '10 hours', day + interval '10 hours'
    FROM member, generate_series(${from}::date, ${to}::date, '1 day') AS day
    WHERE extract(isodow FROM day) <= 5`
  await client.$executeRaw`
    INSERT INTO daily_total (organisation_id, team_id, member_id, metric, "on", amount)
    SELECT organisation_id, team_id, member_id, metric, "on", (base + hashtext(id || metric) % 2)::bigint
    FROM check_in, (VALUES ('visits', 3), ('leads', 5), ('proposals', 2), ('revenue', 400000)) AS numbers (metric, base)`
  await client.$executeRaw`
    INSERT INTO improvement (id, organisation_id, team_id, member_id, "on", words, check_in_id)
    SELECT id || '-improvement', organisation_id, team_id, member_id, "on", notes->>'improvement', id
    FROM check_in WHERE notes ? 'improvement'`
}

async function inBatches<Row>(rows: readonly Row[], write: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) await write(rows.slice(from, from + ROWS_A_STATEMENT))
}

/** Everybody who carries a target, as the use cases see them. */
export async function actors({ client }: Database, today: Temporal.PlainDate): Promise<Actor[]> {
  const teams = new Map<string, Team>((await client.team.findMany()).map((row) => [row.id, teamOf(row)]))
  const members = await client.member.findMany({ include: { person: true }, orderBy: { id: 'asc' } })
  return members.flatMap((row) => {
    const team = teams.get(row.teamId)
    return team === undefined
      ? []
      : [
          {
            organisationId: ORGANISATION,
            personId: row.personId as PersonId,
            name: row.person.name,
            isAdmin: false,
            team,
            memberId: row.id as MemberId,
            role: row.role === 'manager' ? ('manager' as const) : ('rep' as const),
            today,
          },
        ]
  })
}

export function instantOn(on: Temporal.PlainDate | string, time: string): Temporal.Instant {
  return Temporal.PlainDate.from(on)
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
}
