import pino from 'pino'
import { expect, test } from 'vitest'
import type { Adapter, Answer, Interaction } from '../../src/chat/model.js'
import { createInboxWorker } from '../../src/jobs/intake.js'
import { inboxQueue } from '../../src/store/inbox-queue.js'
import { openWorld } from '../support/world.js'

test('words over which the program died again and again are given up, their writer told, and the next are worked on', async () => {
  const world = await openWorld('2026-11-24T08:00:00Z')
  const inbox = inboxQueue(world.database)
  const told: string[] = []
  const adapter: Adapter = {
    platform: 'telegram',
    start: async () => {},
    stop: async () => {},
    isConnected: () => true,
    deliver: async () => ({ conversation: '1', message: '1' }),
    async reply(_: Interaction, { replies, say }: Answer) {
      for (const reply of replies)
        if ('card' in reply) told.push(...reply.card.lines.flatMap((line) => ('text' in line ? [say(line.text)] : [])))
    },
  }
  const words = (deliveryId: string, text: string): Interaction => ({
    deliveryId,
    platform: 'telegram',
    who: { externalId: '7', name: 'Li Na', locale: 'en' },
    where: { workspace: '1', conversation: '7', kind: 'private' },
    at: '2026-11-24T08:00:00Z',
    event: { kind: 'words', text, mentionsBot: false },
    answerBy: {},
  })
  for (const [id, text] of [
    ['d1', 'deadly'],
    ['d2', 'harmless'],
  ] as const)
    await inbox.keep({ platform: 'telegram', deliveryId: id, lane: 'telegram:7:7', interaction: words(id, text), at: world.app.now() })
  await world.database.client.inbox.updateMany({ where: { deliveryId: 'd1' }, data: { attempts: 5 } })
  let parked = 0
  const worker = createInboxWorker(world.app, inbox, [adapter], pino({ level: 'silent' }), () => {
    parked += 1
  })
  worker.start()
  await worker.idle()
  await worker.stop()
  expect(parked).toBe(1)
  expect(told[0]).toContain('I could not take in your last message')
  expect(await inbox.pendingCount()).toBe(0)
  expect(await world.database.client.inbox.findMany({ select: { state: true }, orderBy: { id: 'asc' } })).toEqual([
    { state: 'failed' },
    { state: 'done' },
  ])
  await world.close()
})
