import type { PlanPreview } from '../../../app/plan/preview.js'
import type { Verdict } from '../../../core/plan/checks/check.js'
import type { Line } from '../../model.js'
import { type Text, text } from '../../text.js'
import { achievableLines } from './achievable.js'
import { measurableLines } from './measurable.js'
import { relevantLines } from './relevant.js'
import { specificLines } from './specific.js'
import { timeBoundLines } from './time-bound.js'

/** The five checks of a plan, a few short lines each: the verdict, the figures behind it, and one suggestion. */
export function checkLines({ checks, period }: PlanPreview): Line[] {
  const [specific, measurable, achievable, relevant, timeBound] = checks
  const count = (verdict: Verdict, among: readonly PlanPreview['checks'][number][] = checks) =>
    among.filter((check) => check.verdict === verdict).length
  // Only the aim can be bold: of the others the same verdict says that something is still wanting.
  const [bold, improve] = [count('bold', [achievable]), count('bold', [specific, measurable, relevant, timeBound])]
  return [
    { kind: 'heading', text: text('check-title', { good: count('good'), bold, improve, blocked: count('blocked') }) },
    ...underVerdict(specific, specificLines(specific, period)),
    ...underVerdict(measurable, measurableLines(measurable)),
    ...underVerdict(achievable, achievableLines(achievable)),
    ...underVerdict(relevant, relevantLines(relevant)),
    ...underVerdict(timeBound, timeBoundLines(timeBound)),
  ]
}

function underVerdict({ check, verdict }: PlanPreview['checks'][number], items: readonly Text[]): Line[] {
  const told = text(`check-verdict-${verdict}`, { check: text(`check-name-${check}`), kind: check })
  return [{ kind: 'text', text: told }, ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }])]
}
