import type { KeptMonth } from './kept-months.js'

/** A kept month of a member and metric, as it is published. */
export interface MemberMonth extends KeptMonth {
  readonly memberId: string
  readonly metric: string
  readonly currency: string | undefined
}

export interface MonthChanges<Month extends MemberMonth> {
  /** New, or with another number on one of their days. */
  readonly written: readonly Month[]
  /** What stood there and is asked for no longer. */
  readonly gone: readonly Month[]
}

/** What must be written so that the wanted months stand in place of what stands; what stays as it was is left alone. */
export function monthChanges<Month extends MemberMonth>(standing: readonly Month[], wanted: readonly Month[]): MonthChanges<Month> {
  const before = new Map(standing.map((month) => [keyOf(month), month]))
  const kept = new Set(wanted.map(keyOf))
  return {
    written: wanted.filter((month) => !isSame(before.get(keyOf(month)), month)),
    gone: standing.filter((month) => !kept.has(keyOf(month))),
  }
}

function keyOf({ memberId, metric, month }: MemberMonth): string {
  return `${memberId} ${metric} ${month}`
}

function isSame(one: MemberMonth | undefined, { currency, days }: MemberMonth): boolean {
  return one?.currency === currency && one?.days.length === days.length && days.every((day, index) => day === one.days[index])
}
