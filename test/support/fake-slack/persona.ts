import type { ChosenFile, Persona, SeenMessage } from '../harness.js'
import { type Json, record, records, words } from './json.js'
import { viewProblems } from './limits.js'
import { fillField, newModal, seenForm, unsendable } from './modal.js'
import { buttonsOf, readingOf } from './reading.js'
import type { Transport } from './transport.js'
import type { FakeChannel, FakeMessage, FakeModal, FakeUser, UploadedFile, Workspace } from './workspace.js'

export interface SlackPersona extends Persona {
  /** Opens the app's Home tab. */
  openHome(): Promise<void>
  /** Joins or leaves a channel that the bot is in. */
  join(channel: { id: string }): Promise<void>
  leave(channel: { id: string }): Promise<void>
}

export interface PersonaOptions {
  readonly space: Workspace
  readonly transport: Transport
  /** Keeps a file and says where it can be downloaded. */
  readonly upload: (file: ChosenFile) => UploadedFile
  readonly responseUrl: (source: { channel: string; user: string; message?: FakeMessage }) => string
}

export function persona(user: FakeUser, { space, transport, upload, responseUrl }: PersonaOptions): SlackPersona {
  const { team, bot } = space
  let taps = 0
  const place = (where?: { id: string }): FakeChannel => {
    if (where === undefined) return space.directChat(user.id)
    const channel = space.channels.get(where.id)
    if (channel === undefined) throw new Error(`No channel ${where.id}`)
    channel.members.add(user.id)
    return channel
  }
  const event = (fields: Json) => transport.deliver({ type: 'events_api', payload: eventPayload(space, fields) })
  const about = {
    team: { id: team.id, domain: team.domain },
    user: { id: user.id, username: handle(user), name: handle(user), team_id: team.id },
    api_app_id: 'A00000001',
    token: 'legacy',
    enterprise: null,
    is_enterprise_install: false,
  }
  const visible = () => space.messages.filter((message) => message.user === bot.user && sees(message))
  const sees = ({ channel, ephemeralFor }: FakeMessage) =>
    ephemeralFor === undefined ? space.channels.get(channel)?.members.has(user.id) === true : ephemeralFor === user.id
  const isPrivate = (message: FakeMessage) =>
    message.ephemeralFor === user.id || (message.user === bot.user && message.channel === space.directChat(user.id).id)
  const top = (): FakeModal | undefined => space.modals.get(user.id)?.at(-1)
  const homeSeen = (): SeenMessage | undefined => {
    const view = space.homes.get(user.id)
    if (view === undefined) return undefined
    const blocks = records(view.blocks)
    return { id: 'home', text: readingOf(blocks, ''), buttons: buttonsOf(blocks).map(({ label }) => label), kind: 'home', edits: 0 }
  }

  async function pressOnMessage(message: FakeMessage, found: ReturnType<typeof buttonsOf>[number]): Promise<void> {
    const isEphemeral = message.ephemeralFor !== undefined
    const channel = space.channels.get(message.channel)
    const hasReplies = space.messages.some(({ thread }) => thread === message.ts)
    const thread = message.thread ?? (hasReplies ? message.ts : undefined)
    const inThread = thread === undefined ? {} : { thread_ts: thread }
    await transport.deliver({
      type: 'interactive',
      payload: {
        type: 'block_actions',
        ...about,
        trigger_id: space.newTrigger(user.id),
        response_url: responseUrl({ channel: message.channel, user: user.id, message }),
        container: { type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral: isEphemeral, ...inThread },
        channel: { id: message.channel, name: channel === undefined ? '' : calledInPayloads(channel) },
        ...(isEphemeral
          ? {}
          : { message: { type: 'message', ts: message.ts, text: message.text, blocks: message.blocks, user: bot.user, ...inThread } }),
        actions: [{ ...found.element, block_id: found.blockId, action_ts: space.nextTs() }],
      },
    })
  }

  async function submit(modal: FakeModal): Promise<void> {
    const errors = unsendable(modal)
    if (Object.keys(errors).length > 0) {
      modal.errors = errors
      return
    }
    const stack = space.modals.get(user.id) ?? []
    const answer = await transport.deliver({
      type: 'interactive',
      payload: {
        type: 'view_submission',
        ...about,
        trigger_id: space.newTrigger(user.id),
        response_urls: [],
        view: {
          ...modal.view,
          id: modal.id,
          hash: modal.hash,
          team_id: team.id,
          app_id: 'A00000001',
          root_view_id: stack[0]?.id ?? modal.id,
          previous_view_id: stack[stack.indexOf(modal) - 1]?.id ?? null,
          state: { values: modal.state },
        },
      },
    })
    // Slack keeps a form open that was not acknowledged, and says so.
    if (answer === undefined) modal.errors = { '': 'We had some trouble connecting. Try again?' }
    else takeAnswer(modal, answer)
    space.changed()
  }

  function takeAnswer(modal: FakeModal, answer: Json): void {
    const stack = space.modals.get(user.id) ?? []
    const view = record(answer.view)
    switch (answer.response_action) {
      case 'errors': {
        modal.errors = Object.fromEntries(Object.entries(record(answer.errors)).map(([blockId, error]) => [blockId, words(error)]))
        const known = new Set(records(modal.view.blocks).map(({ block_id }) => block_id))
        for (const blockId of Object.keys(modal.errors))
          if (!known.has(blockId)) space.violations.push(`response_action errors: no block ${blockId}`)
        return
      }
      case 'update':
      case 'push': {
        for (const problem of viewProblems(view)) space.violations.push(`response_action: ${problem}`)
        const isPush = answer.response_action === 'push'
        if (isPush && stack.length >= 3) space.violations.push('response_action push: more than three modals')
        const next = newModal(isPush ? space.newId('V') : modal.id, view, isPush ? {} : modal.state)
        space.modals.set(user.id, isPush ? [...stack, next] : [...stack.slice(0, -1), next])
        return
      }
      case 'clear':
        space.modals.set(user.id, [])
        return
      default:
        space.modals.set(user.id, stack.slice(0, -1))
    }
  }

  return {
    id: user.id,
    name: user.name,
    async command(typed, where) {
      taps += 1
      const [name = '', ...rest] = typed.trim().split(/\s+/)
      const channel = place(where)
      await transport.deliver({
        type: 'slash_commands',
        payload: {
          token: 'legacy',
          team_id: team.id,
          team_domain: team.domain,
          channel_id: channel.id,
          channel_name: calledInPayloads(channel),
          user_id: user.id,
          user_name: handle(user),
          command: name,
          text: withMentions(space, rest.join(' '), 'labelled'),
          api_app_id: 'A00000001',
          is_enterprise_install: 'false',
          response_url: responseUrl({ channel: channel.id, user: user.id }),
          trigger_id: space.newTrigger(user.id),
        },
      })
    },
    async say(typed, where, under) {
      taps += 1
      const channel = place(where)
      const text = withMentions(space, typed, 'bare')
      const thread = under === undefined ? undefined : (under.under ?? under.id)
      const message: FakeMessage = {
        ts: space.nextTs(),
        channel: channel.id,
        user: user.id,
        text,
        blocks: [],
        edits: 0,
        ...(thread === undefined ? {} : { thread }),
      }
      space.messages.push(message)
      space.changed()
      const fields = {
        channel: channel.id,
        user: user.id,
        text,
        ts: message.ts,
        event_ts: message.ts,
        team: team.id,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      }
      await event({ type: 'message', channel_type: channel.isDirect ? 'im' : 'channel', ...fields })
      if (!channel.isDirect && text.includes(`<@${bot.user}>`)) await event({ type: 'app_mention', ...fields })
    },
    async press(label, on) {
      const fits = (each: string) => (typeof label === 'string' ? each === label : label.test(each))
      const candidates = on === undefined || on.kind === 'home' ? visible().toReversed() : visible().filter(({ ts }) => ts === on.id)
      for (const message of on?.kind === 'home' ? [] : candidates) {
        const found = buttonsOf(message.blocks).find((button) => fits(button.label))
        if (found === undefined) continue
        taps += found.element.confirm === undefined ? 1 : 2
        return pressOnMessage(message, found)
      }
      const home = space.homes.get(user.id)
      const found = buttonsOf(records(home?.blocks)).find((button) => fits(button.label))
      if (home === undefined || found === undefined) throw new Error(`${user.name} sees no button ${String(label)}`)
      taps += found.element.confirm === undefined ? 1 : 2
      await transport.deliver({
        type: 'interactive',
        payload: {
          type: 'block_actions',
          ...about,
          trigger_id: space.newTrigger(user.id),
          container: { type: 'view', view_id: home.id },
          view: { ...home, type: 'home' },
          actions: [{ ...found.element, block_id: found.blockId, action_ts: space.nextTs() }],
        },
      })
    },
    form: ({ timeoutMs = 15_000 } = {}) => space.waitFor(`a form before ${user.name}`, top, timeoutMs).then(seenForm),
    async fill(values) {
      const modal = await space.waitFor(`a form before ${user.name}`, top, 5000)
      for (const [name, value] of Object.entries(values))
        fillField(modal, name, typeof value === 'object' && 'bytes' in value ? upload(value) : value)
      taps += Object.keys(values).length + 1
      modal.errors = {}
      await submit(modal)
    },
    async dismiss() {
      taps += 1
      space.modals.set(user.id, (space.modals.get(user.id) ?? []).slice(0, -1))
    },
    privately: () => space.messages.filter(isPrivate).map((message) => seenMessage(message, 'private')),
    waitForPrivately(matches, { timeoutMs = 15_000 } = {}) {
      const check = () =>
        space.messages
          .filter(isPrivate)
          .map((message) => seenMessage(message, 'private'))
          .find((seen) => isMatch(matches, seen))
      return space.waitFor(`a private message ${String(matches)} for ${user.name}`, check, timeoutMs)
    },
    async download(on) {
      const message = space.messages.filter(sees).find(({ ts }) => ts === on.id)
      const file = space.files.get(message?.files?.[0]?.id ?? '')
      if (file === undefined) throw new Error(`${user.name} sees no file on that message`)
      return file
    },
    home: homeSeen,
    tapsSinceLastAsked() {
      const counted = taps
      taps = 0
      return counted
    },
    async openHome() {
      taps += 1
      await event({ type: 'app_home_opened', user: user.id, channel: space.directChat(user.id).id, tab: 'home', event_ts: space.nextTs() })
    },
    async join(where) {
      place(where)
      await event({
        type: 'member_joined_channel',
        user: user.id,
        channel: where.id,
        channel_type: 'C',
        team: team.id,
        event_ts: space.nextTs(),
      })
    },
    async leave(where) {
      space.channels.get(where.id)?.members.delete(user.id)
      await event({
        type: 'member_left_channel',
        user: user.id,
        channel: where.id,
        channel_type: 'C',
        team: team.id,
        event_ts: space.nextTs(),
      })
    },
  }
}

export function eventPayload({ team, bot, newId }: Workspace, event: Json): Json {
  return {
    token: 'legacy',
    team_id: team.id,
    api_app_id: 'A00000001',
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ enterprise_id: null, team_id: team.id, user_id: bot.user, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
  }
}

export function seenMessage(message: FakeMessage, kind: 'message' | 'private'): SeenMessage {
  return {
    id: message.ts,
    text: readingOf(message.blocks, message.text),
    buttons: buttonsOf(message.blocks).map(({ label }) => label),
    kind,
    edits: message.edits,
    ...(message.thread === undefined ? {} : { under: message.thread }),
    ...(message.files?.[0] === undefined ? {} : { file: message.files[0].name }),
  }
}

export function isMatch(matches: string | RegExp | ((message: SeenMessage) => boolean), message: SeenMessage): boolean {
  if (typeof matches === 'string') return message.text.includes(matches)
  return matches instanceof RegExp ? matches.test(message.text) : matches(message)
}

/** What Slack makes of what is typed: names of people become mentions, and nothing else can. */
function withMentions({ users }: Workspace, typed: string, style: 'labelled' | 'bare'): string {
  let text = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  for (const each of users.values())
    text = text.replaceAll(`@${each.name}`, style === 'labelled' ? `<@${each.id}|${handle(each)}>` : `<@${each.id}>`)
  return text
}

function handle(user: FakeUser): string {
  return user.name.toLowerCase().replaceAll(' ', '.')
}

function calledInPayloads({ name, isPrivate }: FakeChannel): string {
  return isPrivate === true ? 'privategroup' : name
}
