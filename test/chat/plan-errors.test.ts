import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planErrorText } from '../../src/chat/cards/plan-errors.js'
import { sayIn } from '../../src/chat/say.js'
import { parsePlan } from '../../src/core/plan/plan-file.js'

const locale = new URL('../../locales/en', import.meta.url).pathname

/** Of a plan sent as a file, not of mistakes in one. */
const OTHERS = ['coming', 'published', 'draft', 'back-xlsx', 'back-yaml', 'empty-cell', 'other']

test('each sentence that the catalogue has for a mistake in a plan file is said for it', () => {
  const sentences = readdirSync(locale).flatMap((file) =>
    [...readFileSync(`${locale}/${file}`, 'utf8').matchAll(/^plan-file-([a-z-]+) =/gm)].map(([, code = '']) => code),
  )
  const codes = sentences.filter((code) => !OTHERS.includes(code))
  expect(codes.length).toBeGreaterThan(50)
  expect(codes.map((code) => planErrorText({ field: '', code, facts: {} }).key)).toEqual(codes.map((code) => `plan-file-${code}`))
})

test.each([
  { target: 'phases: [30, 40]', says: 'Line 7: these three parts must add up to 100.', 说: '第 7 行：这三部分加起来要等于 100。' },
  { target: 'rhythm: [33.5, 33.5, 33]', says: 'Line 7: this must be a whole number, such as 30.', 说: '第 7 行：这里要写整数，例如 30。' },
])('what is wrong with $target is said in words', ({ target, says, 说 }) => {
  const parsed = parsePlan({
    format: 'yaml',
    text: `version: 1\nperiod: 2027\ntargets:\n  - metric: visits\n    amount: 100\n    split: equal\n    ${target}\n`,
  })
  const errors = parsed.ok ? [] : parsed.error
  expect(errors.map((error) => sayIn('en')(planErrorText(error)))).toContain(says)
  expect(errors.map((error) => sayIn('zh-CN')(planErrorText(error)))).toContain(说)
})
