import { Temporal } from 'temporal-polyfill'
import { unitDigits } from '../core/amount/unit.js'
import { dayNumber } from '../core/calendar/day-number.js'
import type { Move } from '../core/pipeline/deal-state.js'
import { type Outcome, STAGES, type Stage } from '../core/pipeline/stage.js'
import { type CastMember, type DemoTeam, ownPhrases } from './cast.js'
import { randomFrom } from './random.js'

/** A deal of the demo from its opening to its end, whether that has come yet or not. */
export interface DemoDeal {
  readonly name: string
  /** Minor units of the team's currency. */
  readonly amount: bigint
  readonly openedOn: Temporal.PlainDate
  /** The last one closes it. */
  readonly moves: readonly Move[]
}

/** Longer than any deal of the demo is open. */
const LONGEST_DAYS = 80

/** The deals that somebody of the cast closes on a day. The same day gives the same deals, so that a pipeline goes on where the history ends. */
export function dealsClosing(demo: DemoTeam, person: CastMember, on: Temporal.PlainDate): DemoDeal[] {
  return (['won', 'lost'] as const).flatMap((outcome) =>
    serialsClosing(person, on, outcome).map((serial) => dealOf(demo, person, { on, outcome, serial })),
  )
}

/** The deals that somebody has open at the end of a day, each as far as it has come by then. */
export function dealsOpen(demo: DemoTeam, person: CastMember, on: Temporal.PlainDate): DemoDeal[] {
  return Array.from({ length: LONGEST_DAYS }, (_, day) => dealsClosing(demo, person, on.add({ days: day + 1 })))
    .flat()
    .filter(({ openedOn }) => Temporal.PlainDate.compare(openedOn, on) <= 0)
    .map((deal) => ({ ...deal, moves: movesBy(deal, on) }))
}

export function movesBy({ moves }: DemoDeal, on: Temporal.PlainDate): Move[] {
  return moves.filter((move) => Temporal.PlainDate.compare(move.on, on) <= 0)
}

export function amountsWon(deals: readonly DemoDeal[]): bigint[] {
  return deals.flatMap(({ amount, moves }) => (moves.at(-1)?.to === 'won' ? [amount] : []))
}

/** Deals that somebody of skill 1 closes on a weekday: of those won, the demo's yearly target of a rep over its working days. */
const CLOSED_A_DAY: Readonly<Record<Outcome, number>> = { won: 0.19, lost: 0.2 }

/** Of many seeds the one under which the casts' good weeks fall apart, so that a team has three deals or more in any week. */
const CHOSEN: Readonly<Record<Outcome, number>> = { won: 98, lost: 99 }

/** Numbers of the deals of an outcome, counted since 1970; none on Saturdays and Sundays, worked or not. They come at a steady pace, so that no week of the team goes by without any. */
function serialsClosing({ externalId, skill }: CastMember, on: Temporal.PlainDate, outcome: Outcome): number[] {
  if (on.dayOfWeek > 5) return []
  const weekday = Math.floor((dayNumber(on) + 3) / 7) * 5 + on.dayOfWeek
  // Each has a place of their own in the rhythm, and better and worse weeks: a wave too flat to run backwards.
  const random = randomFrom(seedOf(externalId, CHOSEN[outcome]))
  const [place, wave] = [random(), random() * 2 * Math.PI]
  const pace = CLOSED_A_DAY[outcome] * (outcome === 'won' ? skill : 2 - skill)
  const closedBy = (day: number) => Math.floor(day * pace + place + 0.45 * Math.sin(day * 0.35 + wave))
  const first = closedBy(weekday - 1)
  return Array.from({ length: closedBy(weekday) - first }, (_, index) => first + index)
}

interface Closing {
  readonly on: Temporal.PlainDate
  readonly outcome: Outcome
  readonly serial: number
}

function dealOf(demo: DemoTeam, person: CastMember, closing: Closing): DemoDeal {
  const { on, outcome, serial } = closing
  const random = randomFrom(seedOf(`${person.externalId} ${outcome}`, serial))
  const money = Math.round(((demo.year.revenue / demo.year.deals) * (0.55 + random() * 0.9)) / 100) * 100
  const digits = unitDigits({ kind: 'money', currency: demo.currency })
  const days = Math.round(outcome === 'won' ? 18 + 52 * random() ** 1.5 : 8 + 60 * random() ** 1.5)
  const stages = stagesSeen(outcome, random)
  const steps = stages.map((stage, index) => {
    const after = index === 0 ? 0 : ((index - 0.25 + random() * 0.5) / stages.length) * days
    return { stage, on: onWeekday(on.subtract({ days: days - Math.round(after) })) }
  })
  const reason = outcome === 'lost' ? demo.lostReasons[Math.floor(random() * demo.lostReasons.length)] : undefined
  return {
    name: nameOf(demo, person, closing),
    amount: BigInt(money) * 10n ** BigInt(digits),
    openedOn: steps[0]?.on ?? on,
    moves: [
      ...steps.map((step, index) => ({ from: steps[index - 1]?.stage, to: step.stage, on: step.on, reason: undefined })),
      { from: steps.at(-1)?.stage, to: outcome, on, reason },
    ],
  }
}

/** Of those lost, the share that comes no further than each stage, added up. */
const LOST_BY: readonly number[] = [0.2, 0.5, 0.85, 1]
/** Whom somebody recommended is past the first talk. */
const RECOMMENDED = 0.25

function stagesSeen(outcome: Outcome, random: () => number): readonly Stage[] {
  const course = random()
  const seen = outcome === 'won' ? STAGES : STAGES.slice(0, LOST_BY.findIndex((share) => course < share) + 1)
  return seen.length > 1 && random() < RECOMMENDED ? seen.slice(1) : seen
}

/** Share of the deals with a customer who bought before. */
const AGAIN = 0.2

/**
 * Each of the cast has customers of their own, who go round: none comes twice within a year, or both wins and loses at once, since the odd
 * places are of those lost and an odd step keeps them apart.
 */
function nameOf(demo: DemoTeam, person: CastMember, { outcome, serial }: Closing): string {
  const { names, trades, again } = demo.customers
  const own = ownPhrases(demo, person, names)
  const place = ((2 * serial + (outcome === 'won' ? 0 : 1)) * STEP) % (own.length * trades.length)
  const random = randomFrom(seedOf(`${person.externalId} again ${outcome}`, serial))
  const more = random() < AGAIN ? (again[Math.floor(random() * again.length)] ?? '') : ''
  const trade = Math.floor(place / own.length)
  return `${own[(place + trade) % own.length]}${trades[trade]}${more}`
}

const STEP = 29

function seedOf(words: string, start: number): number {
  return [...words].reduce((seed, letter) => (seed * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647, start)
}

/** Saturdays and Sundays count as the Friday before. */
function onWeekday(on: Temporal.PlainDate): Temporal.PlainDate {
  return on.subtract({ days: Math.max(0, on.dayOfWeek - 5) })
}
