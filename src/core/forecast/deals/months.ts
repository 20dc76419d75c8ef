const DAY_MS = 86_400_000

/** A calendar month as days since 1970-01-01. */
export interface Month {
  /** '2026-03' */
  readonly id: string
  readonly first: number
  readonly last: number
}

/** The month that a day lies in, or that many months after it. */
export function monthOf(day: number, after = 0): Month {
  const date = new Date(day * DAY_MS)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + after]
  const first = Date.UTC(year, month, 1) / DAY_MS
  return { id: new Date(first * DAY_MS).toISOString().slice(0, 7), first, last: Date.UTC(year, month + 1, 0) / DAY_MS }
}
