import { type MetricKey, metric } from './metric.js'

/** How much earlier than by rounding down a member's units fall due, in 48ths of a unit: from 0 to 47. */
export type Stagger = number

/** What a stagger is a part of. */
export const STAGGER_PARTS = 48

/**
 * By place. Of the first n one lies in each nth of the unit, for every n to 16, so that as many members with equal numbers are together less
 * than a unit off their common curve on every day. More values could hold for one member more at most: no sequence does it beyond 17
 * (E. Berlekamp and R. Graham, "Irregularities in the distributions of finite sequences", 1970). The first member's numbers are rounded down.
 */
const STAGGERS: readonly Stagger[] = [0, 26, 37, 13, 42, 20, 30, 8, 45, 16, 34, 4, 23, 39, 10, 27]

/**
 * Whole numbers are few: rounded by one rule, five people with four deals a month would owe them on the same four days. So each rounds from
 * a place of their own, and the team's deals fall evenly. Minor units of money are many enough: equal members' days stay equal.
 *
 * @param place the member's in the team, from 0; after sixteen the staggers come again
 */
export function staggerOf(key: MetricKey, place: number): Stagger {
  return metric(key).unit === 'money' ? 0 : (STAGGERS[place % STAGGERS.length] ?? 0)
}
