import type { Database } from './database.js'
import { type Role, roleSchema, type Team, teamOf } from './repository/teams.js'

export interface PlaygroundPerson {
  readonly externalId: string
  readonly name: string
  readonly role: Role | 'admin' | 'guest'
}

const platform = 'playground'

/** Who has an account in the playground, and the team that lives there. */
export function playgroundPeople({ client }: Database) {
  return {
    async isEmpty(): Promise<boolean> {
      return (await client.organisation.count()) === 0
    },
    async team(): Promise<Team | undefined> {
      const row = await client.team.findFirst({ where: { platform }, orderBy: { createdAt: 'asc' } })
      return row === null ? undefined : teamOf(row)
    },
    async all(): Promise<PlaygroundPerson[]> {
      const rows = await client.identity.findMany({
        where: { platform },
        include: { person: { include: { members: { where: { leftOn: null } } } } },
        orderBy: { person: { createdAt: 'asc' } },
      })
      return rows.map(({ externalId, person }) => ({
        externalId,
        name: person.name,
        role: person.isAdmin ? 'admin' : person.members[0] === undefined ? 'guest' : roleSchema.parse(person.members[0].role),
      }))
    },
  }
}
