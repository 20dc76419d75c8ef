import { expect, test } from 'vitest'
import { createTurns } from '../../src/jobs/turns.js'

test('so much is under way at once, the rest follows in its order, and what fails gives its turn on', async () => {
  const inTurn = createTurns(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const all = [0, 1, 2, 3].map((piece) =>
    inTurn(async () => {
      begun.push(piece)
      await new Promise<void>((resolve) => ends.push(resolve))
      if (piece === 0) throw new Error('failed')
      return piece
    }),
  )
  const settled = Promise.allSettled(all)
  await expect.poll(() => begun).toEqual([0, 1])
  for (let index = 0; index < 4; index += 1) {
    await expect.poll(() => ends.length).toBeGreaterThan(index)
    ends[index]?.()
  }
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(begun).toEqual([0, 1, 2, 3])
  expect(await inTurn(async () => 'free again')).toBe('free again')
})
