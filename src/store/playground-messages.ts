import type { Database } from './database.js'
import type { PlaygroundMessage } from './generated/client.js'
import { toJson } from './json.js'

interface Row {
  readonly id: string
  readonly revision: number
  readonly conversation: string
  readonly under: string | null
  readonly visibleTo: string | null
  /** As the adapter gave it. */
  readonly content: unknown
  readonly at: string
}

/** The playground's messages. Each change takes the next revision, so that a page can ask for what it has not seen. */
export function playgroundMessagesIn({ client }: Database) {
  return {
    async add(message: Omit<Row, 'id' | 'revision'> & { readonly key?: string }): Promise<Row> {
      const { key, content, at, ...rest } = message
      const known = key === undefined ? null : await client.playgroundMessage.findUnique({ where: { key } })
      if (known !== null) return rowOf(known)
      const revision = await nextRevision(client)
      return rowOf(
        await client.playgroundMessage.create({
          data: { ...rest, key: key ?? null, revision, content: toJson(content), at: new Date(at) },
        }),
      )
    },
    async replace(id: string, change: (content: unknown) => unknown): Promise<Row | undefined> {
      const known = await client.playgroundMessage.findUnique({ where: { id: BigInt(id) } })
      if (known === null) return undefined
      const revision = await nextRevision(client)
      return rowOf(
        await client.playgroundMessage.update({ where: { id: known.id }, data: { revision, content: toJson(change(known.content)) } }),
      )
    },
    async find(id: string): Promise<Row | undefined> {
      if (!/^\d{1,18}$/.test(id)) return undefined
      const row = await client.playgroundMessage.findUnique({ where: { id: BigInt(id) } })
      return row === null ? undefined : rowOf(row)
    },
    /** What is newer than a revision: public, or visible to that one person. Oldest revision first. */
    async since(revision: number, viewer: string): Promise<Row[]> {
      const rows = await client.playgroundMessage.findMany({
        where: { revision: { gt: revision }, OR: [{ visibleTo: null }, { visibleTo: viewer }] },
        orderBy: { revision: 'asc' },
      })
      return rows.map(rowOf)
    },
  }
}

async function nextRevision(client: Database['client']): Promise<bigint> {
  return ((await client.playgroundMessage.aggregate({ _max: { revision: true } }))._max.revision ?? 0n) + 1n
}

function rowOf({ id, revision, conversation, under, visibleTo, content, at }: PlaygroundMessage): Row {
  return { id: id.toString(), revision: Number(revision), conversation, under, visibleTo, content, at: at.toISOString() }
}
