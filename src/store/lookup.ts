import type { OrganisationId, TeamId } from '../core/id.js'
import type { Database } from './database.js'
import { hashOf } from './repository/records.js'

export interface Address {
  readonly platform: string
  readonly externalId: string
  readonly workspace: string
  readonly conversation: string
}

/** The look-ups that come before an organisation is known: whom an account belongs to, and what a place is. */
export function lookup(database: Database) {
  const { client } = database
  return {
    /** The people behind an account, one for each organisation that knows it, with the teams they belong to. */
    identities: ({ platform, externalId }: Address) =>
      client.identity.findMany({
        where: { platform, externalId },
        include: { person: { include: { members: { where: { leftOn: null }, include: { team: true }, orderBy: { id: 'asc' } } } } },
      }),
    /** The teams that have this conversation, or a topic of it, as their home. */
    teamsAt: ({ platform, workspace, conversation }: Address) => client.team.findMany({ where: { platform, workspace, conversation } }),
    async organisationOfWorkspace({ platform, workspace }: Address): Promise<OrganisationId | undefined> {
      const row = await client.workspace.findUnique({ where: { platform_externalId: { platform, externalId: workspace } } })
      return row === null ? undefined : (row.organisationId as OrganisationId)
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
