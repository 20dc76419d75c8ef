import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { z } from 'zod'
import { type Card, DeliveryError, type MessageRef, type Outgoing, type Say, type SentFile } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import { type Continuation, messageOfCard, messagesOf, type SlackMessage } from './blocks.js'
import type { Home } from './clients.js'
import type { Directory } from './directory.js'
import { toDeliveryError } from './failure.js'
import { limits, times } from './limits.js'
import { patiently, posted, sendSimplerIfRefused } from './send.js'
import { shareFile } from './share-file.js'

const inThread: Continuation = { note: 'slack-continued', most: Number.POSITIVE_INFINITY }

/** Posts, edits or finds again one message of the outbox. @throws DeliveryError */
export async function deliver(homeThere: () => Promise<Home>, directory: Directory, outgoing: Outgoing, log: Logger): Promise<MessageRef> {
  const home = await asked(outgoing, homeThere)
  if (outgoing.replaces !== undefined) return edit(home, outgoing, outgoing.replaces)

  const channel = await asked(outgoing, () => channelOf(home, directory, outgoing))
  const thread = outgoing.under === undefined ? threadOf(outgoing) : (outgoing.under.thread ?? outgoing.under.message)
  const ref = (message: string): MessageRef => ({ conversation: channel, message, ...(thread === undefined ? {} : { thread }) })

  const found = outgoing.mayHaveArrived ? await asked(outgoing, () => find(home, channel, thread, outgoing.key, outgoing)) : undefined
  if (outgoing.file !== undefined) return ref(found ?? (await handOver(home, channel, outgoing, outgoing.file, log)))
  const [first, ...rest] = messagesOf(outgoing.card, outgoing.say, 'block', inThread)
  const ts = found ?? (await postFirst(home, channel, thread, outgoing, first))
  if (rest.length > 0) await continued(home, channel, thread ?? ts, outgoing, rest)
  return ref(ts)
}

/**
 * The message by which a file is shared comes a little later and carries no key: until then the file's own id stands for it. What Slack does
 * not take is answered in its place, under the delivery's key.
 */
async function handOver(home: Home, channel: string, outgoing: Outgoing, file: SentFile, log: Logger): Promise<string> {
  const shared = await shareFile(home, channel, outgoing, file)
  if (shared.kind === 'shared') return shared.fileId
  log.warn({ refusal: shared.code, key: outgoing.key }, 'Slack does not take a file; its person is told')
  const card: Card = { lines: [{ kind: 'text', text: text('file-not-sent', { name: file.name, why: shared.why }) }] }
  return postFirst(home, channel, undefined, { ...outgoing, card }, messageOfCard(card, outgoing.say, 'block'))
}

async function edit(home: Home, { key, to, card, say }: Outgoing, replaced: MessageRef): Promise<MessageRef> {
  try {
    // Without blocks the old ones would go, without metadata the key: both are sent each time.
    await sendSimplerIfRefused(singleLooks(card, say), ({ text, blocks }) =>
      home.client.chat.update({ channel: replaced.conversation, ts: replaced.message, text, blocks, metadata: metadata(key) }),
    )
    return replaced
  } catch (error) {
    throw toDeliveryError(error, to)
  }
}

/** One message's looks, from the best to the simplest with blocks. */
export function singleLooks(card: Card, say: Say): SlackMessage[] {
  return [messageOfCard(card, say, 'block'), messageOfCard(card, say, 'words')]
}

async function postFirst(
  home: Home,
  channel: string,
  thread: string | undefined,
  { key, to, card, say }: Outgoing,
  first: SlackMessage,
): Promise<string> {
  try {
    const looks = [first, messagesOf(card, say, 'words', inThread)[0]]
    return await sendSimplerIfRefused(looks, (message) => post(home, channel, thread, key, message))
  } catch (error) {
    throw toDeliveryError(error, to)
  }
}

/** The parts after the first. When one fails, the first stands already: the next attempt finds it by its key and goes on from there. */
async function continued(home: Home, channel: string, thread: string, outgoing: Outgoing, rest: readonly SlackMessage[]): Promise<void> {
  try {
    for (const [index, message] of rest.entries()) {
      const key = `${outgoing.key}#${index + 2}`
      if (outgoing.mayHaveArrived && (await find(home, channel, thread, key, outgoing)) !== undefined) continue
      await pause(times.betweenPosts)
      await patiently(() => sendSimplerIfRefused([message], (look) => post(home, channel, thread, key, look)))
    }
  } catch (error) {
    const failed = toDeliveryError(error)
    throw failed instanceof DeliveryError ? new DeliveryError({ kind: 'uncertain' }, { cause: error }) : failed
  }
}

async function post(home: Home, channel: string, thread: string | undefined, key: string, { text, blocks }: SlackMessage): Promise<string> {
  const answer = await home.client.chat.postMessage({
    channel,
    text,
    ...(blocks.length === 0 ? {} : { blocks }),
    metadata: metadata(key),
    unfurl_links: false,
    unfurl_media: false,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  })
  return posted.parse(answer).ts
}

const eventType = 'pacesetter_post'

function metadata(key: string): { event_type: string; event_payload: { key: string } } {
  return { event_type: eventType, event_payload: { key } }
}

async function channelOf(home: Home, directory: Directory, { to, under }: Outgoing): Promise<string> {
  if (under !== undefined) return under.conversation
  return to.kind === 'conversation' ? to.conversation : directory.directChat(home, to.person)
}

function threadOf({ to }: Outgoing): string | undefined {
  return to.kind === 'conversation' ? to.thread : undefined
}

const page = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        user: z.string().optional(),
        bot_id: z.string().optional(),
        metadata: z.object({ event_type: z.string(), event_payload: z.looseObject({ key: z.unknown().optional() }) }).optional(),
        files: z.array(z.looseObject({ name: z.string().nullish(), size: z.number().nullish() })).optional(),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

/**
 * Looks a message of ours up by its key: threads have their replies, channels their history. The message of a file has no key: it is known by
 * the file's name and size. Another one of both since the first attempt is the same file, asked for again.
 */
async function find(
  home: Home,
  channel: string,
  thread: string | undefined,
  key: string,
  { firstTriedAt, file }: Outgoing,
): Promise<string | undefined> {
  const oldest = String((Date.parse(firstTriedAt) - times.lookBack) / 1000)
  let cursor = ''
  do {
    const about = { channel, oldest, include_all_metadata: true, limit: limits.historyPage, ...(cursor === '' ? {} : { cursor }) }
    const answer =
      thread === undefined
        ? await home.client.conversations.history(about)
        : await home.client.conversations.replies({ ...about, ts: thread })
    const { messages, response_metadata } = page.parse(answer)
    // Any app in the workspace can write such metadata: only our own message counts.
    const isOurs = (user?: string, bot?: string) => user === home.botUser || (bot !== undefined && bot === home.botId)
    const isMeant = ({ metadata, files = [] }: (typeof messages)[number]) =>
      (metadata?.event_type === eventType && metadata.event_payload.key === key) ||
      (file !== undefined && files.some(({ name, size }) => name === file.name && size === Buffer.byteLength(file.base64, 'base64')))
    const found = messages.find((message) => isOurs(message.user, message.bot_id) && isMeant(message))
    if (found !== undefined) return found.ts
    cursor = response_metadata?.next_cursor ?? ''
  } while (cursor !== '')
  return undefined
}

/** A question asked before posting. Failing, it leaves an attempt that may have arrived as uncertain as it was, and one that has not as not sent. */
async function asked<Answer>({ mayHaveArrived }: Outgoing, question: () => Promise<Answer>): Promise<Answer> {
  try {
    return await question()
  } catch (error) {
    const failed = toDeliveryError(error)
    if (!(failed instanceof DeliveryError) || failed.outcome.kind === 'refused') throw failed
    if (mayHaveArrived) throw new DeliveryError({ kind: 'uncertain' }, { cause: error })
    throw failed.outcome.kind === 'uncertain' ? new DeliveryError({ kind: 'not-sent', scope: 'platform' }, { cause: error }) : failed
  }
}
