import { attainmentShare } from '../../core/pace/attainment.js'
import { tierReached } from '../../core/plan/tiers.js'
import type { AttainmentFigures } from './figures.js'
import type { Numbers } from './numbers.js'

/** Each metric's share of its target and the tier it reached. */
export function attainmentFigures(numbers: readonly Numbers[]): AttainmentFigures[] {
  return numbers.map(({ metric, currency, target, done }) => ({
    metric,
    ...(currency === undefined ? {} : { currency }),
    target,
    done,
    attainmentShare: target === null ? null : attainmentShare({ done, target }),
    tier: target === null ? 'none' : tierReached(done, target),
  }))
}
