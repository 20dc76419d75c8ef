/** What was said of a period in the past, held against what came. */
export interface JudgedPeriod {
  /** What was said less what came. */
  readonly error: number
  /** Of the draws of then, in the error's unit squared. */
  readonly variance: number
}

/** A record starts when the first deals can have come to an end. */
export const FIRST_RECORD_DAYS = 120

/**
 * How many times as far from what was said as its draws the outcomes lay: 1 where the draws were right.
 *
 * @param priorPeriods drawn towards the usual as if so many more periods had been off by that
 */
export function recordSpread(past: readonly JudgedPeriod[], priorPeriods: number): number {
  const ratios = past.flatMap(({ error, variance }) => (variance > 0 ? [Math.min(MOST_RATIO, error ** 2 / variance)] : []))
  const sum = ratios.reduce((total, ratio) => total + ratio, 0)
  return Math.sqrt((sum + priorPeriods * USUAL_RATIO) / (ratios.length + priorPeriods))
}

const USUAL_RATIO = 1.5
/** One period far off should not spread all others without end. */
const MOST_RATIO = 16
