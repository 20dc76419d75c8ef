import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { WebSocketServer } from 'ws'
import type { Channel, ChosenFile, Fault, Harness } from '../harness.js'
import { type Json, record, words } from './json.js'
import { eventPayload, isMatch, persona, type SlackPersona, seenMessage } from './persona.js'
import { signedPosts, sockets, transport } from './transport.js'
import { webApi } from './web-api.js'
import { type UploadedFile, workspace } from './workspace.js'

export interface FakeSlackOptions {
  readonly mode: 'socket' | 'http'
  /** `strict`: one post a second in each channel, 429 beyond; `lenient`: thirty at once. */
  readonly rates?: 'lenient' | 'strict'
  /** Slack gives 3 s; shorter in tests that want a redelivery soon. */
  readonly ackTimeoutMs?: number
  readonly retryPausesMs?: readonly number[]
  /** Installed by OAuth with token rotation: a first token that is good for an hour, and refresh tokens good for one use. */
  readonly rotatesTokens?: boolean
}

export interface FakeSlack extends Harness {
  readonly platform: 'slack'
  readonly apiUrl: string
  readonly appToken: string
  readonly botToken: string
  readonly signingSecret: string
  readonly team: string
  readonly botUser: string
  /** For the program started as a child process. */
  readonly env: Record<string, string>
  channel(name: string, options?: { isPrivate?: boolean }): Promise<Channel>
  person(name: string, options?: { language?: string; zone?: string; isClosed?: boolean }): Promise<SlackPersona>
  /** HTTP mode: where the product listens, without a final slash. */
  connectTo(productUrl: string): void
  /** How long each acknowledgement took. */
  acks(): readonly { readonly type: string; readonly tookMs: number }[]
  connections(): number
  cutConnections(): void
  /** The bot's token is no longer taken; who has its refresh token is given another. */
  expireToken(): void
  refreshConnections(): void
  /** Any event, as Slack's own fields say it. */
  event(fields: Readonly<Record<string, unknown>>): Promise<void>
}

// Slack's own is 3 s. Where CI is set, test files share its processors, and a pause of the machine is no fault of the product's:
// how fast it acknowledges is measured in bench/.
const ACK_TIMEOUT_MS = process.env.CI === undefined ? 3_000 : 15_000

/** A Slack workspace over real sockets, which holds the product to Slack's rules. */
export async function fakeSlack({
  mode,
  rates = 'lenient',
  ackTimeoutMs = ACK_TIMEOUT_MS,
  retryPausesMs = [0, 200, 500],
  rotatesTokens = false,
}: FakeSlackOptions): Promise<FakeSlack> {
  const space = workspace()
  const secrets = { appToken: 'xapp-fake-app-token', botToken: 'xoxb-fake-bot-token', signingSecret: 'fake-signing-secret' }
  const tokens = { refresh: 1, isExpired: false }
  const calls: { method: string; params: Json; at: number }[] = []
  const faults: { method: string; fault: Fault; times: number }[] = []
  const patience = { ackTimeoutMs, retryPausesMs }
  const links = sockets(space, patience)
  let productUrl = ''
  const sendOnce = mode === 'socket' ? links.sendOnce : signedPosts(() => `${productUrl}/slack/events`, secrets.signingSecret, patience)
  const road = transport(space, sendOnce, patience)

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      space.violations.push(`the fake failed: ${String(error)}`)
      response.destroy()
    })
  })
  const socketServer = new WebSocketServer({ server, path: '/link' })
  socketServer.on('connection', (socket) => links.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  const api = webApi(
    space,
    { burst: rates === 'strict' ? 1 : 30 },
    {
      socket: () => `ws://${origin}/link`,
      upload: (id) => `http://${origin}/upload/v1/${id}`,
    },
  )

  function takeFault(method: string): Fault | undefined {
    const found = faults.find((each) => each.method === method && each.times > 0)
    if (found === undefined) return undefined
    found.times -= 1
    return found.fault
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://fake').pathname
    if (path.startsWith('/upload/v1/')) return receive(path.slice('/upload/v1/'.length), request, response)
    const body = (await bytesOf(request)).toString('utf8')
    if (path.startsWith('/files-pri/')) return download(path.split('/').at(-2) ?? '', request, response)
    const isRespond = path.startsWith('/respond/')
    const method = isRespond ? 'response_url' : path.replace('/api/', '')
    const params = isRespond ? record(JSON.parse(body)) : paramsOf(body)
    calls.push({ method, params, at: Date.now() })
    const fault = takeFault(method)
    if (fault?.kind === 'connection-cut') return void request.socket.destroy()
    if (fault?.kind === 'rate-limited')
      return send(response, 429, { ok: false, error: 'ratelimited' }, { 'Retry-After': String(fault.retryAfterSeconds) })
    if (fault?.kind === 'server-error') return send(response, 500, { ok: false })
    if (fault?.kind === 'refused') return send(response, 200, { ok: false, error: fault.error })

    if (isRespond) {
      const { status, text } = api.respond(path.slice('/respond/'.length), params)
      if (fault?.kind === 'reply-lost') return void request.socket.destroy()
      response.writeHead(status).end(text)
      return
    }
    if (!isAllowed(method, request.headers.authorization))
      return send(response, 200, { ok: false, error: tokens.isExpired ? 'token_expired' : 'invalid_auth' })
    const result = rotatesTokens && method === 'oauth.v2.access' ? granted(params) : api.call(method, params)
    if (fault?.kind === 'reply-lost') return void request.socket.destroy()
    if ('retryAfterSeconds' in result)
      return send(response, 429, { ok: false, error: 'ratelimited' }, { 'Retry-After': String(result.retryAfterSeconds) })
    send(response, 200, result)
  }

  function granted(params: Json): Json {
    if (params.grant_type !== 'refresh_token')
      return { ...api.call('oauth.v2.access', params), refresh_token: `xoxe-${tokens.refresh}`, expires_in: 3_600 }
    if (params.refresh_token !== `xoxe-${tokens.refresh}`) return { ok: false, error: 'invalid_refresh_token' }
    tokens.refresh += 1
    tokens.isExpired = false
    secrets.botToken = `xoxe.xoxb-fake-bot-token-${tokens.refresh}`
    const refresh_token = `xoxe-${tokens.refresh}`
    return { ok: true, access_token: secrets.botToken, refresh_token, token_type: 'bot', expires_in: 43_200 }
  }

  function isAllowed(method: string, authorization: string | undefined): boolean {
    if (method === 'oauth.v2.access') return true
    const token = method === 'apps.connections.open' ? secrets.appToken : secrets.botToken
    return authorization === `Bearer ${token}` && !(tokens.isExpired && token === secrets.botToken)
  }

  /** Bytes for an upload URL: faults are those of a method called `files.upload`. */
  async function receive(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(request)
    calls.push({ method: 'files.upload', params: { id, length: bytes.length }, at: Date.now() })
    if (request.headers.authorization !== undefined) space.violations.push('an upload URL was given the token')
    const fault = takeFault('files.upload')
    if (fault?.kind === 'connection-cut') return void request.socket.destroy()
    if (fault?.kind === 'rate-limited') return void response.writeHead(429, { 'Retry-After': String(fault.retryAfterSeconds) }).end()
    if (fault?.kind === 'server-error') return void response.writeHead(500).end()
    if (fault?.kind === 'refused') return void response.writeHead(400).end(fault.error)
    const { status, text } = api.upload(id, bytes, request.headers['content-type'] ?? '')
    if (fault?.kind === 'reply-lost') return void request.socket.destroy()
    response.writeHead(status).end(text)
  }

  /** Who may not read files is shown the sign-in page, as at Slack. */
  async function download(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    calls.push({ method: 'files.download', params: { id }, at: Date.now() })
    const fault = takeFault('files.download')
    if (fault?.kind === 'connection-cut') return void request.socket.destroy()
    if (fault?.kind === 'server-error') return void response.writeHead(500).end()
    const file = space.files.get(id)
    if (file === undefined) return void response.writeHead(404).end()
    if (!isAllowed('files.download', request.headers.authorization) || fault?.kind === 'refused')
      return void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!DOCTYPE html><title>Sign in</title>')
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(file.bytes)
  }

  const people = { space, transport: road, upload, responseUrl }

  function upload(file: ChosenFile): UploadedFile {
    const id = space.newId('F')
    space.files.set(id, file)
    const url = `http://${origin}/files-pri/${space.team.id}-${id}`
    return {
      id,
      name: file.name,
      filetype: file.name.split('.').at(-1)?.toLowerCase() ?? '',
      size: file.bytes.length,
      url_private: `${url}/${id}/${encodeURIComponent(file.name)}`,
      url_private_download: `${url}/download/${id}/${encodeURIComponent(file.name)}`,
    }
  }

  function responseUrl(source: Omit<Parameters<typeof space.responseUrls.set>[1], 'uses'>): string {
    const id = space.newId('R')
    space.responseUrls.set(id, { ...source, uses: 0 })
    return `http://${origin}/respond/${id}`
  }

  return {
    platform: 'slack',
    apiUrl: `http://${origin}/api/`,
    ...secrets,
    team: space.team.id,
    botUser: space.bot.user,
    env: {
      SLACK_API_URL: `http://${origin}/api/`,
      SLACK_BOT_TOKEN: secrets.botToken,
      ...(mode === 'socket' ? { SLACK_APP_TOKEN: secrets.appToken } : { SLACK_SIGNING_SECRET: secrets.signingSecret }),
    },
    connectTo(url) {
      productUrl = url
    },
    async channel(name, { isPrivate = false } = {}) {
      const known = [...space.channels.values()].find((channel) => channel.name === name && !channel.isDirect)
      if (known !== undefined) return channelOf(known.id, name)
      const channel = { id: space.newId('C'), name, members: new Set([space.bot.user]), isDirect: false, isPrivate }
      space.channels.set(channel.id, channel)
      // Somebody has brought it: the first who came to the workspace.
      const inviter = [...space.users.values()].find(({ isBot }) => !isBot)
      const joined = {
        type: 'member_joined_channel',
        user: space.bot.user,
        ...(inviter === undefined ? {} : { inviter: inviter.id }),
        channel: channel.id,
        channel_type: 'C',
        team: space.team.id,
        event_ts: space.nextTs(),
      }
      await road.deliver({ type: 'events_api', payload: eventPayload(space, joined) })
      return channelOf(channel.id, name)
    },
    async person(name, { language = 'en-US', zone = 'Europe/London', isClosed = false } = {}) {
      const known = [...space.users.values()].find((user) => user.name === name)
      const user = known ?? { id: space.newId('U'), name, locale: language, zone, isBot: false, isClosed }
      space.users.set(user.id, user)
      return persona(user, people)
    },
    async join({ id }, channel) {
      const user = space.users.get(id)
      if (user === undefined) throw new Error(`No user ${id}`)
      await persona(user, people).join(channel)
    },
    violations: () => space.violations,
    calls: () => calls,
    fault(method, fault, times = 1) {
      faults.push({ method, fault, times })
    },
    redeliverLast: () => road.redeliverLast(),
    acks: () => road.acks(),
    connections: () => links.count(),
    cutConnections: () => links.cut(),
    expireToken() {
      tokens.isExpired = true
    },
    refreshConnections: () => links.refresh(),
    async event(fields) {
      await road.deliver({ type: 'events_api', payload: eventPayload(space, fields) })
    },
    async close() {
      for (const socket of socketServer.clients) socket.terminate()
      socketServer.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  function channelOf(id: string, name: string): Channel {
    const posts = () =>
      space.messages
        .filter((message) => message.channel === id && message.ephemeralFor === undefined)
        .map((message) => seenMessage(message, 'message'))
    return {
      id,
      name,
      posts,
      waitFor: (matches, { timeoutMs = 15_000, under } = {}) =>
        space.waitFor(
          `a post ${String(matches)} in #${name}`,
          () => posts().find((post) => isMatch(matches, post) && (under === undefined || post.under === under.id)),
          timeoutMs,
        ),
    }
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** Form fields, those that hold JSON read as such. */
function paramsOf(body: string): Json {
  const json = new Set(['blocks', 'view', 'metadata', 'files'])
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, json.has(name) ? JSON.parse(words(value)) : value]),
  )
}

function send(response: ServerResponse, status: number, body: Json, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
}
