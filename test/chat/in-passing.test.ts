import { expect, test } from 'vitest'
import { askedInPassing, doneOfTarget, inPassing } from '../../src/chat/in-passing.js'
import { sayIn } from '../../src/chat/say.js'
import { type TextArg, text } from '../../src/chat/text.js'

const say = (words: TextArg, language: 'en' | 'zh-CN' = 'en') => sayIn(language)(text('as-typed', { words }))

test.each([
  { minor: 123_456n, currency: 'GBP', said: '£1,235' },
  { minor: 12_349n, currency: 'GBP', said: '£123' },
  { minor: 9_999n, currency: 'GBP', said: '£99.99' },
  { minor: -123_456n, currency: 'GBP', said: '-£1,235' },
  { minor: 1_234n, currency: 'JPY', said: '¥1,234' },
  { minor: 1_234_567n, currency: 'KWD', said: 'KWD 1,235' },
  { minor: 12_345n, currency: undefined, said: '12,345' },
])('in passing $minor of $currency reads $said', ({ minor, currency, said }) => {
  expect(say(inPassing(minor, currency)).replaceAll('\u00a0', ' ')).toBe(said)
})

test('a goal missed by cents does not read as met', () => {
  const read = (done: bigint, target: bigint) => {
    const said = doneOfTarget(done, target, 'CNY')
    return [say(said.done, 'zh-CN'), say(said.target, 'zh-CN')]
  }
  expect(read(983_600n, 983_606n)).toEqual(['¥9,836', '¥9,837'])
  expect(read(983_660n, 983_666n)).toEqual(['¥9,836.60', '¥9,836.66'])
  expect(read(983_606n, 983_606n)).toEqual(['¥9,836', '¥9,836'])
  expect(read(983_610n, 983_606n)).toEqual(['¥9,836.10', '¥9,836.06'])
})

test('a goal reads the same before anything is done for it as beside a nought', () => {
  expect(say(askedInPassing(967_742n, 'CNY'), 'zh-CN')).toBe('¥9,678')
  expect(say(doneOfTarget(0n, 967_742n, 'CNY').target, 'zh-CN')).toBe('¥9,678')
  expect(say(askedInPassing(0n, 'CNY'), 'zh-CN')).toBe('¥0')
})
