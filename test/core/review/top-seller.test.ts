import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type Seller, topSeller } from '../../../src/core/review/top-seller.js'

const date = (iso: string) => Temporal.PlainDate.from(iso)

function seller(name: string, done: bigint, target: bigint | null, rest: Partial<Seller> = {}): Seller {
  return { memberId: `id-${name}`, name, target, done, reachedOn: null, previous: null, newCustomers: 0n, ...rest }
}

function wonBy(input: Parameters<typeof topSeller>[0]): string {
  const result = topSeller(input).topSeller
  return result.state === 'none' ? result.why : `${result.winners.map(({ name }) => name).join('+')} by ${result.decidedBy}`
}

describe('who is the top seller', () => {
  test.each([
    { what: 'the larger share, not the larger amount', members: [seller('A', 90n, 100n), seller('B', 10n, 10n)], won: 'B by share' },
    { what: 'of equal shares the larger amount', members: [seller('A', 100n, 100n), seller('B', 10n, 10n)], won: 'A by amount' },
    {
      what: 'of equal amounts the earlier',
      members: [seller('A', 10n, 10n, { reachedOn: date('2026-11-20') }), seller('B', 10n, 10n, { reachedOn: date('2026-11-19') })],
      won: 'B by earliest',
    },
    {
      what: 'a date before none',
      members: [seller('A', 10n, 10n), seller('B', 10n, 10n, { reachedOn: date('2026-11-19') })],
      won: 'B by earliest',
    },
    {
      what: 'equal in all of it, they win together',
      members: [seller('B', 10n, 10n), seller('A', 10n, 10n), seller('C', 9n, 10n)],
      won: 'A+B by shared',
    },
    {
      what: 'the odd cent of an equal split decides nothing',
      members: [seller('A', 50n, 33_333_334n), seller('B', 50n, 33_333_333n)],
      won: 'A+B by shared',
    },
    { what: 'nobody has a target', members: [seller('A', 10n, null), seller('B', 10n, 0n)], won: 'no-target' },
    { what: 'nobody did anything', members: [seller('A', 0n, 10n)], won: 'nothing-done' },
    { what: 'nobody is there', members: [], won: 'no-target' },
  ])('$what', ({ members, won }) => expect(wonBy({ members })).toBe(won))

  test('the tie rule is a setting', () => {
    const members = [seller('A', 100n, 100n, { reachedOn: date('2026-11-20') }), seller('B', 10n, 10n, { reachedOn: date('2026-11-19') })]
    expect(wonBy({ members, tie: ['earliest'] })).toBe('B by earliest')
    expect(wonBy({ members, tie: [] })).toBe('A+B by shared')
  })

  test('the tier stands beside the winner', () => {
    expect(topSeller({ members: [seller('A', 12n, 10n)] }).topSeller).toMatchObject({
      winners: [{ attainmentShare: 1.2, tier: 'breakthrough' }],
    })
  })
})

describe('not the same one again', () => {
  const members = [seller('A', 12n, 10n), seller('B', 11n, 10n), seller('C', 10n, 10n)]
  const winners = [
    { memberId: 'id-A', monthsAgo: 1 },
    { memberId: 'id-C', monthsAgo: 2 },
  ]

  test.each([
    { months: 0, won: 'A by share' },
    { months: 1, won: 'B by share' },
    { months: 2, won: 'B by share' },
  ])('for $months months', ({ months, won }) => expect(wonBy({ members, rest: { months, winners } })).toBe(won))

  test('who would have won is said, who would not have is not', () => {
    const result = topSeller({ members, rest: { months: 2, winners } }).topSeller
    expect(result.state === 'won' && result.passedOver.map(({ name }) => name)).toEqual(['A'])
  })

  test('when all rest there is none', () => {
    expect(wonBy({ members: [seller('A', 12n, 10n)], rest: { months: 1, winners } })).toBe('all-resting')
  })
})

describe('further winners', () => {
  const honours = topSeller({
    members: [
      seller('A', 10n, 10n, { previous: { target: 10n, done: 9n }, newCustomers: 2n }),
      seller('B', 6n, 10n, { previous: { target: 10n, done: 2n }, newCustomers: 2n }),
      seller('C', 9n, 10n, { previous: { target: 0n, done: 0n } }),
      seller('D', 9n, 10n),
      seller('E', 1n, null, { newCustomers: 1n }),
    ],
  })

  test('the most progress is the most points gained', () => {
    expect(honours.progress).toEqual([{ memberId: 'id-B', name: 'B', gainedShare: 0.4 }])
  })

  test('most new customers may be shared', () => {
    expect(honours.newCustomers.map(({ name, count }) => `${name} ${count}`)).toEqual(['A 2', 'B 2'])
  })

  test('nobody is honoured for falling back or for nothing', () => {
    const fallen = topSeller({ members: [seller('A', 1n, 10n, { previous: { target: 10n, done: 2n } })] })
    expect([fallen.progress, fallen.newCustomers]).toEqual([[], []])
  })
})

test('the winners do not depend on the order, and nobody eligible attained more', () => {
  const someTeam = fc
    .array(fc.record({ done: fc.bigInt({ min: 0n, max: 9n }), target: fc.option(fc.bigInt({ min: 0n, max: 9n })) }), { maxLength: 8 })
    .map((members) => members.map(({ done, target }, index) => seller(`m${index}`, done, target)))
  fc.assert(
    fc.property(
      someTeam.chain((team) => fc.tuple(fc.constant(team), fc.shuffledSubarray(team, { minLength: team.length }))),
      ([team, shuffled]) => {
        const { topSeller: result } = topSeller({ members: team })
        expect(topSeller({ members: shuffled }).topSeller).toEqual(result)
        if (result.state === 'none') return
        for (const { done, target } of team) {
          for (const winner of result.winners)
            expect(target !== null && done * winner.target > winner.done * target && target > 0n).toBe(false)
        }
      },
    ),
  )
})
