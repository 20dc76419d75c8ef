import { apportion } from '../amount/apportion.js'
import { isWithinSpan, type LaidMonth, layOpenDays, type MonthDays, type OpenDays, openIn, sumOf } from './lay-open-days.js'
import type { LeaveSpan } from './member-time.js'

/** A colleague who carries the same metric in the same month, with their days of it. */
export interface Colleague {
  readonly member: string
  readonly days: MonthDays
  readonly around: OpenDays
}

/** What somebody's days of leave asked for in a month, and who of the team has it. Minor units. */
export interface HandedOver {
  /** By the month's days, its first at 0; null on all but those of the leave. */
  readonly asked: MonthDays
  readonly parts: readonly HandedPart[]
}

export interface HandedPart {
  readonly member: string
  /** Positive. */
  readonly amount: bigint
  /** The colleague's month around the hand-over, while nothing of it was given back; whoever finds the days unchanged can undo it exactly. */
  readonly laid?: Laid | undefined
}

/** A member's month before and after a change. */
export interface Laid {
  readonly before: MonthDays
  readonly after: MonthDays
}

/**
 * Hands what days of leave ask for to the colleagues who have an open day left in the month, in proportion to what those ask of each (equally
 * if that is nothing), by largest remainder, of equal ones to who stands first. Each one's open days are laid anew for it; of the member's own
 * days only those of the leave change. The team's month keeps its total to the unit.
 *
 * @returns undefined when there is something to hand over and nobody to take it
 */
export function handOver(own: LaidMonth, away: LeaveSpan, colleagues: readonly Colleague[]): HandingOver | undefined {
  const { month } = own
  const asked = own.days.map((day, index) => (isWithinSpan(month.start.add({ days: index }), away) ? day : null))
  const days = own.days.map((day, index) => (asked[index] === null ? day : null))
  const amount = sumOf(asked)
  if (amount === 0n) return { days, handed: { asked, parts: [] } }
  const takers = colleagues.filter((each) => openDays(own, each).length > 0)
  if (takers.length === 0) return undefined
  const weights = takers.map((each) => sumOf(openDays(own, each)))
  const amounts = apportion(amount, weights.some((weight) => weight > 0n) ? weights : weights.map(() => 1n))
  const parts = takers.flatMap(({ member, ...taker }, index): HandedPart[] => {
    const part = amounts[index] ?? 0n
    return part === 0n ? [] : [{ member, amount: part, laid: { before: taker.days, after: laidWith(own, { member, ...taker }, part) } }]
  })
  return { days, handed: { asked, parts } }
}

export interface HandingOver {
  /** The member's own month from then on. */
  readonly days: MonthDays
  readonly handed: HandedOver
}

/**
 * Gives back what was handed over for days that are leave no longer. Of each colleague at most what their open days still ask for is taken, in
 * proportion to what they took over; open days are laid anew, or are exactly those of before where nothing else has changed them since. The
 * member's days get their part again: all of it, or as much as comes back. The team's month keeps its total to the unit.
 *
 * @param back within it lie the days that come back, all of them open to change
 * @param colleagues by name; who is not among them has nothing to give back
 */
export function giveBack(own: LaidMonth, handed: HandedOver, back: LeaveSpan, colleagues: ReadonlyMap<string, Colleague>): GivingBack {
  const due = handed.asked.map((day, index) => (isWithinSpan(own.month.start.add({ days: index }), back) ? day : null))
  const wanted = sumOf(due)
  const shares =
    handed.parts.length === 0
      ? []
      : apportion(
          wanted,
          handed.parts.map(({ amount }) => amount),
        )
  const others = handed.parts.flatMap((part, index): Returned[] => {
    const colleague = colleagues.get(part.member)
    return colleague === undefined ? [] : returned(own, colleague, part, shares[index] ?? 0n)
  })
  const amount = others.reduce((sum, other) => sum + other.amount, 0n)
  const places = due.flatMap((day, index) => (day === null ? [] : [{ index, day }]))
  const amounts =
    amount === wanted
      ? places.map(({ day }) => day)
      : apportion(
          amount,
          places.map(({ day }) => day),
        )
  const returning = new Map(places.map(({ index }, place) => [index, amounts[place] ?? 0n]))
  return {
    days: own.days.map((day, index) => sumOrNull(day, returning.get(index))),
    others,
    left: wanted - amount,
    rest: restOf(handed, due, shares),
  }
}

export interface GivingBack {
  /** The member's own month from then on. */
  readonly days: MonthDays
  readonly others: readonly Returned[]
  /** What stays with the colleagues although its days come back, since their own are over. */
  readonly left: bigint
  /** What stays handed over, for the days that do not come back; undefined where all of them do. */
  readonly rest: HandedOver | undefined
}

export interface Returned extends Laid {
  readonly member: string
  readonly amount: bigint
}

function returned(own: LaidMonth, colleague: Colleague, { member, amount, laid }: HandedPart, share: bigint): Returned[] {
  const before = colleague.days
  const undone = share === amount && laid !== undefined ? undoneIn(own, colleague, laid) : undefined
  if (undone !== undefined) return [{ member, amount, before, after: undone }]
  const open = sumOf(openDays(own, colleague))
  const part = open < share ? open : share
  return part === 0n ? [] : [{ member, amount: part, before, after: laidWith(own, colleague, -part) }]
}

/** The days of before, where all that the hand-over changed are open and as it left them. */
function undoneIn({ month }: LaidMonth, { days, around }: Colleague, { before, after }: Laid): MonthDays | undefined {
  const isOpen = openIn(month, around)
  const isAsLeft = days.every((day, index) => before[index] === after[index] || (isOpen(index) && day === after[index]))
  return isAsLeft ? days.map((day, index) => (before[index] === after[index] ? day : (before[index] ?? null))) : undefined
}

function laidWith({ metric, month }: LaidMonth, { member, days, around }: Colleague, more: bigint): MonthDays {
  const laid = layOpenDays({ metric, month, days }, sumOf(days) + more, around)
  if (laid === undefined) throw new RangeError(`Cannot lay ${metric} of ${month.id} for ${member}: no day is open`)
  return laid
}

/** What a colleague is asked for on each of their days that may change. */
function openDays({ month }: LaidMonth, { days, around }: Colleague): bigint[] {
  const isOpen = openIn(month, around)
  const isOff = (index: number) => around.leave.some((span) => isWithinSpan(month.start.add({ days: index }), span))
  return days.filter((day, index): day is bigint => day !== null && isOpen(index) && !isOff(index))
}

function restOf({ asked, parts }: HandedOver, due: MonthDays, shares: readonly bigint[]): HandedOver | undefined {
  const kept = asked.map((day, index) => (due[index] === null ? day : null))
  if (kept.every((day) => day === null)) return undefined
  const left = parts.map(({ member, amount }, index) => ({ member, amount: amount - (shares[index] ?? 0n) }))
  return { asked: kept, parts: left.filter(({ amount }) => amount > 0n) }
}

function sumOrNull(day: bigint | null | undefined, more: bigint | undefined): bigint | null {
  return more === undefined ? (day ?? null) : (day ?? 0n) + more
}
