import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlaygroundAdapter, playgroundAdapter } from '../../../src/adapters/playground/adapter.js'
import { sayIn } from '../../../src/chat/say.js'
import { storedMessages } from '../../../src/demo/messages.js'
import { card } from '../../contract/samples.js'
import { openWorld, type World } from '../../support/world.js'

const PAGE = '<script>alert(1)</script>'

let world: World
let adapter: PlaygroundAdapter
let message: { withFile: string; without: string }
beforeAll(async () => {
  world = await openWorld()
  adapter = playgroundAdapter({
    messages: storedMessages(world.database),
    cast: async () => ({ workspaceName: 'Acme', channels: [], people: [] }),
    clock: { now: () => world.app.now().toString(), zone: async () => 'UTC', moments: async () => [], moveTo: async () => false },
    log: pino({ level: 'silent' }),
  })
  const file = { name: '计划 "1"; x.html', base64: Buffer.from(PAGE).toString('base64') }
  message = { withFile: await delivered('a', { file }), without: await delivered('b') }
})
afterAll(() => world.close())

async function delivered(key: string, more = {}): Promise<string> {
  const ref = await adapter.deliver({
    key,
    to: { kind: 'private', workspace: 'playground', person: 'li-na' },
    card: card('Here'),
    say: sayIn('en'),
    mayHaveArrived: false,
    firstTriedAt: '2026-03-02T08:00:00Z',
    ...more,
  })
  return ref.message
}

const fetched = (id: string, person: string) =>
  adapter.routes.request(`/playground/files/${id}?person=${person}`, { headers: { host: 'localhost:3000' } })

test('a file is given to be saved, and never shown as a page', async () => {
  const response = await fetched(message.withFile, 'li-na')
  expect(await response.text()).toBe(PAGE)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''%E8%AE%A1%E5%88%92%20%221%22%3B%20x.html`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  })
})

test('its bytes do not travel with the message, which is listed with name and size', async () => {
  const [listed] = await storedMessages(world.database).since(0, 'li-na')
  expect(listed?.content.file).toEqual({ name: '计划 "1"; x.html', bytes: PAGE.length })
})

test('there is none for anybody else, of a message without one, or of no message', async () => {
  for (const [id, person] of [
    [message.withFile, 'ben'],
    [message.withFile, ''],
    [message.without, 'li-na'],
    ['999999', 'li-na'],
    ['..%2F1', 'li-na'],
  ] as const)
    expect((await fetched(id, person)).status).toBe(404)
})
