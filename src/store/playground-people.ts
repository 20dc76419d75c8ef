import type { Temporal } from 'temporal-polyfill'
import { belongsOn } from '../core/calendar/stay.js'
import type { Database } from './database.js'
import { localDate, type Role, roleSchema, stayOf, type Team, teamOf } from './repository/teams.js'

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
    async all(at: Temporal.Instant): Promise<PlaygroundPerson[]> {
      const rows = await client.identity.findMany({
        where: { platform },
        include: { person: { include: { members: { include: { team: true } } } } },
        orderBy: { person: { createdAt: 'asc' } },
      })
      return rows.map(({ externalId, person }) => {
        const member = person.members.find((each) => belongsOn(stayOf(each), localDate(each.team, at)))
        return {
          externalId,
          name: person.name,
          role: person.isAdmin ? 'admin' : member === undefined ? 'guest' : roleSchema.parse(member.role),
        }
      })
    },
  }
}
