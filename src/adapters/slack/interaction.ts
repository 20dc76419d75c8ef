import { createHash } from 'node:crypto'
import type { Interaction, Where } from '../../chat/model.js'
import type { Home } from './clients.js'
import type { Directory, Person } from './directory.js'
import type { Uploads } from './files.js'
import { valuesOf } from './input.js'
import type { PackedOrigin } from './origin.js'
import type { CommandPayload, PressPayload, SubmissionPayload } from './payload.js'
import { mentionedIn, readWords } from './words.js'

export async function commandInteraction(payload: CommandPayload, home: Home, directory: Directory): Promise<Interaction> {
  const [person, people, name] = await Promise.all([
    directory.person(home, payload.user_id, payload.user_name),
    peopleIn(payload.text, home, directory),
    channelName(payload.channel_id, payload.channel_name, home, directory),
  ])
  return {
    deliveryId: `command:${payload.trigger_id}`,
    platform: 'slack',
    who: person.who,
    where: {
      ...place(home, payload.channel_id, name),
      ...workspaceName(home.teamName ?? payload.team_domain),
    },
    at: new Date().toISOString(),
    event: { kind: 'command', name: payload.command.slice(1), ...readWords(payload.text, people) },
    answerBy: { responseUrl: payload.response_url, triggerId: payload.trigger_id },
  }
}

export async function pressInteraction(payload: PressPayload, home: Home, directory: Directory): Promise<Interaction> {
  const { user, channel, container, message, trigger_id, response_url } = payload
  const person = await directory.person(home, user.id, user.name ?? user.username)
  // A button on the Home tab belongs to no conversation: what it answers goes to the person's direct chat.
  const conversation = channel?.id ?? (await directory.directChat(home, user.id))
  const name = await channelName(conversation, channel?.name, home, directory)
  const thread = message?.thread_ts ?? container?.thread_ts
  const on = container?.message_ts ?? message?.ts
  return {
    deliveryId: `press:${trigger_id}`,
    platform: 'slack',
    who: person.who,
    where: {
      ...place(home, conversation, name),
      ...workspaceName(home.teamName ?? payload.team?.domain),
      // A thread's root stands in the channel, though it names its thread.
      ...(thread === undefined || thread === on ? {} : { thread }),
      ...(on === undefined ? {} : { message: on }),
    },
    at: new Date().toISOString(),
    event: { kind: 'press', action: payload.actions[0].value },
    answerBy: {
      triggerId: trigger_id,
      ...(response_url === undefined ? {} : { responseUrl: response_url }),
      ...(container?.is_ephemeral === true ? { ephemeral: 'yes' } : {}),
    },
  }
}

export async function submissionInteraction(
  { user, team, view }: SubmissionPayload,
  files: Uploads['files'],
  origin: PackedOrigin,
  home: Home,
  directory: Directory,
): Promise<Interaction> {
  const person = await directory.person(home, user.id, user.name ?? user.username)
  const values = { ...valuesOf(origin.form, view.state.values), ...files }
  // The same answers sent again from the same view (Slack showed an error because we were slow) are one delivery; mended ones are another.
  const digest = createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22)
  return {
    deliveryId: `submit:${view.id}:${view.hash}:${digest}`,
    platform: 'slack',
    who: person.who,
    where: {
      ...place(home, origin.conversation, origin.conversationName),
      ...workspaceName(home.teamName ?? team?.domain),
      ...(origin.thread === undefined ? {} : { thread: origin.thread }),
      ...(origin.message === undefined ? {} : { message: origin.message }),
    },
    at: new Date().toISOString(),
    event: { kind: 'submit', form: origin.form, context: origin.context, values },
    answerBy: {
      ...(origin.responseUrl === undefined ? {} : { responseUrl: origin.responseUrl }),
      ...(origin.ephemeral === true ? { ephemeral: 'yes' } : {}),
    },
  }
}

export function place(home: Home, conversation: string, name?: string): Where {
  return {
    workspace: home.team,
    ...workspaceName(home.teamName),
    conversation,
    ...(name === undefined ? {} : { conversationName: name }),
    kind: conversation.startsWith('D') ? 'private' : 'channel',
  }
}

/** The people that a text mentions, by id. */
export async function peopleIn(slackText: string, home: Home, directory: Directory): Promise<ReadonlyMap<string, Person>> {
  const mentioned = mentionedIn(slackText).slice(0, 20)
  const known = mentioned.map(async ({ id, label }): Promise<[string, Person]> => [id, await directory.person(home, id, label)])
  return new Map(await Promise.all(known))
}

/** What a channel is called. Of a private one Slack's payloads say `privategroup` only, and of a chat of several a list of accounts. */
async function channelName(id: string, said: string | undefined, home: Home, directory: Directory): Promise<string | undefined> {
  if (id.startsWith('D') || said?.startsWith('mpdm-') === true) return undefined
  return said === 'privategroup' ? directory.conversationName(home, id) : said
}

function workspaceName(name: string | undefined): { workspaceName: string } | Record<string, never> {
  return name === undefined ? {} : { workspaceName: name }
}
