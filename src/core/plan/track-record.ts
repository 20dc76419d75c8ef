/** A whole month as it went: what was done, and on how many working days. */
export interface WorkedMonth {
  /** '2026-03' */
  readonly month: string
  readonly amount: bigint
  readonly workingDays: number
}

/** What a team's or a person's own past leads one to expect of a period. Amounts in minor units. */
export interface TrackRecord {
  /** Whole months it rests on. */
  readonly months: number
  /** A working month of the last six, season taken out. */
  readonly level: bigint
  /** The last three months against the three before, season taken out: 0.1 is 10% more. Undefined with fewer than six months. */
  readonly trend: number | undefined
  /** How the period's months stand to the usual month: 1.2 is 20% more. Undefined without a year of history. */
  readonly season: number | undefined
  /** The best stretch of as many months ever, and its first month; undefined when the history is shorter than the period. */
  readonly best: { readonly amount: bigint; readonly month: string } | undefined
  /** What the period would bring if all went on so, with what it has brought already. */
  readonly expected: bigint
  /** What it has brought already. */
  readonly done: bigint
}

/** What is still to come of a period: its months with the working days left in them. */
export interface MonthAhead {
  readonly month: string
  readonly workingDays: number
}

export const FEWEST_MONTHS = 3

/**
 * Expected = done + level per working day × (1 + half the trend) × working days left, each month by its season. The trend counts half, at
 * most 15% either way, as few trends go on; a season is drawn halfway to none with one year behind it, a third with two. Both are
 * arithmetic that a manager can follow, not a forecast: that has its own command and its own record.
 *
 * @param history whole months without a gap, oldest first
 * @param periodMonths how many months the period has in all
 * @returns undefined with fewer than three months: then there is nothing to go by
 */
export function trackRecord(
  history: readonly WorkedMonth[],
  ahead: readonly MonthAhead[],
  periodMonths: number,
  done: bigint,
): TrackRecord | undefined {
  if (history.length < FEWEST_MONTHS) return undefined
  const seasonOf = seasons(history)
  const perDay = (months: readonly WorkedMonth[]) => {
    const days = months.reduce((sum, { month, workingDays }) => sum + workingDays * seasonOf(month), 0)
    return days === 0 ? 0 : months.reduce((sum, { amount }) => sum + Number(amount), 0) / days
  }
  const level = perDay(history.slice(-6))
  const trend = history.length < 6 ? undefined : change(perDay(history.slice(-6, -3)), perDay(history.slice(-3)))
  const going = level * (1 + clamp(trend ?? 0, 2 * MOST_TREND) / 2)
  const seasonal = ahead.reduce((sum, { month, workingDays }) => sum + workingDays * seasonOf(month), 0)
  const daysAhead = ahead.reduce((sum, { workingDays }) => sum + workingDays, 0)
  const recent = history.slice(-6)
  const usualDays = recent.reduce((sum, { workingDays }) => sum + workingDays, 0) / recent.length
  return {
    months: history.length,
    level: BigInt(Math.round(level * usualDays)),
    trend,
    season: history.length < 12 || daysAhead === 0 ? undefined : seasonal / daysAhead,
    best: bestStretch(history, periodMonths),
    expected: done + BigInt(Math.round(going * seasonal)),
    done,
  }
}

const MOST_TREND = 0.15

/** Each calendar month's part of its year's usual day; 1 for all with less than a year behind them. */
function seasons(history: readonly WorkedMonth[]): (month: string) => number {
  const years = Math.floor(history.length / 12)
  if (years === 0) return () => 1
  const whole = history.slice(-12 * years)
  const usual = perWorkingDay(whole)
  const raw = (month: string) => {
    const alike = whole.filter((each) => each.month.slice(5) === month.slice(5))
    return usual === 0 ? 1 : perWorkingDay(alike) / usual
  }
  return (month) => 1 + ((raw(month) - 1) * years) / (years + 1)
}

function perWorkingDay(months: readonly WorkedMonth[]): number {
  const days = months.reduce((sum, { workingDays }) => sum + workingDays, 0)
  return days === 0 ? 0 : months.reduce((sum, { amount }) => sum + Number(amount), 0) / days
}

function change(before: number, after: number): number | undefined {
  return before === 0 ? undefined : after / before - 1
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value))
}

function bestStretch(history: readonly WorkedMonth[], length: number): TrackRecord['best'] {
  const stretches = history.slice(0, Math.max(0, history.length - length + 1)).map(({ month }, index) => ({
    month,
    amount: history.slice(index, index + length).reduce((sum, { amount }) => sum + amount, 0n),
  }))
  return stretches.reduce<TrackRecord['best']>((best, each) => (best === undefined || each.amount > best.amount ? each : best), undefined)
}
