import type { AttainmentFigures } from '../../app/review/figures.js'
import type { Line } from '../model.js'
import { amountOf, metricName, share, type Text, text } from '../text.js'

interface Attained {
  readonly currency?: string | undefined
  /** Null without a target. */
  readonly target: bigint | null
  readonly done: bigint
  readonly attainmentShare: number | null
}

/** A bar of what was done of a target, with both amounts; no bar without a target, which is not a target of zero. */
export function attainmentLine(label: Text, attained: Attained): Line {
  const value = attainedText(attained)
  if (attained.attainmentShare === null) return { kind: 'facts', facts: [{ label, value }] }
  return { kind: 'progress', label, value, doneShare: Math.max(0, attained.attainmentShare) }
}

/** Each metric's bar, in order. */
export function attainmentLines(figures: readonly AttainmentFigures[]): Line[] {
  return figures.map((each) => attainmentLine(metricName(each.metric), each))
}

export function attainedText({ currency, target, done, attainmentShare }: Attained): Text {
  const said = amountOf(done, currency)
  if (target === null) return text('board-done', { done: said })
  const facts = { done: said, target: amountOf(target, currency) }
  return attainmentShare === null ? text('board-of-zero', facts) : text('board-of-target', { ...facts, share: share(attainmentShare) })
}
