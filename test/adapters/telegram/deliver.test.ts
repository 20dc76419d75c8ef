import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Card, DeliveryError, type Destination, type Line } from '../../../src/chat/model.js'
import { asTyped } from '../../../src/chat/text.js'
import type { TelegramChannel } from '../../support/fake-telegram/people.js'
import { card, problems, type World, world } from './house.js'

let at: World
let to: Destination
let channel: TelegramChannel
beforeEach(async () => {
  at = await world({ mode: 'polling' })
  channel = await at.telegram.channel('sales')
  to = { kind: 'conversation', workspace: channel.id, conversation: channel.id }
})
afterEach(async () => {
  expect(problems(at)).toEqual([])
  await at.close()
})

const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'arrived',
    (error: unknown) => (error instanceof DeliveryError ? error.outcome : error),
  )
const posts = () => at.telegram.calls().filter(({ method }) => method === 'sendMessage')

describe('a post', () => {
  test('stands where it should, is replied to, edited in place, and keeps people’s words as they are', async () => {
    const { adapter, outgoing } = at
    const first = await adapter.deliver(outgoing(card('Good morning <b>all</b> & @channel'), { to }))
    expect(posts()[0]?.params).toMatchObject({
      chat_id: Number(channel.id),
      text: 'Good morning &lt;b&gt;all&lt;/b&gt; &amp; @channel',
      parse_mode: 'HTML',
    })
    const second = await adapter.deliver(outgoing(card('Li: 3 visits'), { to, key: 'post-2', under: first }))
    expect(second).toMatchObject({ conversation: channel.id })
    const evening = { ...card('Good evening'), buttons: [{ label: asTyped('Why?'), action: 'why:1' }] }
    expect(await adapter.deliver(outgoing(evening, { to, replaces: first }))).toEqual(first)
    expect(channel.posts()).toMatchObject([
      { id: first.message, text: 'Good evening', edits: 1, buttons: ['Why?'] },
      { id: second.message, text: 'Li: 3 visits', under: first.message },
    ])
    // Edited into what it is already, it is done.
    expect(await adapter.deliver(outgoing(evening, { to, replaces: first, mayHaveArrived: true }))).toEqual(first)
  })

  test('whose message to reply to is gone stands by itself', async () => {
    const under = { conversation: channel.id, message: '9999' }
    await at.adapter.deliver(at.outgoing(card('Li: 3 visits'), { to, under }))
    expect(channel.posts()).toMatchObject([{ text: 'Li: 3 visits' }])
    expect(channel.posts()[0]?.under).toBeUndefined()
  })

  test('to one person comes in the private chat', async () => {
    const li = await at.telegram.person('Li Na')
    const ref = await at.adapter.deliver(at.outgoing(card('A nudge'), { to: { kind: 'private', workspace: channel.id, person: li.id } }))
    expect(ref).toEqual({ conversation: li.chatId, message: li.privately()[0]?.id })
    expect(li.privately()).toMatchObject([{ text: 'A nudge' }])
  })
})

describe('what goes wrong', () => {
  test.each([
    { fault: { kind: 'rate-limited', retryAfterSeconds: 7 }, outcome: { kind: 'not-sent', retryAfterMs: 7000, scope: 'lane' } },
    { fault: { kind: 'server-error' }, outcome: { kind: 'uncertain' } },
    { fault: { kind: 'connection-cut' }, outcome: { kind: 'uncertain' } },
    { fault: { kind: 'reply-lost' }, outcome: { kind: 'uncertain' } },
    ...[
      { error: 'Bad Request: chat not found', isClosed: true },
      { error: 'Forbidden: bot was kicked from the group chat', isClosed: true },
      { error: 'Bad Request: not enough rights to send text messages', isClosed: false },
    ].map(({ error, isClosed }) => ({ fault: { kind: 'refused', error }, outcome: { kind: 'refused', reason: error, isClosed } }) as const),
  ] as const)('$fault.kind on posting means $outcome.kind, after one attempt', async ({ fault, outcome }) => {
    at.telegram.fault('sendMessage', fault)
    expect(await outcomeOf(at.adapter.deliver(at.outgoing(card('Good morning'), { to })))).toEqual(outcome)
    expect(posts()).toHaveLength(1)
  })

  test('nobody listens: nothing was sent', async () => {
    await at.telegram.close()
    // A connection that was kept open may break first, which tells nothing.
    await expect.poll(() => outcomeOf(at.adapter.deliver(at.outgoing(card('x'), { to })))).toEqual({ kind: 'not-sent', scope: 'platform' })
  })

  test('the person has blocked the bot, or never started it: it never will arrive', async () => {
    const [li, ben] = [await at.telegram.person('Li Na'), await at.telegram.person('Ben', { hasStarted: false })]
    await at.telegram.block(li)
    for (const person of [li, ben]) {
      const attempt = at.adapter.deliver(at.outgoing(card('x'), { to: { kind: 'private', workspace: channel.id, person: person.id } }))
      expect(await outcomeOf(attempt)).toMatchObject({ kind: 'refused', isClosed: true, reason: expect.stringContaining('Forbidden') })
    }
  })

  test('the message to edit is gone, and nothing waits for it', async () => {
    const replaces = { conversation: channel.id, message: '9999' }
    expect(await outcomeOf(at.adapter.deliver(at.outgoing(card('x'), { to, replaces })))).toEqual({
      kind: 'refused',
      isClosed: false,
      reason: 'Bad Request: message to edit not found',
    })
  })

  test('the group became a supergroup: the new place is told, and nothing there is taken for a message of the old', async () => {
    const { telegram, adapter, outgoing } = at
    const group = await telegram.group('old', { basic: true })
    const before: Destination = { kind: 'conversation', workspace: group.id, conversation: group.id }
    const ref = await adapter.deliver(outgoing(card('Good morning'), { to: before }))
    const after = await telegram.migrate(group, { isTold: false })
    expect(await outcomeOf(adapter.deliver(outgoing(card('Li: 3'), { to: before, under: ref })))).toEqual({
      kind: 'moved',
      toConversation: after,
    })
    const there: Destination = { kind: 'conversation', workspace: after, conversation: after }
    await adapter.deliver(outgoing(card('Li: 3'), { to: there, under: ref }))
    await adapter.deliver(outgoing(card('Good evening'), { to: there, replaces: ref }))
    expect(group.posts().map(({ text, under, edits }) => [text, under, edits])).toEqual([
      ['Good morning', undefined, 0],
      ['Li: 3', undefined, 0],
      ['Good evening', undefined, 0],
    ])
  })

  test('the wrong token: everything waits for the right one', async () => {
    at.telegram.fault('sendMessage', { kind: 'refused', error: 'Unauthorized' })
    expect(await outcomeOf(at.adapter.deliver(at.outgoing(card('x'), { to })))).toEqual({
      kind: 'not-sent',
      scope: 'platform',
      retryAfterMs: 60_000,
    })
  })
})

test('a chat’s own limit makes its lane wait, the bot’s limit all of them', async () => {
  const limited = await world({ mode: 'webhook', flood: { perChatPerSecond: 1, overallPerSecond: 30, secondMs: 60_000 } })
  const { telegram, adapter, outgoing } = limited
  const groups = await Promise.all(Array.from({ length: 31 }, (_, n) => telegram.channel(`team ${n}`)))
  const post = (id: string) =>
    outcomeOf(adapter.deliver(outgoing(card('Good morning'), { to: { kind: 'conversation', workspace: id, conversation: id } })))
  expect(await post(groups[0]?.id ?? '')).toBe('arrived')
  expect(await post(groups[0]?.id ?? '')).toMatchObject({ kind: 'not-sent', scope: 'lane' })
  const outcomes = await Promise.all(groups.slice(1).map(({ id }) => post(id)))
  expect(outcomes.filter((outcome) => outcome === 'arrived')).toHaveLength(29)
  expect(outcomes.at(-1)).toMatchObject({ kind: 'not-sent', scope: 'platform' })
  expect(problems(limited)).toEqual([])
  await limited.close()
})

test('a live answer sits a short flood wait out', async () => {
  const { telegram, house } = at
  const li = await telegram.person('Li Na')
  telegram.fault('sendMessage', { kind: 'rate-limited', retryAfterSeconds: 1 })
  house.answerWith = () => [{ kind: 'answer', card: card('Two of five') }]
  await li.command('/target')
  await li.waitForPrivately('Two of five')
})

const person = (n: number) => [`Person ${n} of the great northern region`, `${n} visits & more`, `${n}%`].map(asTyped)
const people = (count: number): Line => ({
  kind: 'table',
  columns: ['Who', 'Done', 'Share'].map((label) => ({ label: asTyped(label), align: 'start' })),
  rows: Array.from({ length: count }, (_, n) => person(n)),
})
const wide = people(90)
const button = (n: number) => ({ label: asTyped(`Person ${n}`), action: `team:person:${n}` })

describe('a long card', () => {
  const huge: Card = {
    title: asTyped('Week 47'),
    lines: [wide, { kind: 'text', text: asTyped('word '.repeat(900)) }, { kind: 'quote', text: asTyped('😀<'.repeat(1500)) }],
    buttons: Array.from({ length: 130 }, (_, n) => button(n)),
  }
  const whole = () =>
    channel
      .posts()
      .map(({ text }) => text)
      .join('\n')
  const isWhole = () => {
    for (let n = 0; n < 90; n += 1) expect(whole().split(`Person ${n} of`)).toHaveLength(2)
    expect(whole().match(/word/g)).toHaveLength(900)
    expect(whole().match(/😀</g)?.length).toBe(1500)
  }

  test('goes on in replies, whole, its buttons below the last of its words and below that', { timeout: 60_000 }, async () => {
    const first = await at.adapter.deliver(at.outgoing(huge, { to }))
    const [root, ...rest] = channel.posts()
    expect(root).toMatchObject({ id: first.message, buttons: [] })
    expect(rest.every(({ under }) => under === first.message)).toBe(true)
    isWhole()
    expect(rest.map(({ buttons }) => buttons.length).filter((count) => count > 0)).toEqual([100, 30])
    await at.adapter.deliver(at.outgoing(huge, { to, replaces: first }))
    expect(channel.posts()[0]).toMatchObject({ edits: 1 })
    expect(channel.posts()[0]?.text.length).toBeLessThanOrEqual(4096)
    expect(channel.posts()[0]?.text).toContain('the rest is left out here')
    expect(channel.posts()[0]?.buttons).toHaveLength(100)
  })

  test('goes on at a heading where one is near, so that a table stays with its name', async () => {
    const section = (name: string): Line[] => [{ kind: 'heading', text: asTyped(name) }, people(12)]
    await at.adapter.deliver(at.outgoing({ lines: ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'].flatMap(section) }, { to }))
    const [first, second] = channel.posts().map(({ text }) => text)
    expect(first?.match(/Person 11 /g)).toHaveLength(first?.match(/^(?:One|Two|Three|Four|Five|Six|Seven)$/gm)?.length ?? 0)
    expect(second).toMatch(/^(?:Two|Three|Four|Five|Six|Seven)\n/)
  })

  test.each(['server-error', 'connection-cut', 'rate-limited'] as const)(
    'whose later part meets a %s is gone on with where it stopped, also by another process',
    { timeout: 60_000 },
    async (kind) => {
      const { telegram, outgoing } = at
      const long = outgoing(huge, { to })
      const arrived = channel.waitFor('Person 0')
      const attempt = outcomeOf(at.adapter.deliver(long))
      await arrived
      telegram.fault('sendMessage', kind === 'rate-limited' ? { kind, retryAfterSeconds: 1 } : { kind })
      expect(await attempt).toMatchObject({ kind: kind === 'rate-limited' ? 'not-sent' : 'uncertain' })
      await at.restart()
      const ref = await at.adapter.deliver({ ...long, mayHaveArrived: true })
      expect(ref.message).toBe(channel.posts()[0]?.id)
      isWhole()
      const count = channel.posts().length
      // All of it has arrived, though the outbox does not know.
      expect(await at.adapter.deliver({ ...long, mayHaveArrived: true })).toEqual(ref)
      expect(channel.posts()).toHaveLength(count)
    },
  )

  test('keeps to one message a second', { timeout: 60_000 }, async () => {
    const limited = await world({ mode: 'webhook', flood: { perChatPerSecond: 1 } })
    const group = await limited.telegram.channel('sales')
    await limited.adapter.deliver(limited.outgoing(huge, { to: { kind: 'conversation', workspace: group.id, conversation: group.id } }))
    expect(group.posts().length).toBeGreaterThan(3)
    await limited.close()
  })

  test('in answer to somebody comes whole too', { timeout: 60_000 }, async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    house.answerWith = () => [{ kind: 'answer', card: { ...huge, lines: [{ kind: 'text', text: asTyped('word '.repeat(1500)) }] } }]
    await li.command('/help')
    await expect.poll(() => li.privately().map(({ buttons }) => buttons.length)).toEqual([0, 100, 30])
    expect(li.privately()[0]?.text).toContain('Week 47')
  })
})

test('every kind of line has its look', async () => {
  const lines: Line[] = [
    { kind: 'heading', text: asTyped('How it stands') },
    { kind: 'text', text: asTyped('Two lines:\nthe second <i>') },
    { kind: 'small', text: asTyped('By share & then by name') },
    { kind: 'quote', text: asTyped('They said: "too dear" & left\n> twice') },
    { kind: 'list', items: ['One', 'Two'].map(asTyped) },
    { kind: 'facts', facts: [{ label: asTyped('Visits'), value: asTyped('3 of 5') }] },
    { kind: 'progress', label: asTyped('Visits'), value: asTyped('3/5'), doneShare: 0.6, paceShare: 0.5 },
    { kind: 'progress', label: asTyped('Leads'), value: asTyped('0/5'), doneShare: 0 },
    { kind: 'progress', label: asTyped('Deals'), value: asTyped('9/5'), doneShare: 1.8, paceShare: 0.99 },
    { kind: 'divider' },
    {
      kind: 'table',
      columns: [
        { label: asTyped('Who'), align: 'start' },
        { label: asTyped('Done'), align: 'end' },
      ],
      rows: [
        ['王伟', '12'],
        ['Ben <b>', '3'],
      ].map((row) => row.map(asTyped)),
    },
    { kind: 'picture', url: 'https://example.com/a.png?a="1"&b=2', alt: asTyped('The curve') },
  ]
  await at.adapter.deliver(at.outgoing({ title: asTyped('Week 47'), lines, note: asTyped('Rules below') }, { to }))
  expect(channel.posts()[0]?.text).toBe(
    [
      'Week 47',
      '',
      'How it stands',
      'Two lines:',
      'the second <i>',
      'By share & then by name',
      'They said: "too dear" & left',
      '> twice',
      '• One',
      '• Two',
      'Visits: 3 of 5',
      'Visits: 3/5',
      '▓▓▓▓▓│▓░░░░',
      'Leads: 0/5',
      '░░░░░░░░░░',
      'Deals: 9/5',
      '▓▓▓▓▓▓▓▓▓▓│',
      '———',
      'Who      Done',
      '王伟       12',
      'Ben <b>     3',
      '🖼 The curve',
      '',
      'Rules below',
    ].join('\n'),
  )
  const params = posts()[0]?.params
  expect(params?.text).toContain('<i>By share &amp; then by name</i>')
  expect(params?.text).toContain('<blockquote>They said: "too dear" &amp; left\n&gt; twice</blockquote>')
  expect(params?.text).toContain('<pre>Who      Done\n王伟       12\nBen &lt;b&gt;     3</pre>')
  expect(params?.link_preview_options).toEqual({ url: 'https://example.com/a.png?a="1"&b=2', prefer_large_media: true })
})

test('a card with nothing in it, or only spaces, is not refused', async () => {
  await at.adapter.deliver(at.outgoing(card(), { to }))
  await at.adapter.deliver(at.outgoing(card(' ', '\n\n'), { to, key: 'post-2' }))
  expect(channel.posts()).toHaveLength(2)
})
