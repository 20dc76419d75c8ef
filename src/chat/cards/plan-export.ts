import type { PlanFilePost, PlanFormat } from '../../app/plan/post.js'
import { planOf } from '../../app/plan/stored-plan.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Button, Card } from '../model.js'
import { asTyped, period, text } from '../text.js'

/** Characters of a plan that is written out on its card: no platform cuts it there or breaks it in two, and a phone shows it in two screens. */
const MOST_SHOWN = 1_200

/** A plan as YAML, set apart so that it can be copied while it is short, and as a file of either kind. */
export function planExportCard({ id }: Pick<PlanRevision, 'id'>, of: string, yaml: string): Card {
  const isShown = yaml.length <= MOST_SHOWN
  return {
    title: text('plan-export-title', { period: period(of) }),
    lines: [
      { kind: 'list', items: [text('plan-export-xlsx'), text('plan-export-yaml')] },
      ...(isShown ? [{ kind: 'quote' as const, text: asTyped(yaml.trimEnd()) }] : []),
    ],
    buttons: [formatButton('xlsx', id), formatButton('yaml', id)],
    note: text('plan-export-note'),
  }
}

/** Several plans hold now: which of them is wanted? */
export function exportChoiceCard(plans: readonly PlanRevision[], format: PlanFormat | undefined): Card {
  return {
    title: text('plan-export-choice'),
    lines: [],
    buttons: plans.map((plan) => ({
      label: text('plan-button-export-of', { period: period(planOf(plan).period) }),
      action: `plan:${format ?? 'export'}:${plan.id}`,
    })),
  }
}

/** The few words that stand with the file itself. */
export function planFileCard({ team, period: of, format, isDraft }: PlanFilePost): Card {
  return {
    lines: [
      { kind: 'text', text: text(isDraft ? 'plan-file-draft' : 'plan-file-published', { team, period: period(of) }) },
      { kind: 'small', text: text(`plan-file-back-${format}`) },
    ],
  }
}

function formatButton(format: PlanFormat, planId: string): Button {
  return { label: text(`plan-button-${format}`), action: `plan:${format}:${planId}` }
}
