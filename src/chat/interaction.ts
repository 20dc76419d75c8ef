import { z } from 'zod'
import type { Interaction } from './model.js'

const mention = z.object({ text: z.string(), externalId: z.string().exactOptional(), name: z.string() })

const sentFile = z.object({ name: z.string(), base64: z.string() })

const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), name: z.string(), text: z.string(), mentions: z.array(mention) }),
  z.object({ kind: z.literal('press'), action: z.string() }),
  z.object({
    kind: z.literal('submit'),
    form: z.string(),
    context: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean(), sentFile])),
  }),
  z.object({ kind: z.literal('words'), text: z.string(), mentionsBot: z.boolean() }),
  z.object({ kind: z.literal('joined'), joined: z.enum(['bot', 'person']) }),
  z.object({ kind: z.literal('left'), left: z.enum(['bot', 'person']) }),
  z.object({ kind: z.literal('moved'), toConversation: z.string() }),
  z.object({ kind: z.literal('home') }),
])

/** Where somebody acts, as it is kept. */
export const where = z.object({
  workspace: z.string(),
  workspaceName: z.string().exactOptional(),
  conversation: z.string(),
  conversationName: z.string().exactOptional(),
  kind: z.enum(['channel', 'private']),
  thread: z.string().exactOptional(),
  message: z.string().exactOptional(),
})

const interaction = z.object({
  deliveryId: z.string(),
  platform: z.enum(['slack', 'telegram', 'playground']),
  who: z.object({ externalId: z.string(), name: z.string(), locale: z.string().exactOptional(), zone: z.string().exactOptional() }),
  where,
  at: z.string(),
  event,
  answerBy: z.record(z.string(), z.string()),
})

/** An interaction as the inbox kept it; undefined when it is none, such as one from an older version. */
export function readInteraction(kept: unknown): Interaction | undefined {
  const parsed = interaction.safeParse(kept)
  return parsed.success ? parsed.data : undefined
}
