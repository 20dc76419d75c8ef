import type { Temporal } from 'temporal-polyfill'
import { dateOfDayNumber, dayNumber } from '../../calendar/day-number.js'

/** What was done on a day; several of a day are added up. Minor units or a count. */
export interface DoneOn {
  readonly on: Temporal.PlainDate
  readonly amount: bigint
}

export interface WorkedDay {
  readonly on: Temporal.PlainDate
  readonly amount: bigint
}

/**
 * What each worked day brought, oldest first, from the first day with a number up to and including `through`; in whatever order the numbers
 * come. A worked day without a number brought nothing, as days will again; what came on a day off counts with the worked day before it.
 */
export function workedDays(
  done: readonly DoneOn[],
  through: Temporal.PlainDate,
  isWorked: (on: Temporal.PlainDate) => boolean,
): WorkedDay[] {
  const amounts = new Map<number, bigint>()
  for (const { on, amount } of done) amounts.set(dayNumber(on), (amounts.get(dayNumber(on)) ?? 0n) + amount)
  const days: { on: Temporal.PlainDate; amount: bigint }[] = []
  let carried = 0n // what came before the first worked day
  const last = dayNumber(through)
  for (let day = [...amounts.keys()].reduce((least, each) => Math.min(least, each), last + 1); day <= last; day += 1) {
    const on = dateOfDayNumber(day)
    const amount = (amounts.get(day) ?? 0n) + carried
    const before = days.at(-1)
    carried = 0n
    if (isWorked(on)) days.push({ on, amount })
    else if (before === undefined) carried = amount
    else before.amount += amount
  }
  return days
}
