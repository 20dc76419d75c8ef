import { at } from './at.js'
import { type Asked, type Rolled, rolled } from './rolled.js'

/** What any forecast has to beat, to be worth the reading. */
export const BASELINES = {
  naive,
  'seasonal naive': seasonalNaive,
  'run-rate': runRate,
} as const satisfies Record<string, (asked: Asked) => Rolled>

export type BaselineName = keyof typeof BASELINES

/** The last value, carried on. */
function naive(asked: Asked): Rolled {
  return rolled(asked, (origin) => at(asked.values, origin))
}

/** The value of the same place one season ago; the last value until there is one. */
export function seasonalNaive(asked: Asked): Rolled {
  const { values, season } = asked
  return rolled(asked, (origin, step) => {
    const index = origin + step - Math.ceil(step / season) * season
    return at(values, index < 0 ? origin : index)
  })
}

/** As much a step as over the last season (of four values at least), carried on: what "at this rate" means. */
function runRate(asked: Asked): Rolled {
  const { values, season } = asked
  return rolled(asked, (origin) => {
    const count = Math.min(origin + 1, Math.max(4, season))
    let sum = 0
    for (let index = origin + 1 - count; index <= origin; index += 1) sum += at(values, index)
    return sum / count
  })
}
