import { describe, expect, test } from 'vitest'
import { type ComingMonth, learnSeason } from '../../../src/core/plan/learn-season.js'

const coming = (...workingDays: number[]): ComingMonth[] =>
  workingDays.map((days, index) => ({ month: { id: `m${index + 1}` }, workingDays: days }))
const month = (...daily: number[]) => ({ daily })
const weights = (season: ReturnType<typeof learnSeason>) => season?.map(({ weight }) => weight)

describe('last year’s season', () => {
  test('without chance it is last year’s rates times this year’s working days', () => {
    // 2, 4 and 6 a day, each day the same: of 20, 20 and 10 days 40, 80 and 60 of 180.
    const past = [month(2, 2, 2), month(4, 4, 4), month(6, 6, 6)]
    expect(weights(learnSeason(past, coming(20, 20, 10)))).toEqual([2222n, 4444n, 3333n])
  })

  test('what chance explains is taken out: months that differ by no more than their days do weigh by working days', () => {
    const past = [month(0, 10, 0, 10), month(10, 0, 10, 0), month(0, 10, 10, 0)]
    expect(weights(learnSeason(past, coming(20, 20, 10)))).toEqual([4000n, 4000n, 2000n])
  })

  test('between the two a month is drawn towards the mean by its share of chance', () => {
    // Means 2 and 6, days off them by 1: s² = 8 ÷ 6, of each mean 1/3 (4 days); τ² = 8 − 1/3; B = 23/24. 4 ∓ 23/12 = 25/12 and 71/12 of 8.
    const past = [month(1, 3, 1, 3), month(5, 7, 5, 7)]
    expect(weights(learnSeason(past, coming(20, 20)))).toEqual([2604n, 7396n])
  })

  test('a month without a record has the mean, a month without a working day nothing', () => {
    const past = [month(), month(2, 2), month(4, 4)]
    expect(weights(learnSeason(past, coming(10, 10, 0)))).toEqual([6000n, 4000n, 0n])
  })

  test('a single month has no season', () => expect(weights(learnSeason([month(1)], coming(20)))).toEqual([1n]))

  test.each([
    { what: 'one month of record', past: [month(1, 2), month()] },
    { what: 'nothing done', past: [month(0, 0), month(0, 0)] },
  ])('$what says nothing', ({ past }) => expect(learnSeason(past, coming(20, 20))).toBeUndefined())
})
