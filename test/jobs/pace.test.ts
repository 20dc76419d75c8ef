import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepPace } from '../../src/jobs/pace.js'
import { createRests } from '../../src/jobs/rests.js'

test('a burst goes at once, and what comes after it a stretch after each has been answered', () => {
  const pace = keepPace({ most: 3, withinMs: 1_000 })
  for (let index = 0; index < 3; index += 1) expect(pace.letIn(0)).toBe(0)
  expect([pace.room(5), pace.opensAt(5)]).toEqual([0, undefined])
  for (const at of [10, 20, 90]) pace.ended(at)
  expect(pace.room(500)).toBe(0)
  expect(pace.opensAt(500)).toBe(1_010)
  expect(pace.room(1_010)).toBe(1)
  expect(pace.letIn(1_010)).toBe(1_010)
  expect(pace.opensAt(1_010)).toBe(1_020)
})

test('one is let in a little before its place is free, and told when it may start; each place once', () => {
  const pace = keepPace({ most: 2, withinMs: 1_000 }, { aheadMs: 60 })
  for (const at of [100, 150]) {
    pace.letIn(0)
    pace.ended(at)
  }
  expect([pace.room(1_039), pace.opensAt(900)]).toEqual([0, 1_040])
  expect(pace.room(1_040)).toBe(1)
  expect(pace.letIn(1_040)).toBe(1_100)
  expect([pace.room(1_041), pace.opensAt(1_041)]).toEqual([0, 1_090])
  expect(pace.letIn(1_095)).toBe(1_150)
  expect([pace.room(1_200), pace.opensAt(1_200)]).toEqual([0, undefined])
})

test('many that are let in together start one after the other', () => {
  const pace = keepPace({ most: 30, withinMs: 1_000 }, { apartMs: 8 })
  expect([1, 2, 3].map(() => pace.letIn(100))).toEqual([100, 108, 116])
  expect(pace.letIn(500)).toBe(500)
})

test('whenever within its time under way each arrives, no stretch of that length holds more', () => {
  const sent = fc.record({
    pause: fc.integer({ min: 0, max: 400 }),
    tookMs: fc.integer({ min: 0, max: 900 }),
    arrived: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 40 }),
      fc.array(sent, { maxLength: 60 }),
      (most, aheadMs, apartMs, messages) => {
        const pace = keepPace({ most, withinMs: 1_000 }, { aheadMs, apartMs })
        const arrivals: number[] = []
        let underWay: number[] = []
        let at = 0
        let before = Number.NEGATIVE_INFINITY
        const endBy = (moment: number) => {
          for (const end of underWay.filter((each) => each <= moment).sort((a, b) => a - b)) pace.ended(end)
          underWay = underWay.filter((each) => each > moment)
        }
        for (const { pause, tookMs, arrived } of messages) {
          at += pause
          endBy(at)
          // With all places under way the next thing to happen is that one of them ends.
          while (pace.room(at) === 0) {
            at = pace.opensAt(at) ?? Math.min(...underWay)
            endBy(at)
          }
          const start = pace.letIn(at)
          expect(start).toBeGreaterThanOrEqual(Math.max(at, before + apartMs))
          before = start
          underWay.push(start + tookMs)
          arrivals.push(start + arrived * tookMs)
        }
        for (const first of arrivals)
          expect(arrivals.filter((other) => other >= first && other < first + 1_000).length).toBeLessThanOrEqual(most)
      },
    ),
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
