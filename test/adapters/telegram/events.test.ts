import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
    expect([...house.accepted.values()].find(({ event }) => event.kind === 'moved')).toMatchObject({
      where: { conversation: before },
      event: { kind: 'moved', toConversation: after },
    })
    // The bot seems to have been added to the new chat: it does not introduce itself to those it knows.
    await expect.poll(() => [...house.accepted.values()].find(({ where }) => where.conversation === after)).toBeDefined()
    const arrival = [...house.accepted.values()].find(({ where }) => where.conversation === after)
    if (arrival === undefined) throw new Error('nothing was stored')
    const { say } = at.outgoing(card())
    await at.adapter.reply(arrival, { replies: [{ kind: 'post', card: card('Set up a team') }], say, language: 'en' })
    expect(telegram.calls().filter(({ method }) => method === 'sendMessage')).toEqual([])
  })

  test('an update is acknowledged only once it is stored; sent again, it is the same delivery', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    house.failures = 1
    await li.say('3 visits')
    expect(house.attempts).toBe(2)
    expect(house.accepted.size).toBe(1)
    await telegram.redeliverLast()
    expect(house.attempts).toBe(2)
    expect(house.accepted.size).toBe(1)
  })
})
