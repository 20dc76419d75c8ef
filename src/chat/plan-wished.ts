import { UserError } from '../app/user-error.js'
import { CARRIERS, type Carrier } from '../core/plan/checks/specific.js'
import { isMetricKey, type MetricKey, metric } from '../core/plan/metric.js'
import type { PlanTarget } from '../core/plan/plan-input.js'
import { base36 } from './base36.js'

/** A target that a button starts the form with. */
export interface Wished {
  readonly metric: MetricKey
  readonly amount: bigint
  readonly period: string
  readonly carrier: Carrier | undefined
}

/** Within a button's 64 bytes: the amount in base 36, the carrier by its first letter. */
export function wishAction(teamId: string, { metric: key, amount, period, carrier }: Wished): string {
  return `plan:wish:${teamId}:${key}:${amount.toString(36)}:${period}:${carrier?.slice(0, 1) ?? ''}`
}

/** What such a button says. @throws UserError when it is none of ours */
export function wishIn([key = '', amount, period = '', letter]: readonly string[]): Wished {
  if (!isMetricKey(key)) throw new UserError('button-gone')
  return { metric: key, amount: base36(amount), period, carrier: CARRIERS.find((carrier) => carrier.startsWith(letter || '-')) }
}

/** The form's initial target. */
export function targetOf({ metric: key, amount, carrier }: Wished, currency: string): PlanTarget {
  const unit = metric(key).unit === 'money' ? { currency } : {}
  return { metric: key, amount, split: 'equal', ...unit, ...carriedBy(key, carrier) }
}

/** A carrier with the metric that it was meant for: in the form another one may be chosen, which it may not carry. */
export function carriedBy(key: MetricKey, carrier: Carrier | undefined): { carrier?: Carrier } {
  const isApt = carrier !== undefined && metric(key).kind === 'result' && (metric(key).unit === 'money' || carrier !== 'deal-size')
  return isApt && (key !== 'new-customers' || carrier === 'new') ? { carrier } : {}
}
