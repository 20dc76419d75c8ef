import { attainmentShare } from '../../core/pace/attainment.js'
import { tierReached } from '../../core/plan/tiers.js'
import type { AttainmentFigures } from './figures.js'
import type { Numbers } from './numbers.js'
import { type DueSoFar, dueOf } from './so-far.js'

/** Each metric's share of its target and the tier it reached; in a running period also what of the target was due by then. */
export function attainmentFigures(numbers: readonly Numbers[], due?: DueSoFar): AttainmentFigures[] {
  return numbers.map(({ metric, currency, target, done }) => ({
    metric,
    ...(currency === undefined ? {} : { currency }),
    target,
    done,
    attainmentShare: target === null ? null : attainmentShare({ done, target }),
    tier: target === null ? 'none' : tierReached(done, target),
    ...(due === undefined || target === null ? {} : { due: dueOf(due, { metric }) }),
  }))
}
