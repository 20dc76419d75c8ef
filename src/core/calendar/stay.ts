import { Temporal } from 'temporal-polyfill'

/**
 * When somebody belongs to a team, by its calendar. Whether they do is always asked of a date, so that coming and going need no job that
 * changes anything on the day.
 */
export interface Stay {
  /** The first day. */
  readonly joinedOn: Temporal.PlainDate
  /** The last day, included; undefined: no end is known. Before the first day: they never came. */
  readonly leftOn?: Temporal.PlainDate | undefined
}

export function belongsOn({ joinedOn, leftOn }: Stay, on: Temporal.PlainDate): boolean {
  return !isBefore(on, joinedOn) && (leftOn === undefined || !isBefore(leftOn, on))
}

/** Whether they belong on any day from `start` to `end`, both included. */
export function belongsWithin({ joinedOn, leftOn }: Stay, { start, end }: { start: Temporal.PlainDate; end: Temporal.PlainDate }): boolean {
  if (leftOn === undefined) return !isBefore(end, joinedOn)
  return !isBefore(end, joinedOn) && !isBefore(leftOn, start) && !isBefore(leftOn, joinedOn)
}

/** Whether their last day is behind on a date. Who has yet to come has not left. */
export function hasLeft({ joinedOn, leftOn }: Stay, on: Temporal.PlainDate): boolean {
  return leftOn !== undefined && (isBefore(leftOn, on) || isBefore(leftOn, joinedOn))
}

/** Whether their first day is still ahead on a date. */
export function isToCome(stay: Stay, on: Temporal.PlainDate): boolean {
  return isBefore(on, stay.joinedOn) && !hasLeft(stay, on)
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}
