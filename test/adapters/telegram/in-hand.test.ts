import { pino } from 'pino'
import { expect, test } from 'vitest'
import { inHand } from '../../../src/adapters/telegram/in-hand.js'

test('an update that is done while it is on its way a second time is worked on once', async () => {
  const received: unknown[] = []
  const updates = inHand(async (update) => void received.push(update), new AbortController().signal, pino({ level: 'silent' }))
  const fetched = [{ id: 5, lane: 'chat', update: '/plan new' }]
  expect(updates.take(fetched)).toBe(true)
  await updates.idle()
  // Asked for while it was in hand, it comes when it no longer is.
  expect(updates.take(fetched)).toBe(false)
  expect(updates.take([{ id: 6, lane: 'chat', update: '/help' }])).toBe(true)
  await updates.idle()
  expect(received).toEqual(['/plan new', '/help'])
  expect(updates.offset()).toBe(7)
})
