import { expect, test } from 'vitest'
import { closestName, foldedName } from '../../../src/core/plan/closest-name.js'

test.each([
  { written: 'Bob', names: ['Bob Li', 'Ann Wu'], meant: 'Bob Li', why: 'a part of one name' },
  { written: 'Bob', names: ['Bob Li', 'Bob Wu'], meant: undefined, why: 'a part of two' },
  { written: 'Bobb Li', names: ['Bob Li', 'Ann Wu'], meant: 'Bob Li', why: 'a slip' },
  { written: '娜', names: ['李娜', '王伟'], meant: '李娜', why: 'a part in Chinese' },
  { written: 'Zoe', names: ['Bob Li', 'Ann Wu'], meant: undefined, why: 'nobody near' },
])('$written means $meant: $why', ({ written, names, meant }) => {
  expect(closestName(written, names)).toBe(meant)
})

test('a Chinese name that is spaced out is the same name, two Latin words stay two', () => {
  expect(foldedName('陈 静')).toBe(foldedName('陈静'))
  expect(foldedName('Li  Na')).toBe('li na')
})
