import type { Temporal } from 'temporal-polyfill'

/** How long one stage of a funnel takes to become the next. Months stand apart, since two months are not 60 days. */
export interface Cycle {
  readonly months: number
  readonly days: number
}

export const AT_ONCE: Cycle = { months: 0, days: 0 }

/** Reads "14", "14 days", "2 weeks", "2 months", "14天", "2周", "2个月"; undefined for what is no such span, or longer than three years. */
export function parseCycle(words: string): Cycle | undefined {
  const match = /^(?<count>\d{1,4}) ?(?<unit>[a-z]*|[天日]|周|星期|个?月)$/.exec(words.normalize('NFKC').trim().toLowerCase())
  const unit = UNITS.find(({ words: known }) => known.some((each) => each === match?.groups?.unit))
  if (match?.groups === undefined || unit === undefined) return undefined
  const count = Number(match.groups.count)
  const cycle = { months: unit.months * count, days: unit.days * count }
  return daysIn(cycle) <= LONGEST_DAYS ? cycle : undefined
}

/** The date on which what is due at a date must be there at the stage before. */
export function before(on: Temporal.PlainDate, cycle: Cycle): Temporal.PlainDate {
  return on.subtract(cycle)
}

/** To the nearest whole month: history is kept by months. */
export function monthsIn(cycle: Cycle): number {
  return Math.round(inMonths(cycle))
}

/** In average months, parts of one included. */
export function inMonths(cycle: Cycle): number {
  return daysIn(cycle) / DAYS_A_MONTH
}

function daysIn({ months, days }: Cycle): number {
  return months * DAYS_A_MONTH + days
}

const DAYS_A_MONTH = 30.4375
const LONGEST_DAYS = 1096

const UNITS = [
  { words: ['', 'd', 'day', 'days', '天', '日'], months: 0, days: 1 },
  { words: ['w', 'week', 'weeks', '周', '星期'], months: 0, days: 7 },
  { words: ['m', 'mo', 'month', 'months', '月', '个月'], months: 1, days: 0 },
] as const satisfies readonly { readonly words: readonly string[]; readonly months: number; readonly days: number }[]
