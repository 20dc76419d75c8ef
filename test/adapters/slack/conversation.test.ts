import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Card, Form, Reply } from '../../../src/chat/model.js'
import { asTyped } from '../../../src/chat/text.js'
import { card, type World, world } from './house.js'

const question: Form = {
  key: 'check-in:morning',
  context: 'member-7',
  title: asTyped('Morning start, and a title that is much too long'),
  intro: [{ kind: 'text', text: asTyped('Three customers & two leads') }],
  fields: [
    { kind: 'number', name: 'visits', label: asTyped('Visits'), unit: asTyped('万'), initial: '3' },
    { kind: 'text', name: 'plan', label: asTyped('Plan'), long: true, optional: true, hint: asTyped('What comes first?') },
    {
      kind: 'choice',
      name: 'tier',
      label: asTyped('Tier'),
      options: ['A', 'B'].map((value) => ({ value, label: asTyped(`Tier ${value}`) })),
      initial: 'A',
    },
    {
      kind: 'choices',
      name: 'needs',
      label: asTyped('Needs'),
      optional: true,
      options: Array.from({ length: 12 }, (_, n) => ({ value: `n${n}`, label: asTyped(`Need ${n}`) })),
    },
    { kind: 'date', name: 'on', label: asTyped('On'), initial: '2026-03-02' },
    { kind: 'toggle', name: 'share', label: asTyped('Share it'), initial: true },
  ],
  submit: asTyped('Send'),
}
const buttons: Card = {
  ...card('Today: 2 of 5'),
  title: asTyped('Target'),
  buttons: [{ label: asTyped('Check in'), action: 'check-in:open', style: 'primary' }],
}
const open: Reply = { kind: 'open', form: question }

describe.each(['socket', 'http'] as const)('by %s', (mode) => {
  let at: World
  beforeEach(async () => {
    at = await world({ mode })
  })
  afterEach(async () => {
    expect(at.slack.violations()).toEqual([])
    await at.close()
  })

  test('a command arrives with who, where and whom it names, and its answer is seen by the asking person only', async () => {
    const { slack, house } = at
    const [channel, li, ben] = [
      await slack.channel('sales'),
      await slack.person('Li Na', { language: 'zh-CN', zone: 'Asia/Shanghai' }),
      await slack.person('Ben'),
    ]
    house.answerWith = () => [{ kind: 'answer', card: buttons }]
    await li.command('/target week @Ben <now> & then', channel)
    const seen = await li.waitForPrivately('Today: 2 of 5')
    expect(seen.buttons).toEqual(['Check in'])
    expect(channel.posts()).toEqual([])
    expect(ben.privately()).toEqual([])
    expect(house.handled[0]).toMatchObject({
      platform: 'slack',
      who: { externalId: li.id, name: 'Li Na', locale: 'zh-CN', zone: 'Asia/Shanghai' },
      where: { workspace: slack.team, workspaceName: 'Acme Sales', conversation: channel.id, conversationName: 'sales', kind: 'channel' },
      event: {
        kind: 'command',
        name: 'target',
        text: 'week @Ben <now> & then',
        mentions: [{ text: '@Ben', externalId: ben.id, name: 'Ben' }],
      },
    })
  })

  test('a private channel is called by its name, and accounts that nobody answers for are marked', async () => {
    const { slack, house } = at
    const [channel, li] = [await slack.channel('board', { isPrivate: true }), await slack.person('Li Na')]
    await slack.person('Tom', { isClosed: true })
    await li.command('/team add @Tom @Pacesetter @Li Na', channel)
    await expect.poll(() => house.handled.length).toBe(1)
    expect(house.handled[0]).toMatchObject({
      where: { conversationName: 'board' },
      event: {
        mentions: [
          { name: 'Tom', account: 'closed' },
          { name: 'Pacesetter', account: 'bot' },
          { externalId: li.id, name: 'Li Na' },
        ],
      },
    })
    expect(house.handled[0]?.event).not.toHaveProperty('mentions.2.account')
  })

  test('a press opens the form in time, its answers come back whole, and the answer finds its way to where it began', async () => {
    const { slack, house } = at
    const [channel, li] = [await slack.channel('sales'), await slack.person('Li Na')]
    house.answerWith = ({ event }) =>
      event.kind === 'command'
        ? [{ kind: 'post', card: buttons }]
        : event.kind === 'press'
          ? [open]
          : [
              { kind: 'answer', card: card('Noted') },
              { kind: 'post', card: card('Li has checked in') },
            ]
    await li.command('/target', channel)
    const post = await channel.waitFor('Today')
    await li.press('Check in', post)
    const form = await li.form()
    expect(form.title.length).toBeLessThanOrEqual(24)
    expect(form.text).toContain('Three customers & two leads')
    expect(form.fields.map(({ name, value }) => [name, value])).toEqual([
      ['visits', '3'],
      ['plan', ''],
      ['tier', 'Tier A'],
      ['needs', ''],
      ['on', '2026-03-02'],
      ['share', 'Yes'],
    ])
    expect(form.fields[0]?.label).toBe('Visits (万)')
    await li.fill({ visits: '1.2万', tier: 'Tier B', needs: ['Need 3', 'Need 11'], share: false })
    await li.waitForPrivately('Noted')
    await channel.waitFor('Li has checked in')
    expect(house.handled.at(-1)).toMatchObject({
      where: { conversation: channel.id, message: post.id, kind: 'channel' },
      event: {
        kind: 'submit',
        form: 'check-in:morning',
        context: 'member-7',
        values: { visits: '1.2万', plan: '', tier: 'B', needs: ['n3', 'n11'], on: '2026-03-02', share: false },
      },
    })
    expect(new Set(house.handled.map(({ deliveryId }) => deliveryId)).size).toBe(3)
  })

  test('errors stand at their fields, errors of the whole form above it, and what was typed stays', async () => {
    const { slack, house } = at
    const li = await slack.person('Li Na')
    house.answerWith = () => [open]
    await li.command('/checkin')
    await li.form()
    house.answerWith = () => [{ kind: 'errors', errors: [{ field: 'visits', text: asTyped('At most 500') }] }]
    await li.fill({ visits: '900' })
    expect((await li.form()).errors).toEqual({ visits: 'At most 500' })
    const first = house.handled.at(-1)?.deliveryId
    house.answerWith = () => [
      {
        kind: 'errors',
        errors: [
          { field: '', text: asTyped('The day is closed <!channel>') },
          { field: 'visits', text: asTyped('At most 500') },
        ],
      },
    ]
    await li.fill({ visits: '901' })
    expect(house.handled.at(-1)?.deliveryId).not.toBe(first)
    const form = await li.form()
    expect(form.errors['']).toMatch(/The day is closed <!channel>\nVisits \(万\): At most 500/)
    expect(form.fields[0]?.value).toBe('901')
    house.answerWith = () => []
    await li.fill({ visits: '5' })
    await expect(li.form({ timeoutMs: 50 })).rejects.toThrow('did not come')
  })

  test('a form may be followed by the next', async () => {
    const { slack, house } = at
    const li = await slack.person('Li Na')
    house.answerWith = () => [open]
    await li.command('/checkin')
    await li.form()
    const asks = (label: string) => [
      {
        kind: 'open' as const,
        form: { ...question, key: 'more', fields: [{ kind: 'text' as const, name: 'visits', label: asTyped(label) }] },
      },
    ]
    house.answerWith = () => asks('Which?')
    await li.fill({ visits: '2' })
    expect((await li.form()).fields).toEqual([{ name: 'visits', label: 'Which?', value: '' }])
    // The form before is still there below, with what was typed.
    await li.dismiss()
    expect((await li.form()).fields).toContainEqual(expect.objectContaining({ name: 'visits', value: '2' }))
    await li.fill({ visits: '3' })
    for (const label of ['Whose?', 'When?', 'Why?']) {
      house.answerWith = () => asks(label)
      await li.fill({ visits: label })
      expect((await li.form()).fields).toEqual([{ name: 'visits', label, value: '' }])
      expect(house.handled.at(-1)?.event).toMatchObject({ values: { visits: label } })
    }
    // The last one sent closes them all.
    house.answerWith = () => [{ kind: 'answer', card: card('Kept') }]
    await li.fill({ visits: 'now' })
    await li.waitForPrivately('Kept')
    await expect(li.form({ timeoutMs: 200 })).rejects.toThrow('a form before Li Na')
  })

  test('a pressed button replaces its message, whether all see it or one person, and a toast passes by', async () => {
    const { slack, house } = at
    const [channel, li] = [await slack.channel('sales'), await slack.person('Li Na')]
    house.answerWith = ({ event }) =>
      event.kind === 'press'
        ? [
            { kind: 'replace', card: card('Undone') },
            { kind: 'toast', text: asTyped('All right') },
          ]
        : [{ kind: 'post', card: buttons }]
    await li.command('/log 3 visits', channel)
    await li.press('Check in', await channel.waitFor('Today'))
    expect(await channel.waitFor('Undone')).toMatchObject({ edits: 1, buttons: [] })
    await li.waitForPrivately('All right')
    const before = house.answerWith
    house.answerWith = () => [{ kind: 'answer', card: buttons }]
    await li.command('/log 3 visits', channel)
    const mine = await li.waitForPrivately('Today')
    house.answerWith = before
    await li.press('Check in', mine)
    expect(await li.waitForPrivately('Undone')).toMatchObject({ id: mine.id, edits: 1 })
  })

  test('words in a thread are stored, a mention once though Slack sends it twice, and answered out of the inbox', async () => {
    const { slack, house, adapter, outgoing } = at
    const [channel, li] = [await slack.channel('sales'), await slack.person('Li Na')]
    const ref = await adapter.deliver(
      outgoing(card('Good morning'), { to: { kind: 'conversation', workspace: slack.team, conversation: channel.id } }),
    )
    const prompt = await channel.waitFor('Good morning')
    house.accepted.clear()
    await li.say('@Pacesetter 拜访3 & <线索2>', channel, prompt)
    expect([...house.accepted.values()]).toMatchObject([
      {
        where: { conversation: channel.id, thread: ref.message, kind: 'channel' },
        event: { kind: 'words', text: '拜访3 & <线索2>', mentionsBot: true },
      },
    ])
    const [stored] = house.accepted.values()
    if (stored === undefined) throw new Error('nothing was stored')
    const { say } = outgoing(card())
    await adapter.reply(stored, {
      replies: [
        { kind: 'post', card: card('拜访 3/5') },
        { kind: 'answer', card: card('Undo?') },
      ],
      say,
      language: 'en',
    })
    await channel.waitFor('拜访 3/5', { under: prompt })
    expect(await li.waitForPrivately('Undo?')).toMatchObject({ under: prompt.id })
    const picture = { type: 'message', subtype: 'file_share', user: li.id, channel: channel.id, files: [{ id: 'F1', name: 'stand.jpg' }] }
    await slack.event({ ...picture, text: '3 visits', ts: '1.2', event_ts: '1.2', thread_ts: prompt.id })
    expect([...house.accepted.values()].at(-1)?.event).toMatchObject({ kind: 'words', text: '3 visits' })
    await li.say('hello')
    expect([...house.accepted.values()].at(-1)).toMatchObject({
      where: { kind: 'private' },
      event: { kind: 'words', text: 'hello', mentionsBot: false },
    })
  })

  test('joins, leaves and the opened Home are told; edits and bots are not', async () => {
    const { slack, house, adapter, outgoing } = at
    const [channel, li] = [await slack.channel('sales'), await slack.person('Li Na')]
    await li.join(channel)
    await li.leave(channel)
    await slack.event({ type: 'channel_left', channel: channel.id, event_ts: '1.2' })
    await slack.event({ type: 'message', subtype: 'message_changed', channel: channel.id, ts: '1.3', event_ts: '1.3' })
    await slack.event({
      type: 'message',
      subtype: 'bot_message',
      bot_id: 'BX',
      channel: channel.id,
      ts: '1.4',
      text: 'beep',
      event_ts: '1.4',
    })
    await li.openHome()
    expect([...house.accepted.values()].map(({ event }) => event)).toEqual([
      { kind: 'joined', joined: 'bot' },
      { kind: 'joined', joined: 'person' },
      { kind: 'left', left: 'person' },
      { kind: 'left', left: 'bot' },
      { kind: 'home' },
    ])
    expect([...house.accepted.values()][0]?.where.conversationName).toBe('sales')
    const opened = [...house.accepted.values()].at(-1)
    if (opened === undefined) throw new Error('nothing was stored')
    await adapter.reply(opened, { replies: [{ kind: 'home', card: buttons }], say: outgoing(card()).say, language: 'en' })
    expect(li.home()?.text).toContain('Today: 2 of 5')
    house.answerWith = () => [{ kind: 'answer', card: card('From home') }]
    await li.press('Check in', li.home())
    await li.waitForPrivately('From home')
  })

  test('an event is acknowledged only once it is stored; sent again, it is the same delivery', async () => {
    const { slack, house } = at
    const [channel, li] = [await slack.channel('sales'), await slack.person('Li Na')]
    const before = house.attempts
    house.accepted.clear()
    house.failures = 1
    await li.say('3 visits', channel)
    expect(house.attempts - before).toBe(2)
    expect(house.accepted.size).toBe(1)
    await slack.redeliverLast()
    expect(house.attempts - before).toBe(3)
    expect(house.accepted.size).toBe(1)
  })

  test('commands are acknowledged at once, and a press in time though its handler is slow', { timeout: 15_000 }, async () => {
    const { slack, house } = at
    const [channel, li] = [await slack.channel('sales'), await slack.person('Li Na')]
    house.answerWith = async () => {
      await new Promise((resolve) => setTimeout(resolve, 2_800))
      return [{ kind: 'post', card: buttons }]
    }
    await li.command('/target', channel)
    expect(slack.acks().at(-1)?.tookMs).toBeLessThan(1000)
    await li.press('Check in', await channel.waitFor('Today'))
    expect(slack.acks().at(-1)?.tookMs).toBeLessThan(2800)
    await channel.waitFor(() => channel.posts().length === 2)
  })

  test('a form that comes too late is said to be', { timeout: 15_000 }, async () => {
    const { slack, house } = at
    const li = await slack.person('Li Na')
    slack.fault('views.open', { kind: 'refused', error: 'expired_trigger_id' })
    house.answerWith = () => [open]
    await li.command('/checkin')
    await li.waitForPrivately('Please try once more')
  })

  test('in a channel the bot has not joined a command is answered all the same', async () => {
    const { slack, house } = at
    const [channel, li] = [await slack.channel('sales'), await slack.person('Li Na')]
    slack.fault('chat.postMessage', { kind: 'refused', error: 'not_in_channel' })
    slack.fault('response_url', { kind: 'server-error' })
    house.answerWith = () => [
      { kind: 'answer', card: card('Only for you') },
      { kind: 'post', card: card('For all') },
    ]
    await li.command('/target', channel)
    await li.waitForPrivately('Only for you')
    await channel.waitFor('For all')
  })
})
