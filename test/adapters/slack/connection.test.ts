import { createHmac } from 'node:crypto'
import diagnostics from 'node:diagnostics_channel'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Installations, SlackInstallation } from '../../../src/adapters/slack/installations.js'
import { card, type World, world } from './house.js'

let at: World
afterEach(() => at.close())

async function until(check: () => boolean, timeoutMs = 15_000): Promise<void> {
  await expect.poll(check, { timeout: timeoutMs, interval: 20 }).toBe(true)
}

test('a cut connection comes back by itself, and what is sent meanwhile arrives', { timeout: 40_000 }, async () => {
  at = await world({ mode: 'socket', ackTimeoutMs: 1000 })
  const { slack, adapter, house } = at
  await until(() => slack.connections() === 2)
  slack.cutConnections()
  await until(() => !adapter.isConnected())
  const channel = await slack.channel('sales')
  await until(() => house.accepted.size === 1)
  expect(adapter.isConnected()).toBe(true)
  expect(channel.posts()).toEqual([])
})

test('stopping waits for what is in hand, and disconnects', async () => {
  at = await world({ mode: 'socket' })
  const { slack, adapter, house } = at
  const li = await slack.person('Li Na')
  let finish = () => {}
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  house.answerWith = async () => {
    await held
    return [{ kind: 'answer', card: card('Done') }]
  }
  await li.command('/target')
  await until(() => house.handled.length === 1)
  const stopped = adapter.stop()
  finish()
  await stopped
  expect(li.privately()).toMatchObject([{ text: 'Done' }])
  expect(adapter.isConnected()).toBe(false)
  await until(() => slack.connections() === 0)
})

test('a forged request is refused, other paths are not ours, and Slack’s challenge is answered', async () => {
  at = await world({ mode: 'http' })
  const { house, productUrl } = at
  const forged = await fetch(`${productUrl}/slack/events`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Slack-Signature': `v0=${'0'.repeat(64)}`,
      'X-Slack-Request-Timestamp': String(Math.floor(Date.now() / 1000)),
    },
    body: JSON.stringify({
      type: 'event_callback',
      event_id: 'Ev1',
      event: { type: 'message', user: 'U1', channel: 'C1', ts: '1.1', text: 'hi' },
    }),
  })
  expect(forged.status).toBe(401)
  expect((await fetch(`${productUrl}/elsewhere`)).status).toBe(404)
  expect(house.attempts).toBe(0)
})

test('commands that come at the same moment are all acknowledged before the work on any of them begins', async () => {
  at = await world({ mode: 'http' })
  const { slack, house, productUrl } = at
  const channel = await slack.channel('sales')
  const people = [await slack.person('Li Na'), await slack.person('Wang Wei')]
  // Whom the adapter has not seen yet it asks Slack about first.
  for (const person of people) await person.command('/target', channel)
  await until(() => house.handled.length === 2)

  const requests = people.map(({ id }) => signedCommand(productUrl, slack, { user_id: id, channel_id: channel.id }))
  const sockets = await Promise.all(requests.map(() => connected(productUrl)))
  let acknowledged = 0
  const acknowledgedBefore: number[] = []
  house.answerWith = () => {
    acknowledgedBefore.push(acknowledged)
    return []
  }
  const finished = diagnostics.channel('http.server.response.finish')
  const note = (message: unknown) => {
    const { request } = message as { request: IncomingMessage }
    if (request.url === '/slack/events') acknowledged += 1
  }
  finished.subscribe(note)
  // The server has taken both connections on.
  await pause(50)
  for (const [index, socket] of sockets.entries()) socket.write(requests[index] ?? '')
  // Both have arrived when the process looks again.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  await until(() => acknowledgedBefore.length === 2)
  finished.unsubscribe(note)
  for (const socket of sockets) socket.destroy()
  expect(acknowledgedBefore).toEqual([2, 2])
})

async function connected(url: string): Promise<Socket> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' })
  await once(socket, 'connect')
  return socket
}

/** A command as it goes over the wire. */
function signedCommand(url: string, { team, signingSecret }: World['slack'], of: Record<string, string>): string {
  const body = new URLSearchParams({ command: '/target', text: '', team_id: team, trigger_id: '1.1', response_url: url, ...of }).toString()
  const timestamp = String(Math.floor(Date.now() / 1000))
  return [
    'POST /slack/events HTTP/1.1',
    `Host: ${new URL(url).host}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Slack-Request-Timestamp: ${timestamp}`,
    `X-Slack-Signature: v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
    '',
    body,
  ].join('\r\n')
}

/** A workspace that has installed the app by its page. */
async function installed(options: { readonly rotatesTokens?: boolean } = {}) {
  const kept = new Map<string, SlackInstallation>()
  const installations: Installations = {
    async save(installation) {
      kept.set(installation.team ?? installation.enterprise ?? '', installation)
    },
    async find({ team, enterprise }) {
      return kept.get(team ?? '') ?? kept.get(enterprise ?? '')
    },
    async remove({ team, enterprise }) {
      kept.delete(team ?? enterprise ?? '')
    },
  }
  at = await world({
    mode: 'http',
    ...options,
    connection: ({ signingSecret }) => ({
      mode: 'oauth',
      signingSecret,
      clientId: '1.2',
      clientSecret: 'secret',
      stateSecret: 'state-secret',
      installations,
    }),
  })
  const page = await fetch(`${at.productUrl}/slack/install`)
  const address = new URL(/<a href="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '')
  expect(address.searchParams.get('scope')).toContain('chat:write')
  const state = address.searchParams.get('state') ?? ''
  const back = await fetch(`${at.productUrl}/slack/oauth_redirect?code=good-code&state=${encodeURIComponent(state)}`, {
    headers: { Cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '' },
  })
  expect(back.status).toBe(200)
  return { ...at, kept }
}

test('a workspace installs the app, is served, and is forgotten when it takes the app out', async () => {
  const { slack, house, adapter, outgoing, kept } = await installed()
  expect(kept.get(slack.team)).toMatchObject({ team: slack.team, name: 'Acme Sales' })

  const [channel, li] = [await slack.channel('sales'), await slack.person('Li Na')]
  house.answerWith = () => [{ kind: 'post', card: card('Served') }]
  await li.command('/target', channel)
  await channel.waitFor('Served')
  expect(house.handled[0]?.where).toMatchObject({ workspace: slack.team, workspaceName: 'Acme Sales' })
  const to = { kind: 'conversation', workspace: slack.team, conversation: channel.id } as const
  await adapter.deliver(outgoing(card('Delivered'), { to }))

  await slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } })
  expect(kept.size).toBe(1)
  await slack.event({ type: 'app_uninstalled' })
  expect(kept.size).toBe(0)
  await expect(adapter.deliver(outgoing(card('Too late'), { to }))).rejects.toMatchObject({
    outcome: { kind: 'refused', reason: 'not_installed' },
  })
  expect(slack.violations()).toEqual([])
})

test('a token that is over is renewed once, whatever is said and posted meanwhile', async () => {
  const { slack, house, adapter, outgoing, kept } = await installed({ rotatesTokens: true })
  const names = ['north', 'south', 'east']
  const channels = await Promise.all(names.map((name) => slack.channel(name)))
  const li = await slack.person('Li Na')
  house.answerWith = () => [{ kind: 'answer', card: card('Served') }]
  const renewals = () => slack.calls().filter(({ params }) => params.grant_type === 'refresh_token').length
  // Joining a channel was told with a token that had less than two hours left.
  expect(renewals()).toBe(1)
  const [team, installation] = [...kept][0] ?? []
  if (team === undefined || installation === undefined) throw new Error('Nothing is kept')
  const { bot, ...rest } = JSON.parse(installation.secret)
  kept.set(team, { ...installation, secret: JSON.stringify({ ...rest, bot: { ...bot, expiresAt: 1 } }) })
  slack.expireToken()
  await Promise.all([
    li.command('/target', channels[0]),
    ...channels.map(({ id }, index) =>
      adapter.deliver(
        outgoing(card('Good morning'), { key: `post-${index}`, to: { kind: 'conversation', workspace: slack.team, conversation: id } }),
      ),
    ),
  ])
  await li.waitForPrivately('Served')
  for (const channel of channels) expect(channel.posts().map(({ text }) => text)).toEqual(['Good morning'])
  expect(renewals()).toBe(2)
})
