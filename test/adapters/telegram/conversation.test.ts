import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { today } from './forms.js'
import { MODES, problems, type World, world } from './house.js'

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

  test('a command that no list of ours has is not answered in front of a group', async () => {
    const { telegram, house } = at
    const channel = await telegram.channel('sales')
    const li = await telegram.person('Li Na', { hasOldClient: true, hasStarted: false })
    house.answerWith = () => [{ kind: 'answer', card: today }]
    await li.command('/weather', channel)
    await li.command('/target', channel)
    await channel.waitFor('press Start')
    expect(house.handled.map(({ event }) => event.kind === 'command' && event.name)).toEqual(['weather', 'target'])
    expect(channel.posts().filter(({ text }) => text.includes('press Start'))).toHaveLength(1)
  })

  test('words and commands below a picture count; what has no words is answered in private', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    const from = { id: Number(li.id), is_bot: false, first_name: 'Li Na' }
    const message = { date: 1_790_000_000, chat: { id: Number(li.chatId), type: 'private', first_name: 'Li Na' }, from, photo: [] }
    house.answerWith = () => [{ kind: 'answer', card: today }]
    const command = { caption: '/log 1 visit', caption_entities: [{ type: 'bot_command', offset: 0, length: 4 }] }
    await telegram.update(li.chatId, 'message', { ...message, message_id: 7, ...command })
    await li.waitForPrivately('Today: 2 of 5')
    expect(house.handled).toMatchObject([{ event: { kind: 'command', name: 'log', text: '1 visit' } }])
    await telegram.update(li.chatId, 'message', { ...message, message_id: 8, caption: '2 visits' })
    expect([...house.accepted.values()].at(-1)?.event).toMatchObject({ kind: 'words', text: '2 visits' })
    await telegram.update(li.chatId, 'message', { ...message, message_id: 9 })
    await li.waitForPrivately('I can read only words.')
    expect(house.accepted.size).toBe(1)
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
