import { z } from 'zod'
import { isVisible, type Messages, type PlaygroundMessage } from '../adapters/playground/messages.js'
import type { CardView } from '../adapters/playground/view.js'
import type { Database } from '../store/database.js'
import { playgroundMessagesIn } from '../store/playground-messages.js'

// The card was made by the adapter and is only handed back to it: its shape is the adapter's business.
const content = z.object({
  author: z.string().nullable(),
  words: z.string().exactOptional(),
  card: z.custom<CardView>().optional(),
  file: z.object({ name: z.string(), base64: z.base64() }).optional(),
  edits: z.number(),
})

/** The playground's messages in the product's database. One change at a time, since each takes the next revision. */
export function storedMessages(database: Database): Messages {
  const rows = playgroundMessagesIn(database)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => {})
    return turn
  }
  return {
    add: ({ content: said, file, ...message }) =>
      inTurn(async () => messageOf(await rows.add({ ...message, content: file === undefined ? said : { ...said, file } }))),
    replace: (id, card) =>
      inTurn(async () => {
        const row = await rows.replace(id, (before) => {
          const { author, edits } = content.parse(before)
          return { author, card, edits: edits + 1 }
        })
        return row === undefined ? undefined : messageOf(row)
      }),
    async find(id) {
      const row = await rows.find(id)
      return row === undefined ? undefined : messageOf(row)
    },
    async file(id) {
      const row = await rows.find(id)
      return row === undefined ? undefined : content.parse(row.content).file
    },
    async since(revision, viewer) {
      return (await rows.since(revision, viewer)).map(messageOf).filter((message) => isVisible(message, viewer))
    },
  }
}

function messageOf(row: Awaited<ReturnType<ReturnType<typeof playgroundMessagesIn>['add']>>): PlaygroundMessage {
  const { words, card, file, author, edits } = content.parse(row.content)
  return {
    ...row,
    content: {
      author,
      edits,
      ...(words === undefined ? {} : { words }),
      ...(card === undefined ? {} : { card }),
      ...(file === undefined ? {} : { file: { name: file.name, bytes: Buffer.byteLength(file.base64, 'base64') } }),
    },
  }
}
