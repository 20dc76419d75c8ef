import { randomUUID } from 'node:crypto'
import { type Json, record, records, words } from './json.js'
import { blockProblems, markProblems, viewProblems } from './limits.js'
import { newModal } from './modal.js'
import { uploads } from './uploads.js'
import type { FakeMessage, Workspace } from './workspace.js'

/** What a method answers: Slack's `ok` and the rest, or its error, or a wait. */
export type MethodAnswer = Json | { readonly retryAfterSeconds: number }

export interface WebApi {
  call(method: string, params: Json): MethodAnswer
  /** A POST to an upload URL. @returns the HTTP status and text */
  upload(id: string, bytes: Buffer, contentType: string): { status: number; text: string }
  /** A POST to a response_url. @returns the HTTP status and text */
  respond(id: string, body: Json): { status: number; text: string }
}

export interface Rates {
  /** Posts a channel takes at once; it gets one more each second. */
  readonly burst: number
}

export function webApi(space: Workspace, rates: Rates, urls: { socket(): string; upload(id: string): string }): WebApi {
  const buckets = new Map<string, { left: number; at: number }>()
  const { violations, channels, messages, bot, team } = space
  const refuse = (error: string, violation?: string): Json => {
    if (violation !== undefined) violations.push(violation)
    return { ok: false, error }
  }

  function secondsToWait(channel: string): number {
    const now = performance.now()
    const bucket = buckets.get(channel) ?? { left: rates.burst, at: now }
    const left = Math.min(rates.burst, bucket.left + (now - bucket.at) / 1000)
    if (left < 1) return Math.ceil(1 - left)
    buckets.set(channel, { left: left - 1, at: now })
    return 0
  }

  /** Slack's refusal of a message's content, or undefined. What is legal but harmful is noted as well. */
  function contentRefusal(method: string, params: Json): Json | undefined {
    const blocks = records(params.blocks)
    const text = words(params.text)
    for (const problem of markProblems(text)) violations.push(`${method}: ${problem}`)
    if (text === '' && blocks.length === 0) return refuse('no_text', `${method}: neither text nor blocks`)
    if (text === '') violations.push(`${method}: blocks without text`)
    if (text.length > 40_000) return refuse('msg_too_long', `${method}: text of ${text.length} characters`)
    if (text.length >= 4000) violations.push(`${method}: text of ${text.length} characters can no longer be edited`)
    const problems = blockProblems(blocks, 'message')
    for (const problem of problems) violations.push(`${method}: ${problem}`)
    if (problems.length > 0) return refuse('invalid_blocks')
    if (JSON.stringify(blocks).length > 13_000)
      return refuse('msg_blocks_too_long', `${method}: blocks of ${JSON.stringify(blocks).length} characters`)
    return undefined
  }

  function store(message: Omit<FakeMessage, 'ts' | 'edits'>): FakeMessage {
    const stored = { ...message, blocks: withIds(message.blocks), ts: space.nextTs(), edits: 0 }
    messages.push(stored)
    space.changed()
    return stored
  }

  function triggerRefusal(method: string, id: string): Json | undefined {
    const trigger = space.triggers.get(id)
    if (trigger === undefined) return refuse('invalid_trigger_id', `${method}: unknown trigger_id`)
    if (trigger.isUsed) return refuse('exchanged_trigger_id', `${method}: trigger_id used twice`)
    if (Date.now() - trigger.madeAt > 3000) return refuse('expired_trigger_id', `${method}: trigger_id after 3 s`)
    trigger.isUsed = true
    return undefined
  }

  function viewRefusal(method: string, view: Json): Json | undefined {
    const problems = viewProblems(view)
    for (const problem of problems) violations.push(`${method}: ${problem}`)
    return problems.length > 0 ? refuse('invalid_arguments') : undefined
  }

  function membersOnly(method: string, channelId: string): Json | undefined {
    const channel = channels.get(channelId)
    if (channel === undefined) return refuse('channel_not_found')
    return channel.members.has(bot.user) ? undefined : refuse(method === 'chat.postMessage' ? 'not_in_channel' : 'channel_not_found')
  }

  function page(found: readonly FakeMessage[], params: Json): Json {
    const from = Number(words(params.cursor) || 0)
    const size = Math.min(Number(params.limit ?? 15), 15)
    const shown = found.slice(from, from + size).map((message) => ({
      type: 'message',
      ts: message.ts,
      text: message.text,
      user: message.user,
      ...(message.user === bot.user ? { bot_id: bot.id } : {}),
      ...(message.thread === undefined ? {} : { thread_ts: message.thread }),
      ...(message.files === undefined ? {} : { files: message.files }),
      ...(params.include_all_metadata === 'true' && message.metadata !== undefined ? { metadata: message.metadata } : {}),
    }))
    const hasMore = from + size < found.length
    return { ok: true, messages: shown, has_more: hasMore, response_metadata: { next_cursor: hasMore ? String(from + size) : '' } }
  }

  const isSince = (message: FakeMessage, params: Json) => Number(message.ts) > Number(words(params.oldest) || 0)

  const sharing = uploads(space, urls.upload, store)

  const methods: Record<string, (params: Json) => MethodAnswer> = {
    'files.getUploadURLExternal': sharing.announce,
    'files.completeUploadExternal'(params) {
      for (const problem of markProblems(words(params.initial_comment))) violations.push(`files.completeUploadExternal: ${problem}`)
      return sharing.complete(params)
    },
    'apps.connections.open': () => ({ ok: true, url: urls.socket() }),
    'auth.test': () => ({
      ok: true,
      url: `https://${team.domain}.slack.example/`,
      team: team.name,
      team_id: team.id,
      user: bot.name,
      user_id: bot.user,
      bot_id: bot.id,
      is_enterprise_install: false,
    }),
    'oauth.v2.access': (params) =>
      params.code !== 'good-code'
        ? { ok: false, error: 'invalid_code' }
        : {
            ok: true,
            app_id: 'A00000001',
            authed_user: { id: 'UADMIN001' },
            scope: 'chat:write,commands',
            token_type: 'bot',
            access_token: 'xoxb-fake-bot-token',
            bot_user_id: bot.user,
            team: { id: team.id, name: team.name },
            enterprise: null,
            is_enterprise_install: false,
          },
    'users.info': (params) => {
      const user = space.users.get(words(params.user))
      if (user === undefined) return refuse('user_not_found')
      const locale = params.include_locale === 'true' ? { locale: user.locale } : {}
      const handle = user.name.toLowerCase().replaceAll(' ', '.')
      const profile = { display_name: '', real_name: user.name }
      if (user.isClosed === true) return { ok: true, user: { id: user.id, name: handle, deleted: true, is_bot: user.isBot, profile } }
      return {
        ok: true,
        user: {
          id: user.id,
          name: handle,
          deleted: false,
          real_name: user.name,
          tz: user.zone,
          is_bot: user.isBot,
          profile,
          ...locale,
        },
      }
    },
    'conversations.open': (params) => {
      const user = words(params.users)
      if (!space.users.has(user)) return refuse('user_not_found')
      return { ok: true, channel: { id: space.directChat(user).id } }
    },
    'conversations.info': (params) => {
      const channel = channels.get(words(params.channel))
      return channel === undefined
        ? refuse('channel_not_found')
        : { ok: true, channel: { id: channel.id, name: channel.name, is_channel: !channel.isDirect } }
    },
    'conversations.history': (params) => {
      const refusal = membersOnly('conversations.history', words(params.channel))
      if (refusal !== undefined) return refusal
      const found = messages.filter(
        (message) =>
          message.channel === params.channel &&
          message.thread === undefined &&
          message.ephemeralFor === undefined &&
          isSince(message, params),
      )
      return page(found.toReversed(), params)
    },
    'conversations.replies': (params) => {
      const inChannel = messages.filter((message) => message.channel === params.channel && message.ephemeralFor === undefined)
      const root = inChannel.find(({ ts }) => ts === params.ts)
      if (root === undefined) return refuse('thread_not_found')
      return page([root, ...inChannel.filter((message) => message.thread === params.ts && isSince(message, params))], params)
    },
    'chat.postMessage': (params) => {
      const channel = words(params.channel)
      const wait = secondsToWait(channel)
      if (wait > 0) return { retryAfterSeconds: wait }
      const refusal = membersOnly('chat.postMessage', channel) ?? contentRefusal('chat.postMessage', params)
      if (refusal !== undefined) return refusal
      const message = store({
        channel,
        user: bot.user,
        text: words(params.text),
        blocks: records(params.blocks),
        ...(params.metadata === undefined ? {} : { metadata: record(params.metadata) }),
        ...(params.thread_ts === undefined ? {} : { thread: words(params.thread_ts) }),
      })
      return { ok: true, channel, ts: message.ts, message: { text: message.text, ts: message.ts } }
    },
    'chat.update': (params) => {
      const message = messages.find(({ channel, ts }) => channel === params.channel && ts === params.ts)
      if (message === undefined) return refuse('message_not_found')
      if (message.ephemeralFor !== undefined) return refuse('message_not_found', 'chat.update on an ephemeral message')
      if (message.user !== bot.user) return refuse('cant_update_message', 'chat.update on somebody else’s message')
      const refusal = contentRefusal('chat.update', params)
      if (refusal !== undefined) return refusal
      if (params.blocks === undefined && message.blocks.length > 0) violations.push('chat.update: text alone drops the blocks')
      update(message, params)
      return { ok: true, channel: message.channel, ts: message.ts, text: message.text }
    },
    'chat.delete': (params) => {
      const index = messages.findIndex(({ channel, ts, user }) => channel === params.channel && ts === params.ts && user === bot.user)
      if (index < 0) return refuse('message_not_found')
      messages.splice(index, 1)
      space.changed()
      return { ok: true, channel: params.channel, ts: params.ts }
    },
    'chat.postEphemeral': (params) => {
      const refusal = membersOnly('chat.postEphemeral', words(params.channel)) ?? contentRefusal('chat.postEphemeral', params)
      if (refusal !== undefined) return refusal
      const user = words(params.user)
      if (channels.get(words(params.channel))?.members.has(user) !== true) return refuse('user_not_in_channel')
      const message = store({
        channel: words(params.channel),
        user: bot.user,
        ephemeralFor: user,
        text: words(params.text),
        blocks: records(params.blocks),
        ...(params.thread_ts === undefined ? {} : { thread: words(params.thread_ts) }),
      })
      return { ok: true, message_ts: message.ts }
    },
    'views.open': (params) => {
      const trigger = words(params.trigger_id)
      const view = record(params.view)
      const refusal = viewRefusal('views.open', view) ?? triggerRefusal('views.open', trigger)
      if (refusal !== undefined) return refusal
      const modal = newModal(space.newId('V'), view)
      space.modals.set(space.triggers.get(trigger)?.user ?? '', [modal])
      space.changed()
      return { ok: true, view: { id: modal.id, hash: modal.hash } }
    },
    'views.push': (params) => {
      const trigger = words(params.trigger_id)
      const view = record(params.view)
      const refusal = viewRefusal('views.push', view) ?? triggerRefusal('views.push', trigger)
      if (refusal !== undefined) return refusal
      const user = space.triggers.get(trigger)?.user ?? ''
      const stack = space.modals.get(user) ?? []
      if (stack.length >= 3) return refuse('push_limit_reached', 'views.push: more than three modals')
      const modal = newModal(space.newId('V'), view)
      space.modals.set(user, [...stack, modal])
      space.changed()
      return { ok: true, view: { id: modal.id, hash: modal.hash } }
    },
    'views.update': (params) => {
      const view = record(params.view)
      const refusal = viewRefusal('views.update', view)
      if (refusal !== undefined) return refusal
      const modal = [...space.modals.values()].flat().find(({ id }) => id === params.view_id)
      if (modal === undefined) return refuse('not_found')
      Object.assign(modal, newModal(modal.id, view, modal.state))
      space.changed()
      return { ok: true, view: { id: modal.id, hash: modal.hash } }
    },
    'views.publish': (params) => {
      const view = record(params.view)
      const refusal = viewRefusal('views.publish', view)
      if (refusal !== undefined) return refusal
      space.homes.set(words(params.user_id), { ...view, blocks: withIds(records(view.blocks)), id: space.newId('V') })
      space.changed()
      return { ok: true, view: { id: 'V' } }
    },
  }

  function update(message: FakeMessage, params: Json): void {
    message.text = words(params.text)
    message.blocks = withIds(records(params.blocks))
    if (params.metadata !== undefined) message.metadata = record(params.metadata)
    message.edits += 1
    space.changed()
  }

  return {
    call: (method, params) => methods[method]?.(params) ?? refuse('unknown_method', `${method} is unknown to this fake`),
    upload: sharing.receive,
    respond(id, body) {
      const source = space.responseUrls.get(id)
      if (source === undefined) return { status: 404, text: 'expired_url' }
      source.uses += 1
      if (source.uses > 5) {
        violations.push('response_url used more than five times')
        return { status: 404, text: 'used_url' }
      }
      const refusal = contentRefusal('response_url', body)
      if (refusal !== undefined) return { status: 500, text: words(refusal.error) }
      if (body.replace_original === true) {
        if (source.message === undefined) return { status: 500, text: 'no_original' }
        update(source.message, body)
        return { status: 200, text: 'ok' }
      }
      const ephemeral = body.response_type === 'in_channel' ? {} : { ephemeralFor: source.user }
      store({
        channel: source.channel,
        user: bot.user,
        text: words(body.text),
        blocks: records(body.blocks),
        ...ephemeral,
        ...(body.thread_ts === undefined ? {} : { thread: words(body.thread_ts) }),
      })
      return { status: 200, text: 'ok' }
    },
  }
}

/** Slack gives a block its id where the app gave none. */
function withIds(blocks: readonly Json[]): Json[] {
  return blocks.map((block) => ({ block_id: randomUUID().slice(0, 6), ...block }))
}
