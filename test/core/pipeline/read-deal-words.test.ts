import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDealWords } from '../../../src/core/pipeline/read-deal-words.js'

const yuan = { kind: 'money', currency: 'CNY' } as const

test.each([
  { words: 'ACME 120000 proposal', name: 'ACME', amount: 12_000_000n, stage: 'proposal' },
  { words: 'ACME', name: 'ACME', amount: undefined, stage: undefined },
  { words: 'proposal ACME Ltd, 1.2m', name: 'proposal ACME Ltd', amount: 120_000_000n, stage: undefined },
  { words: 'Studio 54 120k negotiation', name: 'Studio 54', amount: 12_000_000n, stage: 'negotiation' },
  { words: 'Big Co 1 200 000 quoted', name: 'Big Co', amount: 120_000_000n, stage: 'proposal' },
  { words: 'Big Co CNY 5000', name: 'Big Co', amount: 500_000n, stage: undefined },
  { words: 'Needs Ltd 800 needs', name: 'Needs Ltd', amount: 80_000n, stage: 'needs' },
  { words: '华东机械 12万 方案', name: '华东机械', amount: 12_000_000n, stage: 'proposal' },
  { words: '华东机械12万方案', name: '华东机械', amount: 12_000_000n, stage: 'proposal' },
  { words: '市第3医院，3.5万元，谈判', name: '市第3医院', amount: 3_500_000n, stage: 'negotiation' },
])('“$words” is $name', ({ words, ...read }) => {
  expect(readDealWords(words, yuan)).toEqual({ ...read, unread: undefined })
})

test.each([
  ['ACME 1.234,56', '1.234,56'],
  ['ACME -500 lead', '-500'],
  ['ACME 20%', '20%'],
])('in “%s” the amount is asked about rather than made a name', (words, unread) => {
  expect(readDealWords(words, yuan).unread).toBe(unread)
})

test('no words make it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const { name, unread } = readDealWords(words, yuan)
      expect(typeof name).toBe('string')
      expect(unread === undefined || words.includes(unread)).toBe(true)
    }),
  )
})
