import { expect, test } from 'vitest'
import { isCourtesy } from '../../../src/core/checkin/courtesy.js'

test.each(['ok', 'Thanks, team!', '👍', '收到', '大家早上好', '好的，加油！', '哈哈哈，没问题', '知道了'])('"%s" is no report', (words) =>
  expect(isCourtesy(words)).toBe(true),
)

test.each(['3 visits', 'good price', '客户嫌贵', '早上拜访了', '好的方案'])('"%s" may be one', (words) =>
  expect(isCourtesy(words)).toBe(false),
)

test('a long laugh before a word takes no time to read', () => {
  const begun = performance.now()
  expect(isCourtesy(`${'哈'.repeat(3_000)}客户签了`)).toBe(false)
  expect(performance.now() - begun).toBeLessThan(1_000)
})
