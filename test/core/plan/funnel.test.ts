import { expect, test } from 'vitest'
import { parseRate, requiredFunnel, requiredUpstream, weeklyNumber } from '../../../src/core/plan/funnel.js'

const rate = (words: string) => {
  const parsed = parseRate(words)
  if (parsed === undefined) throw new RangeError(`no rate ${words}`)
  return parsed
}

test.each([
  { example: '1 measurable: 10 deals at 20% take 50 qualified leads', target: 10n, words: '20%', upstream: 50n },
  { example: '1 measurable: 50 qualified at 62.5% take 80 raw leads', target: 50n, words: '62.5%', upstream: 80n },
  { example: 'a broken number is rounded up', target: 10n, words: '30%', upstream: 34n },
  { example: 'nothing takes nothing', target: 0n, words: '20%', upstream: 0n },
])('$example', ({ target, words, upstream }) => expect(requiredUpstream(target, rate(words))).toBe(upstream))

test('1 specific: 20 new customers a quarter are 5 visits a week, 3 of them into negotiation', () => {
  const funnel = requiredFunnel(20n, [
    { from: 'negotiations', rate: rate('52%') },
    { from: 'visits', rate: rate('3/5') },
  ])
  expect(funnel.map(({ metric, amount }) => [metric, weeklyNumber(amount, 13)])).toEqual([
    ['negotiations', 3n],
    ['visits', 5n],
  ])
})

test('a rate of nothing is a bug', () => expect(() => requiredUpstream(1n, { num: 0n, den: 1n })).toThrow(RangeError))

test.each([
  { words: '62.5%', parsed: { num: 5n, den: 8n } },
  { words: '６２．５％', parsed: { num: 5n, den: 8n } },
  { words: ' 20 % ', parsed: { num: 1n, den: 5n } },
  { words: '0.2', parsed: { num: 1n, den: 5n } },
  { words: '1/3', parsed: { num: 1n, den: 3n } },
  { words: '100%', parsed: { num: 1n, den: 1n } },
  { words: '1', parsed: { num: 1n, den: 1n } },
  { words: '0%', parsed: undefined },
  { words: '101%', parsed: undefined },
  { words: '20', parsed: undefined },
  { words: '1/0', parsed: undefined },
  { words: '-5%', parsed: undefined },
  { words: 'half', parsed: undefined },
  { words: '', parsed: undefined },
])('"$words" as a rate', ({ words, parsed }) => expect(parseRate(words)).toEqual(parsed))
