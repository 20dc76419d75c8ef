import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usualSpellings } from '../../../../src/core/forecast/file/spellings.js'

const meant = (counts: Readonly<Record<string, number>>, slips: 'mended' | 'kept' = 'mended') =>
  Object.fromEntries(usualSpellings(new Map(Object.entries(counts)), slips))

describe('a name that is written in more than one way', () => {
  test('is meant by its letters, as it is most often written', () => {
    expect(meant({ 'GTX Pro': 3, GTXPro: 5, 'gtx-pro': 1 }, 'kept')).toEqual({ 'GTX Pro': 'GTXPro', 'gtx-pro': 'GTXPro' })
  })

  test('rare and a slip away from a common one, is that one where slips are mended', () => {
    expect(meant({ Software: 30, Sofware: 2, Hardware: 30 })).toEqual({ Sofware: 'Software' })
    expect(meant({ Software: 30, Sofware: 2 }, 'kept')).toEqual({})
    expect(meant({ Software: 10, Sofware: 2 })).toEqual({})
  })

  test.each([
    { names: 'told apart by a digit', counts: { 'Stage 1': 40, 'Stage 2': 3 } },
    { names: 'told apart by a sign', counts: { 华东区: 40, 华南区: 3 } },
    { names: 'of three letters', counts: { GTX: 40, GTK: 3 } },
    { names: 'with a sign between digits', counts: { '1-1': 40, '11': 3 } },
  ])('$names stay what they are', ({ counts }) => expect(meant(counts)).toEqual({}))
})

test('the order in which they are seen makes no difference', () => {
  const counts = fc.uniqueArray(
    fc.tuple(fc.constantFrom('Software', 'software', 'Sofware', 'Softwear', 'Hardware', 'Hard ware'), fc.integer({ min: 1, max: 40 })),
    {
      selector: ([name]) => name,
    },
  )
  fc.assert(
    fc.property(counts, (pairs) => {
      expect(new Map(usualSpellings(new Map(pairs.toReversed()), 'mended'))).toEqual(new Map(usualSpellings(new Map(pairs), 'mended')))
    }),
  )
})
