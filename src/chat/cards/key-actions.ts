import type { KeyAction } from '../../core/plan/actions/key-action.js'
import { CARRIERS } from '../../core/plan/checks/specific.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import { everyText } from '../key-rhythm.js'
import type { Button, Card, Line } from '../model.js'
import { asTyped, list, period, type Text, text } from '../text.js'

/** A plan's key actions, with what changes them. */
export function keyActionsCard(planId: string, { period: of, actions }: PlanInput): Card {
  return {
    title: text('key-actions-title', { period: period(of) }),
    lines: actions === undefined ? [{ kind: 'text', text: text('key-actions-none') }] : [keyActionList(actions)],
    buttons: [keyActionsButton(planId, 'key-actions-button-change')],
  }
}

export function keyActionsButton(planId: string, label: 'key-actions-button' | 'key-actions-button-change'): Button {
  return { label: text(label), action: `actions:edit:${planId}` }
}

/** Each part of the business with its key actions; nothing where the plan has none. */
export function keyActionLines({ actions }: { readonly actions?: readonly KeyAction[] | undefined }): Line[] {
  return actions === undefined ? [] : [{ kind: 'heading', text: text('key-actions-heading') }, keyActionList(actions)]
}

function keyActionList(actions: readonly KeyAction[]): Line {
  const ofParts = CARRIERS.flatMap((carrier) => {
    const own = actions.filter((action) => action.carrier === carrier)
    const part = text(`key-actions-part-${carrier}`)
    return own.length === 0 ? [] : [text('key-actions-part', { part, actions: list(own.map(actionText)) })]
  })
  return { kind: 'list', items: [...ofParts, ...actions.filter(({ carrier }) => carrier === undefined).map(actionText)] }
}

/** "2 trade shows a month (Li Na)" */
function actionText({ action, count, every, members }: KeyAction): Text {
  const line = text('key-action-line', { count, action, every: everyText(every) })
  return members === undefined ? line : text('key-action-line-of', { line, names: list(members.map(asTyped)) })
}
