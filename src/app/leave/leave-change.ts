import { Temporal } from 'temporal-polyfill'
import type { MonthDays } from '../../core/plan/lay-around-leave.js'
import type { LeaveDays } from '../../store/repository/leaves.js'
import type { DayRange, LeaveChange } from './post.js'
import type { Stretch } from './stretches.js'

export type Days = Pick<LeaveDays, 'from' | 'to'>

/** A member's month before and after it was laid anew; `after` is undefined where there was no day left to take its numbers. */
export interface LaidStretch extends Stretch {
  readonly before: MonthDays
  readonly after: MonthDays | undefined
}

/** What a member is told of a month: undefined where its days ask for the same as before. */
export function changeOf(laid: LaidStretch, changed: Days, from: Temporal.PlainDate): LeaveChange | undefined {
  const { month, metric, currency, before, after } = laid
  const places = before.map((_, index) => ({ index, on: month.start.add({ days: index }) }))
  const inside = places.filter(({ on }) => isWithin(on, changed))
  const facts = { month: month.id, metric, ...(currency === undefined ? {} : { currency }) }
  const asked = amountOn(inside, before)
  if (after === undefined) return asked === 0n ? undefined : { kind: 'stays', ...facts, amount: asked }

  const moved = asked - amountOn(inside, after)
  const others = places.filter(({ index, on }) => !isWithin(on, changed) && isOpen(on, from) && after[index] !== null)
  if (moved === 0n || others.length === 0) return undefined
  return {
    kind: 'moves',
    ...facts,
    amount: moved < 0n ? -moved : moved,
    days: others.length,
    before: range(others, before),
    after: range(others, after),
  }
}

type Place = { readonly index: number }

function amountOn(places: readonly Place[], days: MonthDays): bigint {
  return places.reduce((sum, { index }) => sum + (days[index] ?? 0n), 0n)
}

function range(places: readonly Place[], days: MonthDays): DayRange {
  const [first = 0n, ...rest] = places.map(({ index }) => days[index] ?? 0n)
  return rest.reduce(({ least, most }, amount) => ({ least: amount < least ? amount : least, most: amount > most ? amount : most }), {
    least: first,
    most: first,
  })
}

function isWithin(on: Temporal.PlainDate, { from, to }: Days): boolean {
  return Temporal.PlainDate.compare(on, from) >= 0 && Temporal.PlainDate.compare(on, to) <= 0
}

function isOpen(on: Temporal.PlainDate, from: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(on, from) >= 0
}
