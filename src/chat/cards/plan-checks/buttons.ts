import type { PlanChecks } from '../../../app/plan/check-plan.js'
import type { Button } from '../../model.js'
import { amountOf, list, metricName, text } from '../../text.js'
import { focusButton, funnelsButton } from '../plan-refine.js'

/**
 * What the checks suggest, as far as one press does it, or opens the form for it. The market and the strategy wait under
 * “Refine”, unless the strategy is what stops the plan.
 */
export function suggestedButtons(id: string, [specific, measurable, achievable, relevant, timeBound]: PlanChecks): Button[] {
  const buttons: Button[] = []
  if (specific.suggestion?.code === 'say-carrier') buttons.push({ label: text('plan-button-carrier'), action: `plan:carrier:${id}` })
  if (measurable.suggestion?.code === 'set-process') buttons.push({ label: text('plan-button-process'), action: `plan:process:${id}` })
  if (FOR_FUNNELS.some((code) => code === measurable.suggestion?.code)) buttons.push(funnelsButton(id))
  if (relevant.verdict === 'blocked') buttons.push(focusButton(id))
  const lower = achievable.suggestion
  if (lower?.code === 'ladder' || lower?.code === 'lower' || lower?.code === 'within-share') {
    const { target, amount } = lower
    const label = text('plan-button-set', { amount: amountOf(amount, target.currency) })
    buttons.push({ label, action: `plan:set:${id}:${target.metric}:${amount.toString(36)}` })
  }
  if (timeBound.suggestion?.code === 'leave-out')
    buttons.push({ label: text('plan-button-leave-out', { names: list(timeBound.suggestion.names) }), action: `plan:spare:${id}` })
  const uneven = [lower, timeBound.suggestion].find((each) => each?.code === 'share-out' || each?.code === 'fewer-people')
  if (uneven !== undefined && 'target' in uneven) {
    const label = text('plan-button-share-out', { metric: metricName(uneven.target.metric) })
    buttons.push({ label, action: `plan:change:${id}:${uneven.target.metric}` })
  }
  return buttons
}

const FOR_FUNNELS = ['add-funnel', 'say-size', 'cover-rest'] as const
