import { getRequestListener } from '@hono/node-server'
import pino from 'pino'
import { playgroundAdapter } from '../../src/adapters/playground/adapter.js'
import type { Cast } from '../../src/adapters/playground/cast.js'
import { storedMessages } from '../../src/demo/messages.js'
import { fakePlayground } from '../support/fake-playground/fake-playground.js'
import type { World } from '../support/world.js'
import type { Stand } from './scene.js'
import { serve } from './serve.js'
import { standInHouse } from './stand-in-house.js'

/** The real playground, its messages in a real database (emptied of those before), with people who come when they are called. */
export async function playgroundStand({ database }: World): Promise<Stand> {
  await database.client.playgroundMessage.deleteMany()
  const channels: { id: string; name: string }[] = []
  const people: Cast['people'][number][] = []
  const adapter = playgroundAdapter({
    messages: storedMessages(database),
    cast: async () => ({ workspaceName: 'Acme Sales', channels, people }),
    clock: {
      now: () => new Date().toISOString(),
      zone: async () => 'Europe/London',
      moments: async () => [],
      moveTo: async () => false,
    },
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
  })
  const house = standInHouse((interaction, answer) => adapter.reply(interaction, answer))
  const served = await serve(getRequestListener(adapter.routes.fetch))
  await adapter.start(house)
  const playground = fakePlayground({
    url: served.url,
    admit: {
      person: (name, zone) => people.push({ id: name.toLowerCase().replaceAll(' ', '-'), name, role: 'rep', zone }),
      channel: (name) => channels.push({ id: `c-${name}`, name }),
    },
  })
  return {
    harness: playground,
    adapter,
    house,
    workspaceOf: () => 'playground',
    posting: undefined,
    sharing: undefined,
    nowhere: undefined,
    canBeAsked: true,
    async close() {
      await playground.close()
      await adapter.stop()
      await served.close()
    },
  }
}
