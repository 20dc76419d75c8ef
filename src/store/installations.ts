import { z } from 'zod'
import type { Database } from './database.js'
import { seal, unseal } from './sealed.js'

interface Query {
  readonly team?: string
  readonly enterprise?: string
}

const kept = z.object({
  team: z.string().exactOptional(),
  enterprise: z.string().exactOptional(),
  name: z.string().exactOptional(),
  secret: z.string(),
})

/** Slack's installations, tokens encrypted at rest. A workspace's own wins over its organisation's. @param key 32 bytes */
export function installationsIn({ client }: Database, key: Uint8Array) {
  const platform = 'slack'
  return {
    async save(installation: z.infer<typeof kept>): Promise<void> {
      const externalId = idOf(installation)
      const sealed = seal(JSON.stringify(installation), key)
      await client.installation.upsert({
        where: { platform_externalId: { platform, externalId } },
        create: { platform, externalId, sealed },
        update: { sealed },
      })
    },
    async find(query: Query): Promise<z.infer<typeof kept> | undefined> {
      for (const externalId of [query.team, query.enterprise]) {
        if (externalId === undefined) continue
        const row = await client.installation.findUnique({ where: { platform_externalId: { platform, externalId } } })
        if (row !== null) return kept.parse(JSON.parse(unseal(row.sealed, key)))
      }
      return undefined
    },
    async remove(query: Query): Promise<void> {
      await client.installation.deleteMany({ where: { platform, externalId: idOf(query) } })
    },
  }
}

function idOf({ team, enterprise }: Query): string {
  const id = team ?? enterprise
  if (id === undefined) throw new Error('Cannot keep an installation: it names neither a workspace nor an organisation')
  return id
}
