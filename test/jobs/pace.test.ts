import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepPace } from '../../src/jobs/pace.js'
import { createRests } from '../../src/jobs/rests.js'

test('a burst goes at once, and what comes after it as the stretch moves on', () => {
  const pace = keepPace({ most: 3, withinMs: 1_000 })
  for (const at of [0, 10, 20]) pace.started(at)
  expect(pace.room(500)).toBe(0)
  expect(pace.opensAt(500)).toBe(1_000)
  expect(pace.room(1_000)).toBe(1)
  pace.started(1_000)
  expect(pace.opensAt(1_000)).toBe(1_010)
})

test('no stretch of that length ever holds more, and nothing waits longer than it must', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }), (most, pauses) => {
      const pace = keepPace({ most, withinMs: 1_000 })
      const starts: number[] = []
      let at = 0
      for (const pause of pauses) {
        at = pace.opensAt(at + pause)
        expect(pace.room(at)).toBeGreaterThan(0)
        pace.started(at)
        starts.push(at)
      }
      for (const start of starts) expect(starts.filter((other) => other >= start && other < start + 1_000).length).toBeLessThanOrEqual(most)
    }),
  )
})

test('who rests is passed over until the longest of their rests is over', () => {
  const rests = createRests()
  rests.rest('one', 1_000)
  rests.rest('one', 500)
  rests.rest('two', 700)
  expect(rests.names(600)).toEqual(['one', 'two'])
  expect(rests.nextOver(600)).toBe(700)
  expect(rests.names(700)).toEqual(['one'])
  expect(rests.names(1_000)).toEqual([])
  expect(rests.nextOver(1_000)).toBeUndefined()
})
