import { weekdayOf } from '../series/rhythm.js'
import { at } from '../values/at.js'
import type { DealCourse } from './deal.js'
import { monthOf } from './months.js'

/**
 * What a day makes of the chance that a deal is won on it: the weekday (nobody signs on a Sunday) by how near the month's end is (everybody
 * signs on the last day). Each is the wins on such days over what they would be were all days alike, in the last two years,
 * shrunk towards 1 as if `PRIOR_WINS` had come evenly.
 */
export function eagerness(deals: readonly DealCourse[], asOf: number): (day: number) => number {
  const wonOn = deals.flatMap(({ end }) => (end.kind === 'won' && end.on > asOf - REACH ? [end.on] : []))
  const first = wonOn.reduce((least, day) => Math.min(least, day), asOf)
  const days = Array.from({ length: asOf - first + 1 }, (_, index) => first + index)
  const byWeekday = factors(wonOn, days, weekdayOf, 8)
  const byDaysLeft = factors(wonOn, days, bandOf, BANDS.length)
  const known = new Map<number, number>()
  return (day) => {
    const factor = known.get(day) ?? at(byWeekday, weekdayOf(day)) * at(byDaysLeft, bandOf(day))
    known.set(day, factor)
    return factor
  }
}

const REACH = 730
const PRIOR_WINS = 8
/** The least days left in the month for each band, the day itself not counted. */
const BANDS = [0, 1, 3, 6, 12, 20]

function bandOf(day: number): number {
  const left = monthOf(day).last - day
  return BANDS.findLastIndex((least) => left >= least)
}

function factors(wonOn: readonly number[], days: readonly number[], kindOf: (day: number) => number, kinds: number): Float64Array {
  const [wins, there] = [new Float64Array(kinds), new Float64Array(kinds)]
  for (const day of wonOn) wins[kindOf(day)] = at(wins, kindOf(day)) + 1
  for (const day of days) there[kindOf(day)] = at(there, kindOf(day)) + 1
  return wins.map((count, kind) => {
    const share = at(there, kind) / days.length
    return (count + PRIOR_WINS / kinds) / (wonOn.length * share + PRIOR_WINS / kinds)
  })
}
