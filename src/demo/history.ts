import type { Temporal } from 'temporal-polyfill'
import { type PublishedMonth, publishedDays } from '../core/plan/published.js'
import type { CastMember, DemoTeam } from './cast.js'
import { amountsWon, type DemoDeal, dealsClosing } from './deals.js'
import { around } from './random.js'

export interface DemoDay {
  readonly memberId: string
  readonly on: Temporal.PlainDate
  readonly entries: { readonly metric: string; readonly amount: bigint }[]
  /** Closed on that day. */
  readonly deals: readonly DemoDeal[]
}

/** Share of days on which a rep forgets to check in. */
const FORGETS = 0.07

/**
 * What the reps did between two dates, around their own targets: the weaker ones below, the stronger above, with good and bad days, and
 * money in deals of varying size. The same seed gives the same history.
 */
export function demoHistory(options: {
  readonly months: readonly PublishedMonth[]
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly cast: ReadonlyMap<string, CastMember>
  readonly demo: DemoTeam
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
    .map(({ memberId, on, targets }) => {
      const person = personOf(options.cast, memberId)
      const deals = dealsClosing(options.demo, person, on)
      return { memberId, on, deals, entries: dayEntries(targets, person, amountsWon(deals), options.random) }
    })
}

function personOf(cast: ReadonlyMap<string, CastMember>, memberId: string): CastMember {
  const person = cast.get(memberId)
  if (person === undefined) throw new Error(`Cannot make a history: member ${memberId} is not of the cast`)
  return person
}

/**
 * One rep's day around its targets, and the deals won on it.
 *
 * @param targets metric to the day's target, in minor units
 * @param won the amounts of the deals, in minor units
 */
export function dayEntries(
  targets: ReadonlyMap<string, bigint>,
  person: CastMember,
  won: readonly bigint[],
  random: () => number,
): DemoDay['entries'] {
  const mood = person.skill * (0.8 + random() * 0.4)
  const counts = [...targets].filter(([metric]) => metric !== 'revenue').toSorted(([a], [b]) => (a < b ? -1 : 1))
  const entries = counts.map(([metric, target]) => ({
    metric,
    amount: BigInt(metric === 'deals' ? won.length : around(Number(target) * mood, random)),
  }))
  return targets.has('revenue') ? [...entries, { metric: 'revenue', amount: won.reduce((sum, amount) => sum + amount, 0n) }] : entries
}
