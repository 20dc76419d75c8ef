import { STAGGER_PARTS, type Stagger } from './stagger.js'

/**
 * Spreads an amount over days, evenly and exactly: after k of n days it is the exact share plus the stagger, rounded down,
 * ⌊k × amount ÷ n + stagger⌋. So 10 visits over 20 days fall on every second day, a day differs from another by one unit at most, the running
 * total is less than a unit off the exact one, and the last day makes it whole.
 *
 * @param amount minor units or a count, not negative
 * @param days places in `into`, in order
 * @param into receives each day's share: one array for a month, since a table of people and days is filled this way
 */
export function spreadOverDays(amount: bigint, days: readonly number[], into: (bigint | null)[], stagger: Stagger = 0): void {
  if (days.length === 0) return
  const count = BigInt(days.length)
  const lower = amount / count
  const higher = lower + 1n
  const unit = days.length * STAGGER_PARTS
  const extra = Number(amount % count) * STAGGER_PARTS
  let due = days.length * stagger
  for (const day of days) {
    due += extra
    if (due >= unit) {
      due -= unit
      into[day] = higher
    } else into[day] = lower
  }
}

/**
 * The same by weights: after each day the exact share of all the weight so far plus the stagger, rounded down. A day that weighs nothing gets
 * 0n.
 *
 * @param weights one for each day, none negative; where none is positive the days are even
 */
export function spreadByWeight(
  amount: bigint,
  days: readonly number[],
  weights: readonly bigint[],
  into: (bigint | null)[],
  stagger: Stagger = 0,
): void {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (whole === 0n) {
    spreadOverDays(amount, days, into, stagger)
    return
  }
  const [parts, ahead] = [whole * BigInt(STAGGER_PARTS), whole * BigInt(stagger)]
  let running = 0n
  let given = 0n
  for (const [index, day] of days.entries()) {
    running += weights[index] ?? 0n
    const due = (amount * running * BigInt(STAGGER_PARTS) + ahead) / parts
    into[day] = due - given
    given = due
  }
}
