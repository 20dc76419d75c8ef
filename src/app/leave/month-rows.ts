import { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../../core/calendar/day-number.js'
import type { MemberId } from '../../core/id.js'
import { dayTargets, keptMonths } from '../../core/plan/kept-months.js'
import type { MonthDays } from '../../core/plan/lay-open-days.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import type { Stretch } from './stretches.js'

/** A member's month before and after it was laid anew. */
export interface LaidDays {
  readonly memberId: MemberId
  readonly stretch: Stretch
  readonly before: MonthDays
  readonly after: MonthDays
}

/** What stands of a stretch in somebody's kept months. */
export function daysIn(rows: readonly TargetMonth[], { metric, month }: Pick<Stretch, 'metric' | 'month'>): MonthDays {
  const targets = dayTargets(rows.filter((row) => row.metric === metric))
  const firstDay = dayNumber(month.start)
  return Array.from({ length: dayNumber(month.end) - firstDay + 1 }, (_, index) => targets.get(firstDay + index) ?? null)
}

/**
 * The kept months that change, with the new days in place.
 *
 * @param rows the members' own, whole, of all calendar months that the stretches touch
 */
export function changedRows(rows: readonly TargetMonth[], laid: readonly LaidDays[]): TargetMonth[] {
  const changed = laid.filter(({ before, after }) => !sameDays(before, after))
  const keyOf = ({ memberId, stretch }: LaidDays) => `${memberId} ${stretch.metric}`
  const keys = new Set(changed.map(keyOf))
  return [...keys].flatMap((key) =>
    rowsOf(
      rows,
      changed.filter((each) => keyOf(each) === key),
    ),
  )
}

/** @param of all of one member and metric */
function rowsOf(rows: readonly TargetMonth[], of: readonly LaidDays[]): TargetMonth[] {
  const [first] = of
  if (first === undefined) return []
  const { memberId, stretch } = first
  const own = rows.filter((row) => row.memberId === memberId && row.metric === stretch.metric)
  const targets = new Map(dayTargets(own))
  for (const {
    stretch: { month },
    after,
  } of of)
    for (const [index, day] of after.entries()) targets.set(dayNumber(month.start) + index, day)
  return keptMonths(targets, spanOf(of.map((each) => each.stretch))).flatMap(({ month, days }): TargetMonth[] => {
    const row = own.find((each) => each.month === month) ?? newRow(first, month, days)
    return row === undefined || sameDays(row.days, days) ? [] : [{ ...row, days }]
  })
}

/** A calendar month that leave had left without a day, and so without a row. */
function newRow({ memberId, stretch }: LaidDays, month: string, days: MonthDays): TargetMonth | undefined {
  if (isEmpty(days)) return undefined
  const { metric, planId, currency } = stretch
  return { memberId, metric, month, planId, currency, days: days.map(() => null) }
}

/** From the first day of the first stretch's calendar month to the last day of the last stretch. */
export function spanOf(stretches: readonly Stretch[]): { start: Temporal.PlainDate; end: Temporal.PlainDate } {
  const starts = stretches.map(({ month }) => month.start).toSorted(Temporal.PlainDate.compare)
  const ends = stretches.map(({ month }) => month.end).toSorted(Temporal.PlainDate.compare)
  const [start, end] = [starts[0], ends.at(-1)]
  if (start === undefined || end === undefined) throw new RangeError('Cannot lay leave: it touches no month')
  return { start: start.with({ day: 1 }), end }
}

export function isEmpty(days: MonthDays): boolean {
  return days.every((day) => day === null)
}

function sameDays(one: MonthDays, other: MonthDays): boolean {
  return one.every((day, index) => day === other[index])
}
