import pino from 'pino'
import { expect, test } from 'vitest'
import { limits } from '../../../src/adapters/telegram/limits.js'
import { withParking } from '../../../src/adapters/telegram/parking.js'

const update = (id: number) => ({ update_id: id, message: { text: 'secret words' } })

function parking({ isStoreUp = true } = {}) {
  const lines: string[] = []
  const parked: number[] = []
  const state = { isStoreUp, broken: new Set([1]) }
  const receive = withParking(
    async (raw) => {
      if (state.broken.has((raw as { update_id: number }).update_id)) throw new Error('It cannot be kept')
    },
    {
      isStoreUp: async () => state.isStoreUp,
      onParked: async (_, updateId) => void parked.push(updateId),
      log: pino({}, { write: (line: string) => void lines.push(line) }),
    },
  )
  const tries = async (id: number, times: number) => {
    const outcomes = await Promise.allSettled(Array.from({ length: times }, () => id).map((each) => receive(update(each))))
    return outcomes.map(({ status }) => status)
  }
  return { tries, parked, state, logged: () => lines.join('') }
}

test('an update that fails every time is given up, told of once, and lets what comes after it go on', async () => {
  const { tries, parked, logged } = parking()
  expect(await tries(1, limits.updateAttempts - 1)).not.toContain('fulfilled')
  expect(parked).toEqual([])
  expect(await tries(2, 1)).toEqual(['fulfilled'])
  expect(await tries(1, 1)).toEqual(['fulfilled'])
  expect(parked).toEqual([1])
  expect(logged()).toContain('"updateId":1')
  expect(logged()).not.toContain('secret words')
})

test('while the database is away no update is to blame', async () => {
  const { tries, parked, state } = parking({ isStoreUp: false })
  expect(await tries(1, limits.updateAttempts * 3)).not.toContain('fulfilled')
  state.broken.clear()
  expect(await tries(1, 1)).toEqual(['fulfilled'])
  expect(parked).toEqual([])
})
