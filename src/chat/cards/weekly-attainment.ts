import type { AttainmentFigures } from '../../app/review/figures.js'
import { attainmentShare } from '../../core/pace/attainment.js'
import { doneOfTarget, inPassing } from '../in-passing.js'
import type { Button, Line } from '../model.js'
import { metricName, share, type Text, text } from '../text.js'
import { whyButton } from './target-buttons.js'

/** Leads what the team was asked for back to the plan; nothing without a target. */
export function whyTargetsButtons(period: string, teamId: string, attainment: readonly AttainmentFigures[]): Button[] {
  return attainment.some(({ target }) => target !== null) ? [whyButton(period, teamId, 'team')] : []
}

interface Attained {
  readonly currency?: string | undefined
  /** Null without a target. */
  readonly target: bigint | null
  readonly done: bigint
  readonly attainmentShare: number | null
  /** In a running period: what of the target was due by now. */
  readonly due?: bigint | undefined
}

/** A bar of what was done of a target, with both amounts; no bar without a target, which is not a target of zero. */
export function attainmentLine(label: Text, attained: Attained): Line {
  const value = attainedText(attained)
  if (attained.attainmentShare === null) return { kind: 'facts', facts: [{ label, value }] }
  const { due, target } = attained
  const pace = due === undefined || target === null ? {} : { paceShare: Number(due) / Number(target) }
  return { kind: 'progress', label, value, doneShare: Math.max(0, attained.attainmentShare), ...pace }
}

/** Each metric's bar, in order. */
export function attainmentLines(figures: readonly AttainmentFigures[]): Line[] {
  return figures.map((each) => attainmentLine(metricName(each.metric), each))
}

function attainedText({ currency, target, done, attainmentShare: ofTarget, due }: Attained): Text {
  if (target === null) return text('board-done', { done: inPassing(done, currency) })
  if (ofTarget === null) return text('board-of-zero', { done: inPassing(done, currency) })
  if (due !== undefined) return soFarText(done, due, target, currency)
  return text('board-of-target', { share: share(ofTarget), ...doneOfTarget(done, target, currency) })
}

/** Half a week is held against the half that was due; the whole target stands beside it. */
function soFarText(done: bigint, due: bigint, target: bigint, currency: string | undefined): Text {
  const dueShare = attainmentShare({ done, target: due })
  // As the week's own report will say it.
  const whole = doneOfTarget(done, target, currency).target
  if (dueShare === null) return text('board-of-due-none', { done: inPassing(done, currency), target: whole })
  const near = doneOfTarget(done, due, currency)
  return text('board-of-due', { done: near.done, due: near.target, share: share(dueShare), target: whole })
}
