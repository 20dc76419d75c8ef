import type { PlanPreview } from '../../../app/plan/preview.js'
import type { AchievableCheck } from '../../../core/plan/checks/achievable.js'
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
  const wanting = count('bold', [specific, measurable, relevant, timeBound])
  const [bold, improve] = isUntold(achievable) ? [0, wanting + 1] : [count('bold', [achievable]), wanting]
  return [
    { kind: 'heading', text: text('check-title', { good: count('good'), bold, improve, blocked: count('blocked') }) },
    ...underVerdict(specific, specificLines(specific, period)),
    ...underVerdict(measurable, measurableLines(measurable)),
    ...underVerdict(achievable, achievableLines(achievable), !isUntold(achievable)),
    ...underVerdict(relevant, relevantLines(relevant)),
    ...underVerdict(timeBound, timeBoundLines(timeBound)),
  ]
}

/** Nothing is daring in it: there is only too little to compare it with. */
function isUntold({ verdict, findings }: AchievableCheck): boolean {
  return verdict === 'bold' && findings.every((finding) => finding.verdict === 'good' || finding.code === 'no-history')
}

function underVerdict({ check, verdict }: PlanPreview['checks'][number], items: readonly Text[], isBoldAim = false): Line[] {
  const kind = isBoldAim ? 'aim' : 'rest'
  const told = text(`check-verdict-${verdict}`, { check: text(`check-name-${check}`), kind })
  return [{ kind: 'text', text: told }, ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }])]
}
