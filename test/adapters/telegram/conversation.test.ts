import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asTyped } from '../../../src/chat/text.js'
import { open, today } from './forms.js'
import { card, MODES, problems, type World, world } from './house.js'

describe.each(MODES)('by %s', (mode) => {
  let at: World
  beforeEach(async () => {
    at = await world({ mode })
  })
  afterEach(async () => {
    expect(problems(at)).toEqual([])
    await at.close()
  })

  test('a command in a group arrives with who, where and whom it names, and its answer is for the asking person only', async () => {
    const { telegram, house } = at
    const channel = await telegram.channel('sales')
    const li = await telegram.person('Li Na', { language: 'zh-hans' })
    const ben = await telegram.person('Ben')
    house.answerWith = () => [{ kind: 'answer', card: today }]
    await li.command('/target@Pacesetter_Test_Bot week @Ben <now> & then', channel)
    expect(await li.waitForPrivately('Today: 2 of 5')).toMatchObject({ buttons: ['Check in'] })
    expect(ben.privately()).toEqual([])
    expect(channel.posts()).toEqual([])
    expect(house.handled).toMatchObject([
      {
        platform: 'telegram',
        who: { externalId: li.id, name: 'Li Na', locale: 'zh-hans' },
        where: { workspace: channel.id, workspaceName: 'sales', conversation: channel.id, conversationName: 'sales', kind: 'channel' },
        event: {
          kind: 'command',
          name: 'target',
          text: 'week @Ben <now> & then',
          mentions: [{ text: '@Ben', externalId: ben.id, name: 'Ben' }],
        },
      },
    ])
  })

  test('a command in private is answered there', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    house.answerWith = () => [{ kind: 'answer', card: today }]
    await li.command('/TARGET')
    await li.waitForPrivately('Today: 2 of 5')
    expect(house.handled).toMatchObject([
      { where: { workspace: telegram.botId, conversation: li.chatId, kind: 'private' }, event: { name: 'target', text: '' } },
    ])
  })

  test('a command for another bot is none of ours, nor is talk that privacy mode keeps back', async () => {
    const { telegram, house } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    await li.command('/target@weather_bot', channel)
    await li.say('lunch?', channel)
    expect(house.handled).toEqual([])
    expect([...house.accepted.values()].map(({ event }) => event)).toEqual([{ kind: 'joined', joined: 'bot' }])
  })

  test('whoever has written before is known by their @username, and nobody else', async () => {
    const { telegram, house } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    const ben = await telegram.person('Ben', { username: 'ben_sells' })
    await ben.command('/help')
    await li.command('/log @Ben_Sells @nobody_yet 3 visits', channel)
    const mentions = [
      { text: '@Ben_Sells', externalId: ben.id, name: 'Ben' },
      { text: '@nobody_yet', name: 'nobody_yet' },
    ]
    expect(house.handled.at(-1)?.event).toMatchObject({ kind: 'command', mentions })
    await at.restart()
    await li.command('/log @ben_sells', channel)
    expect(house.handled.at(-1)?.event).toMatchObject({ mentions: [{ externalId: ben.id }] })
  })

  test('a group’s answer to an old client comes in the private chat', async () => {
    const { telegram, house } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na', { hasOldClient: true })]
    house.answerWith = () => [{ kind: 'answer', card: today }]
    await li.command('/target', channel)
    expect(await li.waitForPrivately('Today')).toMatchObject({ id: expect.not.stringContaining('ephemeral') })
    expect(channel.posts().map(({ text }) => text)).toEqual(['/target'])
  })

  test('where the bot is an administrator, even an old client is answered in the group, unseen by others', async () => {
    const { telegram, house } = at
    const channel = await telegram.group('sales', { botIsAdmin: true })
    const li = await telegram.person('Li Na', { hasOldClient: true, hasStarted: false })
    house.answerWith = () => [{ kind: 'answer', card: today }]
    await li.command('/target', channel)
    expect(await li.waitForPrivately('Today')).toMatchObject({ id: expect.stringContaining('ephemeral') })
  })

  test('who never pressed Start is told how, without a word of the answer, and finds it behind the link', async () => {
    const { telegram, house } = at
    const channel = await telegram.channel('sales')
    const li = await telegram.person('Li & <Na>', { hasOldClient: true, hasStarted: false })
    house.answerWith = () => [{ kind: 'answer', card: today }]
    await li.command('/target week', channel)
    const told = await channel.waitFor('press Start')
    expect(told.text).toContain('Li & <Na>, this is for you alone.')
    expect(told.text).toContain('t.me/pacesetter_test_bot?start=target')
    expect(told.text).not.toContain('Today')
    expect(told.under).toBe(channel.posts()[0]?.id)
    await li.command('/start target')
    await li.waitForPrivately('Today')
    expect(house.handled.at(-1)).toMatchObject({ where: { kind: 'private' }, event: { kind: 'command', name: 'target', text: '' } })
    await li.command('/start 0123')
    expect(house.handled.at(-1)?.event).toMatchObject({ name: 'start', text: '0123' })
  })

  test('who writes as the group is told that nobody can be answered', async () => {
    const { telegram, house } = at
    const channel = await telegram.channel('sales')
    const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }
    const message = {
      message_id: 7,
      date: 1_790_000_000,
      chat: { id: Number(channel.id), type: 'supergroup', title: 'sales' },
      from: anonymous,
    }
    const command = { text: '/team', entities: [{ type: 'bot_command', offset: 0, length: 5 }] }
    await telegram.update(channel.id, 'message', { ...message, sender_chat: message.chat, ...command })
    await channel.waitFor('Remain anonymous')
    await telegram.update(channel.id, 'message', { ...message, from: { ...anonymous, username: 'some_bot' }, ...command })
    expect(house.handled).toEqual([])
    expect(channel.posts()).toHaveLength(1)
  })

  test('a press is answered, opens its form in private, and the answers find their way to where it began', async () => {
    const { telegram, house } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    house.answerWith = ({ event }) =>
      event.kind === 'command'
        ? [{ kind: 'post', card: today }]
        : event.kind === 'press'
          ? [open]
          : [
              { kind: 'answer', card: card('Noted') },
              { kind: 'post', card: card('Li has checked in') },
            ]
    await li.command('/leaderboard', channel)
    const post = await channel.waitFor('Today')
    expect(post.under).toBe(channel.posts()[0]?.id)
    await li.press('Check in', post)
    expect(await li.waitForPrivately('I have sent you the form in our private chat.')).toMatchObject({ kind: 'toast' })
    await li.fill({})
    await li.waitForPrivately('Noted')
    expect(await channel.waitFor('Li has checked in')).toMatchObject({ under: post.id })
    expect(house.handled.at(-1)).toMatchObject({
      where: { conversation: channel.id, message: post.id, kind: 'channel' },
      event: { kind: 'submit', form: 'check-in:morning', context: 'member-7' },
    })
    expect(new Set(house.handled.map(({ deliveryId }) => deliveryId)).size).toBe(3)
  })

  test('a pressed button replaces its message, whether all see it or one person, and a toast passes by', async () => {
    const { telegram, house } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    const undone = () => [
      { kind: 'replace' as const, card: card('Undone') },
      { kind: 'toast' as const, text: asTyped('All right') },
    ]
    house.answerWith = ({ event }) => (event.kind === 'press' ? undone() : [{ kind: 'post', card: today }])
    await li.command('/leaderboard', channel)
    await li.press('Check in', await channel.waitFor('Today'))
    expect(await channel.waitFor('Undone')).toMatchObject({ edits: 1, buttons: [] })
    expect(await li.waitForPrivately('All right')).toMatchObject({ kind: 'toast' })
    house.answerWith = ({ event }) => (event.kind === 'press' ? undone() : [{ kind: 'answer', card: today }])
    await li.command('/log 3 visits', channel)
    const mine = await li.waitForPrivately('Today')
    expect(mine.id).toContain('ephemeral')
    await li.press('Check in', mine)
    expect(await li.waitForPrivately('Undone')).toMatchObject({ id: mine.id, edits: 1 })
  })

  test('a sent form can replace the message whose button opened it, but not one that was merely replied to', async () => {
    const { telegram, house, adapter, outgoing } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    const to = { kind: 'conversation', workspace: channel.id, conversation: channel.id } as const
    await adapter.deliver(outgoing(today, { to }))
    const post = await channel.waitFor('Today')
    house.answerWith = ({ event }) => (event.kind === 'submit' ? [{ kind: 'replace', card: card('Settled') }] : [open])
    await li.say('/checkin', channel, post)
    await li.fill({})
    await li.waitForPrivately('Settled')
    expect(channel.posts()).toMatchObject([{ text: 'Target\n\nToday: 2 of 5', edits: 0 }])
    await li.press('Check in', post)
    await li.fill({})
    expect(await channel.waitFor('Settled')).toMatchObject({ id: post.id, edits: 1 })
  })

  test('a toast with nothing to show it on, or too late for it, comes as an answer', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    house.answerWith = () => [
      { kind: 'toast', text: asTyped('First') },
      { kind: 'toast', text: asTyped('Second') },
    ]
    await li.command('/log 3 visits')
    expect(await li.waitForPrivately('First')).toMatchObject({ kind: 'private' })
    house.answerWith = ({ event }) =>
      event.kind === 'press'
        ? [
            { kind: 'toast', text: asTyped('Third') },
            { kind: 'toast', text: asTyped('Fourth') },
          ]
        : [{ kind: 'answer', card: today }]
    await li.command('/target')
    await li.press('Check in')
    expect(await li.waitForPrivately('Third')).toMatchObject({ kind: 'toast' })
    expect(await li.waitForPrivately('Fourth')).toMatchObject({ kind: 'private' })
  })

  test('a press is answered within its time, however slow its handler', { timeout: 25_000 }, async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    house.answerWith = () => [{ kind: 'answer', card: today }]
    await li.command('/target')
    let finish = () => {}
    house.answerWith = async () => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return [{ kind: 'toast', text: asTyped('At last') }]
    }
    const begun = performance.now()
    await li.press('Check in')
    expect(performance.now() - begun).toBeLessThan(10_000)
    finish()
    expect(await li.waitForPrivately('At last')).toMatchObject({ kind: 'private' })
  })

  test('a button that asks first counts on the second press, and stands there again after a no', async () => {
    const { telegram, house } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    const action = `plan:recall:${'x'.repeat(52)}`
    const recall = {
      ...card('Q1 is published'),
      buttons: [
        { label: asTyped('Recall'), action, style: 'danger' as const, confirm: asTyped('Take it back?') },
        { label: asTyped('Keep'), action: 'plan:keep' },
      ],
    }
    house.answerWith = () => [{ kind: 'post', card: recall }]
    await li.command('/leaderboard', channel)
    const post = await channel.waitFor('Q1 is published')
    house.answerWith = () => []
    await li.tap('Recall', post)
    expect(await li.waitForPrivately('Take it back?')).toMatchObject({ kind: 'toast' })
    const asked = await channel.waitFor(({ buttons }) => buttons.length === 3)
    expect(asked.buttons).toEqual(['✓ Yes: Recall', '✗ No', 'Keep'])
    await li.tap('✗ No', asked)
    await channel.waitFor(({ buttons }) => buttons.join() === 'Recall,Keep')
    expect(house.handled.filter(({ event }) => event.kind === 'press')).toEqual([])
    await at.restart()
    await li.tap('Recall', post)
    await channel.waitFor(({ buttons }) => buttons.length === 3)
    await li.tap(/Yes/, post)
    expect(house.handled.at(-1)?.event).toEqual({ kind: 'press', action })
    await channel.waitFor(({ buttons }) => buttons.join() === 'Recall,Keep')
    at.dialogues.expireAll()
    await li.tap('Recall', post)
    await li.waitForPrivately('This button is too old.')
  })

  test('words that reply to the bot or name it are stored, and answered out of the inbox', async () => {
    const { telegram, house, adapter, outgoing } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    const to = { kind: 'conversation', workspace: channel.id, conversation: channel.id } as const
    const ref = await adapter.deliver(outgoing(card('Good morning'), { to }))
    const prompt = await channel.waitFor('Good morning')
    expect(ref).toEqual({ conversation: channel.id, message: prompt.id })
    await li.say('拜访3 & <线索2>', channel, prompt)
    await li.say('hey @pacesetter_test_bot 3 visits', channel)
    await li.say('hello')
    const words = [...house.accepted.values()].filter(({ event }) => event.kind === 'words')
    expect(words).toMatchObject([
      {
        where: { conversation: channel.id, kind: 'channel', message: ref.message },
        event: { kind: 'words', text: '拜访3 & <线索2>', mentionsBot: false },
      },
      { where: { kind: 'channel' }, event: { text: 'hey  3 visits', mentionsBot: true } },
      { where: { conversation: li.chatId, kind: 'private' }, event: { text: 'hello', mentionsBot: false } },
    ])
    const [stored] = words
    if (stored === undefined) throw new Error('nothing was stored')
    await adapter.reply(stored, {
      replies: [
        { kind: 'post', card: card('拜访 3/5') },
        { kind: 'answer', card: card('Undo?') },
      ],
      say: outgoing(card()).say,
      language: 'en',
    })
    expect(await channel.waitFor('拜访 3/5')).toMatchObject({ under: prompt.id })
    await li.waitForPrivately('Undo?')
  })

  test('a reply to a later part of a long post is one to the post', async () => {
    const { telegram, house, adapter, outgoing } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    const to = { kind: 'conversation', workspace: channel.id, conversation: channel.id } as const
    const ref = await adapter.deliver(outgoing(card('word '.repeat(1000), 'the end'), { to }))
    await li.say('3 visits', channel, await channel.waitFor('the end'))
    expect([...house.accepted.values()].at(-1)?.where.message).toBe(ref.message)
  })

  test('in a forum everything stays in its topic', async () => {
    const { telegram, house, adapter, outgoing } = at
    const forum = await telegram.group('company', { forum: true })
    const [east, li] = [telegram.topic(forum, 'East'), await telegram.person('Li Na')]
    const to = { kind: 'conversation', workspace: forum.id, conversation: forum.id, thread: String(east.thread) } as const
    const ref = await adapter.deliver(outgoing(card('Good morning'), { to }))
    expect(ref).toMatchObject({ conversation: forum.id, thread: String(east.thread) })
    const prompt = await east.waitFor('Good morning')
    await li.say('3 visits', east, prompt)
    await li.say('@pacesetter_test_bot hello', east)
    const [reply, words] = [...house.accepted.values()].filter(({ event }) => event.kind === 'words')
    expect(reply?.where).toMatchObject({ conversation: forum.id, thread: String(east.thread), message: ref.message })
    expect(words?.where).toMatchObject({ thread: String(east.thread) })
    expect(words?.where.message).toBeUndefined()
    house.answerWith = () => [
      { kind: 'post', card: card('For all') },
      { kind: 'answer', card: card('For you') },
    ]
    await li.command('/target', east)
    await east.waitFor('For all')
    await li.waitForPrivately('For you')
    await adapter.deliver(outgoing(card('Li: 3 visits'), { to, key: 'post-2', under: ref }))
    await east.waitFor('Li: 3 visits', { under: prompt })
    expect(house.handled[0]?.where.thread).toBe(String(east.thread))
  })

  test('joining and leaving are told once each, removal and blocking too; photos, channels and bots are not', async () => {
    const { telegram, house } = at
    const channel = await telegram.group('sales', { botIsAdmin: true })
    const li = await telegram.person('Li Na')
    await telegram.join(li, channel)
    await telegram.leave(li, channel)
    const chat = { id: Number(channel.id), type: 'supergroup', title: 'sales' }
    const from = { id: Number(li.id), is_bot: false, first_name: 'Li Na' }
    await telegram.update(channel.id, 'message', { message_id: 3, date: 1, chat, from, photo: [] })
    await telegram.update('-5', 'message', { message_id: 4, date: 1, chat: { id: -5, type: 'channel', title: 'news' }, text: 'news' })
    await telegram.update(channel.id, 'message', { message_id: 5, date: 1, chat, from: { ...from, is_bot: true }, text: 'beep' })
    await telegram.removeBot(channel)
    await telegram.block(li)
    expect([...house.accepted.values()].map(({ event, where, who }) => [event, where.kind, who.name])).toEqual([
      [{ kind: 'joined', joined: 'bot' }, 'channel', 'Group owner'],
      [{ kind: 'joined', joined: 'person' }, 'channel', 'Li Na'],
      [{ kind: 'left', left: 'person' }, 'channel', 'Li Na'],
      [{ kind: 'left', left: 'bot' }, 'channel', 'Group owner'],
      [{ kind: 'left', left: 'bot' }, 'private', 'Li Na'],
    ])
  })

  test('a group that becomes a supergroup is said to have moved', async () => {
    const { telegram, house } = at
    const channel = await telegram.group('sales', { basic: true })
    const before = channel.id
    const after = await telegram.migrate(channel)
    expect([...house.accepted.values()].at(-1)).toMatchObject({
      where: { conversation: before },
      event: { kind: 'moved', toConversation: after },
    })
  })

  test('an update is acknowledged only once it is stored; sent again, it is the same delivery', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    house.failures = 1
    await li.say('3 visits')
    expect(house.attempts).toBe(2)
    expect(house.accepted.size).toBe(1)
    await telegram.redeliverLast()
    expect(house.attempts).toBe(3)
    expect(house.accepted.size).toBe(1)
  })

  test('a redelivered press is the same delivery, and not answered twice', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    house.answerWith = () => [{ kind: 'answer', card: today }]
    await li.command('/target')
    house.answerWith = () => [{ kind: 'toast', text: asTyped('Counted') }]
    await li.press('Check in')
    await telegram.redeliverLast()
    const presses = house.handled.filter(({ event }) => event.kind === 'press')
    expect(new Set(presses.map(({ deliveryId }) => deliveryId)).size).toBe(1)
    expect(telegram.calls().filter(({ method }) => method === 'answerCallbackQuery')).toHaveLength(1)
  })
})

test('in Chinese the adapter’s own words are Chinese', async () => {
  const at = await world({ mode: 'polling', language: 'zh-CN' })
  const channel = await at.telegram.channel('销售')
  const li = await at.telegram.person('李娜', { language: 'zh-hans', hasOldClient: true, hasStarted: false })
  at.house.answerWith = () => [{ kind: 'answer', card: today }]
  await li.command('/target', channel)
  await channel.waitFor('李娜，这条只能发给你本人。')
  expect(problems(at)).toEqual([])
  await at.close()
})
