import { Temporal } from 'temporal-polyfill'
import { dateOfDayNumber, dayNumber } from '../calendar/day-number.js'

/** Published numbers of one member, metric and month: one place a day, in minor units; null where the member does not work. */
export interface PublishedMonth {
  readonly memberId: string
  readonly metric: string
  /** YYYY-MM. */
  readonly month: string
  readonly days: readonly (bigint | null)[]
  readonly currency: string | undefined
}

export interface PublishedDay {
  readonly memberId: string
  readonly metric: string
  readonly on: Temporal.PlainDate
  /** `on` by its day number. */
  readonly day: number
  /** Null on a day without work. */
  readonly target: bigint | null
  readonly currency: string | undefined
}

/** The months' days between two dates, both included, in the order of the months. */
export function publishedDays(months: readonly PublishedMonth[], from: Temporal.PlainDate, to: Temporal.PlainDate): PublishedDay[] {
  const [fromDay, toDay] = [dayNumber(from), dayNumber(to)]
  return months.flatMap(({ memberId, metric, month, days, currency }) => {
    const first = dayNumber(Temporal.PlainDate.from(`${month}-01`))
    // Which places of the month is reckoned first: to make a date of every day, only to drop most, was most of composing a morning's post.
    const place = Math.max(0, fromDay - first)
    return days.slice(place, Math.max(0, toDay - first + 1)).map((target, index) => {
      const day = first + place + index
      return { memberId, metric, on: dateOfDayNumber(day), day, target, currency }
    })
  })
}

export interface PublishedSum {
  readonly memberId: string
  readonly metric: string
  readonly target: bigint
  readonly currency: string | undefined
}

/**
 * What each member is asked for between two dates, both included. A member without a row has no target; a row of zeros is a target of zero.
 */
export function publishedBetween(months: readonly PublishedMonth[], from: Temporal.PlainDate, to: Temporal.PlainDate): PublishedSum[] {
  const sums = new Map<string, PublishedSum>()
  for (const { memberId, metric, target, currency } of publishedDays(months, from, to)) {
    const key = `${memberId} ${metric}`
    sums.set(key, { memberId, metric, currency, target: (sums.get(key)?.target ?? 0n) + (target ?? 0n) })
  }
  return [...sums.values()]
}
