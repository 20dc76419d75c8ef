import { isMetricKey, type MetricKey } from './metric.js'

/** The metric that a plan file names by its key or by the usual word, English or Chinese, in any case: '签单', 'New customers'. */
export function metricByWords(words: string): MetricKey | undefined {
  const folded = words
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  return isMetricKey(folded) ? folded : metricByWord.get(folded)
}

const WORDS: Readonly<Record<MetricKey, readonly string[]>> = {
  revenue: ['sales', 'turnover', 'income', '营收', '销售额', '营业额', '收入', '业绩'],
  collected: ['collection', 'collections', 'cash', 'collected-cash', 'cash-collected', '回款', '回款额', '收款'],
  deals: ['deal', 'deals-won', 'won-deals', 'wins', 'orders', '成交', '签单', '成单', '成交数', '签单数', '订单'],
  'new-customers': ['new-customer', 'newcustomers', 'customers', 'new-clients', '新客户', '新客', '新增客户', '新客户数'],
  visits: ['visit', 'customer-visits', '拜访', '客户拜访', '拜访量', '拜访数'],
  leads: ['lead', '线索', '线索数', '销售线索'],
  proposals: ['proposal', 'quotes', 'offers', '方案', '方案数', '提案', '报价'],
  'follow-ups': ['follow-up', 'followup', 'followups', '跟进', '跟进数', '客户跟进'],
  negotiations: ['negotiation', '谈判', '谈判数', '商务谈判'],
}

const metricByWord: ReadonlyMap<string, MetricKey> = new Map(
  Object.entries(WORDS).flatMap(([key, words]) => (isMetricKey(key) ? words.map((word): [string, MetricKey] => [word, key]) : [])),
)
