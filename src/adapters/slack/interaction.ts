import { createHash } from 'node:crypto'
import type { Interaction, Where } from '../../chat/model.js'
import type { Home } from './clients.js'
import type { Directory } from './directory.js'
import type { Uploads } from './files.js'
import { valuesOf } from './input.js'
import type { PackedOrigin } from './origin.js'
import type { CommandPayload, PressPayload, SubmissionPayload } from './payload.js'
import { mentionedIn, readWords } from './words.js'

export async function commandInteraction(payload: CommandPayload, home: Home, directory: Directory): Promise<Interaction> {
  const [person, names] = await Promise.all([
    directory.person(home, payload.user_id, payload.user_name),
    namesIn(payload.text, home, directory),
  ])
  const isPrivate = payload.channel_id.startsWith('D')
  return {
    deliveryId: `command:${payload.trigger_id}`,
    platform: 'slack',
    who: person.who,
    where: {
      ...place(home, payload.channel_id, isPrivate ? undefined : payload.channel_name),
      ...workspaceName(home.teamName ?? payload.team_domain),
    },
    at: new Date().toISOString(),
    event: { kind: 'command', name: payload.command.slice(1), ...readWords(payload.text, names) },
    answerBy: { responseUrl: payload.response_url, triggerId: payload.trigger_id },
  }
}

export async function pressInteraction(payload: PressPayload, home: Home, directory: Directory): Promise<Interaction> {
  const { user, channel, container, message, trigger_id, response_url } = payload
  const person = await directory.person(home, user.id, user.name ?? user.username)
  // A button on the Home tab belongs to no conversation: what it answers goes to the person's direct chat.
  const conversation = channel?.id ?? (await directory.directChat(home, user.id))
  const thread = message?.thread_ts ?? container?.thread_ts
  const on = container?.message_ts ?? message?.ts
  return {
    deliveryId: `press:${trigger_id}`,
    platform: 'slack',
    who: person.who,
    where: {
      ...place(home, conversation, channel?.name),
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

/** The names of the people that a text mentions, by id. */
export async function namesIn(slackText: string, home: Home, directory: Directory): Promise<ReadonlyMap<string, string>> {
  const mentioned = mentionedIn(slackText).slice(0, 20)
  const named = mentioned.map(async ({ id, label }): Promise<[string, string]> => [id, (await directory.person(home, id, label)).who.name])
  return new Map(await Promise.all(named))
}

function workspaceName(name: string | undefined): { workspaceName: string } | Record<string, never> {
  return name === undefined ? {} : { workspaceName: name }
}
