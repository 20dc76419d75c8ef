import { afterEach, beforeEach, expect, test } from 'vitest'
import { DeliveryError, type Outgoing } from '../../../src/chat/model.js'
import type { TelegramChannel, TelegramPersona } from '../../support/fake-telegram/people.js'
import { card, problems, type World, world } from './house.js'

const file = { name: 'East-2026-Q2.xlsx', base64: Buffer.from('a workbook, as far as Telegram knows').toString('base64') }

let at: World
let channel: TelegramChannel
beforeEach(async () => {
  at = await world({ mode: 'polling', language: 'zh-CN' })
  channel = await at.telegram.channel('sales')
})
afterEach(async () => {
  expect(problems(at)).toEqual([])
  await at.close()
})

const toPerson = ({ id }: TelegramPersona, more: Partial<Outgoing> = {}) =>
  at.outgoing(card('The plan & <more>'), { to: { kind: 'private', workspace: channel.id, person: id }, file, ...more })
const askedIn = {
  name: 'Li Na',
  command: 'plan',
  get conversation() {
    return channel.id
  },
}
const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'arrived',
    (error: unknown) => (error instanceof DeliveryError ? error.outcome : error),
  )

test('whoever has never pressed Start is told so where they asked, with a link that takes the command up', async () => {
  const li = await at.telegram.person('Li Na', { hasStarted: false })
  await at.adapter.deliver(toPerson(li, { askedIn }))
  expect(channel.posts().map(({ text }) => text)).toEqual([
    'Li Na，这条只能发给你本人。请打开私聊，点一下“开始”：t.me/pacesetter_test_bot?start=plan',
  ])
  expect(li.privately()).toEqual([])
})

test('in a forum that is the topic in which they asked', async () => {
  const forum = await at.telegram.group('forum', { forum: true })
  const topic = at.telegram.topic(forum, 'east')
  const li = await at.telegram.person('Li Na', { hasStarted: false })
  await at.adapter.deliver(
    toPerson(li, { askedIn: { name: 'Li Na', command: 'plan', conversation: forum.id, thread: String(topic.thread) } }),
  )
  expect(topic.posts()).toHaveLength(1)
})

test('whoever blocked the bot in private is not reached, nor who asked in a group that is gone', async () => {
  const li = await at.telegram.person('Li Na')
  await at.telegram.block(li)
  const closed = { kind: 'refused', isClosed: true }
  expect(await outcomeOf(at.adapter.deliver(toPerson(li)))).toMatchObject(closed)
  await at.telegram.removeBot(channel)
  expect(await outcomeOf(at.adapter.deliver(toPerson(li, { askedIn })))).toMatchObject(closed)
})

test('a broken connection leaves it uncertain, a revoked token unsent', async () => {
  const li = await at.telegram.person('Li Na')
  at.telegram.fault('sendDocument', { kind: 'connection-cut' })
  expect(await outcomeOf(at.adapter.deliver(toPerson(li)))).toEqual({ kind: 'uncertain' })
  at.telegram.fault('sendDocument', { kind: 'refused', error: 'Unauthorized' })
  expect(await outcomeOf(at.adapter.deliver(toPerson(li)))).toMatchObject({ kind: 'not-sent', scope: 'platform' })
  expect(li.privately()).toEqual([])
})

test('what Telegram refuses is said in the person’s language, and a long caption is cut to what it takes', async () => {
  const li = await at.telegram.person('Li Na')
  at.telegram.fault('sendDocument', { kind: 'refused', error: 'Bad Request: wrong file' })
  await at.adapter.deliver(toPerson(li))
  expect(li.privately().map(({ text }) => text)).toEqual([
    'East-2026-Q2.xlsx 没能发给你。Telegram 没有接收。请再试一次；如果还是不行，请告诉负责运行本机器人的同事。',
  ])
  await at.adapter.deliver(toPerson(li, { card: card('长'.repeat(2_000)) }))
  expect(li.privately().at(-1)).toMatchObject({ file: file.name, text: `${'长'.repeat(1_023)}…` })
})
