import type { DayNumber } from '../../app/check-in/day.js'
import { amountOf, metricName, type Text, text } from '../text.js'

type Shown = Pick<DayNumber, 'target' | 'currency'> & { readonly metric: string; readonly done: bigint }

/** "Visits 3 of 5": a day's number beside what was asked; no target and a target of zero are different things. */
export function dayNumberText({ metric, currency, target, done }: Shown): Text {
  const facts = { metric: metricName(metric), done: amountOf(done, currency) }
  if (target === null) return text('day-number', facts)
  if (target === 0n) return text('day-number-unasked', facts)
  return text(done >= target ? 'day-number-reached' : 'day-number-of', { ...facts, target: amountOf(target, currency) })
}

/** The numbers of a day that were reported. */
export function reportedTexts(numbers: readonly DayNumber[]): Text[] {
  return numbers.flatMap(({ done, ...number }) => (done === undefined ? [] : [dayNumberText({ ...number, done })]))
}
