import { Temporal } from 'temporal-polyfill'
import { ceilDivide, type Fraction } from '../amount/fraction.js'
import { attainmentShare } from './attainment.js'

/** One day of the period. `target` is null where the person does not work; 0n is a working day on which nothing is asked. */
export interface PaceDay {
  readonly on: Temporal.PlainDate
  readonly target: bigint | null
}

export interface PaceInput {
  /** Every day of the period, in any order. */
  readonly days: readonly PaceDay[]
  /** Minor units or a count, of the whole period so far, `asOf` included; a credit note may make it negative. */
  readonly done: bigint
  readonly asOf: Temporal.PlainDate
  /** 'open' while `asOf` is still to be worked, 'closed' once it is checked in: then it is expected, and no longer left. */
  readonly asOfDay: 'open' | 'closed'
  /** How much of `done` was done on `asOf`; so that half a day does not lower `landingAt`. 0n when absent. */
  readonly doneOnAsOf?: bigint
  /** The most that a day may be asked to catch up, as a share of a normal day; 150% when absent. */
  readonly capShare?: Fraction
}

/** Amounts in the unit of the input. */
export type Pace =
  | { readonly state: 'no-target'; readonly done: bigint }
  | {
      readonly state: 'has-target'
      readonly done: bigint
      readonly target: bigint
      /** The targets of the days that are over. Never falls from one day to the next. */
      readonly expectedByNow: bigint
      /** `done` less `expectedByNow`: negative is behind. */
      readonly gap: bigint
      /** 0 up; null where the target is zero. */
      readonly attainmentShare: number | null
      /** `done` of `expectedByNow`: 1 is on pace; null while nothing is expected. */
      readonly paceShare: number | null
      readonly remaining: bigint
      readonly workingDaysLeft: number
      /** What each day left takes, rounded up; null without a day left. */
      readonly requiredPerDay: bigint | null
      /** The same within the cap; null without a day left. */
      readonly catchUpPerDay: bigint | null
      /** The most that the days left can bring, each at its cap; rounded up once, not day by day, as nobody wins half a deal. */
      readonly mostLeft: bigint
      /** Whether the days left, each at its cap, bring what remains; exactly, not by the rounded days. */
      readonly reachable: boolean
      /** Where the period ends at the average of the working days that are over; null before the first is. */
      readonly landingAt: bigint | null
    }

/**
 * How a person or a team stands on its way to a target.
 *
 * A *normal day* is the period's average working day, or the average of what is planned for the days left where that is more: a plan
 * that is heavy at its end is not out of reach because of its rhythm alone. At the cap (150% of it) the days left can bring
 * `capShare × normal day × days left`, compared as exact fractions; the daily number is rounded up, as nobody makes half a visit.
 * `landingAt` is the plain run rate, `done so far ÷ days over × all working days`, rounded down and never less than what is done. The day that
 * is still open counts as over where it has already brought more than the average: half a day never lowers it, a good one raises it at once.
 */
export function paceOf(input: PaceInput): Pace {
  const { days, done, asOf, asOfDay } = input
  const working = days.flatMap(({ on, target }) => (target === null ? [] : [{ on, target }]))
  if (working.length === 0) return { state: 'no-target', done }

  const isOver = ({ on }: { on: Temporal.PlainDate }) => Temporal.PlainDate.compare(on, asOf) < (asOfDay === 'closed' ? 1 : 0)
  const over = working.filter(isOver)
  const target = sumOf(working)
  const expectedByNow = sumOf(over)
  const remaining = target > done ? target - done : 0n
  return {
    state: 'has-target',
    done,
    target,
    expectedByNow,
    gap: done - expectedByNow,
    attainmentShare: attainmentShare({ done, target }),
    paceShare: attainmentShare({ done, target: expectedByNow }),
    remaining,
    workingDaysLeft: working.length - over.length,
    ...catchUp(
      remaining,
      working.length - over.length,
      normalDay(working, target - expectedByNow, over.length),
      input.capShare ?? CAP_SHARE,
    ),
    landingAt: landing(done, asOfDay === 'open' ? (input.doneOnAsOf ?? 0n) : 0n, over.length, working.length),
  }
}

const CAP_SHARE: Fraction = { num: 3n, den: 2n }

function sumOf(days: readonly { target: bigint }[]): bigint {
  return days.reduce((sum, { target }) => sum + target, 0n)
}

function normalDay(working: readonly { target: bigint }[], plannedLeft: bigint, daysOver: number): Fraction {
  const average = { num: sumOf(working), den: BigInt(working.length) }
  const left = { num: plannedLeft, den: BigInt(working.length - daysOver) }
  return left.num * average.den > average.num * left.den ? left : average
}

function catchUp(remaining: bigint, daysLeft: number, normal: Fraction, capShare: Fraction) {
  if (daysLeft === 0) return { requiredPerDay: null, catchUpPerDay: null, mostLeft: 0n, reachable: remaining === 0n }
  const cap = { num: normal.num * capShare.num, den: normal.den * capShare.den }
  const requiredPerDay = ceilDivide(remaining, BigInt(daysLeft))
  const capPerDay = ceilDivide(cap.num, cap.den)
  return {
    requiredPerDay,
    catchUpPerDay: requiredPerDay < capPerDay ? requiredPerDay : capPerDay,
    mostLeft: ceilDivide(cap.num * BigInt(daysLeft), cap.den),
    reachable: remaining * cap.den <= cap.num * BigInt(daysLeft),
  }
}

function landing(done: bigint, doneOnAsOf: bigint, daysOver: number, workingDays: number): bigint | null {
  if (daysOver === 0) return null
  const byDaysOver = ((done - doneOnAsOf) * BigInt(workingDays)) / BigInt(daysOver)
  const withToday = (done * BigInt(workingDays)) / BigInt(Math.min(daysOver + 1, workingDays))
  return [byDaysOver, withToday].reduce((most, each) => (each > most ? each : most), done)
}
