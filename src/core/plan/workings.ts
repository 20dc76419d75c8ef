import type { Temporal } from 'temporal-polyfill'
import { apportion } from '../amount/apportion.js'
import { type Fraction, weighedBy } from '../amount/fraction.js'
import { CALENDAR_YEAR } from '../calendar/fiscal-year.js'
import type { WorkingCalendar } from '../calendar/working-calendar.js'
import { type DecomposeInput, presenceIn, season } from './decompose.js'
import { memberTimes } from './member-time.js'
import { planMonths } from './plan-months.js'

/** How a member's part of an amount that is shared by weight comes about. Minor units or a count. */
export interface ShareWorking {
  readonly member: string
  /** As in the input; only its ratio to the others' counts. */
  readonly weight: bigint
  /** The part of the period, by season and ramp, that counts for their share. */
  readonly presence: Fraction
  readonly part: bigint
  /** The exact part has a fraction, and theirs was among the largest: they have one of the units that were left over. */
  readonly isRaised: boolean
}

/** The shares of `decompose`, where weights decide them, with what each came out of; none where nobody has a day to work on. */
export function shareWorkings(input: DecomposeInput): ShareWorking[] {
  const there = presenceIn(input)
  const presences = input.members.map(({ member }) => there.get(member) ?? { num: 0n, den: 1n })
  const shares = weighedBy(
    input.members.map(({ weight }) => weight),
    presences,
  )
  const all = shares.reduce((sum, own) => sum + own, 0n)
  if (all === 0n) return []
  const parts = apportion(input.amount, shares)
  return input.members.flatMap(({ member, weight }, index) => {
    const [own, presence, part] = [shares[index] ?? 0n, presences[index], parts[index] ?? 0n]
    return own === 0n || presence === undefined ? [] : [{ member, weight, presence, part, isRaised: part * all > input.amount * own }]
  })
}

/** What a month weighs to somebody who is there on all the working days that can still be planned. */
export interface MonthWorking {
  readonly month: string
  readonly quarter: string
  readonly phase: number
  /** Only its ratio to the other months' counts. */
  readonly weight: bigint
  readonly workingDays: number
}

/** How what is still to be planned falls on the period's months, before members' own days and whole numbers move it. */
export function monthWorkings(
  input: Pick<DecomposeInput, 'period' | 'fiscal' | 'months' | 'phases'>,
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
): MonthWorking[] {
  const months = planMonths(input.period, input.fiscal ?? CALENDAR_YEAR)
  const [time] = memberTimes([{ calendar, joinedOn: from }], months, (calendarDays) => season(input, months, calendarDays))
  return months.map(({ id, quarter, phase }, index) => ({
    month: id,
    quarter,
    phase,
    weight: time?.monthWeights[index] ?? 0n,
    workingDays: time?.days[index]?.length ?? 0,
  }))
}
