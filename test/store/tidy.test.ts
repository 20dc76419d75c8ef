import { expect, test } from 'vitest'
import { inboxQueue } from '../../src/store/inbox-queue.js'
import { forgetWhatIsOver } from '../../src/store/tidy.js'
import { openWorld } from '../support/world.js'

test('what is over is forgotten, what still counts is kept', async () => {
  const world = await openWorld('2026-03-02T08:00:00Z')
  const team = await world.team()
  const inbox = inboxQueue(world.database)
  const personId = (await team.actor('Li Na')).personId
  const keep = (id: string) =>
    world.app.transaction(team.organisationId, (store) => store.records.keepPending({ id, personId, kind: 'words', state: {} }))
  const deliver = async (deliveryId: string) => {
    await inbox.keep({ platform: 'slack', deliveryId, lane: deliveryId, interaction: {}, at: world.app.now() })
    const [received] = await inbox.take(world.app.now(), 1)
    if (received !== undefined) await inbox.done(received.id, 'done', world.app.now())
  }
  await keep('old')
  await deliver('old')
  world.moveTo('2026-03-10T07:00:00Z')
  await keep('new')
  await deliver('new')
  await inbox.keep({ platform: 'slack', deliveryId: 'waiting', lane: 'waiting', interaction: {}, at: world.app.now() })

  expect(await forgetWhatIsOver(world.database, world.app.now())).toBe(2)
  expect((await world.database.client.pending.findMany()).map(({ id }) => id)).toEqual(['new'])
  expect((await world.database.client.inbox.findMany({ orderBy: { id: 'asc' } })).map(({ deliveryId }) => deliveryId)).toEqual([
    'new',
    'waiting',
  ])
  await world.close()
})
