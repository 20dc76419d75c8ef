import type { Carrier } from '../checks/specific.js'
import type { MetricKey } from '../metric.js'
import type { TemplatePart } from '../templates/plan-templates.js'
import type { KeyAction } from './key-action.js'

/** Key actions that plans usually have; the catalogues name them. */
export type UsualAction =
  | 'trade-shows'
  | 'leads'
  | 'screened-leads'
  | 'in-depth-visits'
  | 'customers-reviewed'
  | 'upsells'
  | 'referrals'
  | 'upgrades-offered'

interface Usual extends Omit<KeyAction, 'action' | 'members'> {
  readonly name: UsualAction
  readonly carrier: Carrier
  /** The metric that counts the same thing, or more of it: every in-depth visit is a visit. */
  readonly metric?: MetricKey
}

/** What usually carries each part of a business: of 20 existing customers reviewed in a month, 5 are to upsell and 3 to refer. */
const USUAL: Readonly<Record<TemplatePart, readonly Usual[]>> = {
  new: [
    { name: 'trade-shows', count: 2, every: 'month', carrier: 'new' },
    { name: 'leads', count: 50, every: 'month', carrier: 'new', metric: 'leads' },
    { name: 'screened-leads', count: 10, every: 'week', carrier: 'new', metric: 'leads' },
    { name: 'in-depth-visits', count: 5, every: 'week', carrier: 'new', metric: 'visits' },
  ],
  repeat: [
    { name: 'customers-reviewed', count: 20, every: 'month', carrier: 'repeat' },
    { name: 'upsells', count: 5, every: 'month', carrier: 'repeat' },
    { name: 'referrals', count: 3, every: 'month', carrier: 'repeat' },
  ],
  upgrades: [{ name: 'upgrades-offered', count: 2, every: 'week', carrier: 'deal-size' }],
  promotions: [],
}

/**
 * The usual key actions of a business's parts, to be taken over or changed. A plan keeps their names as words, in its team's language.
 *
 * @param counted metrics that the plan has targets for: nobody is to count the same thing twice, or to do more in-depth visits than visits
 */
export function usualActions(
  parts: readonly TemplatePart[],
  nameOf: (name: UsualAction) => string,
  counted: readonly MetricKey[] = [],
): KeyAction[] {
  return parts
    .flatMap((part) => USUAL[part])
    .filter(({ metric }) => metric === undefined || !counted.includes(metric))
    .map(({ name, metric: _, ...action }) => ({ action: nameOf(name), ...action }))
}
