import pino from 'pino'
import { expect, test } from 'vitest'
import type { Answer, Intake, Interaction } from '../../src/chat/model.js'
import { createLoop } from '../../src/jobs/loop.js'
import { createPrecedence } from '../../src/jobs/precedence.js'

const NONE: Answer = { replies: [], say: () => '', language: 'en' }

const interaction = (event: Interaction['event']): Interaction => ({
  deliveryId: 'd',
  platform: 'slack',
  who: { externalId: 'U1', name: 'Li Na', locale: 'en' },
  where: { workspace: 'T1', conversation: 'C1', kind: 'channel' },
  at: '2026-11-24T08:00:00Z',
  event,
  answerBy: {},
})
const words = interaction({ kind: 'words', text: '3 visits', mentionsBot: false })
const command = interaction({ kind: 'command', name: 'target', text: '', mentions: [] })

/** An intake whose work ends when it is told to. */
function held() {
  const ends: (() => void)[] = []
  const until = () => new Promise<void>((resolve) => ends.push(resolve))
  const intake: Intake = { handle: () => until().then(() => NONE), accept: until }
  return {
    intake,
    endAll() {
      for (const end of ends.splice(0)) end()
    },
  }
}

/** A loop that finds nothing, and when it looked for it (ms). */
function looking(givesWay: () => boolean) {
  const looks: number[] = []
  const loop = createLoop<never>({
    name: 'looking',
    most: 1,
    async take() {
      looks.push(performance.now())
      return []
    },
    work: async () => {},
    givesWay,
    log: pino({ level: 'silent' }),
  })
  return { loop, looks }
}

test('precedence is taken while an acknowledgement waits for its work, and not by a command, which is acknowledged before', async () => {
  const precedence = createPrecedence()
  const { intake, endAll } = held()
  const over = precedence.over(intake)
  const commanded = over.handle(command)
  expect(precedence.isTaken()).toBe(false)
  const handled = over.handle(words)
  const accepted = over.accept(words)
  expect(precedence.isTaken()).toBe(true)
  endAll()
  expect(await Promise.all([commanded, handled, accepted])).toEqual([NONE, NONE, undefined])
  expect(precedence.isTaken()).toBe(false)
})

test('work that fails gives precedence back', async () => {
  const precedence = createPrecedence()
  const over = precedence.over({ handle: async () => NONE, accept: () => Promise.reject(new Error('the database is away')) })
  await expect(over.accept(words)).rejects.toThrow('the database is away')
  expect(precedence.isTaken()).toBe(false)
})

test('a look gives way to an acknowledgement that is waited for, and comes once it is over', async () => {
  const precedence = createPrecedence()
  const { intake, endAll } = held()
  const accepted = precedence.over(intake).accept(words)
  const { loop, looks } = looking(precedence.isTaken)
  loop.start()
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(looks).toEqual([])
  endAll()
  await accepted
  await expect.poll(() => looks.length).toBeGreaterThan(0)
  await loop.stop()
})

test('however many come, a look gives way for a tenth of a second and no longer; and at once to whoever waits for it', async () => {
  const { loop, looks } = looking(() => true)
  const begun = performance.now()
  loop.start()
  await expect.poll(() => looks.length, { timeout: 5_000 }).toBe(1)
  expect((looks[0] ?? 0) - begun).toBeGreaterThanOrEqual(99)
  await loop.idle()
  expect(looks).toHaveLength(2)
  await loop.stop()
})
