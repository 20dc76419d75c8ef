import { PLAN_TEMPLATES, type PlanTemplate } from '../../core/plan/templates/plan-templates.js'
import { templateName } from '../forms/plan-template.js'
import type { Card, Line } from '../model.js'
import { list, metricName, share, type Text, text } from '../text.js'

/** A draft's preview, below what its numbers rest on: a line for each. */
export function templateDraftCard(preview: Card, key: PlanTemplate['key']): Card {
  return { ...preview, lines: [...reasons(PLAN_TEMPLATES[key]), ...preview.lines] }
}

function reasons(template: PlanTemplate): Line[] {
  const { key, dealsPerPerson, parts, collectedPercent, phases, season, rhythm } = template
  const items: Text[] = [
    text('template-why-deal', { deals: dealsPerPerson }),
    text('template-why-funnel', { steps: list(steps(template)) }),
    text('template-why-parts', {
      parts: list(parts.map(({ part, percent }) => text('template-share', { name: partName(part), share: share(percent / 100) }))),
    }),
    ...(collectedPercent === undefined ? [] : [text('template-why-collected', { share: share(collectedPercent / 100) })]),
    ...(phases === undefined ? [] : [text('template-why-phases', { phases: phases.join(' / ') })]),
    ...(season === undefined ? [] : [text(key === 'retail' ? 'template-why-season-retail' : 'template-why-season-services')]),
    ...(rhythm === undefined ? [] : [text('template-why-rhythm', { rhythm: rhythm.join(' / ') })]),
  ]
  return [
    { kind: 'heading', text: text('template-why', { name: templateName(key) }) },
    { kind: 'list', items },
    { kind: 'small', text: text('template-why-note') },
  ]
}

function steps({ stages }: PlanTemplate): Text[] {
  return stages.map(({ metric, percent }, index) =>
    text('template-step', { from: metricName(metric), to: metricName(stages[index + 1]?.metric ?? 'deals'), share: share(percent / 100) }),
  )
}

export function partName(part: PlanTemplate['parts'][number]['part']): Text {
  return text(`template-part-${part}`)
}
