import type { Temporal } from 'temporal-polyfill'
import { greatestCommonDivisor } from '../amount/fraction.js'
import { dayNumber } from '../calendar/day-number.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'
import { type PlanMonth, workingDaysOf } from './plan-months.js'

/**
 * The season of a plan whose months are given in numbers and of which the days before `from` are past: what was asked on them stays, and what was
 * not is not made up for. A season's weight is a whole month's, so the month that `from` lies in weighs as much as makes what is left of it come to
 * what its number leaves, beside the others'. By working days: a rhythm within the month is not counted.
 *
 * @param season what each month comes to, in minor units
 * @param past what stands asked before `from`, by month; one that is not named asked for nothing
 */
export function begunSeason(
  season: Readonly<Record<string, bigint>>,
  months: readonly PlanMonth[],
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  past: Readonly<Record<string, bigint>>,
): Readonly<Record<string, bigint>> {
  const first = dayNumber(from)
  const begun = months.find(({ planFrom, planUntil }) => first > planFrom && first <= planUntil)
  const days = begun === undefined ? [] : (workingDaysOf(calendar, [begun])[0] ?? [])
  const open = days.filter((day) => (begun?.firstDay ?? 0) + day >= first).length
  if (begun === undefined || open === 0 || open === days.length) return season
  const divisor = greatestCommonDivisor(BigInt(days.length), BigInt(open))
  const [whole, left] = [BigInt(days.length) / divisor, BigInt(open) / divisor]
  const asked = past[begun.id] ?? 0n
  const toCome = (sum: bigint) => (sum > asked ? sum - asked : 0n)
  const weights = Object.entries(season).map(([id, sum]) => [id, id === begun.id ? toCome(sum) * whole : sum * left] as const)
  return weights.some(([, weight]) => weight >= MOST_WEIGHT) ? season : Object.fromEntries(weights)
}

/** A plan's weights have up to eighteen digits. */
const MOST_WEIGHT = 10n ** 18n
