import { at } from './at.js'
import { type Asked, type Rolled, rolled } from './rolled.js'

/** The mean of the latest `REACH` values: the best there is where nothing but chance moves a number around its level. */
export function longMean(asked: Asked): Rolled {
  const { values } = asked
  const sumTo = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i += 1) sumTo[i + 1] = at(sumTo, i) + at(values, i)
  return rolled(asked, (origin) => {
    const from = Math.max(0, origin + 1 - REACH)
    return (at(sumTo, origin + 1) - at(sumTo, from)) / (origin + 1 - from)
  })
}

const REACH = 182
