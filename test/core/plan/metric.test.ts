import { expect, test } from 'vitest'
import { FUNNEL, isMetricKey, METRICS, metric } from '../../../src/core/plan/metric.js'
import { metricByWords } from '../../../src/core/plan/metric-words.js'

test('money and results are told from counts and processes', () => {
  expect(metric('revenue')).toEqual({ key: 'revenue', kind: 'result', unit: 'money' })
  expect(metric('visits')).toEqual({ key: 'visits', kind: 'process', unit: 'count' })
  expect([isMetricKey('deals'), isMetricKey('Deals'), isMetricKey('toString')]).toEqual([true, false, false])
})

test('the funnel runs from lead to deal', () => expect(FUNNEL).toEqual(['leads', 'visits', 'proposals', 'negotiations', 'deals']))

test.each([
  { words: '营收', key: 'revenue' },
  { words: '销售额', key: 'revenue' },
  { words: 'Sales', key: 'revenue' },
  { words: '回款', key: 'collected' },
  { words: '签单', key: 'deals' },
  { words: '成交', key: 'deals' },
  { words: 'New customers', key: 'new-customers' },
  { words: '新客户', key: 'new-customers' },
  { words: ' Visits ', key: 'visits' },
  { words: '拜访', key: 'visits' },
  { words: '线索', key: 'leads' },
  { words: '方案', key: 'proposals' },
  { words: 'follow_ups', key: 'follow-ups' },
  { words: '跟进', key: 'follow-ups' },
  { words: '谈判', key: 'negotiations' },
  { words: 'happiness', key: undefined },
])('"$words" is $key', ({ words, key }) => expect(metricByWords(words)).toBe(key))

test('every key names itself', () => {
  for (const { key } of METRICS) expect(metricByWords(key)).toBe(key)
})
