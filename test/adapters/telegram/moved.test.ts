import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { telegramAdapter } from '../../../src/adapters/telegram/telegram.js'
import { recognise, type Visitor } from '../../../src/app/access/visitor.js'
import { createTeam, homeOf } from '../../../src/app/team/create.js'
import { teamInput } from '../../../src/app/team/team-input.js'
import { createCourier } from '../../../src/jobs/courier.js'
import { createInboxWorker, createIntake } from '../../../src/jobs/intake.js'
import type { Loop } from '../../../src/jobs/loop.js'
import { dialoguesIn } from '../../../src/store/dialogues.js'
import { inboxQueue } from '../../../src/store/inbox-queue.js'
import { outboxQueue } from '../../../src/store/outbox-queue.js'
import { type FakeTelegram, fakeTelegram } from '../../support/fake-telegram/fake-telegram.js'
import type { TelegramChannel, TelegramPersona } from '../../support/fake-telegram/people.js'
import { openWorld, type World } from '../../support/world.js'

let world: World
let telegram: FakeTelegram
let courier: Loop
let inbox: Loop
let close: () => Promise<void>
beforeEach(async () => {
  world = await openWorld('2026-11-24T08:00:00Z')
  telegram = await fakeTelegram()
  const { app, database } = world
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const adapter = telegramAdapter({
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    dialogues: dialoguesIn(database, Date.now),
    log,
  })
  courier = createCourier({ outbox: outboxQueue(database), adapters: [adapter], now: app.now, log })
  inbox = createInboxWorker(app, inboxQueue(database), [adapter], log)
  await adapter.start(createIntake(app, inboxQueue(database), log, () => inbox.wake()))
  courier.start()
  inbox.start()
  close = async () => {
    await adapter.stop()
    await Promise.all([inbox.stop(), courier.stop()])
    await telegram.close()
    await world.close()
  }
})
afterEach(async () => {
  expect(telegram.violations()).toEqual([])
  await close()
})

const visitor = (chen: TelegramPersona, { id, name }: TelegramChannel): Promise<Visitor> =>
  recognise(world.app, {
    platform: 'telegram',
    externalId: chen.id,
    name: chen.name,
    workspace: id,
    workspaceName: name,
    conversation: id,
    conversationName: name,
    conversationKind: 'channel',
    thread: undefined,
    platformLanguage: 'en',
    platformZone: undefined,
  })

test.each([
  { how: 'as Telegram tells of it', isTold: true },
  { how: 'though nobody told of it', isTold: false },
])('a team goes along when its group becomes a supergroup, $how', async ({ isTold }) => {
  const [group, chen] = [await telegram.group('sales', { basic: true }), await telegram.person('Chen')]
  const input = teamInput.parse({
    name: 'East',
    zone: 'Asia/Shanghai',
    language: 'en',
    currency: 'CNY',
    country: 'CN',
    weekdays: ['1'],
    morning: '9:00',
  })
  const team = await createTeam(world.app, await visitor(chen, group), input)
  courier.wake()
  const created = await group.waitFor('East')
  const before = group.id

  await telegram.migrate(group, { isTold })
  expect(group.id).not.toBe(before)
  await inbox.idle()
  const key = `team-created:${team.id}`
  const [post] = await world.database.client.outbox.findMany({ where: { key } })
  const under = { under: key, to: homeOf(team), post: JSON.parse(JSON.stringify(post?.post)), language: 'en' as const }
  await world.app.transaction(team.organisationId, (store) => store.outbox.add([{ key: 'later', ...under }]))
  courier.wake()
  const later = await group.waitFor(({ id, text }) => id !== created.id && text.includes('East'))
  expect(later.under).toBeUndefined()
  // Telegram tells of the new chat as if the bot had just been added to it: no team that is there is asked to be set up.
  await inbox.idle()
  const inNewChat = telegram.calls().filter(({ params }) => String(params.chat_id) === group.id)
  expect(inNewChat.length).toBeGreaterThan(0)
  expect(JSON.stringify(inNewChat)).not.toContain('Set up a team')

  const after = await visitor(chen, group)
  expect(after.here).toMatchObject({ id: team.id, home: { workspace: group.id, conversation: group.id } })
  expect(after.memberships).toMatchObject([{ role: 'manager', team: { id: team.id } }])
})
