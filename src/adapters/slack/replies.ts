import type { Logger } from 'pino'
import type { Answer, Card, FieldError, Form, Interaction, Reply, Say } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import { unreachable } from '../../chat/unreachable.js'
import { homeBlocks, messagesOf, type SlackMessage } from './blocks.js'
import type { Home } from './clients.js'
import { singleLooks } from './deliver.js'
import type { Directory } from './directory.js'
import { refusal } from './failure.js'
import { limits } from './limits.js'
import { failure } from './log.js'
import type { Origin } from './origin.js'
import { patiently, respond, sendSimplerIfRefused } from './send.js'
import { viewOf } from './view.js'

/** Where an interaction is answered. */
export interface Desk {
  readonly home: Home
  readonly directory: Directory
  readonly log: Logger
}

/** Carries out replies in their order. Best effort: what Slack refuses is logged, and the next one is tried. */
export async function carryOut(desk: Desk, interaction: Interaction, { replies, say }: Answer): Promise<void> {
  for (const reply of replies) {
    try {
      await carryOutOne(desk, interaction, reply, say)
    } catch (error) {
      const code = refusal(error)
      desk.log.warn({ ...failure(error), ...(code === undefined ? {} : { refusal: code }), reply: reply.kind }, 'A reply did not arrive')
    }
  }
}

async function carryOutOne(desk: Desk, interaction: Interaction, reply: Reply, say: Say): Promise<void> {
  switch (reply.kind) {
    case 'answer':
      return answer(desk, interaction, reply.card, say)
    case 'post':
      return post(desk, interaction, reply.card, say)
    case 'replace':
      return replace(desk, interaction, reply.card, say)
    case 'open':
      return open(desk, interaction, reply.form, say)
    case 'errors':
      return answer(desk, interaction, errorCard(reply.errors), say)
    case 'toast':
      return answer(desk, interaction, { lines: [{ kind: 'text', text: reply.text }] }, say)
    case 'home':
      return publish(desk, interaction, reply.card, say)
    default:
      return unreachable(reply)
  }
}

async function answer(desk: Desk, interaction: Interaction, card: Card, say: Say): Promise<void> {
  const messages = messagesOf(card, say, 'block', { note: 'slack-continued-below', most: limits.answerParts })
  for (const message of messages) await patiently(() => sendSimplerIfRefused([message], (look) => answerWith(desk, interaction, look)))
}

/** By response_url while it lasts; else to this person's eyes in the channel; else, where the bot is no member, in their direct chat. */
async function answerWith(desk: Desk, interaction: Interaction, message: SlackMessage): Promise<void> {
  const { who, where, answerBy } = interaction
  const { client } = desk.home
  const thread = where.thread === undefined ? {} : { thread_ts: where.thread }
  if (answerBy.responseUrl !== undefined) {
    try {
      return await respond(answerBy.responseUrl, { response_type: 'ephemeral', replace_original: false, ...message, ...thread })
    } catch (error) {
      if (refusal(error) !== undefined) throw error
      desk.log.info(failure(error), 'The response_url is of no more use')
    }
  }
  if (where.kind === 'private') {
    await client.chat.postMessage({ channel: where.conversation, ...message, ...thread, unfurl_links: false })
    return
  }
  try {
    await client.chat.postEphemeral({ channel: where.conversation, user: who.externalId, ...message, ...thread })
  } catch (error) {
    if (!['channel_not_found', 'not_in_channel', 'user_not_in_channel', 'is_archived'].includes(refusal(error) ?? '')) throw error
    const channel = await desk.directory.directChat(desk.home, who.externalId)
    await client.chat.postMessage({ channel, ...message, unfurl_links: false })
  }
}

async function post(desk: Desk, { where, answerBy }: Interaction, card: Card, say: Say): Promise<void> {
  const send = async (message: SlackMessage, thread: string | undefined): Promise<string | undefined> => {
    const sent = await desk.home.client.chat.postMessage({
      channel: where.conversation,
      ...message,
      unfurl_links: false,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    })
    return sent.ts
  }
  const [first, ...rest] = messagesOf(card, say, 'block', { note: 'slack-continued', most: Number.POSITIVE_INFINITY })
  try {
    const ts = await patiently(() => sendSimplerIfRefused([first], (look) => send(look, where.thread)))
    for (const part of rest) await patiently(() => sendSimplerIfRefused([part], (look) => send(look, where.thread ?? ts)))
  } catch (error) {
    // A command works in channels that the bot has not joined; there only its response_url may speak.
    if (!['not_in_channel', 'channel_not_found'].includes(refusal(error) ?? '') || answerBy.responseUrl === undefined) throw error
    await respond(answerBy.responseUrl, { response_type: 'in_channel', replace_original: false, ...first })
  }
}

async function replace(desk: Desk, interaction: Interaction, card: Card, say: Say): Promise<void> {
  const { where, answerBy } = interaction
  const { responseUrl } = answerBy
  if (where.message === undefined) return answer(desk, interaction, card, say)
  await patiently(() =>
    sendSimplerIfRefused(singleLooks(card, say), async (message) => {
      // Only its response_url changes what one person alone sees.
      if (answerBy.ephemeral === undefined)
        await desk.home.client.chat.update({ channel: where.conversation, ts: where.message ?? '', ...message })
      else if (responseUrl !== undefined) await respond(responseUrl, { replace_original: true, ...message })
    }),
  )
}

async function open(desk: Desk, interaction: Interaction, form: Form, say: Say): Promise<void> {
  const { triggerId } = interaction.answerBy
  try {
    if (triggerId === undefined) throw new Error(`Cannot open form "${form.key}": nothing was pressed that may open one`)
    await desk.home.client.views.open({ trigger_id: triggerId, view: viewOf(form, say, originOf(interaction)) })
  } catch (error) {
    desk.log.warn({ ...failure(error), form: form.key }, 'A form did not open')
    await answer(desk, interaction, { lines: [{ kind: 'text', text: text('slack-form-too-late') }] }, say)
  }
}

/** Where a form's submission is to be answered. */
export function originOf({ where, answerBy }: Interaction): Origin {
  return {
    conversation: where.conversation,
    ...(where.conversationName === undefined ? {} : { conversationName: where.conversationName }),
    ...(where.thread === undefined ? {} : { thread: where.thread }),
    ...(where.message === undefined ? {} : { message: where.message }),
    ...(answerBy.responseUrl === undefined ? {} : { responseUrl: answerBy.responseUrl }),
    ...(answerBy.ephemeral === undefined ? {} : { ephemeral: true }),
  }
}

async function publish({ home }: Desk, { who }: Interaction, card: Card, say: Say): Promise<void> {
  const blocks = homeBlocks(card, say)
  await home.client.views.publish({ user_id: who.externalId, view: { type: 'home', blocks } })
}

function errorCard(errors: readonly FieldError[]): Card {
  return {
    lines: [
      { kind: 'text', text: text('slack-form-mend') },
      { kind: 'list', items: errors.map((error) => error.text) },
    ],
  }
}
