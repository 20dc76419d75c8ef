import { Temporal } from 'temporal-polyfill'
import type { MonthDays } from '../../core/plan/lay-open-days.js'
import type { LeaveDays } from '../../store/repository/leaves.js'
import type { Member } from '../../store/repository/teams.js'
import type { DayRange, LeaveChange, OwnDaysChange } from './post.js'
import type { Stretch } from './stretches.js'

export type Days = Pick<LeaveDays, 'from' | 'to'>

/** A member's month before and after it was laid anew; `after` is undefined where there was no day left to take its numbers. */
export interface LaidAnew {
  readonly before: MonthDays
  readonly after: MonthDays | undefined
}

type Facts = Pick<Stretch, 'month' | 'metric' | 'currency'>

/** What a member is told of a month that was laid within their own days: undefined where these ask for the same as before. */
export function changeOf(of: Facts, { before, after }: LaidAnew, changed: Days, from: Temporal.PlainDate): OwnDaysChange | undefined {
  const places = before.map((_, index) => ({ index, on: of.month.start.add({ days: index }) }))
  const inside = places.filter(({ on }) => isWithin(on, changed))
  const facts = factsOf(of)
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

/** What a member is told of a month in which colleagues take over, or give back. @param left what stays with these although days come back */
export function handedBy(
  of: Facts,
  parts: readonly { readonly member: string; readonly amount: bigint }[],
  left: bigint,
  members: readonly Member[],
): LeaveChange | undefined {
  const amount = parts.reduce((sum, part) => sum + part.amount, 0n)
  if (amount + left === 0n) return undefined
  const named = parts.map(({ member, amount: part }) => {
    return { memberId: member, name: members.find(({ id }) => id === member)?.name ?? '', amount: part }
  })
  const most = named.toSorted((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1))
  return { kind: 'handed', ...factsOf(of), amount, parts: most, left }
}

function factsOf({ month, metric, currency }: Facts) {
  return { month: month.id, metric, ...(currency === undefined ? {} : { currency }) }
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
