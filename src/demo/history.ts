import type { Temporal } from 'temporal-polyfill'
import { type PublishedMonth, publishedDays } from '../core/plan/published.js'
import type { CastMember } from './cast.js'
import { timesADay } from './random.js'

export interface DemoDay {
  readonly memberId: string
  readonly on: Temporal.PlainDate
  readonly entries: { readonly metric: string; readonly amount: bigint }[]
}

/** Share of days on which a rep forgets to check in. */
const FORGETS = 0.07

/**
 * What the reps did between two dates, around their own targets: the weaker ones below, the stronger above, with good and bad days, and
 * money in deals of varying size. The same seed gives the same history.
 *
 * @param moneyDigits fraction digits of the currency
 */
export function demoHistory(options: {
  readonly months: readonly PublishedMonth[]
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly cast: ReadonlyMap<string, CastMember>
  readonly dealAmount: number
  readonly moneyDigits: number
  readonly random: () => number
}): DemoDay[] {
  const days = new Map<string, { memberId: string; on: Temporal.PlainDate; targets: Map<string, bigint> }>()
  for (const { memberId, metric, on, target } of publishedDays(options.months, options.from, options.to)) {
    if (target === null) continue
    const key = `${on} ${memberId}`
    const day = days.get(key) ?? { memberId, on, targets: new Map() }
    day.targets.set(metric, target)
    days.set(key, day)
  }
  // By name and not by id, since ids differ from one seeding to the next.
  const placeOf = (day: { memberId: string; on: Temporal.PlainDate }) => `${day.on} ${options.cast.get(day.memberId)?.name}`
  return [...days.values()]
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .filter(() => options.random() >= FORGETS)
    .map(({ memberId, on, targets }) => ({
      memberId,
      on,
      entries: dayEntries(targets, options.cast.get(memberId)?.skill ?? 1, options),
    }))
}

/**
 * One rep's day around its targets.
 *
 * @param targets metric to the day's target, in minor units
 * @param skill 1 is somebody who reaches them
 */
export function dayEntries(
  targets: ReadonlyMap<string, bigint>,
  skill: number,
  { dealAmount, moneyDigits, random }: { dealAmount: number; moneyDigits: number; random: () => number },
): DemoDay['entries'] {
  const mood = skill * (0.8 + random() * 0.4)
  const counts = [...targets].filter(([metric]) => metric !== 'revenue').toSorted(([a], [b]) => (a < b ? -1 : 1))
  const entries = counts.map(([metric, target]) => ({
    metric,
    // Deals close about two days out of five, whatever the day's own whole number is.
    amount: BigInt(timesADay(metric === 'deals' ? 0.19 * mood : Number(target) * mood, random)),
  }))
  const deals = entries.find(({ metric }) => metric === 'deals')?.amount ?? 0n
  let money = 0
  for (let deal = 0n; deal < deals; deal += 1n) money += Math.round((dealAmount * (0.55 + random() * 0.9)) / 100) * 100
  return targets.has('revenue') ? [...entries, { metric: 'revenue', amount: BigInt(money) * 10n ** BigInt(moneyDigits) }] : entries
}
