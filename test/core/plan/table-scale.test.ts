import { expect, test } from 'vitest'
import { scaled, scaleOf, withoutScale } from '../../../src/core/plan/table-scale.js'

test.each([
  ['目标（万元）', '万', '目标'],
  ['销售额(单位：千元)', '千', '销售额'],
  ['单位: 亿元', '亿', '单位: 亿元'],
  ['Plan ($k)', 'k', 'Plan'],
  ["Revenue ($'000)", 'k', 'Revenue'],
  ['Target (USD m)', 'm', 'Target'],
  ['Revenue in millions', 'm', 'Revenue'],
  ['目标（元）', '', '目标（元）'],
  ['Target (net)', '', 'Target (net)'],
  ['Target', '', 'Target'],
])('the header "%s" is written in "%s"', (header, scale, bare) => {
  expect(scaleOf(header)).toBe(scale)
  expect(withoutScale(header)).toBe(bare)
})

test('only a bare number takes it', () => {
  expect(['50', '1,200.5', '¥50', '50元', '50万', 'n/a', ''].map((cell) => scaled(cell, '万'))).toEqual([
    '50万',
    '1,200.5万',
    '¥50万',
    '50万',
    '50万',
    'n/a',
    '',
  ])
})

test('a word that every object has is no scale', () => {
  expect(['Plan (constructor)', 'Plan (toString)', '单位：valueOf'].map(scaleOf)).toEqual(['', '', ''])
})
