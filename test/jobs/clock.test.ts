import { PassThrough } from 'node:stream'
import pino from 'pino'
import { expect, test } from 'vitest'
import { createClock } from '../../src/jobs/clock.js'
import { openWorld } from '../support/world.js'

test('a database that is away when the clock starts is said in the log, and the clock goes on and stops', async () => {
  const world = await openWorld('2026-11-24T08:00:00Z')
  await world.database.close()
  const lines: string[] = []
  const log = new PassThrough().on('data', (line) => lines.push(String(line)))
  const clock = createClock(world.app, pino({ level: 'error' }, log))
  clock.start()
  await expect.poll(() => lines.join(''), { timeout: 10_000 }).toContain('The first look for what is due failed')
  await expect(clock.tick()).rejects.toThrow()
  await clock.stop()
})
