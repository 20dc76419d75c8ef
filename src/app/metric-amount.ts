/** An amount of a metric, in minor units; `currency` where the metric is money. */
export interface MetricAmount {
  readonly metric: string
  readonly amount: bigint
  readonly currency?: string
}
