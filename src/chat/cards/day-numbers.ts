import { doneOfTarget } from '../in-passing.js'
import { amountOf, metricName, type Text, text } from '../text.js'

interface Shown {
  readonly metric: string
  readonly currency?: string | undefined
  /** Null without one. */
  readonly target: bigint | null
  readonly done: bigint
}

/**
 * "Visits 3 of 5": a day's number, as it was reported, beside what was asked in passing; no target and a target of zero are different things.
 */
function dayNumberText({ metric, currency, target, done }: Shown): Text {
  const facts = { metric: metricName(metric), done: amountOf(done, currency) }
  if (target === null) return text('day-number', facts)
  if (target === 0n) return text('day-number-unasked', facts)
  return text(done >= target ? 'day-number-reached' : 'day-number-of', { target: doneOfTarget(done, target, currency).target, ...facts })
}

/** The numbers of a day that were reported; of what the day did not ask for, a zero is no news. */
export function reportedTexts(numbers: readonly (Omit<Shown, 'done'> & { readonly done: bigint | undefined })[]): Text[] {
  return numbers.flatMap(({ done, ...number }) =>
    done === undefined || (done === 0n && number.target === 0n) ? [] : [dayNumberText({ done, ...number })],
  )
}
