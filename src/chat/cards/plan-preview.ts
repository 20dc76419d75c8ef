import { withoutAgreement } from '../../app/plan/agree/agreement.js'
import type { PlanPreview, TargetPreview } from '../../app/plan/preview.js'
import { planOf } from '../../app/plan/stored-plan.js'
import type { UserError } from '../../app/user-error.js'
import type { CalendarWindow } from '../../core/plan/window/calendar-window.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Button, Card, Line } from '../model.js'
import { spanned } from '../period-span.js'
import { amountOf, date, errorText, list, metricName, period, type Text, text } from '../text.js'
import { unreachable } from '../unreachable.js'
import { keyActionLines } from './key-actions.js'
import { agreementLines, draftAgreementButtons } from './plan-agreement.js'
import { suggestedButtons } from './plan-checks/buttons.js'
import { checkLines } from './plan-checks/checks.js'
import { targetHeading, targetLines } from './plan-figures.js'
import { teamTimeLines, timeLines } from './plan-time.js'
import { treeLines } from './plan-tree.js'
import { whyDraftButton } from './plan-why.js'

/** What publishing a plan would do. Only a plan that is kept has buttons. */
export function planPreviewCard(preview: PlanPreview): Card {
  const { draft, period: of, targets, changes, agreement } = preview
  return {
    title:
      draft === undefined
        ? text('plan-preview-title', { period: spanned(of) })
        : text('plan-draft-title', { period: spanned(of), version: draft.version }),
    lines: [
      ...circumstances(preview),
      ...(agreement === undefined ? [] : agreementLines(agreement)),
      ...checkLines(preview),
      // What is new stands above already.
      ...teamTimeLines(preview.leaveChange === 'team' ? { ...preview.plan, leave: undefined } : preview.plan),
      ...keyActionLines(preview.plan),
      ...targets.flatMap((target) => previewLines(target, preview)),
    ],
    ...(draft === undefined ? {} : { buttons: buttonsFor(draft, preview) }),
    note:
      blockedNote(preview) ??
      (changes === 0
        ? text('plan-preview-no-change')
        : text(agreement === undefined ? 'plan-preview-note' : 'plan-preview-note-proposed', { changes })),
  }
}

/** Of a tree, before its own card is opened. */
const PREVIEW_NODES = 20

/** The targets of a plan, each to be changed or taken out. @param waiting the draft that this goes on from, whoever made it */
export function planEditCard(plan: PlanRevision, periodId: string, waiting: Text | undefined): Card {
  const metrics = planOf(plan).targets.map(({ metric }) => metric)
  return {
    title: text('plan-edit-title', { period: period(periodId) }),
    lines: [...(waiting === undefined ? [] : [waiting]), text('plan-edit-text')].map((each) => ({ kind: 'text', text: each })),
    buttons: [
      ...metrics.map((metric) => ({
        label: text('plan-button-change', { metric: metricName(metric) }),
        action: `plan:change:${plan.id}:${metric}`,
      })),
      { label: text('plan-button-add'), action: `plan:add:${plan.id}` },
      ...(metrics.length > 1 ? metrics : []).map((metric) => ({
        label: text('plan-button-drop', { metric: metricName(metric) }),
        action: `plan:drop:${plan.id}:${metric}`,
      })),
    ],
  }
}

/** What the manager should know before publishing. */
function circumstances({
  isReplacing,
  from,
  period: of,
  targets,
  right,
  leaveChange,
  holidaysUnsure,
  coming,
  leaving,
  idle,
}: PlanPreview): Line[] {
  const hasBegun = !from.equals(of.start)
  const excluded = [...new Set(targets.flatMap((target) => target.excluded))]
  const told: Text[] = []
  if (isReplacing) told.push(text('plan-replaces', { from: date(from) }))
  else if (hasBegun) told.push(text('plan-has-begun', { from: date(from) }))
  if (leaveChange !== undefined) told.push(text(`plan-leave-now-${leaveChange}`))
  if (holidaysUnsure.length > 0) told.push(text('plan-holidays-unsure', { years: list(holidaysUnsure.map(String)) }))
  if (right.kind === 'closed') told.push(closedText(right.next))
  if (excluded.length > 0) told.push(text('plan-excluded', { names: list(excluded), count: excluded.length }))
  if (coming.length > 0) told.push(text('plan-coming', { names: datedNames(coming) }))
  if (leaving.length > 0) told.push(text('plan-going', { names: datedNames(leaving) }))
  if (idle.length > 0) told.push(text('plan-idle', { names: list(idle) }))
  return told.map((each) => ({ kind: 'text', text: each }))
}

function datedNames(names: PlanPreview['coming']) {
  return list(names.map(({ name, on }) => text('plan-dated-name', { name, on: date(on) })))
}

function closedText(next: CalendarWindow | undefined): Text {
  return next === undefined ? text('plan-outside-window') : text('plan-outside-window-until', { opens: date(next.opensOn) })
}

function previewLines(target: TargetPreview, { plan, period: of, firstDay }: PlanPreview): Line[] {
  const { metric, currency, before, total, isDropped } = target
  const facts = { metric: metricName(metric), amount: amountOf(total, currency), before: amountOf(before ?? 0n, currency) }
  if (isDropped) return [{ kind: 'heading', text: text('plan-target-dropped', facts) }]
  const heading = before === null || before === total ? targetHeading(target) : text('plan-target-changed', facts)
  return [
    { kind: 'heading', text: heading },
    ...(target.tree === undefined ? [] : treeLines(target.tree, currency, PREVIEW_NODES)),
    ...timeLines(plan.targets.find((each) => each.metric === metric)),
    ...targetLines(target, of, firstDay),
  ]
}

/** What is stopped has no button to publish it, except for an admin with a reason. */
function buttonsFor(draft: PlanRevision, preview: PlanPreview): Button[] {
  const { id } = draft
  return [
    ...publishButtons(id, preview),
    ...draftAgreementButtons(draft, preview.agreement),
    ...suggestedButtons(id, preview.checks),
    { label: text('plan-button-add'), action: `plan:add:${id}` },
    { label: text('plan-button-edit'), action: `plan:edit:${id}` },
    { label: text('plan-button-refine'), action: `plan:refine:${id}` },
    whyDraftButton(id),
    { label: text('plan-button-discard'), action: `plan:discard:${id}`, style: 'danger' },
  ]
}

function publishButtons(id: string, { way, agreement }: PlanPreview): Button[] {
  switch (way) {
    case 'never':
      return []
    case 'by-admin':
      return [{ label: text('override-button-ask'), action: `window:ask:${id}`, style: 'primary' }]
    case 'with-reason':
      // The form that follows asks more than a confirmation could.
      return [{ label: text('plan-button-override'), action: `plan:publish:${id}`, style: 'danger' }]
    case 'as-is': {
      const lacking = agreement === undefined ? [] : withoutAgreement(agreement)
      const confirm = lacking.length === 0 ? text('plan-publish-confirm') : text('plan-publish-confirm-open', { names: list(lacking) })
      return [{ label: text('plan-button-publish'), action: `plan:publish:${id}`, style: 'primary', confirm }]
    }
    default:
      return unreachable(way)
  }
}

function blockedNote({ checks, way }: PlanPreview): Text | undefined {
  if (!isBlocked(checks)) return undefined
  if (way === 'with-reason') return text('plan-preview-blocked-admin')
  return text(way === 'by-admin' ? 'plan-preview-blocked-ask' : 'plan-preview-blocked')
}

/** A draft that names who carries nothing any more: why it cannot be shown, and where to mend it. */
export function brokenDraftCard(id: string, { key, facts }: UserError): Card {
  return {
    lines: [{ kind: 'text', text: errorText(key, facts) }],
    buttons: [
      { label: text('plan-button-edit'), action: `plan:edit:${id}`, style: 'primary' },
      { label: text('plan-button-discard'), action: `plan:discard:${id}`, style: 'danger' },
    ],
  }
}

function isBlocked(checks: PlanPreview['checks']): boolean {
  return checks.some(({ verdict }) => verdict === 'blocked')
}
