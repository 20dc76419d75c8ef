/** The standard metrics, in the order they are shown. Results are what is wanted, processes what leads there. */
export const METRICS = [
  { key: 'revenue', kind: 'result', unit: 'money' },
  { key: 'collected', kind: 'result', unit: 'money' },
  { key: 'deals', kind: 'result', unit: 'count' },
  { key: 'new-customers', kind: 'result', unit: 'count' },
  { key: 'visits', kind: 'process', unit: 'count' },
  { key: 'leads', kind: 'process', unit: 'count' },
  { key: 'proposals', kind: 'process', unit: 'count' },
  { key: 'follow-ups', kind: 'process', unit: 'count' },
  { key: 'negotiations', kind: 'process', unit: 'count' },
] as const satisfies readonly { key: string; kind: 'result' | 'process'; unit: 'money' | 'count' }[]

export type MetricKey = (typeof METRICS)[number]['key']

export interface Metric {
  readonly key: MetricKey
  readonly kind: 'result' | 'process'
  /** Money is in minor units of the target's currency. */
  readonly unit: 'money' | 'count'
}

export function metric(key: MetricKey): Metric {
  const found = metricByKey.get(key)
  if (found === undefined) throw new RangeError(`Cannot find metric "${key}"`)
  return found
}

export function isMetricKey(words: string): words is MetricKey {
  return metricByKey.has(words)
}

const metricByKey: ReadonlyMap<string, Metric> = new Map(METRICS.map((each) => [each.key, each]))

/** From the first contact to the deal: each takes some of the one before it. */
export const FUNNEL: readonly MetricKey[] = ['leads', 'visits', 'proposals', 'negotiations', 'deals']
