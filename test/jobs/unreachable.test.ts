import pino from 'pino'
import { expect, test } from 'vitest'
import { tellHomeClosed } from '../../src/app/team/home-closed.js'
import { tellUnreachable } from '../../src/app/team/unreachable.js'
import { type Adapter, DeliveryError } from '../../src/chat/model.js'
import { createCourier } from '../../src/jobs/courier.js'
import { outboxQueue } from '../../src/store/outbox-queue.js'
import { waitingPosts } from '../support/speaker.js'
import { openWorld } from '../support/world.js'

test('a manager hears once of a rep whom no reminder reaches, and the team of a manager whom none does', async () => {
  const world = await openWorld('2026-11-24T08:00:00Z')
  const team = await world.team({ platform: 'telegram' })
  const { team: east, organisationId, members } = team
  const shut: Adapter = {
    platform: 'telegram',
    start: async () => {},
    stop: async () => {},
    isConnected: () => true,
    async deliver({ to }) {
      if (to.kind === 'conversation') return { conversation: to.conversation, message: '1' }
      throw new DeliveryError({ kind: 'refused', reason: "Forbidden: bot can't initiate conversation with a user", isClosed: true })
    },
    reply: async () => {},
  }
  const courier = createCourier({
    outbox: outboxQueue(world.database),
    adapters: [shut],
    now: world.app.now,
    log: pino({ level: 'silent' }),
    onClosed: async ({ platform, to }) => {
      if (to.kind === 'private') await tellUnreachable(world.app, { organisationId, platform, externalId: to.person })
    },
  })
  const nudge = (key: string) =>
    world.app.transaction(organisationId, (store) =>
      store.outbox.add([
        {
          key,
          to: { platform: 'telegram', kind: 'private', workspace: east.home.workspace, person: members['Li Na']?.externalId ?? '' },
          post: { kind: 'nudge', teamId: east.id, on: '2026-11-24', form: 'evening' },
          language: 'en',
        },
      ]),
    )
  await nudge('first')
  await nudge('second')
  courier.start()
  await expect.poll(async () => (await waitingPosts(world, team)).length, { timeout: 10_000 }).toBe(4)
  await courier.idle()
  await courier.stop()
  const posts = await waitingPosts(world, team)
  expect(posts.map(({ key }) => key).slice(2)).toEqual([
    `unreachable:${east.id}:${members['Li Na']?.personId}:${members.Chen?.personId}`,
    `unreachable:${east.id}:${members.Chen?.personId}`,
  ])
  expect(posts[2]?.text).toContain('Please ask Li Na to tap my name and press Start')
  expect(posts[3]?.text).toContain('Chen, I cannot write to you in private yet.')
  expect((await waitingPosts(world, team, 'zh-CN'))[2]?.text).toContain('请让Li Na点一下我的名字')
  await world.close()
})

test('a team without a manager has the admins told that its channel is closed', async () => {
  const world = await openWorld('2026-11-24T08:00:00Z')
  const team = await world.team({ people: { 'Li Na': 'rep', 'Wang Wei': 'rep' } })
  const { organisationId } = team
  await world.database.client.person.updateMany({ where: { organisationId, name: 'Li Na' }, data: { isAdmin: true } })
  const { platform, workspace, conversation } = team.team.home
  const closed = () => tellHomeClosed(world.app, { organisationId, platform, workspace, conversation })
  await closed()
  await closed()
  expect((await waitingPosts(world, team)).map(({ key }) => key)).toEqual([
    `home-closed:${team.team.id}:2026-W48:${team.members['Li Na']?.personId}`,
  ])
  await world.close()
})
