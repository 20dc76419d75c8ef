import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type Pace, type PaceDay, type PaceInput, paceOf } from '../../../src/core/pace/pace.js'

const START = Temporal.PlainDate.from('2026-11-02') // a Monday
const dayAt = (index: number) => START.add({ days: index })
const daysOf = (...targets: readonly (bigint | null)[]): PaceDay[] => targets.map((target, index) => ({ on: dayAt(index), target }))
const week = daysOf(5n, 5n, 5n, 5n, 5n, null, null)

function stand(input: Partial<PaceInput>) {
  const pace = paceOf({ days: week, done: 0n, asOf: dayAt(0), asOfDay: 'open', ...input })
  if (pace.state === 'no-target') throw new Error('no target')
  return pace
}

describe('2.6 catching up on five visits a day', () => {
  test.each([
    {
      at: 'Monday morning',
      index: 0,
      asOfDay: 'open',
      done: 0n,
      expected: 0n,
      gap: 0n,
      left: 5,
      required: 5n,
      catchUp: 5n,
      reachable: true,
      landing: null,
    },
    {
      at: 'Wednesday morning, on pace',
      index: 2,
      asOfDay: 'open',
      done: 10n,
      expected: 10n,
      gap: 0n,
      left: 3,
      required: 5n,
      catchUp: 5n,
      reachable: true,
      landing: 25n,
    },
    {
      at: 'Wednesday morning, 3 behind',
      index: 2,
      asOfDay: 'open',
      done: 7n,
      expected: 10n,
      gap: -3n,
      left: 3,
      required: 6n,
      catchUp: 6n,
      reachable: true,
      landing: 17n,
    },
    {
      at: 'Wednesday evening, 3 behind',
      index: 2,
      asOfDay: 'closed',
      done: 12n,
      expected: 15n,
      gap: -3n,
      left: 2,
      required: 7n,
      catchUp: 7n,
      reachable: true,
      landing: 20n,
    },
    {
      at: 'Friday morning, just within the cap',
      index: 4,
      asOfDay: 'open',
      done: 18n,
      expected: 20n,
      gap: -2n,
      left: 1,
      required: 7n,
      catchUp: 7n,
      reachable: true,
      landing: 22n,
    },
    {
      at: 'Friday morning, half a visit over it',
      index: 4,
      asOfDay: 'open',
      done: 17n,
      expected: 20n,
      gap: -3n,
      left: 1,
      required: 8n,
      catchUp: 8n,
      reachable: false,
      landing: 21n,
    },
    {
      at: 'Friday morning, far off',
      index: 4,
      asOfDay: 'open',
      done: 5n,
      expected: 20n,
      gap: -15n,
      left: 1,
      required: 20n,
      catchUp: 8n,
      reachable: false,
      landing: 6n,
    },
    {
      at: 'Friday evening, reached',
      index: 4,
      asOfDay: 'closed',
      done: 26n,
      expected: 25n,
      gap: 1n,
      left: 0,
      required: null,
      catchUp: null,
      reachable: true,
      landing: 26n,
    },
    {
      at: 'Sunday, not reached',
      index: 6,
      asOfDay: 'open',
      done: 24n,
      expected: 25n,
      gap: -1n,
      left: 0,
      required: null,
      catchUp: null,
      reachable: false,
      landing: 24n,
    },
  ] as const)('$at', ({ index, asOfDay, done, expected, gap, left, required, catchUp, reachable, landing }) => {
    expect(stand({ asOf: dayAt(index), asOfDay, done })).toMatchObject({
      target: 25n,
      expectedByNow: expected,
      gap,
      workingDaysLeft: left,
      requiredPerDay: required,
      catchUpPerDay: catchUp,
      reachable,
      landingAt: landing,
    })
  })

  test('half a day does not lower where it ends, a good one raises it at once', () => {
    // 5 in the day that is over; with today's 4 it would be 9 in 2 of 5 days, 22.5.
    expect(stand({ asOf: dayAt(1), done: 9n, doneOnAsOf: 4n }).landingAt).toBe(25n)
    // Nothing in the day that is over, 9 today: 9 in 2 of 5 days.
    expect(stand({ asOf: dayAt(1), done: 9n, doneOnAsOf: 9n }).landingAt).toBe(22n)
  })

  test('the cap is a setting', () => {
    expect(stand({ asOf: dayAt(4), done: 5n, capShare: { num: 1n, den: 1n } }).catchUpPerDay).toBe(5n)
  })
})

test('a plan that is heavy at its end is within reach as long as it is kept', () => {
  const sprint = daysOf(0n, 0n, 0n, 0n, 20n)
  expect(stand({ days: sprint, asOf: dayAt(4), done: 0n })).toMatchObject({ gap: 0n, requiredPerDay: 20n, reachable: true })
})

test('a plan that was light at its end can still be caught up', () => {
  const early = daysOf(20n, 0n, 0n, 0n, 0n)
  expect(stand({ days: early, asOf: dayAt(1), done: 0n })).toMatchObject({
    gap: -20n,
    requiredPerDay: 5n,
    catchUpPerDay: 5n,
    reachable: true,
  })
})

test('no target, a target of zero and no days are three things', () => {
  expect(paceOf({ days: daysOf(null, null), done: 3n, asOf: START, asOfDay: 'open' })).toEqual({ state: 'no-target', done: 3n })
  expect(paceOf({ days: [], done: 0n, asOf: START, asOfDay: 'open' })).toEqual({ state: 'no-target', done: 0n })
  expect(stand({ days: daysOf(0n, 0n), done: 3n })).toMatchObject({ target: 0n, attainmentShare: null, remaining: 0n, reachable: true })
})

const someDays = fc
  .array(fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n })), { minLength: 1, maxLength: 40 })
  .map((targets) => daysOf(...targets))
const someDone = fc.bigInt({ min: -(10n ** 10n), max: 10n ** 14n })
const amounts = (pace: Pace) => (pace.state === 'no-target' ? { expectedByNow: 0n, workingDaysLeft: 0 } : pace)

describe('whatever the plan', () => {
  test('what is expected never falls, the days left never grow, and it ends at the target', () => {
    fc.assert(
      fc.property(someDays, someDone, (days, done) => {
        const moments = days.flatMap(({ on }) =>
          (['open', 'closed'] as const).map((asOfDay) => amounts(paceOf({ days, done, asOf: on, asOfDay }))),
        )
        for (const [index, moment] of moments.entries()) {
          const before = moments[index - 1] ?? { expectedByNow: 0n, workingDaysLeft: days.length }
          expect(moment.expectedByNow).toBeGreaterThanOrEqual(before.expectedByNow)
          expect(moment.workingDaysLeft).toBeLessThanOrEqual(before.workingDaysLeft)
        }
        expect(moments.at(-1)).toMatchObject({
          expectedByNow: days.reduce((sum, { target }) => sum + (target ?? 0n), 0n),
          workingDaysLeft: 0,
        })
      }),
    )
  })

  test('the required rate suffices and one less does not; what is reachable is never capped', () => {
    fc.assert(
      fc.property(someDays, someDone, fc.nat(40), (days, done, index) => {
        const pace = paceOf({ days, done, asOf: dayAt(index), asOfDay: 'open' })
        if (pace.state === 'no-target' || pace.requiredPerDay === null || pace.catchUpPerDay === null) return
        const left = BigInt(pace.workingDaysLeft)
        expect(pace.requiredPerDay * left).toBeGreaterThanOrEqual(pace.remaining)
        if (pace.remaining > 0n) expect((pace.requiredPerDay - 1n) * left).toBeLessThan(pace.remaining)
        expect(pace.catchUpPerDay).toBeLessThanOrEqual(pace.requiredPerDay)
        if (pace.reachable) expect(pace.catchUpPerDay).toBe(pace.requiredPerDay)
      }),
    )
  })

  test('who is on pace can reach the target', () => {
    fc.assert(
      fc.property(someDays, fc.nat(40), fc.bigInt({ min: 0n, max: 10n ** 6n }), (days, index, ahead) => {
        const asOf = dayAt(index)
        const { expectedByNow } = amounts(paceOf({ days, done: 0n, asOf, asOfDay: 'open' }))
        const pace = paceOf({ days, done: expectedByNow + ahead, asOf, asOfDay: 'open' })
        if (pace.state === 'has-target') expect(pace.reachable).toBe(true)
      }),
    )
  })

  test('doing more never makes anything worse', () => {
    fc.assert(
      fc.property(someDays, someDone, fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.nat(40), (days, done, more, index) => {
        const asOf = dayAt(index)
        const [less, now] = [paceOf({ days, done, asOf, asOfDay: 'closed' }), paceOf({ days, done: done + more, asOf, asOfDay: 'closed' })]
        if (less.state === 'no-target' || now.state === 'no-target') return
        expect(now.remaining).toBeLessThanOrEqual(less.remaining)
        expect(now.requiredPerDay ?? 0n).toBeLessThanOrEqual(less.requiredPerDay ?? 0n)
        expect(now.landingAt ?? 0n).toBeGreaterThanOrEqual(less.landingAt ?? 0n)
        expect(now.reachable || !less.reachable).toBe(true)
      }),
    )
  })
})
