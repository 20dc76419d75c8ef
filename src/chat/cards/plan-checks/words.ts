import type { Fraction } from '../../../core/amount/fraction.js'
import type { Asked } from '../../../core/plan/checks/check.js'
import type { DealsByFocus } from '../../../core/plan/focus-shares.js'
import { amountOf, metricName, type Text, text } from '../../text.js'

/** "Revenue ¥1,200,000". */
export function askedText({ metric, currency, amount }: Asked): Text {
  return text('check-asked', { metric: metricName(metric), amount: amountOf(amount, currency) })
}

/** 62.5 for 5/8: hundredths with one decimal, since rates differ by less than a point. */
export function percent({ num, den }: Fraction): number {
  return tenths(Number(num) / Number(den))
}

/** The same of a share that is a number already. */
export function tenths(share: number): number {
  return Math.round(share * 1000) / 10
}

/** "Healthcare 62.5%": what of deals' value serves a focus. */
export function focusPart({ name, share }: DealsByFocus['focuses'][number]): Text {
  return text('deal-focus-part', { focus: name, share: tenths(share) })
}

/** "+14%", "−9%", "±0%": how much more than expected, in whole points. */
export function more(excess: number): Text {
  const points = Math.round(excess * 100)
  return text('check-more', { sign: signOf(points), points: Math.abs(points) })
}

export function signOf(value: number): string {
  return value > 0 ? '+' : value < 0 ? '−' : '±'
}
