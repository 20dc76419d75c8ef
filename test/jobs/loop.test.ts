import { setTimeout as pause } from 'node:timers/promises'
import pino from 'pino'
import { expect, test } from 'vitest'
import { createLoop } from '../../src/jobs/loop.js'

test('what ends while a look is on its way leaves room that is used at once, though no end opens the next piece', async () => {
  const waiting = Array.from({ length: 10 }, (_, index) => index)
  const done: number[] = []
  const loop = createLoop<number>({
    name: 'short and long',
    most: 2,
    async take(most) {
      await pause(20)
      return waiting.splice(0, most)
    },
    async work(piece) {
      await pause(piece % 2 === 0 ? 5 : 25)
      done.push(piece)
    },
    opensNext: () => false,
    log: pino({ level: 'silent' }),
  })
  const began = performance.now()
  loop.start()
  await expect.poll(() => done.length, { timeout: 15_000, interval: 10 }).toBe(10)
  // A poll comes once a second.
  expect(performance.now() - began).toBeLessThan(900)
  await loop.stop()
})
