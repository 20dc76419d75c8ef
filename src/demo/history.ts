import type { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../core/calendar/day-number.js'
import { type PublishedMonth, publishedDays } from '../core/plan/published.js'
import type { CastMember } from './cast.js'
import { around, randomFrom } from './random.js'

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
      entries: dayEntries(targets, personOf(options.cast, memberId), on, options),
    }))
}

function personOf(cast: ReadonlyMap<string, CastMember>, memberId: string): CastMember {
  const person = cast.get(memberId)
  if (person === undefined) throw new Error(`Cannot make a history: member ${memberId} is not of the cast`)
  return person
}

/**
 * One rep's day around its targets. Deals come at a steady pace, so that no week of the team goes by without any.
 *
 * @param targets metric to the day's target, in minor units
 */
export function dayEntries(
  targets: ReadonlyMap<string, bigint>,
  person: CastMember,
  on: Temporal.PlainDate,
  { dealAmount, moneyDigits, random }: { dealAmount: number; moneyDigits: number; random: () => number },
): DemoDay['entries'] {
  const mood = person.skill * (0.8 + random() * 0.4)
  const deals = dealsOn(person, on)
  const counts = [...targets].filter(([metric]) => metric !== 'revenue').toSorted(([a], [b]) => (a < b ? -1 : 1))
  const entries = counts.map(([metric, target]) => ({
    metric,
    amount: BigInt(metric === 'deals' ? deals : around(Number(target) * mood, random)),
  }))
  let money = 0
  for (let deal = 0; deal < deals; deal += 1) money += Math.round((dealAmount * (0.55 + random() * 0.9)) / 100) * 100
  return targets.has('revenue') ? [...entries, { metric: 'revenue', amount: BigInt(money) * 10n ** BigInt(moneyDigits) }] : entries
}

/** Deals that somebody of skill 1 closes on a weekday: the demo's yearly target of a rep over its working days. */
const DEALS_A_DAY = 0.19

/** Of many seeds the one under which the casts' good weeks fall apart, so that a team has three deals or more in any week. */
const CHOSEN = 98

function dealsOn({ externalId, skill }: CastMember, on: Temporal.PlainDate): number {
  // Each has a place of their own in the rhythm, and better and worse weeks: a wave too flat to run backwards.
  const weekday = Math.floor((dayNumber(on) + 3) / 7) * 5 + Math.min(5, on.dayOfWeek)
  const random = randomFrom([...externalId].reduce((seed, letter) => seed * 31 + (letter.codePointAt(0) ?? 0), CHOSEN) % 2_147_483_647)
  const [place, wave] = [random(), random() * 2 * Math.PI]
  const closedBy = (day: number) => Math.floor(day * DEALS_A_DAY * skill + place + 0.45 * Math.sin(day * 0.35 + wave))
  return closedBy(weekday) - closedBy(weekday - 1)
}
