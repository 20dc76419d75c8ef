import { afterEach, beforeEach, expect, test } from 'vitest'
import { DeliveryError, type Destination, type Line } from '../../../src/chat/model.js'
import { asTyped } from '../../../src/chat/text.js'
import { card, type World, world } from './house.js'

let at: World
let to: Destination
let channel: Awaited<ReturnType<World['slack']['channel']>>
beforeEach(async () => {
  at = await world({ mode: 'http' })
  channel = await at.slack.channel('sales')
  to = { kind: 'conversation', workspace: at.slack.team, conversation: channel.id }
})
afterEach(async () => {
  expect(at.slack.violations()).toEqual([])
  await at.close()
})

const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'arrived',
    (error: unknown) => (error instanceof DeliveryError ? error.outcome : error),
  )
const posts = (method: string) => at.slack.calls().filter((call) => call.method === method)

test('a post carries its key, stands under a message, is edited in place and keeps its words', async () => {
  const { adapter, outgoing } = at
  const first = await adapter.deliver(outgoing(card('Good morning <!channel> & all'), { to }))
  expect(posts('chat.postMessage')[0]?.params).toMatchObject({
    text: 'Good morning &lt;!channel&gt; &amp; all',
    metadata: { event_type: 'pacesetter_post', event_payload: { key: 'post-1' } },
  })
  const second = await adapter.deliver(outgoing(card('Li: 3 visits'), { to, key: 'post-2', under: first }))
  expect(second).toMatchObject({ conversation: channel.id, thread: first.message })
  expect(await adapter.deliver(outgoing(card('Good evening'), { to, replaces: first }))).toEqual(first)
  expect(channel.posts()).toMatchObject([
    { text: 'Good evening', edits: 1 },
    { text: 'Li: 3 visits', under: first.message },
  ])
})

test('a direct chat that is gone is no channel that the bot was removed from', async () => {
  const li = await at.slack.person('Li Na')
  at.slack.fault('chat.postMessage', { kind: 'refused', error: 'channel_not_found' })
  const chat: Destination = { kind: 'private', workspace: at.slack.team, person: li.id }
  expect(await outcomeOf(at.adapter.deliver(at.outgoing(card('One'), { to: chat })))).toEqual({
    kind: 'refused',
    reason: 'channel_not_found',
  })
})

test('a private delivery opens the direct chat once', async () => {
  const { adapter, outgoing, slack } = at
  const li = await slack.person('Li Na')
  const chat: Destination = { kind: 'private', workspace: slack.team, person: li.id }
  await adapter.deliver(outgoing(card('One'), { to: chat }))
  await adapter.deliver(outgoing(card('Two'), { to: chat, key: 'post-2' }))
  expect(li.privately().map(({ text }) => text)).toEqual(['One', 'Two'])
  expect(posts('conversations.open')).toHaveLength(1)
})

test.each([
  { fault: { kind: 'rate-limited', retryAfterSeconds: 7 }, outcome: { kind: 'not-sent', retryAfterMs: 7000, scope: 'lane' } },
  { fault: { kind: 'server-error' }, outcome: { kind: 'uncertain' } },
  { fault: { kind: 'connection-cut' }, outcome: { kind: 'uncertain' } },
  { fault: { kind: 'reply-lost' }, outcome: { kind: 'uncertain' } },
  { fault: { kind: 'refused', error: 'internal_error' }, outcome: { kind: 'uncertain' } },
  { fault: { kind: 'refused', error: 'is_archived' }, outcome: { kind: 'refused', reason: 'is_archived', isClosed: true } },
  { fault: { kind: 'refused', error: 'account_inactive' }, outcome: { kind: 'refused', reason: 'account_inactive' } },
] as const)('$fault.kind on posting means $outcome.kind, after one attempt', async ({ fault, outcome }) => {
  at.slack.fault('chat.postMessage', fault)
  expect(await outcomeOf(at.adapter.deliver(at.outgoing(card('Good morning'), { to })))).toEqual(outcome)
  expect(posts('chat.postMessage')).toHaveLength(1)
})

test('a message that is gone cannot be edited, and nothing waits for it', async () => {
  const replaces = { conversation: channel.id, message: '1.000001' }
  expect(await outcomeOf(at.adapter.deliver(at.outgoing(card('x'), { to, replaces })))).toEqual({
    kind: 'refused',
    reason: 'message_not_found',
  })
})

test('where nobody listens nothing was sent', async () => {
  await at.slack.close()
  // A connection that was kept open may break under the first attempt, which then cannot know.
  await expect
    .poll(() => outcomeOf(at.adapter.deliver(at.outgoing(card('x'), { to }))), { timeout: 5_000 })
    .toEqual({ kind: 'not-sent', scope: 'platform' })
})

test.each(['channel', 'thread'])('a post whose answer was lost is found by its key in the %s, not posted twice', async (place) => {
  const { adapter, outgoing, slack } = at
  const root = await adapter.deliver(outgoing(card('Root'), { to, key: 'root' }))
  const under = place === 'thread' ? { under: root } : {}
  slack.fault('chat.postMessage', { kind: 'reply-lost' })
  const firstTriedAt = new Date().toISOString()
  expect(await outcomeOf(adapter.deliver(outgoing(card('Good morning'), { to, ...under, firstTriedAt })))).toEqual({ kind: 'uncertain' })
  for (let n = 0; n < 20; n += 1) await adapter.deliver(outgoing(card(`Later ${n}`), { to, ...under, key: `later-${n}` }))
  const again = outgoing(card('Good morning'), { to, ...under, firstTriedAt, mayHaveArrived: true })
  const found = await adapter.deliver(again)
  expect(channel.posts().filter(({ text }) => text === 'Good morning')).toMatchObject([{ id: found.message }])
  // While Slack cannot be asked it stays uncertain.
  slack.fault(place === 'thread' ? 'conversations.replies' : 'conversations.history', { kind: 'rate-limited', retryAfterSeconds: 30 })
  expect(await outcomeOf(adapter.deliver(again))).toEqual({ kind: 'uncertain' })
})

test('a post that never arrived is posted when it is tried again', async () => {
  at.slack.fault('chat.postMessage', { kind: 'connection-cut' })
  const sent = at.outgoing(card('Good morning'), { to })
  expect(await outcomeOf(at.adapter.deliver(sent))).toEqual({ kind: 'uncertain' })
  await at.adapter.deliver({ ...sent, mayHaveArrived: true })
  expect(channel.posts()).toHaveLength(1)
})

test('refused blocks are sent again as plain words', async () => {
  at.slack.fault('chat.postMessage', { kind: 'refused', error: 'invalid_blocks' }, 2)
  await at.adapter.deliver(at.outgoing(card('Good morning'), { to }))
  expect(channel.posts()).toMatchObject([{ text: 'Good morning' }])
  expect(posts('chat.postMessage').at(-1)?.params.blocks).toBeUndefined()
})

const rows = Array.from({ length: 90 }, (_, n) =>
  [`Person ${n} of the great northern region`, `${n} visits & more`, `${n}%`, 'a remark that takes its place'].map(asTyped),
)
const wide: Line = {
  kind: 'table',
  columns: ['Who', 'Done', 'Share', 'Remark'].map((label) => ({ label: asTyped(label), align: 'start' })),
  rows,
}

test('a huge card goes on in its thread, whole; edited, it is cut and says so', { timeout: 60_000 }, async () => {
  const { adapter, outgoing } = at
  const huge = {
    title: asTyped('Week 47'),
    lines: [wide, { kind: 'text', text: asTyped('word '.repeat(1500)) }, wide] as Line[],
    buttons: [{ label: asTyped('Why?'), action: 'why:1' }],
  }
  const first = await adapter.deliver(outgoing(huge, { to }))
  const [root, ...rest] = channel.posts()
  expect(root).toMatchObject({ id: first.message, buttons: ['Why?'] })
  expect(root?.text).toContain('in the thread below')
  expect(rest.every(({ under }) => under === first.message)).toBe(true)
  const whole = channel
    .posts()
    .map(({ text }) => text)
    .join('\n')
  for (let n = 0; n < 90; n += 1) expect(whole.split(`Person ${n} of`)).toHaveLength(3)
  expect(whole.match(/word/g)).toHaveLength(1500)
  const calls = posts('chat.postMessage').length
  await adapter.deliver({ ...outgoing(huge, { to }), mayHaveArrived: true })
  expect(posts('chat.postMessage')).toHaveLength(calls)
  await adapter.deliver(outgoing(huge, { to, replaces: first }))
  expect(channel.posts()[0]).toMatchObject({ edits: 1, buttons: ['Why?'] })
  expect(channel.posts()[0]?.text).toContain('left out')
})

test('a long card goes on at a heading where one is near, so that a table stays with its name', async () => {
  const section = (name: string): Line[] => [
    { kind: 'heading', text: asTyped(name) },
    ...Array.from({ length: 3 }, (_, n): Line => ({ kind: 'text', text: asTyped(`${name} ${n} ${'word '.repeat(60)}`) })),
  ]
  const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve', 'Thirteen', 'Fourteen']
  await at.adapter.deliver(at.outgoing({ lines: names.flatMap(section) }, { to }))
  const [first, second] = channel.posts().map(({ text }) => text)
  const last = names.findLast((name) => first?.includes(`${name} 0`)) ?? ''
  expect(first).toContain(`${last} 2`)
  expect(second?.startsWith(names[names.indexOf(last) + 1] ?? '?')).toBe(true)
})

test('a continuation that fails leaves the whole uncertain; the next attempt goes on where it stopped', { timeout: 30_000 }, async () => {
  const { adapter, outgoing, slack } = at
  const long = outgoing(card('word '.repeat(1500)), { to })
  const arrived = channel.waitFor('word')
  const attempt = outcomeOf(adapter.deliver(long))
  await arrived
  slack.fault('chat.postMessage', { kind: 'server-error' })
  expect(await attempt).toEqual({ kind: 'uncertain' })
  await adapter.deliver({ ...long, mayHaveArrived: true })
  const words = channel
    .posts()
    .map(({ text }) => text)
    .join(' ')
  expect(words.match(/word/g)).toHaveLength(1500)
})
