import { Temporal } from 'temporal-polyfill'
import { UserError } from '../user-error.js'

/** Farther off than this a day is a slip of the key. */
const MOST_DAYS = 366

/** @throws UserError for a first or last day in a team that is past, or too far off to be meant */
export function mustBeComing(on: Temporal.PlainDate, today: Temporal.PlainDate, what: 'join' | 'leave'): void {
  const isPast = Temporal.PlainDate.compare(on, today) < 0
  if (isPast) throw new UserError(what === 'join' ? 'joins-past' : 'leaves-past', { on: dayFact(on) })
  if (today.until(on, { largestUnit: 'days' }).days > MOST_DAYS) throw new UserError('stay-far', { on: { ...dayFact(on), style: 'long' } })
}

export function dayFact(on: Temporal.PlainDate) {
  return { kind: 'date' as const, on: on.toString(), style: 'weekday' as const }
}
