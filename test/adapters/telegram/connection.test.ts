import { channel } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import pino from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { telegramAdapter } from '../../../src/adapters/telegram/telegram.js'
import { fakeTelegram } from '../../support/fake-telegram/fake-telegram.js'
import { memoryDialogues } from '../../support/fake-telegram/memory-dialogues.js'
import { open, today } from './forms.js'
import { card, house, MODES, problems, SECRET, type World, world } from './house.js'

let at: World
afterEach(async () => {
  expect(problems(at)).toEqual([])
  await at.close()
})

/** Keeps the house's answers back until it is let go. */
function held(of: World): () => void {
  let letGo = () => {}
  const until = new Promise<void>((resolve) => {
    letGo = resolve
  })
  of.house.answerWith = async () => {
    await until
    return [{ kind: 'answer', card: card('Done') }]
  }
  return letGo
}

describe.each(MODES)('by %s', (mode) => {
  test('stopping finishes what is in hand, and takes nothing new in', async () => {
    at = await world({ mode })
    const { telegram, adapter, house } = at
    const [li, ben] = [await telegram.person('Li Na'), await telegram.person('Ben')]
    const letGo = held(at)
    const asked = li.command('/target')
    await expect.poll(() => house.handled.length).toBe(1)
    const stopped = adapter.stop()
    expect(adapter.isConnected()).toBe(false)
    const said = ben.say('3 visits')
    letGo()
    await stopped
    await asked
    expect(li.privately()).toMatchObject([{ text: 'Done' }])
    expect(house.accepted.size).toBe(0)
    await at.restart()
    await said
    expect(house.accepted.size).toBe(1)
    expect(house.handled).toHaveLength(1)
  })

  test('what one person does is worked on in turn, whoever else is slow', async () => {
    at = await world({ mode })
    const { telegram, house } = at
    const [channel, li, ben] = [await telegram.channel('sales'), await telegram.person('Li Na'), await telegram.person('Ben')]
    const letGo = held(at)
    const slow = li.command('/target', channel)
    await expect.poll(() => house.handled.length).toBe(1)
    const next = li.command('/log 3 visits')
    house.answerWith = () => [{ kind: 'answer', card: card('Quick') }]
    const others = ben.command('/target', channel)
    await ben.waitForPrivately('Quick')
    expect(house.handled.map(({ who }) => who.name)).toEqual(['Li Na', 'Ben'])
    letGo()
    await Promise.all([slow, next, others])
    await expect.poll(() => house.handled.map(({ who }) => who.name)).toEqual(['Li Na', 'Ben', 'Li Na'])
  })

  test('the menu is in both languages, the managers’ part for administrators, and set again only when it has changed', async () => {
    at = await world({ mode })
    const { telegram } = at
    const sets = () => telegram.calls().filter(({ method }) => method.startsWith('setMy'))
    const names = (type: string, language?: string) => {
      const set = sets().find(
        ({ params }) => JSON.stringify(params.scope) === JSON.stringify({ type }) && params.language_code === language,
      )
      return set?.params.commands
    }
    expect(names('all_group_chats')).toContainEqual({
      command: 'target',
      description: 'Your target, what is done, the pace',
      is_ephemeral: true,
    })
    expect(names('all_group_chats', 'zh')).toContainEqual({ command: 'target', description: '看目标、完成和进度', is_ephemeral: true })
    const plan = expect.objectContaining({ command: 'plan' })
    expect(names('all_group_chats')).not.toContainEqual(plan)
    for (const scope of ['all_chat_administrators', 'default'])
      for (const language of [undefined, 'zh']) expect(names(scope, language)).toContainEqual(plan)
    expect(sets()).toHaveLength(10)
    await at.restart()
    expect(sets()).toHaveLength(10)
  })

  test('a bot that is set up otherwise than it should be says so', async () => {
    at = await world({ mode })
    expect(at.logged()).not.toContain('@BotFather')
    at.telegram.settings.can_read_all_group_messages = true
    await at.restart()
    expect(at.logged()).toContain('"setting":"can_read_all_group_messages","found":true,"wanted":false')
  })

  test('a menu that Telegram will not take keeps nobody from working', async () => {
    at = await world({ mode })
    at.telegram.fault('getMyCommands', { kind: 'rate-limited', retryAfterSeconds: 300 }, 6)
    at.telegram.fault('getMyDescription', { kind: 'server-error' }, 2)
    await at.restart()
    expect(at.adapter.isConnected()).toBe(true)
  })

  test('where Telegram is away at the start it is tried again', async () => {
    at = await world({ mode })
    at.telegram.fault('getMe', { kind: 'connection-cut' })
    at.telegram.fault(mode === 'webhook' ? 'setWebhook' : 'deleteWebhook', { kind: 'server-error' })
    await at.restart()
    expect(at.adapter.isConnected()).toBe(true)
    const li = await at.telegram.person('Li Na')
    await li.say('hello')
    expect(at.house.accepted.size).toBe(1)
  })

  test('nothing of what people write, and no token, is logged, whatever goes wrong', async () => {
    at = await world({ mode })
    const { telegram, house, dialogues, adapter, outgoing } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    const secret = 'the price is 4711'
    house.failures = 1
    await li.say(secret)
    house.answerWith = ({ event }) =>
      event.kind === 'command' && event.name === 'checkin'
        ? [open]
        : [
            { kind: 'answer', card: card(secret) },
            { kind: 'post', card: card(secret) },
          ]
    await li.command(`/checkin ${secret}`)
    await li.tap('✏️ Plan')
    dialogues.failNext(1)
    await li.say(secret)
    await expect.poll(() => li.openForm()?.fields[1]?.value).toBe(secret)
    for (const kind of ['server-error', 'connection-cut'] as const) {
      await li.tap('✏️ Plan')
      telegram.fault('editMessageText', { kind })
      await li.tap('‹ Back')
      await li.tap('‹ Back')
      telegram.fault('sendMessage', { kind }, 2)
      await li.command(`/target ${secret}`, channel)
      telegram.fault('sendMessage', { kind })
      await adapter
        .deliver(outgoing(card(secret), { to: { kind: 'conversation', workspace: channel.id, conversation: channel.id } }))
        .catch(() => {})
    }
    await telegram.update(li.chatId, 'message', { message_id: 'none', text: secret })
    await expect.poll(() => at.logged()).toContain('An update was dropped')
    expect(at.logged()).not.toContain('4711')
    expect(at.logged()).toContain('A form could not be shown')
  })
})

describe('the webhook', () => {
  const post = (body: string, headers: Record<string, string> = {}) => fetch(at.webhookUrl, { method: 'POST', body, headers })
  const secret = { 'X-Telegram-Bot-Api-Secret-Token': SECRET }
  const words = JSON.stringify({
    update_id: 1,
    message: { message_id: 1, date: 1, chat: { id: 5, type: 'private' }, from: { id: 5, is_bot: false, first_name: 'Li' }, text: 'hi' },
  })

  test('believes nobody without the secret', async () => {
    at = await world({ mode: 'webhook' })
    for (const headers of [{}, { ...secret, 'X-Telegram-Bot-Api-Secret-Token': 'wrong' }])
      expect((await post(words, headers)).status).toBe(401)
    expect((await fetch(at.webhookUrl)).status).toBe(401)
    expect((await fetch(at.webhookUrl, { headers: secret })).status).toBe(405)
    expect(at.house.attempts).toBe(0)
    expect((await post(words, secret)).status).toBe(200)
    expect(at.house.accepted.size).toBe(1)
  })

  test('refuses what is no update, and what is far too long for one', async () => {
    at = await world({ mode: 'webhook' })
    expect((await post('{"update_id":', secret)).status).toBe(400)
    expect((await post('', secret)).status).toBe(400)
    // Of a shape that nobody knows: to ask for it again would help nothing.
    expect((await post('{"update_id":2,"message":{"text":7}}', secret)).status).toBe(200)
    expect((await post('"hello"', secret)).status).toBe(200)
    await expect(post(`"${'x'.repeat(2_000_000)}"`, secret).then(({ status }) => status)).resolves.toBe(413)
    expect(at.house.attempts).toBe(0)
  })

  test('asks for an update again that could not be stored, and for all while it is not started', async () => {
    at = await world({ mode: 'webhook' })
    at.house.failures = 1
    expect((await post(words, secret)).status).toBe(500)
    expect((await post(words, secret)).status).toBe(200)
    await at.adapter.stop()
    expect((await post(words, secret)).status).toBe(503)
  })

  test('opens a form once, though its command or press comes again before or after its 200', async () => {
    at = await world({ mode: 'webhook' })
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    const from = { id: Number(li.id), is_bot: false, first_name: 'Li Na' }
    const chat = { id: Number(li.chatId), type: 'private' }
    const checkIn = { message_id: 9001, date: 1, chat, from, text: '/checkin', entities: [{ type: 'bot_command', offset: 0, length: 8 }] }
    const commanded = JSON.stringify({ update_id: 71, message: checkIn })
    let letGo = () => {}
    const until = new Promise<void>((resolve) => {
      letGo = resolve
    })
    house.answerWith = async () => {
      await until
      return [open]
    }
    const first = post(commanded, secret)
    await expect.poll(() => house.handled.length).toBe(1)
    const second = post(commanded, secret)
    letGo()
    expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([200, 200])
    expect((await post(commanded, secret)).status).toBe(200)
    house.answerWith = () => [{ kind: 'answer', card: today }]
    await li.command('/target')
    house.answerWith = () => [open]
    await li.press('Check in')
    await telegram.redeliverLast()
    await li.fill({})
    expect(house.handled.map(({ event }) => event.kind)).toEqual(['command', 'command', 'press', 'submit'])
  })

  test('is answered before the work begins on a command that only looks something up', async () => {
    at = await world({ mode: 'webhook' })
    const { house } = at
    let answered = 0
    const finished = channel('http.server.response.finish')
    const note = (message: unknown) => {
      const { request } = message as { request: IncomingMessage }
      if (request.url === new URL(at.webhookUrl).pathname) answered += 1
    }
    finished.subscribe(note)
    let answeredBefore = -1
    house.answerWith = () => {
      answeredBefore = answered
      return []
    }
    const target = JSON.parse(words)
    target.message.text = '/target'
    target.message.entities = [{ type: 'bot_command', offset: 0, length: 7 }]
    expect((await post(JSON.stringify(target), secret)).status).toBe(200)
    await expect.poll(() => house.handled.length).toBe(1)
    finished.unsubscribe(note)
    expect(answeredBefore).toBe(1)
  })

  test('acknowledges a slow command before its answer, and does it once', { timeout: 15_000 }, async () => {
    at = await world({ mode: 'webhook' })
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    const letGo = held(at)
    const begun = performance.now()
    await li.command('/target')
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect(telegram.webhookAttempts().filter(({ status }) => status !== 200)).toEqual([])
    letGo()
    await li.waitForPrivately('Done')
    expect(house.handled).toHaveLength(1)
  })
})

describe('long polling', () => {
  test('gets over cut connections, errors and another program, and says so meanwhile', { timeout: 20_000 }, async () => {
    at = await world({ mode: 'polling' })
    const { telegram, adapter, house } = at
    const li = await telegram.person('Li Na')
    await li.say('one')
    telegram.fault('getUpdates', { kind: 'connection-cut' })
    telegram.fault('getUpdates', { kind: 'refused', error: 'Conflict: terminated by other getUpdates request' })
    await li.say('two')
    await expect.poll(() => adapter.isConnected()).toBe(false)
    await li.say('three')
    expect(adapter.isConnected()).toBe(true)
    expect([...house.accepted.values()].map(({ event }) => event)).toMatchObject([{ text: 'one' }, { text: 'two' }, { text: 'three' }])
    expect(at.logged()).toContain('Another program takes this bot’s updates')
  })

  test('a failed update keeps its person’s next ones waiting and nobody else’s, and none is done twice', async () => {
    at = await world({ mode: 'polling' })
    const { telegram, house, dialogues } = at
    const [li, ben] = [await telegram.person('Li Na'), await telegram.person('Ben')]
    house.answerWith = () => [{ kind: 'answer', card: today }]
    dialogues.failNext(1)
    const all = Promise.all([li.command('/cancel'), li.command('/target'), ben.command('/target')])
    await all
    expect(house.handled.filter(({ who }) => who.name === 'Li Na').map(({ event }) => event)).toMatchObject([
      { name: 'cancel' },
      { name: 'target' },
    ])
    expect(house.handled).toHaveLength(3)
  })
})

test('a wrong token is refused at the start, in words without it', async () => {
  at = await world({ mode: 'polling' })
  const telegram = await fakeTelegram()
  const wrong = telegramAdapter({
    token: '123456:not-the-token',
    apiRoot: telegram.apiRoot,
    dialogues: memoryDialogues(),
    log: pino({ level: 'silent' }),
  })
  const refusal = await wrong.start(house()).catch((error: unknown) => error)
  expect(refusal).toEqual(new Error('Telegram refuses getMe: 401 Unauthorized'))
  expect(wrong.isConnected()).toBe(false)
  await telegram.close()
})
